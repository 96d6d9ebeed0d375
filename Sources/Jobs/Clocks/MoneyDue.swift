package import Kernel
import Ledger

/// A day by which money is to move, with whether it has passed.
package struct MoneyDue: Sendable, Equatable {
    package let day: Day
    package let isOverdue: Bool
    /// Past the longest time that a contract may agree on.
    package let isPastLongest: Bool
}

extension Job {
    /// The day from which payment and warranty count: that of the inspection that passed the work, which is
    /// never after the settlement; nil before a settlement.
    package var acceptedOn: Day? { settlement.map { (passedAt ?? $0.at).day } }

    /// When what is payable is to be paid, by the policy's days (保障中小企业款项支付条例), as it stands at a moment;
    /// nil when nothing is payable.
    package func payment(_ policy: Policy, asOf: Instant) -> MoneyDue? {
        guard let start = acceptedOn, held(.payable).isPositive else { return nil }
        let due = start + policy.payWithin
        return MoneyDue(
            day: due, isOverdue: asOf.day > due, isPastLongest: asOf.day > start + Policy.payWithinAtMost)
    }

    /// When the retention still held may be released, as it stands at a moment; nil when there is none.
    package func retention(asOf: Instant) -> MoneyDue? {
        guard let due = settlement?.retentionDue, held(.retention).isPositive else { return nil }
        return MoneyDue(day: due, isOverdue: asOf.day > due, isPastLongest: false)
    }
}
