package import Jobs
import Journal
package import Kernel
import Ledger

/// A settlement sheet (结算单) as data: the job as it stood when it was settled, and what became of the sheet
/// since.
package struct SettlementSheet: Sendable {
    /// The job right after the settlement: nothing that happened later shows, but for the invoices.
    package let job: Job
    package let settlement: Settlement
    package let claim: Claim
    package let review: Review
    /// When a reversal took it back.
    package let reversed: Instant?
    /// Those registered for this revision, also after the settlement.
    package let invoices: [RegisteredInvoice]

    /// 核减额: what was claimed and not approved, with tax.
    package var cut: Fen { claim.total - review.approved }
    /// 核减率: the cut as a part of the claim.
    package var cutRate: Ratio { Ratio(cut, of: claim.total) }
    /// Approved, less the retention.
    package var payable: Fen { settlement.approved - settlement.retention }
    package var revision: Int { settlement.document?.revision ?? job.revision }
    /// How the sheet is called: its number, or for one without a number the job's.
    package var name: String { settlement.document?.number.text ?? job.number.text }

    /// Every sheet of a job, the oldest first.
    package static func all(of dossier: JobDossier) throws(Refusal) -> [SettlementSheet] {
        var sheets: [SettlementSheet] = []
        for (index, record) in dossier.records.enumerated() where record.settles(dossier.job.number) {
            guard let job = try dossier.records.job(dossier.job.number, upTo: record.seq), let claim = job.claim,
                  let review = job.review, let settlement = job.settlement else { continue }
            let reversal = dossier.records[index...].first { $0.reverses(dossier.job.number) }
            sheets.append(SettlementSheet(
                job: job, settlement: settlement, claim: claim, review: review, reversed: reversal?.at,
                invoices: (dossier.job.invoices ?? []).filter { $0.revision == job.revision }))
        }
        return sheets
    }

    /// The sheet of a revision, or the latest. Throws `settlement.unknown`.
    package static func find(revision: Int?, in dossier: JobDossier) throws(Refusal) -> SettlementSheet {
        let all = try all(of: dossier)
        guard let found = revision == nil ? all.last : all.last(where: { $0.revision == revision }) else {
            let known = all.map { String($0.revision) }.joined(separator: ", ")
            throw Refusal(.settlementUnknown, ["job": dossier.job.number.text, "known": known.isEmpty ? "0" : known])
        }
        return found
    }
}

extension Record {
    fileprivate func settles(_ number: Code) -> Bool {
        events.contains { if case .job(number, .settled) = $0 { true } else { false } }
    }

    fileprivate func reverses(_ number: Code) -> Bool {
        events.contains { if case .job(number, .reversed) = $0 { true } else { false } }
    }
}
