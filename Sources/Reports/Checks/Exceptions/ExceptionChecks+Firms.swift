import Jobs
import Kernel
import Ledger

/// Firms, people, and whose money was used for what.
extension ExceptionChecks {
    /// From how many jobs of one firm on it is remarkable that one person surveyed and claimed.
    static let dutiesFrom = 3
    /// Days after a change of account in which a payment is remarkable.
    static let accountDays = 7
    /// The share of round amounts above which a firm is named, in percent.
    static let roundShare = 30
    static let round = Fen(100_000)

    mutating func takeFirms(_ trail: JobTrail) {
        let (job, number) = (trail.job, trail.job.number)
        if let claim = job.claim, let at = job.claimedAt, at.day.year == year, let firm = job.contractor,
           job.surveyors.contains(claim.by) {
            let name = snapshot.names.users[claim.by]?.text ?? claim.by.text
            firms.claims.append((firm.text + "/" + claim.by.text, Suspicion([number], name, on: at.day, claim.total)))
        }
        guard let settlement = job.settlement, settlement.at.day.year == year else { return }
        let firm = job.contractor?.text ?? ""
        firms.settled[firm, default: 0] += 1
        if settlement.approved.value % Self.round.value == 0 {
            let name = snapshot.names.firm(job.contractor)
            firms.round[firm, default: []].append(Suspicion([number], name, on: settlement.at.day, settlement.approved))
        }
    }

    /// Claims of the year whose claimant is one of the surveyors, of a firm with three or more by that
    /// person.
    var surveyorsWhoClaim: [Suspicion] {
        let count = Dictionary(grouping: firms.claims, by: \.key).mapValues(\.count)
        return firms.claims.filter { count[$0.key, default: 0] >= Self.dutiesFrom }.map(\.hit)
    }

    /// The round ones of a firm's settlements of the year, where they are more than three in ten.
    var roundAmounts: [Suspicion] {
        firms.round.sorted { $0.key < $1.key }.flatMap { firm, round in
            round.count * 100 > firms.settled[firm, default: 0] * Self.roundShare ? round : []
        }
    }

    func paidToNewAccounts(_ trail: JobTrail) -> [Suspicion] {
        payments(trail) { payment in
            let changes = trail.job.contractor.flatMap { registers.accountChanges[$0] } ?? []
            return changes.contains { (0...Self.accountDays).contains(payment.day - $0.day) }
        }
    }

    /// The appropriations whose sources pay for transferred estates only.
    static func transferred(_ snapshot: Snapshot) -> Set<Code> {
        let sources = Set(snapshot.policy.sources.filter { $0.tenures == [.transferred] }.map(\.code))
        return Set(snapshot.ledger.appropriations.filter { sources.contains($0.source) }.map(\.code))
    }

    /// Money of sources that pay for transferred estates only, held by or paid for a job of another place.
    func transferredMoneyElsewhere(_ trail: JobTrail) -> Suspicion? {
        let job = trail.job
        let own = job.holdings.filter { transferred.contains($0.appropriation) }
        let amount = HeldStatus.allCases.flatMap { status in own.map { $0[status] } }.sum
        let isTransferred = job.estate.flatMap { registers.estates[$0] }?.transferred == true
        guard amount != .zero, !(job.tenure == .transferred && isTransferred) else { return nil }
        return Suspicion([job.number], on: (trail.signed?.at ?? job.calledAt).day, amount)
    }

    func managedWithoutHazard(_ trail: JobTrail) -> Suspicion? {
        guard let accepted = trail.job.acceptedAt, trail.job.tenure == .managed, trail.job.hazard == nil else { return nil }
        return Suspicion([trail.job.number], on: accepted.day, trail.amount)
    }

    /// One for each group, on its last day in the year.
    var suspectedSplits: [Suspicion] {
        SplitSearch(signed, snapshot.policy, year: year).groups.map { group in
            let days = group.jobs.map(group.day(of:)).filter { $0.year == year }
            return Suspicion(group.jobs.map(\.number), group.rule.rawValue, on: days.max() ?? Day.last(of: year), group.sum)
        }
    }
}

/// What the checks of firms look at beside each other.
struct FirmFindings: Sendable {
    /// Claims by a surveyor, with firm and person.
    var claims: [(key: String, hit: Suspicion)] = []
    /// How many settlements a firm had, and those of round amounts.
    var settled: [String: Int] = [:]
    var round: [String: [Suspicion]] = [:]
}
