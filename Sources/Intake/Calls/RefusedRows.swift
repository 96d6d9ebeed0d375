package import Formats
package import Kernel

extension CallMapping {
    /// Hands over, piece by piece, the rows that were not imported as CSV with two more columns, `line` and
    /// `reason`, for correcting and importing again: those that are bad, and those that a rule refused,
    /// whose reasons `refused` tells by line. The file is read once more for it, so that no cells need to
    /// be kept.
    ///
    /// Throws what reading throws, `input.control` when a cell holds a control character, and what `body`
    /// throws.
    package func rejects(
        from source: any ByteSource, refused: [Int: Refusal], _ language: Language,
        _ body: ([UInt8]) throws(Refusal) -> Void
    ) throws(Refusal) {
        try source.rewind()
        var columns = 0
        _ = try each(source, opened: { (header, _) throws(Refusal) in
            columns = header.count
            try body(Self.line((header + ["line", "reason"]).map(CSVCell.text)))
        }, { (row, _, faults) throws(Refusal) in
            let reasons = faults.map(\.refusal) + (refused[row.line].map { [$0] } ?? [])
            guard !reasons.isEmpty else { return }
            let padding = [CSVCell](repeating: .blank, count: max(0, columns - row.count))
            let cells = row.texts.prefix(columns).map(CSVCell.raw) + padding
            let words = reasons.map { $0.message(language) }.joined(separator: " ")
            try body(Self.line(cells + [.value(String(row.line)), .text(words)]))
        })
    }

    private static func line(_ cells: [CSVCell]) throws(Refusal) -> [UInt8] {
        var writer = CSVWriter()
        try writer.row(cells)
        return writer.bytes
    }
}
