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

    /// Claims of the year whose claimant is one of the surveyors, of a firm with three or more by that
    /// person.
    var surveyorsWhoClaim: [Suspicion] {
        let claims = trails.compactMap { trail -> (key: String, hit: Suspicion)? in
            guard let claim = trail.job.claim, let at = trail.claimedAt, at.day.year == year, let firm = trail.job.contractor,
                  trail.job.surveyors.contains(claim.by) else { return nil }
            let name = snapshot.names.users[claim.by]?.text ?? claim.by.text
            return (firm.text + "/" + claim.by.text, Suspicion([trail.job.number], name, on: at.day, claim.total))
        }
        let count = Dictionary(grouping: claims, by: \.key).mapValues(\.count)
        return claims.filter { count[$0.key, default: 0] >= Self.dutiesFrom }.map(\.hit)
    }

    /// The round ones of a firm's settlements of the year, where they are more than three in ten.
    var roundAmounts: [Suspicion] {
        let settled = trails.filter { $0.job.settlement?.at.day.year == year }
        let firms = Dictionary(grouping: settled) { $0.job.contractor?.text ?? "" }
        return firms.sorted { $0.key < $1.key }.flatMap { _, trails -> [Suspicion] in
            let round = trails.filter { ($0.job.settlement?.approved.value ?? 1) % Self.round.value == 0 }
            guard round.count * 100 > trails.count * Self.roundShare else { return [] }
            return round.compactMap { trail in
                let firm = snapshot.names.firm(trail.job.contractor)
                return trail.job.settlement.map { Suspicion([trail.job.number], firm, on: $0.at.day, $0.approved) }
            }
        }
    }

    var paidToNewAccounts: [Suspicion] {
        payments { trail, payment in
            let changes = trail.job.contractor.flatMap { snapshot.steps.accountChanges[$0] } ?? []
            return changes.contains { (0...Self.accountDays).contains(payment.day - $0.day) }
        }
    }

    /// Money of sources that pay for transferred estates only, held by or paid for a job of another place.
    var transferredMoneyElsewhere: [Suspicion] {
        let sources = Set(snapshot.policy.sources.filter { $0.tenures == [.transferred] }.map(\.code))
        let bound = Set(snapshot.ledger.appropriations.filter { sources.contains($0.source) }.map(\.code))
        return trails.compactMap { trail in
            let job = trail.job
            let own = job.holdings.filter { bound.contains($0.appropriation) }
            let amount = HeldStatus.allCases.flatMap { status in own.map { $0[status] } }.sum
            let isTransferred = job.estate.flatMap { snapshot.steps.estates[$0] }?.transferred == true
            guard amount != .zero, !(job.tenure == .transferred && isTransferred) else { return nil }
            return Suspicion([job.number], on: (trail.signed?.at ?? job.calledAt).day, amount)
        }
    }

    var managedWithoutHazard: [Suspicion] {
        trails.compactMap { trail in
            guard let accepted = trail.job.acceptedAt, trail.job.tenure == .managed, trail.job.hazard == nil else { return nil }
            return Suspicion([trail.job.number], on: accepted.day, trail.amount)
        }
    }

    /// One for each group, on its last day in the year.
    var suspectedSplits: [Suspicion] {
        SplitSearch(snapshot, year: year).groups.map { group in
            let days = group.jobs.map(group.day(of:)).filter { $0.year == year }
            return Suspicion(
                group.jobs.map(\.job.number), group.rule.rawValue, on: days.max() ?? Day.last(of: year), group.sum)
        }
    }
}
