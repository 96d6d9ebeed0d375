import Documents
import Kernel

/// How much room the cells of a column take: a table is gone through once for it and once to be written.
struct ColumnMeasure {
    private(set) var widest = 0
    /// Of its words, where they may go over several lines.
    private(set) var widestPiece = 0
    private(set) var isFilled = false

    static func measures(_ table: Table, _ language: Language) -> [ColumnMeasure] {
        var measures = table.columns.map { _ in ColumnMeasure() }
        for row in table.rows {
            for index in measures.indices {
                let kind = table.columns[index].kind
                measures[index].take(row.cells[index].display(in: kind, language).forTerminal, isText: kind == .text)
            }
        }
        return measures
    }

    private mutating func take(_ text: String, isText: Bool) {
        if text.isEmpty { return }
        isFilled = true
        widest = max(widest, text.displayWidth)
        if isText { widestPiece = max(widestPiece, text.widestPiece) }
    }
}
