import Kernel

/// The rows of a table file, be it CSV or a sheet; the bytes say which.
enum SheetRows {
    /// Hands over every row that is not blank. Throws what reading throws and what `body` throws.
    static func each(
        _ bytes: [UInt8], file: String?, _ body: (SheetRow) throws(Refusal) -> Void
    ) throws(Refusal) {
        // The old binary workbook (.xls) begins so.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw Refusal(.inputWorkbook, ["part": ".xls"]) }
        guard ZipArchive.isZip(bytes) else { return try text(bytes, file, body) }
        let book = try Workbook(bytes)
        try withoutActuallyEscaping(body) { (body) throws(Refusal) in try book.each(body) }
    }

    private static func text(
        _ bytes: [UInt8], _ file: String?, _ body: (SheetRow) throws(Refusal) -> Void
    ) throws(Refusal) {
        let source = MemorySource(bytes, name: file)
        var reader = try CSVReader(source, delimiter: delimiter(of: bytes), encoding: .auto)
        while let row = try reader.next() {
            let cells = row.texts.map { SheetRow.Cell(text: $0) }
            if cells.allSatisfy({ $0.text.oneLine.isEmpty }) { continue }
            try body(SheetRow(number: row.line, cells: cells))
        }
    }

    /// Some banks write tabs into a file that is called CSV: the separator is the most frequent of three in the first
    /// lines. All three are ASCII, and no part of a character in GB18030's two bytes.
    private static func delimiter(of bytes: [UInt8]) -> CSVDelimiter {
        let head = bytes.prefix(8192)
        let all: [CSVDelimiter] = [.comma, .tab, .semicolon]
        let counted = all.map { kind in (kind, head.count { $0 == kind.byte }) }
        return counted.max { $0.1 < $1.1 }?.0 ?? .comma
    }
}
