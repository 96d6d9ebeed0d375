import Desk
import Documents
import Journal
import Kernel
import Press
import Reports
import Store

/// Lists of what a street has, as reports: the same columns on a terminal and in JSON.
extension State {
    /// Throws `org.unknown`.
    func list(
        _ name: String, _ title: Phrase, headings: [Pair] = [], columns: [Table.Column], rows: [Table.Row],
        notes: [Phrase] = []
    ) throws(Refusal) -> Document {
        guard let street else { throw Refusal(.orgUnknown) }
        let of = Pair("org", Phrase("街道", "street"), .text(street.code.text + " " + street.name.text))
        var document = Document(
            name: name, title: title, facts: [of] + headings, sections: [Section(nil, [.table(Table(columns, rows))])],
            sandbox: street.sandbox)
        document.notes = notes
        document.stamps = [Stamp(seq: head.seq, hash: head.hash)]
        return document
    }
}

extension Options {
    /// Runs a command that only asks: it opens the database for reading, makes a list and writes it.
    func list(
        _ language: Language,
        _ make: @escaping @Sendable (Queries, State, Clock) throws(Refusal) -> Document
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

    /// Writes a document to stdout in the form asked for; `facts` are what a program gets of it, where that
    /// is more than its tables.
    func show(
        _ document: Document, _ language: Language, csv: Bool = false, heading: Bool = false,
        json facts: @autoclosure () throws(Refusal) -> JSON? = nil
    ) throws(Refusal) {
        if json, let facts = try facts() { return try Console.out(facts.pretty + "\n") }
        let form: Format = json ? .json : csv ? .csv : .text
        let choice = Format.Choice(
            language: language, width: wide ? nil : Console.width, style: Console.wantsColour ? .colour : .plain,
            heading: heading)
        try Console.out(String(decoding: try form.bytes(of: document, choice), as: UTF8.self))
    }
}
