package import Kernel
package import Reports

/// The widths of a report's columns, in terminal columns.
package struct TableLayout {
    private(set) var widths: [Int]
    let alignments: [Alignment]

    static let gap = 2
    /// A column of words is not cut below this.
    private static let narrowest = 12

    /// `cells` are the displayed rows, `limit` the width that the table should keep, where one is given.
    package init(columns: [Report.Column], cells: [[String]], language: Language, limit: Int?) {
        alignments = columns.map(\.kind.alignment)
        widths = columns.enumerated().map { index, column in
            cells.reduce(column.title(language).displayWidth) { width, row in
                index < row.count ? max(width, row[index].displayWidth) : width
            }
        }
        if let limit { shrink(columns, to: limit) }
    }

    /// The width of the whole table.
    package var total: Int { widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) }

    /// Takes columns from the widest text column, one at a time, until the table fits or every text column is
    /// narrow. Figures and whatever identifies are never cut: half a number is a wrong number.
    private mutating func shrink(_ columns: [Report.Column], to limit: Int) {
        let texts = columns.indices.filter { columns[$0].kind == .text }
        while total > limit {
            let widest = texts.max { widths[$0] < widths[$1] }
            guard let widest, widths[widest] > Self.narrowest else { return }
            widths[widest] -= 1
        }
    }

    /// One line of the table; `roles` colours single cells.
    package func line(_ cells: [String], _ style: TextStyle, roles: [TextStyle.Role?]) -> String {
        var pieces: [String] = []
        for (index, width) in widths.enumerated() {
            let text = index < cells.count ? cells[index].truncated(to: width) : ""
            let isLast = index == widths.count - 1 && alignments[index] == .left
            let padded = isLast ? text : text.padded(to: width, alignments[index])
            pieces.append(style.paint(padded, index < roles.count ? roles[index] : nil))
        }
        return pieces.joined(separator: String(repeating: " ", count: Self.gap)).withoutTrailingBlanks
    }
}

extension String {
    /// Trailing blanks would only disturb comparisons and copying.
    package var withoutTrailingBlanks: String {
        guard last == " " else { return self }
        return String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
    }
}
