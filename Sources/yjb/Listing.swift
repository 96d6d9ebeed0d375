import Desk
import Exchange
import Journal
import Kernel
import Press
import Reports
import Store

/// Lists of what a street has, as reports: the same columns on a terminal and in JSON.
extension State {
    /// Throws `org.unknown`.
    func list(
        _ name: String, _ title: Phrase, headings: [Report.Heading] = [], columns: [Report.Column], rows: [Report.Row],
        notes: [Phrase] = []
    ) throws(Refusal) -> Report {
        guard let street else { throw Refusal(.orgUnknown) }
        let of = Report.Heading("org", Phrase("街道", "street"), .text(street.code.text + " " + street.name.text))
        return Report(
            name: name, title: title, headings: [of] + headings, columns: columns, rows: rows, notes: notes,
            stamps: [Report.Stamp(seq: head.seq, hash: head.hash)], sandbox: street.sandbox)
    }
}

extension Options {
    /// Runs a command that only asks: it opens the database for reading, makes a list and writes it.
    func list(
        _ language: Language,
        _ make: @escaping @Sendable (Queries, State, Clock) throws(Refusal) -> Report
    ) async throws(Refusal) -> Int32 {
        try await Session.with(self, readOnly: true) { (session) throws(Refusal) in
            let org = try await session.org()
            let report = try await session.desk.ask { (connection, clock) throws(Refusal) in
                let queries = Queries(connection)
                return try make(queries, try queries.street(org), clock)
            }
            try show(report, language)
            return Exit.done
        }
    }

    /// Writes a report to stdout: as a table, JSON or CSV.
    func show(
        _ report: Report, _ language: Language, csv: Bool = false, heading: Bool = false
    ) throws(Refusal) {
        if json { return try Console.out(report.json(language).pretty + "\n") }
        if csv { return try Console.out(String(decoding: try report.csv(language, heading: heading), as: UTF8.self)) }
        let style: TextStyle = Console.wantsColour ? .colour : .plain
        try Console.out(ReportTable.text(report, language: language, style: style, width: wide ? nil : Console.width))
    }

    /// Writes a page to stdout, or its JSON.
    func show(_ page: Page, json value: @autoclosure () throws(Refusal) -> JSON) throws(Refusal) {
        if json { return try Console.out(try value().pretty + "\n") }
        try Console.out(page.text(style: Console.wantsColour ? .colour : .plain, width: wide ? nil : Console.width))
    }
}
