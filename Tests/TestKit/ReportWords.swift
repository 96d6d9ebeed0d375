package import Documents
import Kernel
package import Testing

/// A report as plain words, for comparing figures: nothing of how it is drawn.
package enum ReportWords {
    /// The keys of the columns, then a row a line, with bars between the cells.
    package static func text(_ report: Document) -> String {
        ([report.columns.map(\.key)] + report.rows.map { [$0.level.rawValue] + $0.cells.map(word) })
            .map { $0.joined(separator: " | ") }.joined(separator: "\n") + "\n"
    }

    package static func word(_ cell: Cell) -> String {
        switch cell {
        case .blank: "·"
        case .text(let text): text
        case .phrase(let phrase): phrase.en
        case .named(_, let phrase): phrase.en
        case .money(let amount): amount.yuan
        case .ratio(let ratio): ratio.percent ?? "—"
        case .count(let count): String(count)
        case .day(let day): day.text
        case .instant(let instant): instant.text
        case .duration(let milliseconds): length(milliseconds)
        case .flag(let flag): String(flag)
        case .link(let link): link.text
        case .list(let items): items.map(\.title.en).joined(separator: ", ")
        }
    }

    /// `49h01m`.
    private static func length(_ milliseconds: Int64) -> String {
        let minutes = milliseconds / 60_000
        return "\(minutes / 60)h" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)m"
    }
}

/// Compares columns of a report with a table written by hand: the first line names the columns by their keys, bars stand
/// between the cells, and blanks around them say nothing. Columns that the table does not name are not looked at.
package func expectTable(
    _ report: Document, _ table: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let lines = table.split(separator: "\n").map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.split(separator: " ").joined(separator: " ")
        }
    }
    let places = lines[0].map { key in report.columns.firstIndex { $0.key == key } }
    if let missing = zip(lines[0], places).first(where: { $0.1 == nil })?.0 {
        Issue.record("the report has no column \(missing)", sourceLocation: sourceLocation)
        return
    }
    let found = report.rows.map { row in places.map { ReportWords.word(row.cells[$0 ?? 0]) } }
    let wanted = Array(lines.dropFirst())
    for index in 0..<max(found.count, wanted.count) {
        let (want, have) = (index < wanted.count ? wanted[index] : ["no row"], index < found.count ? found[index] : ["no row"])
        if want == have { continue }
        Issue.record(
            "row \(index + 1)\n  by hand: \(want.joined(separator: " | "))\n  found:   \(have.joined(separator: " | "))",
            sourceLocation: sourceLocation)
    }
}

extension Document {
    /// The columns and rows of its tables one below the other: a report has one.
    package var columns: [Table.Column] { tables.flatMap(\.columns) }
    package var rows: [Table.Row] { tables.flatMap(\.rows) }
}
