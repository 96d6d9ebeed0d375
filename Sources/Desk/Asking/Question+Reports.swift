package import Documents
package import Journal
package import Kernel
import Ledger
package import Reports
import Store

extension Question where Answer == Document {
    /// A report of the catalogue. Throws `appropriation.unknown`, `voucher.unknown`, `policy.missing`.
    package static func report(
        _ entry: CatalogueEntry, _ choice: ReportChoice, _ moments: SnapshotReader.Moments
    ) -> Question {
        Question("report." + entry.name, entry.reads) { (asked) throws(Refusal) in
            if let code = choice.appropriation, try asked.state().ledger.appropriation(code) == nil {
                throw Refusal(.appropriationUnknown, ["appropriation": code.text])
            }
            let reader = asked.snapshots()
            let moments = try asked.moments(moments, in: choice.year, entry)
            // A voucher that is asked for is looked for among all of them.
            var focus = SnapshotReader.Focus(
                appropriation: choice.appropriation, job: choice.voucher == nil ? choice.job : nil, jobs: entry.looksAt,
                isBrief: !entry.needs.contains(.details))
            focus.accounts = entry.accounts(choice)
            let snapshot = try reader.snapshot(entry.needs, moments, of: focus)
            if let voucher = choice.voucher, try !asked.queries.isBooked(
                voucher, of: asked.org, until: snapshot.asOf.day, upTo: snapshot.stamp.seq) {
                throw Refusal(.voucherUnknown, ["voucher": voucher.text])
            }
            return try entry.document(snapshot, choice)
        }
    }
}

extension Desk {
    /// The year's utilisation over several streets; a reader must be allowed to see sums of each. Throws
    /// `org.unknown`, `org.mixed`, `right.required`.
    package func rollUp(
        _ choice: RollUpReader.Choice, year: Int?, by: UtilisationRollUp.By, _ moments: SnapshotReader.Moments,
        as reader: Reader
    ) async throws(Refusal) -> Document {
        let streets = try await look { (connection, clock) throws(Refusal) in
            try RollUpReader(connection, clock: clock).chosen(choice)
        }
        for street in streets {
            try await ask(Question<Bool>("report.utilisation-rollup", [.funds: .sums]) { _ in true }, of: street, as: reader)
        }
        return try await look { (connection, clock) throws(Refusal) in
            let found = try RollUpReader(connection, clock: clock).snapshots(choice, moments)
            let latest = found.ready.map(\.asOf.day.year).max() ?? 0
            return UtilisationRollUp.make(
                found.ready, unready: found.unready, unopened: found.unopened, year: year ?? latest, by: by)
        }
    }
}
