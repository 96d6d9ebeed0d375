package import Kernel
import Ledger

/// Jobs that look like one job split to stay under a tier (design §8).
package enum SplitAlarm {
    /// The numbers of signed jobs of the same site and category, called within the policy's days of each
    /// other, of which some together need a higher tier than any of them alone. It alarms; it forbids
    /// nothing.
    package static func jobs(_ jobs: [Job], policy: Policy) -> Set<Code> {
        // Places in the list are grouped, not jobs: those are large, and few share an address.
        let groups = Dictionary(grouping: jobs.indices.filter { isCounted(jobs[$0]) }) {
            Place(site: jobs[$0].scope.address, category: jobs[$0].category)
        }
        return groups.values.reduce(into: []) { alarms, group in
            if group.count > 1 { alarms.formUnion(alarmed(group.map { jobs[$0] }, policy)) }
        }
    }

    private struct Place: Hashable {
        let site: Label
        let category: Code
    }

    /// Signed, and not turned away or cancelled.
    private static func isCounted(_ job: Job) -> Bool {
        job.signedTotal != nil && (!job.works.isEnd || job.works == .closed)
    }

    private static func alarmed(_ group: [Job], _ policy: Policy) -> Set<Code> {
        let ordered = group.sorted { $0.calledAt < $1.calledAt }
        var alarmed: Set<Code> = []
        for (index, first) in ordered.enumerated() {
            let near = ordered[index...].prefix { $0.calledAt.day - first.calledAt.day <= policy.splitAlarm.days }
            alarmed.formUnion(split(near, policy))
        }
        return alarmed
    }

    /// Each tier's jobs and the smaller ones, when their sum is above that tier: a large job does not hide
    /// small ones.
    private static func split(_ near: ArraySlice<Job>, _ policy: Policy) -> [Code] {
        policy.tiers.map(\.role.rank).flatMap { rank in
            let within = near.filter { policy.tier(of: $0.currentTotal).rank <= rank }
            guard within.count > 1, let sum = try? Fen.sum(within.map(\.currentTotal)) else { return [Code]() }
            return policy.tier(of: sum).rank > rank ? within.map(\.number) : []
        }
    }
}
