import Formats
import Kernel

/// The sheet of a workbook that has the calls, as a text of its own: a line for each row, so that faults
/// name the rows as the reader sees them, and days that the spreadsheet counts written as the mapping has
/// them. Only one sheet may have the columns: which of two would be meant?
enum CallSheet {
    struct Found {
        let text: MemorySource
        /// The other sheets that are not empty.
        let others: [String]
    }

    /// nil when the file is no workbook. Throws `input.column` when no sheet has the columns, `input.value`
    /// when several have, and what reading throws.
    static func find(in source: any ByteSource, _ mapping: CallMapping) throws(Refusal) -> Found? {
        guard let bytes = try workbook(source) else { return nil }
        let book = try Workbook(bytes)
        var found: [(name: String, text: [UInt8])] = []
        var others: [String] = []
        for number in book.sheets.indices {
            var sheet = Text(mapping: mapping)
            try book.each(of: number) { (row) throws(Refusal) in try sheet.take(row) }
            if sheet.hasHeader {
                found.append((book.sheets[number], sheet.writer.bytes))
            } else if !sheet.writer.bytes.isEmpty {
                others.append(book.sheets[number])
            }
        }
        guard found.count <= 1 else {
            let (field, expected) = (Phrase("工作表", "sheet"), Phrase("只有一张工作表有来电各列", "one sheet with the columns of calls"))
            throw Refusal(.inputValue, ["value": found.map(\.name).joined(separator: "、")])
                .adding("field", field.en, field).adding("expected", expected.en, expected)
                .placed(file: source.name, line: nil, column: nil)
        }
        // Without the columns the table is empty, and says what it lacks.
        return Found(text: MemorySource(found.first?.text ?? [], name: source.name), others: others)
    }

    /// All bytes of a source that begins as a zip archive does.
    private static func workbook(_ source: any ByteSource) throws(Refusal) -> [UInt8]? {
        guard var bytes = try source.next(), ZipArchive.isZip(bytes) else {
            try source.rewind()
            return nil
        }
        while let more = try source.next() { bytes += more }
        return bytes
    }

    private struct Text {
        let mapping: CallMapping
        var writer = CSVWriter()
        var hasHeader = false
        private var line = 1
        private var days: Set<Int> = []
        /// How many columns the header has: a row ends with its last cell that is not empty.
        private var width = 0

        init(mapping: CallMapping) { self.mapping = mapping }

        mutating func take(_ row: SheetRow) throws(Refusal) {
            let names = row.cells.map(\.text.oneLine)
            if !hasHeader, mapping.columns.wanted.allSatisfy(names.contains) {
                (hasHeader, width) = (true, names.count)
                let wanted = mapping.columns.times
                days = Set(names.indices.filter { wanted.contains(names[$0]) })
            }
            while line < row.number {
                try writer.row([])
                line += 1
            }
            var cells: [CSVCell] = []
            for (column, cell) in row.cells.enumerated() { cells.append(.value(text(cell, column, row.is1904))) }
            while cells.count > width, cells.last == .value("") { cells.removeLast() }
            cells += [CSVCell](repeating: .blank, count: max(0, width - cells.count))
            try writer.row(cells)
            line += 1
        }

        /// A line break within a cell stays one, and begins no line of the text. A number that counts no
        /// days is left to the judgement of its row.
        private func text(_ cell: SheetRow.Cell, _ column: Int, _ is1904: Bool) -> String {
            guard cell.isNumber, days.contains(column), let local = StatementDay.local(counted: cell, is1904: is1904) else {
                return cell.text.replacing("\r\n", with: "\r").replacing("\n", with: "\r")
            }
            return mapping.dateFormat.text(local: local, in: mapping.zone)
        }
    }
}
