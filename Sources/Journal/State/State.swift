package import Bank
package import Jobs
package import Kernel
package import Ledger

/// What a street's journal has come to: all of it after a replay, or just the part that one command needs.
package struct State: Sendable {
    package var street: Street?
    package var head = Head()
    package var counters: [Counter: Int] = [:]
    /// In the order of adoption.
    package var policies: [PolicyVersion] = []
    package var register = Register()
    package var ledger = Ledger()
    package var jobs: [Code: Job] = [:]
    package var bank = BankBook()
    /// Records of the fund by their number.
    package var fundEntries: [Int: FundEntry] = [:]
    package var closedYears: [Int: ClosedYear] = [:]
    /// What the close of a year looks at besides; nil for every other command.
    package var atYearEnd: YearEndView?
    /// What was loaded; nil when everything is here.
    package private(set) var scope: Needs?
    /// What the records applied since the start have changed, so that a store writes that and nothing else.
    package internal(set) var touched: Set<Touched> = []

    package init() {}

    /// A job by number or by outside number. Throws `job.unknown`.
    package func job(_ name: JobName) throws(Refusal) -> Job {
        guard let job = find(name) else { throw Refusal(.jobUnknown, ["job": name.text]) }
        return job
    }

    /// Whether a job is here: asked of the number alone, since handing out a job copies it.
    package func knows(_ job: Code) -> Bool { jobs.index(forKey: job) != nil }

    /// The contractor of a job, without a copy of the job.
    func contractor(of job: Code) -> Code? { jobs.index(forKey: job).flatMap { jobs.values[$0].contractor } }

    /// ``Job/check(_:)`` of a job that is here, where it lies.
    func check(_ lines: [Line], of job: Code) throws(Refusal) {
        guard let index = jobs.index(forKey: job) else { return }
        try jobs.values[index].check(lines)
    }

    package func find(_ name: JobName) -> Job? {
        assert(scope?.jobs.contains(name) ?? true, "a rule looks at a job that no command needs: \(name.text)")
        return switch name {
        case .number(let number): jobs[number]
        case .ref(let ref): register.owner(of: .ref(ref)).flatMap { jobs[$0] }
        }
    }

    /// Whoever acts or asks. Throws `user.unknown`, `user.disabled`.
    package func actor(_ code: Code) throws(Refusal) -> User {
        guard let user = register.user(code) else { throw Refusal(.userUnknown, ["user": code.text]) }
        if !user.active { throw Refusal(.userDisabled, ["user": code.text]) }
        return user
    }

    /// A record of the fund. Throws `correct.unknown`.
    func fundEntry(_ seq: Int) throws(Refusal) -> FundEntry {
        assert(scope?.fundEntries.contains(seq) ?? true, "a rule looks at a record that no command needs: \(seq)")
        guard let found = fundEntries[seq] else { throw Refusal(.correctUnknown, ["record": String(seq)]) }
        return found
    }

    /// Every job that has not ended.
    var openJobs: [Job] {
        assert(scope?.openJobs ?? true, "a rule looks at jobs that no command needs")
        return jobs.values.filter { !$0.works.isEnd }.sorted { $0.number.text < $1.number.text }
    }

    /// All jobs in the order of their numbers. Numbers are sorted, not jobs: those are large.
    package var jobsInOrder: [Job] {
        jobs.keys.map { (key: $0.inOrder, job: $0) }.sorted { $0.key < $1.key }.compactMap { jobs[$0.job] }
    }

    /// Says what of the state is here, so that asking for more is noticed.
    package mutating func narrow(to needs: Needs) {
        scope = needs
        register.scope = needs.register
        for name in needs.jobs { if case .ref(let ref) = name { register.scope?.uniques.insert(.ref(ref)) } }
        register.scope?.uniques.formUnion(needs.ownersOf)
    }

    /// Says that no command is being decided: whatever is here may be asked for.
    package mutating func widen() {
        scope = nil
        register.scope = nil
    }

    /// Says that what was changed so far is stored.
    package mutating func settle() {
        touched = []
        ledger.forgetTurnover()
    }

    /// Leaves a job out. Whatever changes it later marks it as touched all the same.
    package mutating func forget(_ job: Code) {
        jobs[job] = nil
        touched.remove(.job(job))
    }

    /// Forgets which values were taken or set free.
    package mutating func forgetTakings() {
        touched = touched.filter { if case .taken = $0 { false } else { true } }
    }

    /// The next number of a gapless count.
    func next(_ counter: Counter) throws(Refusal) -> Code { try counter.number((counters[counter] ?? 0) + 1) }

    /// The policy of a day: the latest effective by then, or else the first (design §12). Throws
    /// `policy.missing`.
    package func policy(on day: Day) throws(Refusal) -> Policy {
        let effective = policies.filter { $0.effective <= day }
        let latest = effective.max { ($0.effective, $0.seq) < ($1.effective, $1.seq) } ?? policies.first
        guard let latest else { throw Refusal(.policyMissing) }
        return latest.policy
    }
}

/// A part of the state that a record changed.
package enum Touched: Hashable, Sendable {
    case counter(Counter)
    case user(Code)
    case policy(Int)
    case contractor(Code)
    case agreement(RateAgreement)
    case estate(Code)
    case appropriation(Code)
    case standing(Code, Account)
    case job(Code)
    case taken(Unique)
    case bankAccount(Label)
    case bankLine(LineID)
    case bookItem(BookItem.Key)
    case match(Int)
    case fundEntry(Int)
    case closedYear(Int)
}
