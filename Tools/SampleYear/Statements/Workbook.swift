/// An XLSX file of one sheet: the smallest that spreadsheets open.
enum Workbook {
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packages = "http://schemas.openxmlformats.org/package/2006/"
    private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."

    static func bytes(sheet name: String, _ rows: [[Sheet.Cell]]) -> [UInt8] {
        var zip = StoredZip()
        zip.add("[Content_Types].xml", types)
        zip.add("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]))
        zip.add("xl/workbook.xml", book(name))
        zip.add("xl/_rels/workbook.xml.rels", relations([
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
        ]))
        zip.add("xl/styles.xml", styles)
        zip.add("xl/worksheets/sheet1.xml", Sheet.xml(rows))
        return zip.finished
    }

    private static var types: String {
        let parts = [
            ("workbook.xml", "sheet.main"), ("styles.xml", "styles"), ("worksheets/sheet1.xml", "worksheet"),
        ]
        let relations = "application/vnd.openxmlformats-package.relationships+xml"
        return XML.head + "<Types xmlns=\"\(packages)content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"\(relations)\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + parts.map { "<Override PartName=\"/xl/\($0)\" ContentType=\"\(kind)\($1)+xml\"/>" }.joined()
            + "</Types>\n"
    }

    private static func relations(_ targets: [(kind: String, part: String)]) -> String {
        XML.head + "<Relationships xmlns=\"\(packages)relationships\">"
            + targets.enumerated().map { index, target in
                "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(target.kind)\""
                    + " Target=\"\(target.part)\"/>"
            }.joined() + "</Relationships>\n"
    }

    private static func book(_ name: String) -> String {
        XML.head + "<workbook xmlns=\"\(XML.main)\" xmlns:r=\"\(office)\"><sheets>"
            + "<sheet name=\"\(name)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>\n"
    }

    /// Style 0 is plain, style 1 an amount (number format 4 is `#,##0.00`).
    private static var styles: String {
        let plain = "fontId=\"0\" fillId=\"0\" borderId=\"0\""
        return XML.head + "<styleSheet xmlns=\"\(XML.main)\">"
            + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" \(plain)/></cellStyleXfs>"
            + "<cellXfs count=\"2\"><xf numFmtId=\"0\" \(plain) xfId=\"0\"/>"
            + "<xf numFmtId=\"4\" \(plain) xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
            + "</styleSheet>\n"
    }
}
