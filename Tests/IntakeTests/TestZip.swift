import Kernel

/// Writes XLSX files for tests: a zip of stored parts, and what a spreadsheet program puts into them.
enum TestZip {
    /// `claim` says another unpacked size than the truth.
    static func archive(_ parts: [(String, [UInt8])], claim: Int? = nil, method: Int = 0) -> [UInt8] {
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, bytes) in parts {
            let offset = body.count
            let common = number(20, 2) + number(0, 2) + number(method, 2) + number(0, 4) + number(Int(crc(bytes)), 4)
                + number(bytes.count, 4) + number(claim ?? bytes.count, 4) + number(name.utf8.count, 2) + number(0, 2)
            body += number(0x0403_4B50, 4) + common + Array(name.utf8) + bytes
            directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
                + number(0, 4) + number(offset, 4) + Array(name.utf8)
        }
        return body + directory + number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
            + number(directory.count, 4) + number(body.count, 4) + number(0, 2)
    }

    /// A workbook of one sheet with texts in cells; `numbers` are the columns (A = 0) that are kept as numbers.
    static func workbook(
        _ rows: [[String]], numbers: Set<Int> = [], from first: Int = 1, sheet given: String? = nil
    ) -> [UInt8] {
        workbook([("a", given ?? sheet(rows, numbers, first), false)])
    }

    /// A workbook of several sheets, some of them hidden.
    static func workbook(sheets: [(name: String, rows: [[String]], isHidden: Bool)]) -> [UInt8] {
        workbook(sheets.map { ($0.name, sheet($0.rows, [], 1), $0.isHidden) })
    }

    private static func sheet(_ rows: [[String]], _ numbers: Set<Int>, _ first: Int) -> String {
        let xml = rows.enumerated().map { index, row in
            let cells = row.enumerated().map { column, text in
                let reference = "\(letters(column))\(index + first)"
                let isNumber = numbers.contains(column) && Double(text) != nil
                if text.isEmpty { return "<c r=\"\(reference)\"/>" }
                return isNumber ? "<c r=\"\(reference)\"><v>\(text)</v></c>"
                    : "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row r=\"\(index + first)\">\(cells.joined())</row>"
        }
        return "<worksheet><sheetData>\(xml.joined())</sheetData></worksheet>"
    }

    private static func workbook(_ sheets: [(name: String, xml: String, isHidden: Bool)]) -> [UInt8] {
        let list = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" r:id=\"rId\(index + 1)\"" + (sheet.isHidden ? " state=\"hidden\"/>" : "/>")
        }
        let relations = sheets.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        let book = "<workbook xmlns:r=\"x\"><sheets>\(list.joined())</sheets></workbook>"
        return archive([
            ("xl/workbook.xml", Array(book.utf8)),
            ("xl/_rels/workbook.xml.rels", Array("<Relationships>\(relations.joined())</Relationships>".utf8)),
        ] + sheets.enumerated().map { ("xl/worksheets/sheet\($0 + 1).xml", Array($1.xml.utf8)) })
    }

    private static func letters(_ column: Int) -> String { String(UnicodeScalar(UInt8(65 + column))) }

    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 {
                let low = sum & 1
                sum >>= 1
                if low == 1 { sum ^= 0xEDB8_8320 }
            }
        }
        return ~sum
    }
}
