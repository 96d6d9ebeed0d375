package import Kernel
import Ledger

/// Jobs that look like one job split to stay under a tier (design §8).
package enum SplitAlarm {
    /// The numbers of signed jobs of the same site and category, called within the policy's days of each
    /// other, of which some together need a higher tier than any of them alone. It alarms; it forbids
    /// nothing.
    package static func jobs(_ jobs: [Job], policy: Policy) -> Set<Code> {
        // Places in the list are grouped, not jobs: those are large, and few share an address.
        let places = Dictionary(grouping: jobs.indices.filter { isCounted(jobs[$0]) }) {
            Place(site: jobs[$0].scope.address.text.comparedAddress, category: jobs[$0].category)
        }
        let found = places.values.filter { $0.count > 1 }.flatMap { group in
            sets(of: group.map { jobs[$0] }, within: policy.splitAlarm.days, by: { $0.calledAt.day }, policy)
        }
        return Set(found.joined().map(\.number))
    }

    private struct Place: Hashable {
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
    package static func sets(of jobs: [Job], within days: Int, by day: (Job) -> Day, _ policy: Policy) -> [[Job]] {
        guard jobs.count > 1 else { return [] }
        let ordered = jobs.enumerated().sorted { (day($0.element), $0.offset) < (day($1.element), $1.offset) }.map(\.element)
        let found = ordered.indices.flatMap { index in
            split(ordered[index...].prefix { day($0) - day(ordered[index]) <= days }, policy)
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
    private static func split(_ near: ArraySlice<Job>, _ policy: Policy) -> [[Job]] {
        policy.tiers.map(\.role.rank).compactMap { rank in
            let within = near.filter { policy.tier(of: $0.currentTotal).rank <= rank }
            guard within.count > 1, let sum = try? Fen.sum(within.map(\.currentTotal)) else { return nil }
            return policy.tier(of: sum).rank > rank ? Array(within) : nil
        }
    }
}

extension [Day] {
    /// The first and the last of days in order.
    fileprivate var ends: (Day, Day)? { first.flatMap { first in last.map { (first, $0) } } }
}
