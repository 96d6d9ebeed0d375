package import Kernel
package import Ledger

/// What a rule may look at besides the job: nothing here reads a clock, a file or a database.
package struct JobContext: Sendable {
    /// The policy in force on the day of `at`.
    package let policy: Policy
    package let at: Instant
    package let by: User
    package let register: Register
    package let ledger: Ledger
    /// Other jobs the command names.
    package let others: [JobName: Job]
    /// The street's own name.
    package let street: Label?
    /// The next number of a settlement sheet.
    package let settlementNo: Code?

    package init(
        policy: Policy, at: Instant, by: User, register: Register, ledger: Ledger, others: [JobName: Job] = [:],
        street: Label? = nil, settlementNo: Code? = nil
    ) {
        self.policy = policy
        self.at = at
        self.by = by
        self.register = register
        self.ledger = ledger
        self.others = others
        self.street = street
        self.settlementNo = settlementNo
    }

    var calendar: WorkCalendar { policy.calendar.calendar }
}
