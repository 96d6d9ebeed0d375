import Documents
import Journal
import Jobs
import Kernel
import Ledger
import Reports
import SQL
import Store

/// Gathers a year's books from a street's records, in one pass.
struct YearBooksReader {
    let asked: Asked
    let year: Int

    var journal: JournalReader { JournalReader(asked.connection) }

    /// Throws `year.unknown` for a year before the street's first or after its latest record.
    init(_ asked: Asked, year: Int?) throws(Refusal) {
        self.asked = asked
        let state = try asked.state()
        guard let street = state.street else { throw Refusal(.orgUnknown, ["org": asked.org.text]) }
        let latest = (state.head.latest ?? street.openedAt).day.year
        self.year = year ?? latest
        guard (street.year...max(street.year, latest)).contains(self.year) else {
            throw Refusal(.yearUnknown, ["year": String(self.year), "first": String(street.year)])
        }
    }

    func books() throws(Refusal) -> YearBooks {
        let state = try asked.state()
        let names = try asked.snapshots().names(state)
        var books = YearBooks(year: year, policy: try state.policy(on: Day.last(of: year)), names: names)
        try journal.each(asked.org) { (stored) throws(Refusal) in books.take(try Record(body: stored.body)) }
        books.finish()
        return books
    }

    /// A record of the street by its number.
    func record(_ seq: Int) throws(Refusal) -> Record {
        guard let record = try journal.record(asked.org, seq: seq) else {
            throw Refusal(.storeDamaged, ["detail": "record \(seq)"])
        }
        return record
    }

    func bureau() throws(Refusal) -> BureauTables {
        let state = try asked.state()
        guard let street = state.street else { throw Refusal(.orgUnknown, ["org": asked.org.text]) }
        let reader = asked.snapshots()
        let funds = try reader.snapshot([.funds], SnapshotReader.Moments(asOf: end))
        let (journal, org) = (journal, asked.org)
        return BureauTables(
            street: street, books: try books(),
            figures: FundFigures.figures(of: funds.ledger, year: year, until: Day.last(of: year)),
            bank: try BankReader(asked.connection, org: asked.org).book(),
            stamp: (state.head.seq, state.head.hash), accounts: asked.rights[.accounts], refusals: try refusals(),
            record: { (seq) throws(Refusal) in try record(seq) },
            records: { (take) throws(Refusal) in
                try journal.each(org) { (stored) throws(Refusal) in try take(try Record(body: stored.body)) }
            })
    }

    /// The registers, each a report of the year as the catalogue makes it, one after another.
    func registers() throws(Refusal) -> [ExportTable.Planned] {
        try BureauRegister.entries().map { register, entry in
            ExportTable.Planned(register.rawValue) { () throws(Refusal) in ExportTable(register.rawValue, try report(entry)) }
        }
    }

    /// The three books from the street's first day to the end of the year.
    func plain() throws(Refusal) -> PlainBooks {
        let state = try asked.state()
        guard let street = state.street else { throw Refusal(.orgUnknown, ["org": asked.org.text]) }
        var books = PlainBooks(year: year, opened: street.openedAt.day)
        try asked.queries.eachBooked(asked.org, upTo: state.head.seq) { (record) throws(Refusal) in books.take(record) }
        books.finish()
        return books
    }

    /// A report of the year as the catalogue makes it.
    func report(_ name: String) throws(Refusal) -> Document { try report(try Catalogue.entry(name)) }

    private func report(_ entry: CatalogueEntry) throws(Refusal) -> Document {
        let reader = asked.snapshots()
        var focus = SnapshotReader.Focus()
        focus.accounts = entry.accounts(entry.choice(year: year))
        return try entry.document(
            try reader.snapshot(entry.needs, SnapshotReader.Moments(asOf: end), of: focus), entry.choice(year: year))
    }

    /// The last moment of the year.
    var end: Instant { Instant(Day.last(of: year) + 1) + -1 }

    /// 拒绝日志: what was asked in the year and refused.
    private func refusals() throws(Refusal) -> [[ExportCell]] {
        var rows: [[ExportCell]] = []
        let (first, next) = (Instant(Day.first(of: year)), Instant(Day.first(of: year + 1)))
        try asked.connection.each(
            """
            SELECT seen, id, who, does, refusal FROM access
            WHERE org = $1 AND refusal <> 'granted' AND seen >= $2 AND seen < $3 ORDER BY seen, id, who, refusal
            """, [SQLValue(asked.org.text), SQLValue(first.milliseconds), SQLValue(next.milliseconds)]
        ) { (row) throws(Refusal) in
            rows.append([
                .instant(Instant(milliseconds: try row.int(0))), .text(try row.text(1)), .text(try row.text(2)),
                .text(try row.text(3)), .text(try row.text(4)),
            ])
        }
        return rows
    }
}
