package import Kernel

/// A picture of the table before it in the same section: it names columns and holds no figures of its own, so
/// that the two cannot differ.
package struct Chart: Sendable, Equatable {
    package enum Kind: Sendable {
        /// One bar a row, its series one behind the other; every bar is as long as the row's whole.
        case stacked
        /// One bar a row and series, all on one scale: how much lies in each class of an ageing.
        case bars
        /// An arc of the first row's percentages: the first series wide, the others thin within it, and the
        /// target as a mark across.
        case gauge
        /// A line over the rows, in percent: the first series strong with its latest figure, the others
        /// dashed (执行进度 against 序时进度), and the target as a line across. An empty cell ends a line.
        case months
    }

    package let kind: Kind
    package let title: Phrase
    /// Which rows are drawn.
    package let level: Table.Level
    /// The key of the column that names a row.
    package let category: String
    /// The keys of the columns that are drawn, in order.
    package let series: [String]
    /// Where it is to get to, as a share of the whole.
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
