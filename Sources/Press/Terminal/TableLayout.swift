package import Documents
package import Kernel

/// The widths of a report's columns, in terminal columns.
package struct TableLayout {
    private(set) var widths: [Int]
    let alignments: [Alignment]

    static let gap = 2
    /// A column of words is not made narrower than this.
    private static let narrowest = 12

    /// `measures` are what the displayed cells of each column take, `limit` the width that the table should
    /// keep, where one is given.
    init(columns: [Table.Column], measures: [ColumnMeasure], language: Language, limit: Int?) {
        alignments = columns.map(\.kind.alignment)
        widths = columns.indices.map { max(columns[$0].title(language).displayWidth, measures[$0].widest) }
        guard let limit else { return }
        shrink(to: limit, floors: columns.indices.map { index in
            Self.floor(columns[index], measures[index], language, roomy: false) ?? widths[index]
        })
    }

    /// The width of the whole table.
    package var total: Int { widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) }

    /// The least width of a column whose words may go over several lines; nil for figures and whatever
    /// identifies, which are never broken: half a number is a wrong number. `roomy` leaves enough of it for
    /// a sentence.
    static func floor(_ column: Table.Column, _ measure: ColumnMeasure, _ language: Language, roomy: Bool) -> Int? {
        guard column.kind == .text else { return nil }
        return max(roomy ? 2 * narrowest : narrowest, column.title(language).widestPiece, measure.widestPiece)
    }

    /// Takes columns from the widest column of words, one at a time, until the table fits or none can give
    /// way.
    private mutating func shrink(to limit: Int, floors: [Int]) {
        while total > limit {
            let willing = widths.indices.filter { widths[$0] > floors[$0] }
            guard let widest = willing.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
        }
    }

    /// The lines of one row; `roles` colours single cells.
    package func lines(_ cells: [String], _ style: TextStyle, roles: [TextStyle.Role?]) -> [String] {
        let wrapped = widths.indices.map { $0 < cells.count ? cells[$0].wrapped(to: widths[$0]) : [""] }
        let height = wrapped.reduce(1) { max($0, $1.count) }
        return (0..<height).map { line in
            let texts = wrapped.map { line < $0.count ? $0[line] : "" }
            let pieces = texts.indices.map { index in
                let isLast = index == texts.count - 1 && alignments[index] == .left
                let padded = isLast ? texts[index] : texts[index].padded(to: widths[index], alignments[index])
                return style.paint(padded, index < roles.count ? roles[index] : nil)
            }
            return pieces.joined(separator: String(repeating: " ", count: Self.gap)).withoutTrailingBlanks
        }
    }
}

extension String {
    /// Trailing blanks would only disturb comparisons and copying.
    package var withoutTrailingBlanks: String {
        guard last == " " else { return self }
        return String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
    }
}
