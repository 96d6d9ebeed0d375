import Formats
import Kernel

/// The rows of a table file, be it CSV or a workbook; the bytes say which.
enum SheetRows {
    /// Hands over every row that is not blank; before the rows of each sheet of a workbook, its name.
    /// `isHeader` tells a header by the names in it: the separator of a text is the one with which there is
    /// one. Throws what reading throws and what `body` throws.
    static func each(
        _ bytes: [UInt8], file: String?, isHeader: ([String]) -> Bool, sheet: (String) -> Void,
        _ body: (SheetRow) throws(Refusal) -> Void
    ) throws(Refusal) {
        // The old binary workbook (.xls) begins so.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw Refusal(.inputWorkbook, ["part": ".xls"]) }
        guard ZipArchive.isZip(bytes) else { return try text(bytes, file, isHeader, body) }
        let book = try Workbook(bytes)
        for number in book.sheets.indices {
            sheet(book.sheets[number])
            try withoutActuallyEscaping(body) { (body) throws(Refusal) in try book.each(of: number, body) }
        }
    }

    private static func text(
        _ bytes: [UInt8], _ file: String?, _ isHeader: ([String]) -> Bool, _ body: (SheetRow) throws(Refusal) -> Void
    ) throws(Refusal) {
        let source = MemorySource(bytes, name: file)
        let separator = separator(of: bytes, isHeader)
        var reader = try CSVReader(source, delimiter: separator, encoding: .auto)
        while let row = try reader.next() {
            let cells = row.texts.map { SheetRow.Cell(text: $0) }
            if cells.allSatisfy({ $0.text.oneLine.isEmpty }) { continue }
            try body(SheetRow(number: row.line, cells: cells))
        }
    }

    /// The separator with which one of the first rows is a header; without one the most frequent in the
    /// first lines. All are ASCII, and the comma, tab and semicolon no part of a character in GB18030's two
    /// bytes.
    private static func separator(of bytes: [UInt8], _ isHeader: ([String]) -> Bool) -> CSVDelimiter {
        let head = bytes.prefix(8192)
        let all: [CSVDelimiter] = [.comma, .tab, .semicolon, .pipe]
        let counted = all.map { kind in (kind, head.count { $0 == kind.byte }) }.sorted { $0.1 > $1.1 }
        let found = counted.first { kind, count in count > 0 && hasHeader(bytes, kind, isHeader) }
        return found?.0 ?? counted.first?.0 ?? .comma
    }

    private static func hasHeader(_ bytes: [UInt8], _ separator: CSVDelimiter, _ isHeader: ([String]) -> Bool) -> Bool {
        do throws(Refusal) {
            var reader = try CSVReader(MemorySource(bytes), delimiter: separator, encoding: .auto)
            var rows = 0
            while rows < StatementTable.searched, let row = try reader.next() {
                if isHeader(row.texts) { return true }
                rows += 1
            }
        } catch {
            // A text that cannot be read so has no header so.
        }
        return false
    }
}
