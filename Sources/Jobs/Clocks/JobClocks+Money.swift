package import Kernel
import Ledger

/// A day by which money is to move, with whether it has passed.
package struct MoneyDue: Sendable, Equatable {
    package let day: Day
    package let isOverdue: Bool
    /// Past the longest time that a contract may agree on.
    package let isPastLongest: Bool
}

extension JobClocks {
    /// The day from which payment and warranty count: that of the inspection that passed the work, which is
    /// never after the settlement; nil before a settlement.
    package var acceptedOn: Day? { job.settlement.map { (job.passedAt ?? $0.at).day } }

    /// When what is payable is to be paid, by the policy's days (保障中小企业款项支付条例); nil when nothing is payable.
    package func payment(_ policy: Policy) -> MoneyDue? {
        guard let start = acceptedOn, job.held(.payable).isPositive else { return nil }
        let due = start + policy.payWithin
        return MoneyDue(
            day: due, isOverdue: asOf.day > due, isPastLongest: asOf.day > start + Policy.payWithinAtMost)
    }

    /// When the retention still held may be released; nil when there is none.
    package var retention: MoneyDue? {
        guard let due = job.settlement?.retentionDue, job.held(.retention).isPositive else { return nil }
        return MoneyDue(day: due, isOverdue: asOf.day > due, isPastLongest: false)
    }
}
