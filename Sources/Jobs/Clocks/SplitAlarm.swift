package import Kernel
import Ledger

/// Jobs that look like one job split to stay under a tier (design §8).
package enum SplitAlarm {
    /// What it looks at of a job that counts.
    package struct Signed: Sendable {
        package let number: Code
        package let calledAt: Instant
        /// With all signed slips.
        package let total: Fen
        fileprivate let place: Place

        /// nil for a job that does not count.
        package init?(_ job: Job) {
            guard SplitAlarm.isCounted(job) else { return nil }
            (number, calledAt, total) = (job.number, job.calledAt, job.currentTotal)
            place = Place(site: job.scope.address.text.comparedAddress, category: job.category)
        }
    }

    /// The numbers of signed jobs of the same site and category, called within the policy's days of each
    /// other, of which some together need a higher tier than any of them alone. It alarms; it forbids
    /// nothing.
    package static func jobs(_ jobs: [Job], policy: Policy) -> Set<Code> {
        Self.jobs(jobs.compactMap { Signed($0) }, policy: policy)
    }

    package static func jobs(_ signed: [Signed], policy: Policy) -> Set<Code> {
        let found = Dictionary(grouping: signed, by: \.place).values.flatMap { group in
            sets(of: group, within: policy.splitAlarm.days, by: { $0.calledAt.day }, policy)
        }
        return Set(found.joined().map(\.number))
    }

    fileprivate struct Place: Hashable {
        /// As addresses are compared everywhere: width, case and blanks do not count.
        let site: String
        let category: Code
    }

    /// Signed, and not turned away or cancelled.
    package static func isCounted(_ job: Job) -> Bool {
        job.signedTotal != nil && (!job.works.isEnd || job.works == .closed)
    }

    /// The largest sets of some jobs that lie within so many days of each other and whose sum needs a higher
    /// tier than each of them alone; none is part of another, and each is in the order of its days.
    package static func sets(
        of jobs: [Signed], within days: Int, by day: (Signed) -> Day, _ policy: Policy
    ) -> [[Signed]] {
        guard jobs.count > 1 else { return [] }
        let dated = jobs.enumerated().map { (day: day($0.element), offset: $0.offset, job: $0.element) }
            .sorted { ($0.day, $0.offset) < ($1.day, $1.offset) }
        var (found, end): ([[Signed]], Int) = ([], 0)
        for start in dated.indices {
            let last = end
            while end < dated.count, dated[end].day - dated[start].day <= days { end += 1 }
            // One that ends where the one before it ended is part of that: a sum only grows with its jobs.
            if end > last { found += split(dated[start..<end].map(\.job), policy) }
        }
        let spans = found.map { (numbers: Set($0.map(\.number)), days: $0.map(day)) }
        return found.indices.filter { index in
            !found.indices.contains { other in
                let (own, others) = (spans[index], spans[other])
                // Days first: they are cheap, and tell most sets apart.
                guard let (from, to) = others.days.ends, let (first, last) = own.days.ends, from <= first, last <= to,
                      index != other else { return false }
                return own.numbers.isStrictSubset(of: others.numbers) || (other < index && own.numbers == others.numbers)
            }
        }.map { found[$0] }
    }

    /// Each tier's jobs and the smaller ones, when their sum is above that tier: a large job does not hide
    /// small ones.
    private static func split(_ near: [Signed], _ policy: Policy) -> [[Signed]] {
        policy.tiers.map(\.role.rank).compactMap { rank in
            let within = near.filter { policy.tier(of: $0.total).rank <= rank }
            guard within.count > 1, let sum = try? Fen.sum(within.map(\.total)) else { return nil }
            return policy.tier(of: sum).rank > rank ? within : nil
        }
    }
}

extension [Day] {
    /// The first and the last of days in order.
    fileprivate var ends: (Day, Day)? { first.flatMap { first in last.map { (first, $0) } } }
}
