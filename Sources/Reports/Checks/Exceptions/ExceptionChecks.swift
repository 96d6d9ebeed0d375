import Jobs
import Kernel
import Ledger

/// The checks over a street in a year: each looks at the records anew, whatever the rules should have kept
/// out. Jobs are gone through once, and of each only what a check found is kept.
package struct ExceptionChecks: Sendable {
    let snapshot: Snapshot
    let year: Int
    let transferred: Set<Code>
    let registers: StepBook
    private var hits: [ExceptionCode: [Suspicion]] = [:]
    /// The jobs with a note that explains something.
    private var told: Set<Code> = []
    var firms = FirmFindings()
    var numbers = NumberFindings()
    private(set) var signed: [SplitJob] = []

    /// The snapshot needs jobs, steps, registers, funds and the bank.
    package init(_ snapshot: Snapshot, year: Int) {
        (self.snapshot, self.year, registers) = (snapshot, year, snapshot.registers)
        transferred = Self.transferred(snapshot)
        snapshot.trails.each { take($0) }
    }

    private mutating func take(_ trail: JobTrail) {
        for code in ExceptionCode.allCases {
            let found = found(code, trail).filter(isTold)
            if !found.isEmpty { hits[code, default: []] += found }
        }
        takeFirms(trail)
        takeNumbers(trail)
        if let job = SplitJob(trail) { signed.append(job) }
        if trail.note(with: Self.explains) != nil { told.insert(trail.job.number) }
    }

    /// Of the year or still open.
    private func isTold(_ suspicion: Suspicion) -> Bool { suspicion.isOpen || suspicion.day.year == year }

    /// What a check finds, of the year or still open.
    package func found(by code: ExceptionCode) -> [Suspicion] { hits[code] ?? others(code).filter(isTold) }

    /// What a check finds by looking at one job.
    private func found(_ code: ExceptionCode, _ trail: JobTrail) -> [Suspicion] {
        switch code {
        case .e01: one(missingForm(trail))
        case .e02: one(overdueForm(trail))
        case .e03: aboveSigned(trail)
        case .e04: aboveClaim(trail)
        case .e05: slipsBehindWork(trail)
        case .e07: paidBeforeInvoice(trail)
        case .e08: one(settledWithoutInvoice(trail))
        case .e09: one(overduePayable(trail))
        case .e10: one(overdueRetention(trail))
        case .e11: one(dispatchedUnsigned(trail))
        case .e12: paidOnHolidays(trail)
        case .e14: paidToNewAccounts(trail)
        case .e15: one(signedAtOnce(trail))
        case .e16: one(photosMissing(trail))
        case .e17: one(transferredMoneyElsewhere(trail))
        case .e18: one(managedWithoutHazard(trail))
        case .e19: paidInLaterYear(trail)
        case .e24: one(aboveAgreedPrices(trail))
        case .e06, .e13, .e20, .e21, .e22, .e23: []
        }
    }

    private func one(_ suspicion: Suspicion?) -> [Suspicion] { suspicion.map { [$0] } ?? [] }

    /// What a check finds by looking at all jobs beside each other, or at none.
    private func others(_ code: ExceptionCode) -> [Suspicion] {
        switch code {
        case .e06: surveyorsWhoClaim
        case .e13: roundAmounts
        case .e20: availableBelowNothing
        case .e21: suspectedSplits
        case .e22: longUnmatched
        case .e23: numbersTwice
        case .e01, .e02, .e03, .e04, .e05, .e07, .e08, .e09, .e10, .e11, .e12, .e14, .e15, .e16, .e17, .e18, .e19, .e24: []
        }
    }

    /// The words with which a job's note explains what was found.
    static let explains = "疑点说明"

    /// How many of some findings are explained by a note of one of their jobs.
    func explained(_ found: [Suspicion]) -> Int { found.count { $0.jobs.contains(where: told.contains) } }
}

extension JobTrail {
    /// What the job is about in money: what was approved, before that what was signed.
    var amount: Fen { job.settlement?.approved ?? job.signedTotal ?? .zero }
}
