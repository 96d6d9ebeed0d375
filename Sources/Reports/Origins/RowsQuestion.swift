import Kernel
import Ledger

/// The question whose answer are the rows behind a figure: a report or the list of jobs, and what is chosen
/// of it. It can be typed, and it can be linked to.
package struct RowsQuestion: Sendable {
    /// What of the answer is the figure.
    package enum Measure: Sendable {
        /// What stands at its end.
        case balance
        /// What stood before its first line.
        case opening
        /// What its lines come to, whatever stood before.
        case turnover
        /// A part of it.
        case none
    }

    /// In place of a report's name: the list of jobs.
    package static let jobs = "job list"

    package let report: String
    package var choice = ReportChoice()
    package var measure = Measure.none
    /// Of the list of jobs.
    package var category: String?

    package var isOfJobs: Bool { report == Self.jobs }

    /// What was chosen, as an option's name and its value; none for a flag.
    private var options: [(name: String, value: String?)] {
        let values: [(String, String?)] = [
            ("category", category), ("appropriation", choice.appropriation?.text), ("voucher", choice.voucher?.text),
            ("job", choice.job?.text), ("contractor", choice.contractor?.text), ("book", choice.book?.rawValue),
            ("year", choice.year.map(String.init)), ("from", choice.from?.text), ("to", choice.to?.text),
        ]
        let flags = [("closed", choice.closed), ("history", choice.history), ("all", choice.all)].filter(\.1)
        return choice.accounts.map { ("account", $0.rawValue) } + values.filter { $0.1 != nil }.map { ($0.0, $0.1) }
            + flags.map { ($0.0, nil) }
    }

    /// The command of the terminal, with the moments that were asked for, as they were written; the list of
    /// jobs is of the present.
    package func command(_ moments: [(option: String, value: String)] = []) -> String {
        let chosen = options.map { "--\($0.name)" + ($0.value.map { " " + Self.quoted($0) } ?? "") }
        let asked = (isOfJobs ? [] : moments).map { "--\($0.option) " + Self.quoted($0.value) }
        return (["yjb " + (isOfJobs ? "" : "report ") + report] + chosen + asked).joined(separator: " ")
    }

    /// What the query of the report's page holds.
    package var fields: [(name: String, value: String)] { options.map { ($0.name, $0.value ?? "1") } }

    /// As a shell reads it.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x7F || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "-_.:+".unicodeScalars.contains(scalar)
        }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
