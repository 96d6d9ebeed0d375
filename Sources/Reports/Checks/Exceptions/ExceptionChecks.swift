import Jobs
import Kernel
import Ledger

/// The checks over a street in a year: each looks at the records anew, whatever the rules should have kept
/// out.
package struct ExceptionChecks: Sendable {
    let snapshot: Snapshot
    let year: Int
    let trails: [JobTrail]

    /// The snapshot needs jobs, steps, funds and the bank.
    package init(_ snapshot: Snapshot, year: Int) {
        (self.snapshot, self.year) = (snapshot, year)
        trails = snapshot.trails
    }

    /// What a check finds, of the year or still open.
    package func found(by code: ExceptionCode) -> [Suspicion] {
        all(code).filter { $0.isOpen || $0.day.year == year }
    }

    private func all(_ code: ExceptionCode) -> [Suspicion] {
        switch code {
        case .e01: missingForms
        case .e02: overdueForms
        case .e03: aboveSigned
        case .e04: aboveClaim
        case .e05: slipsBehindWork
        case .e06: surveyorsWhoClaim
        case .e07: paidBeforeInvoice
        case .e08: settledWithoutInvoice
        case .e09: overduePayables
        case .e10: overdueRetention
        case .e11: dispatchedUnsigned
        case .e12: paidOnHolidays
        case .e13: roundAmounts
        case .e14: paidToNewAccounts
        case .e15: signedAtOnce
        case .e16: photosMissing
        case .e17: transferredMoneyElsewhere
        case .e18: managedWithoutHazard
        case .e19: paidInLaterYear
        case .e20: availableBelowNothing
        case .e21: suspectedSplits
        case .e22: longUnmatched
        case .e23: numbersTwice
        case .e24: aboveAgreedPrices
        }
    }

    /// The words with which a job's note explains what was found.
    static let explains = "疑点说明"

    /// How many of some findings are explained by a note of one of their jobs.
    func explained(_ found: [Suspicion]) -> Int {
        let told = Set(trails.filter { $0.note(with: Self.explains) != nil }.map(\.job.number))
        return found.count { $0.jobs.contains(where: told.contains) }
    }
}

extension JobTrail {
    /// What the job is about in money: what was approved, before that what was signed.
    var amount: Fen { job.settlement?.approved ?? job.signedTotal ?? .zero }
}
