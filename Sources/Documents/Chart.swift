package import Kernel

/// A picture of the table before it in the same section: it names columns and holds no figures of its own, so
/// that the two cannot differ.
package struct Chart: Sendable, Equatable {
    package enum Kind: Sendable {
        /// One bar a row, its series one behind the other.
        case stacked
    }

    package let kind: Kind
    package let title: Phrase
    /// Which rows are drawn.
    package let level: Table.Level
    /// The key of the column that names a row.
    package let category: String
    /// The keys of the columns that are drawn, in order.
    package let series: [String]
    /// A line across at this share of a bar's whole.
    package let target: Percent?

    package init(
        _ kind: Kind, _ title: Phrase, level: Table.Level, category: String, series: [String], target: Percent? = nil
    ) {
        self.kind = kind
        self.title = title
        self.level = level
        self.category = category
        self.series = series
        self.target = target
    }
}
