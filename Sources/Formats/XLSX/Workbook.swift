package import Kernel

/// The sheets of an XLSX file as rows of texts (ECMA-376), streamed: no sheet is ever held as a whole.
/// Formulas give their stored value; formats and merged cells are passed over, and so are hidden sheets.
package struct Workbook {
    /// Bounds: rows, columns, bytes of one cell, all shared texts together.
    private static let mostRows = 200_000
    private static let mostColumns = 512
    private static let longestCell = 32_767 * 3
    private static let mostShared = 64 << 20

    private static let mostSheets = 256

    private let archive: ZipArchive
    /// The names of the sheets, in the order of the workbook.
    package let sheets: [String]
    private let parts: [String]
    private var shared: [String] = []
    /// Dates count from 1904 instead of 1900.
    private var is1904 = false

    /// Throws `input.workbook`, `input.limit`.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        archive = try ZipArchive(bytes)
        let (found, counts) = try Self.visibleSheets(archive)
        (sheets, parts, is1904) = (found.map(\.name), found.map(\.part), counts)
        shared = try Self.sharedTexts(archive)
    }

    /// Hands over every row of a sheet that has cells, with its number. Throws as above, and what `body`
    /// throws.
    package func each(of sheet: Int, _ body: @escaping (SheetRow) throws(Refusal) -> Void) throws(Refusal) {
        let reader = SheetReader(shared: shared, is1904: is1904, mostColumns: Self.mostColumns) { (row) throws(Refusal) in
            if row.number > Self.mostRows {
                throw Refusal(.inputLimit, ["part": "sheet", "limit": "\(Self.mostRows) rows · 行"])
            }
            try body(row)
        }
        let scanner = try Self.scanner()
        scanner.onStart = { (name, attributes) throws(Refusal) in try reader.start(name, attributes) }
        scanner.onText = { (text) throws(Refusal) in try reader.add(text, limit: Self.longestCell) }
        scanner.onEnd = { () throws(Refusal) in try reader.end() }
        try Self.feed(parts[sheet], of: archive, to: scanner)
    }

    private static func scanner() throws(Refusal) -> XMLScanner {
        try XMLScanner(.init(depth: 32, bytes: 256 << 20, text: longestCell))
    }

    private static func feed(_ part: String, of archive: ZipArchive, to scanner: XMLScanner) throws(Refusal) {
        do throws(Refusal) {
            try archive.each(part) { (piece) throws(Refusal) in try scanner.feed(piece) }
            try scanner.feed([], last: true)
        } catch {
            throw error.adding("part", part)
        }
    }

    /// The sheets that are not hidden, each with its part by its relation, and whether dates count from
    /// 1904. Where all are hidden the first one counts. Throws `input.workbook`, `input.limit`.
    private static func visibleSheets(
        _ archive: ZipArchive
    ) throws(Refusal) -> (sheets: [(name: String, part: String)], is1904: Bool) {
        var listed: [(name: String, id: String, isHidden: Bool)] = []
        var is1904 = false
        let book = try scanner()
        book.onStart = { name, attributes in
            if name == "sheet" {
                let isHidden = ["hidden", "veryHidden"].contains(attributes["state"] ?? "")
                listed.append((attributes["name"] ?? "", attributes["id"] ?? "", isHidden))
            }
            if name == "workbookPr" { is1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
        }
        try feed("xl/workbook.xml", of: archive, to: book)
        let visible = listed.contains { !$0.isHidden } ? listed.filter { !$0.isHidden } : Array(listed.prefix(1))
        if visible.count > mostSheets { throw Refusal(.inputLimit, ["part": "XLSX", "limit": "\(mostSheets) sheets · 张表"]) }
        let targets = try relations(archive)
        var sheets: [(String, String)] = []
        for sheet in visible {
            guard let target = targets[sheet.id] else { continue }
            sheets.append((sheet.name, target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target))
        }
        if sheets.isEmpty { throw ZipArchive.damaged("sheet") }
        return (sheets, is1904)
    }

    /// What the workbook's relations lead to.
    private static func relations(_ archive: ZipArchive) throws(Refusal) -> [String: String] {
        var targets: [String: String] = [:]
        let relations = try scanner()
        relations.onStart = { name, attributes in
            guard name == "Relationship", let id = attributes["Id"] else { return }
            targets[id] = attributes["Target"]
        }
        try feed("xl/_rels/workbook.xml.rels", of: archive, to: relations)
        return targets
    }

    /// The texts that cells share; readings of characters (`rPh`) are no part of them.
    private static func sharedTexts(_ archive: ZipArchive) throws(Refusal) -> [String] {
        let part = "xl/sharedStrings.xml"
        guard archive.has(part) else { return [] }
        let reader = SharedTexts(most: mostShared)
        let scanner = try scanner()
        scanner.onStart = { name, _ in reader.start(name) }
        scanner.onText = { (text) throws(Refusal) in try reader.add(text) }
        scanner.onEnd = { () throws(Refusal) in reader.end() }
        try feed(part, of: archive, to: scanner)
        return reader.texts
    }
}

/// Gathers the texts of `sharedStrings.xml`.
private final class SharedTexts {
    private(set) var texts: [String] = []
    private var path: [String] = []
    private var text: [UInt8] = []
    private var size = 0
    private let most: Int

    init(most: Int) { self.most = most }

    func start(_ name: String) {
        path.append(name)
        if name == "si" { text = [] }
    }

    func add(_ piece: [UInt8]) throws(Refusal) {
        guard path.last == "t", !path.contains("rPh") else { return }
        size += piece.count
        if size > most { throw Refusal(.inputLimit, ["part": "sharedStrings", "limit": "\(most >> 20) MiB"]) }
        text += piece
    }

    func end() {
        if path.popLast() == "si" { texts.append(String(decoding: text, as: UTF8.self)) }
    }
}
