package import Kernel

/// One reason why a row cannot be imported.
package struct RowFault: Sendable, Equatable {
    /// From 1; the line on which the cell begins.
    package let line: Int
    /// The field's number in its row, from 1, or nil where the fault is the row's.
    package let column: Int?
    /// The column's name in the header.
    package let name: String?
    /// The reason, with the facts `file`, `line`, `column`, `field` (the column's name) and `value` (an
    /// excerpt of the cell; left out for the caller's name and phone).
    package let refusal: Refusal
}

/// What reading an export gave: the good calls, and every fault of the file.
package struct CallBatch: Sendable {
    package struct BadRow: Sendable {
        package let line: Int
        package let cells: [String]
        package let faults: [RowFault]
    }

    package let header: [String]
    package var calls: [ImportedCall] = []
    package var badRows: [BadRow] = []
    /// A fault of the CSV itself, after which nothing could be read any more. Such a file is not imported in
    /// part.
    package var broken: RowFault?

    package var faults: [RowFault] { badRows.flatMap(\.faults) + (broken.map { [$0] } ?? []) }

    /// The bad rows as CSV with two more columns, `line` and `reason`, for correcting and importing again.
    /// Throws `input.control` when a cell holds a control character.
    package func rejects(_ language: Language) throws(Refusal) -> [UInt8] {
        var writer = CSVWriter()
        try writer.row((header + ["line", "reason"]).map(CSVCell.text))
        for row in badRows {
            let padding = [CSVCell](repeating: .blank, count: max(0, header.count - row.cells.count))
            let reasons = row.faults.map { $0.refusal.message(language) }.joined(separator: " ")
            let cells = row.cells.prefix(header.count).map(CSVCell.raw)
            try writer.row(cells + padding + [.value(String(row.line)), .text(reasons)])
        }
        return writer.bytes
    }
}
