import Kernel
import Reports

/// A report as plain words, for comparing figures: nothing of how it is drawn.
enum ReportWords {
    /// The keys of the columns, then a row a line, with bars between the cells.
    static func text(_ report: Report) -> String {
        ([report.columns.map(\.key)] + report.rows.map { [$0.level.rawValue] + $0.cells.map(word) })
            .map { $0.joined(separator: " | ") }.joined(separator: "\n") + "\n"
    }

    /// The columns named, one row a line, with blanks between the cells.
    static func lines(_ report: Report, _ columns: [String]) -> [String] {
        let places = columns.compactMap { key in report.columns.firstIndex { $0.key == key } }
        return report.rows.map { row in places.map { word(row.cells[$0]) }.joined(separator: " ") }
    }

    static func word(_ cell: Report.Cell) -> String {
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
        case .duration(let milliseconds): String(milliseconds)
        case .flag(let flag): String(flag)
        }
    }
}
