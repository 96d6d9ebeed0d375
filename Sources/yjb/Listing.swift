import Desk
import Exchange
import Journal
import Kernel
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
            stamp: Report.Stamp(seq: head.seq, hash: head.hash), sandbox: street.sandbox)
    }
}

extension Options {
    /// Runs a command that only asks: it opens the database for reading, makes a list and writes it.
    func list(
        _ language: Language,
        _ make: @escaping @Sendable (Queries, State, Clock) throws(Refusal) -> Report
    ) async throws(Refusal) -> Int32 {
        let session = try Session.open(self, readOnly: true)
        let org = try await session.org()
        let report = try await session.desk.ask { (connection, clock) throws(Refusal) in
            let queries = Queries(connection)
            return try make(queries, try queries.street(org), clock)
        }
        try show(report, language)
        return Exit.done
    }

    /// Writes a report to stdout.
    func show(_ report: Report, _ language: Language) throws(Refusal) {
        let style: TextStyle = Console.wantsColour ? .colour : .plain
        try Console.out(
            json ? report.json(language).pretty + "\n" : ReportTable.text(report, language: language, style: style))
    }

    /// Writes a page to stdout, or its JSON.
    func show(_ page: Page, json value: @autoclosure () throws(Refusal) -> JSON) throws(Refusal) {
        if json { return try Console.out(try value().pretty + "\n") }
        try Console.out(page.text(style: Console.wantsColour ? .colour : .plain))
    }
}
