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
    /// Other jobs that the command names or may look at: the one it merges into, the one that has its
    /// outside number, the last one settled at its place.
    package let jobs: [Code: Job]
    /// The street's own name.
    package let street: Label?
    /// The day on which the street was opened: nothing is booked before it.
    package let opened: Day?
    /// The next number of a settlement sheet.
    package let settlementNo: Code?
    /// What was paid before under the number that a payment names.
    package let transfer: Transfer?
    /// The appropriations that can no longer be held on the day of `at`.
    package let lapses: [Code: Lapse]

    package init(
        policy: Policy, at: Instant, by: User, register: Register, ledger: Ledger, jobs: [Code: Job] = [:],
        street: Label? = nil, opened: Day? = nil, settlementNo: Code? = nil, transfer: Transfer? = nil,
        lapses: [Code: Lapse] = [:]
    ) {
        self.policy = policy
        self.at = at
        self.by = by
        self.register = register
        self.ledger = ledger
        self.jobs = jobs
        self.street = street
        self.opened = opened
        self.settlementNo = settlementNo
        self.transfer = transfer
        self.lapses = lapses
    }

    /// A job by number or by outside number; nil where there is none.
    func find(_ name: JobName) -> Job? {
        switch name {
        case .number(let number): jobs[number]
        case .ref(let ref): register.owner(of: .ref(ref)).flatMap { jobs[$0] }
        }
    }

    var calendar: WorkCalendar { policy.calendar.calendar }
}
