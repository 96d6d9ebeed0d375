import Bank
package import Jobs
package import Kernel
import Ledger

/// What a command comes to: facts and the lines they book. Not yet recorded.
package struct Decision: Equatable, Sendable {
    package let role: Role
    package let timing: Timing
    package let job: Code?
    package let event: Event
    package let drafts: [Posting.Draft]

    /// The record of this decision: the next number of the chain, vouchers numbered in the year of their day.
    package func record(of command: Command, via: Via? = nil, in state: State) throws(Refusal) -> Record {
        Record(
            seq: state.head.seq + 1, org: command.org, id: command.id, by: command.by, role: role, via: via, at: timing.at,
            recorded: timing.recorded, rules: Posting.version, job: job, command: command.content, events: [event],
            vouchers: try Posting.vouchers(of: drafts, after: state.counters))
    }
}

/// `decide(state, command, clock)`: pure, and the only place where a command becomes events.
package enum Rules {
    /// Decides a command on a state that holds what the command names. The caller has looked at its id
    /// before. Throws the refusal that names why not.
    package static func decide(_ command: Command, on state: State, clock: Clock) throws(Refusal) -> Decision {
        let timing = try Timing.resolve(command, state, clock)
        try checkSealed(command, state, timing.at)
        try checkSeen(command, state)
        let ruling = try rule(command, state, timing.at)
        let drafts = Posting.drafts(for: ruling.event, in: Posting.Context(state, at: timing.at, job: ruling.job))
        try check(drafts, state, job: ruling.job)
        return Decision(role: ruling.role, timing: timing, job: ruling.job, event: ruling.event, drafts: drafts)
    }

    /// Who acts in which role, and what comes of it.
    struct Ruling {
        let role: Role
        let event: Event
        var job: Code?
    }

    private static func rule(_ command: Command, _ state: State, _ at: Instant) throws(Refusal) -> Ruling {
        if case .openStreet(let form) = command.action { return try open(form, command, state) }
        guard let street = state.street else { throw Refusal(.orgUnknown, ["org": command.org.text]) }
        let user = try state.actor(command.by)
        switch command.action {
        case .unfit(let refusal): throw refusal
        case .openStreet: throw Refusal(.orgExists, ["org": street.code.text])
        case .join(let form): return try join(form, user, street)
        case .addUser(let form): return try addUser(form, user, state)
        case .disableUser(let form): return try disableUser(form, user, state)
        case .adoptPolicy(let form): return try adopt(form, user, state, street, at)
        case .addContractor(let contractor): return try add(contractor, user, state)
        case .updateContractor(let form): return try update(form, user, state)
        case .agree(let form): return try agree(form, user, state)
        case .addEstate(let estate): return try add(estate, user, state)
        case .appropriate(let form): return try appropriate(form, user, state, street, at)
        case .transferFunds(let form): return try transfer(form, user, state, at)
        case .recall(let form): return try recall(form, user, state, at)
        case .receive(let form): return try receive(form, user, state, at)
        case .returnFunds(let form): return try giveBack(form, user, state, at)
        case .correct(let form): return try correct(form, user, state, at)
        case .enterBank(let form): return try enter(form, user, state, at)
        case .importStatement(let form): return try importStatement(form, user, state, at)
        case .voidStatement(let form): return try voidStatement(form, user, state)
        case .makeMatch(let form): return try makeMatch(form, user, state)
        case .undoMatch(let form): return try undoMatch(form, user, state)
        case .closeYear(let form): return try closeYear(form, user, state, street, at)
        case .assessYear(let form): return try assessYear(form, user, state, street, at)
        case .sealAccess(let form): return try sealAccess(form, user, street, at)
        case .call(let form): return try call(form, context(user, state, at), state)
        case .job(let name, let action): return try step(name, action, command, user, state, at)
        }
    }

    private static func context(_ user: User, _ state: State, _ at: Instant) throws(Refusal) -> JobContext {
        JobContext(
            policy: try state.policy(on: at.day), at: at, by: user, register: state.register, ledger: state.ledger,
            jobs: state.jobs, street: state.street?.name, opened: state.street?.openedAt.day,
            lapses: state.lapses(on: at.day))
    }

    private static func call(_ form: CallForm, _ context: JobContext, _ state: State) throws(Refusal) -> Ruling {
        let number = try state.next(Counter(.job, context.at.day.year))
        let (event, role) = try JobRules.call(form, number: number, in: context)
        return Ruling(role: role, event: .job(job: number, event: event), job: number)
    }

    private static func step(
        _ name: JobName, _ action: JobAction, _ command: Command, _ user: User, _ state: State, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let job = try state.job(name)
        if action.verb.demandsUnmoved { try checkUnmoved(job, since: command.seen) }
        if case .refund(let form) = action { try checkMistaken(form, job, state) }
        let context = JobContext(
            policy: try state.policy(on: at.day), at: at, by: user, register: state.register, ledger: state.ledger,
            jobs: state.jobs, street: state.street?.name, opened: state.street?.openedAt.day,
            settlementNo: action.verb == .settle ? try state.next(Counter(.settlement, at.day.year)) : nil,
            transfer: state.transfer(of: action, job), lapses: state.lapses(on: at.day))
        let (event, role) = try JobRules.decide(action, on: job, in: context)
        return Ruling(role: role, event: .job(job: job.number, event: event), job: job.number)
    }

    /// Nothing happens in a year that is shut. Its close says so by itself. Throws `time.sealed`.
    private static func checkSealed(_ command: Command, _ state: State, _ at: Instant) throws(Refusal) {
        if case .closeYear = command.action { return }
        try state.demandOpen(at.day)
    }

    /// Nobody has seen a record that is not there yet. Throws `input.value`.
    private static func checkSeen(_ command: Command, _ state: State) throws(Refusal) {
        guard let seen = command.seen, !(0...state.head.seq).contains(seen) else { return }
        throw Refusal(.inputValue, ["field": "seen", "value": String(seen), "expected": "0–\(state.head.seq)"])
    }

    /// What somebody saw is what they sign. Throws `job.moved`.
    private static func checkUnmoved(_ job: Job, since seen: Int?) throws(Refusal) {
        guard let seen, let moved = job.moved, moved.seq > seen else { return }
        throw Refusal(.jobMoved, [
            "job": job.number.text, "seen": String(seen), "now": String(moved.seq), "by": moved.by.text,
        ]).adding("do", moved.verb.does, moved.verb.title)
    }

    /// What a statement shows was made: it may come back, but it was not entered by mistake. Throws
    /// `refund.matched`.
    private static func checkMistaken(_ form: RefundForm, _ job: Job, _ state: State) throws(Refusal) {
        guard form.cause == .mistaken, let payment = job.payment(form.paymentNo) else { return }
        for custody in Custody.allCases {
            let item = state.bank.items[BookItem.Key(custody, ItemName(.payment, payment.paymentNo))]
            guard let match = item?.match else { continue }
            throw Refusal(.refundMatched, ["paymentNo": payment.paymentNo.text, "match": String(match)])
        }
    }

    /// No line before the street was opened or in a year that is shut, and the limits of the ledger and of
    /// the job (design §7, §12).
    private static func check(_ drafts: [Posting.Draft], _ state: State, job: Code?) throws(Refusal) {
        for draft in drafts {
            try draft.day.demand(after: state.street?.openedAt.day)
            try state.demandOpen(draft.day)
            assert(draft.lines.areBalanced, "a posting rule makes a voucher that does not balance")
        }
        try state.ledger.check(drafts.compactMap { .limited($0.day, $0.lines, in: $0.phase) })
        if let job = job.flatMap({ state.jobs[$0] }) { try job.check(drafts.flatMap(\.lines)) }
    }
}
