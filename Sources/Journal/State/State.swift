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
    /// What the records applied since the start have changed, so that a store writes that and nothing else.
    package internal(set) var touched: Set<Touched> = []

    package init() {}

    /// A job by number or by outside number. Throws `job.unknown`.
    package func job(_ name: JobName) throws(Refusal) -> Job {
        guard let job = find(name) else { throw Refusal(.jobUnknown, ["job": name.text]) }
        return job
    }

    package func find(_ name: JobName) -> Job? {
        switch name {
        case .number(let number): jobs[number]
        case .ref(let ref): register.taken[Unique(.ref, ref.text)].flatMap { jobs[$0] }
        }
    }

    /// The next number of a gapless count.
    func next(_ counter: Counter) throws(Refusal) -> Code { try counter.number((counters[counter] ?? 0) + 1) }

    /// The policy of a day: the latest effective by then, or else the first (design §12). Throws `policy.missing`.
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
}
