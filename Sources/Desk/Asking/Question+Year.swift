package import Documents
import Journal
package import Kernel
import Ledger
import Reports
import Store

extension Question where Answer == Document {
    /// What would stop the close of a year, and what would have to be accepted. Throws `year.*`,
    /// `policy.missing`.
    package static func yearCheck(_ year: Int) -> Question {
        Question("year.check", [.funds: .all, .finance: .all]) { (asked) throws(Refusal) in
            let state = try StateLoader().load(asked.org, closing: year, asked.connection)
            guard let street = state.street else { throw Refusal(.orgUnknown, ["org": asked.org.text]) }
            return YearChecksDocument.make(try Rules.examine(year, state, street), of: street)
        }
    }
}

extension Desk {
    /// Decides the close of a year as if it were to be recorded, and records nothing: its certificate as a
    /// preview, with the vouchers. Throws whatever would refuse it.
    package func preview(_ intake: Intake, as reader: Reader) async throws(Refusal) -> Document {
        switch intake {
        case .unreadable(_, let refusal): throw refusal
        case .order(let order):
            return try await ask(Self.preview(order.command), of: order.command.org, as: reader)
        }
    }

    private static func preview(_ command: Command) -> Question<Document> {
        Question("year.preview", [.funds: .all, .books: .all]) { (asked) throws(Refusal) in
            let state = try StateLoader().load(for: command, asked.connection)
            let record = try Rules.decide(command, on: state, clock: asked.clock).record(of: command, in: state)
            let reader = asked.snapshots()
            let year = record.closedYear ?? record.at.day.year
            let count = (state.counters[Counter(.voucher, year)] ?? 0) + record.vouchers.count { $0.day.year == year }
            return ClosingReport.preview(
                try reader.preview(record, on: state), ClosingFacts(record, stored: nil, vouchers: count))
        }
    }
}

extension Asked {
    /// The moments that a report is taken at: a year that is shut is told at its end, unless something else
    /// is said, and by auditors' reports one that is over. A certificate is of its year.
    func moments(
        _ given: SnapshotReader.Moments, in year: Int?, _ entry: CatalogueEntry
    ) throws(Refusal) -> SnapshotReader.Moments {
        var given = given
        if entry.byDay, let asOf = given.asOf { given.asOf = Instant(asOf.day + 1) + -1 }
        guard let year, given.asOf == nil, given.knownAt == nil else { return given }
        let isShut = try state().closedYears[year] != nil || entry.needs.contains(.closing)
        let isOver = entry.atYearEnd ? try state().now(clock).day.year > year : false
        guard isShut || isOver else { return given }
        return SnapshotReader.Moments(asOf: Instant(Day.last(of: year) + 1) + -1)
    }
}
