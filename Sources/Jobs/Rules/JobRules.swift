package import Kernel

/// The rules of a job: who may do what when, and what comes of it. One file a rule; this one asks them in order.
package enum JobRules {
    /// Decides a step on a job, or refuses it: first the role, then the state by the transition table, then the order of
    /// time, then the row's guards, then the form itself. Returns the event and the role in which the user acted.
    package static func decide(
        _ action: JobAction, on job: Job, in context: JobContext
    ) throws(Refusal) -> (event: JobEvent, role: Role) {
        let row = try permit(action, on: job, by: context.by)
        try checkOrder(of: action.verb, on: job, at: context.at)
        for condition in row.guards { try condition.check(action, job, context) }
        let role = try context.by.role(for: row, action, job, context)
        return (try event(action, job, context), role)
    }

    /// The row that allows the step in this state to this user. Throws `role.required`, `job.ended`, `job.state`.
    private static func permit(_ action: JobAction, on job: Job, by user: User) throws(Refusal) -> Transition {
        let all = TransitionTable.rows.filter { $0.verb == action.verb }
        guard all.contains(where: { $0.roles.contains(where: user.has) }) else { throw roleRequired(all, action.verb) }
        let wanted = action.outcome(on: job)
        let here = all.filter { $0.starts(at: job.works, job.papers) && (wanted == nil || $0.outcome == wanted) }
        guard !here.isEmpty else { throw wrongState(action.verb, job) }
        guard let row = here.first(where: { $0.roles.contains(where: user.has) }) else {
            throw roleRequired(here, action.verb)
        }
        return row
    }

    static func roleRequired(_ rows: [Transition], _ verb: Verb) -> Refusal {
        let roles = Role.allCases.filter { role in rows.contains { $0.roles.contains(role) } }
        return Refusal.roleRequired(roles, does: verb.does, verb.title)
    }

    private static func wrongState(_ verb: Verb, _ job: Job) -> Refusal {
        Refusal(job.works.isEnd ? .jobEnded : .jobState, ["job": job.number.text])
            .adding("does", verb.does, verb.title)
            .adding("works", job.works.rawValue, job.works.title)
            .adding("papers", job.papers.rawValue, job.papers.title)
    }

    /// Steps of a track are in time order among themselves, none comes before the call (design §12). A suspension begins
    /// after every step so far and is not resumed before it began: it must not stop a clock that has already run.
    private static func checkOrder(of verb: Verb, on job: Job, at: Instant) throws(Refusal) {
        let papers = job.lastPapers ?? job.calledAt
        let floor: Instant = switch verb.track {
        case .works: job.lastWorks
        case .papers: papers
        case .both: max(job.lastWorks, papers)
        case .neither: verb == .note ? job.calledAt : job.suspension?.since ?? max(job.lastWorks, papers)
        }
        if at < floor { throw Refusal(.timeOrder, ["at": at.text, "previous": floor.text]) }
    }

    private static func event(_ action: JobAction, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        switch action {
        case .call: throw Refusal(.jobState)
        case .accept(let form): try accept(form, job, context)
        case .reject(let form): .rejected(reason: form.reason, released: job.open)
        case .transfer(let form): .transferred(unit: form.unit, reason: form.reason, released: job.open)
        case .merge(let form): try merge(form, job, context)
        case .visit(let form): try visit(form)
        case .survey(let form): try survey(form, job, context)
        case .authorize(let form): try authorize(form, job, context)
        case .sign(let form): try sign(form, job, context)
        case .dispatch(let form): try dispatch(form, context)
        case .start(let form): .started(form: form)
        case .finish(let form): .finished(form: form)
        case .inspect(let form): .inspected(form: form)
        case .change(let form): try change(form, job)
        case .claim(let form): try claim(form, job, context)
        case .review(let form): try review(form, job)
        case .dispute(let form): .disputed(reason: form.reason)
        case .resolve(let form): .resolved(note: form.note)
        case .settle(let form): try settle(form, job, context)
        case .invoice(let form): try register(form, job, context)
        case .pay(let form): try pay(form, job, context)
        case .release(let form): try release(form, job, context)
        case .refund(let form): try refund(form, job)
        case .reverse(let form): try reverse(form, job)
        case .callback(let form): try callBack(form)
        case .close: .closed
        case .cancel(let form): .cancelled(reason: form.reason, released: job.open)
        case .suspend(let form): try suspend(form, context)
        case .resume: resume(job, context)
        case .note(let form): .noted(form: form)
        }
    }
}

extension JobAction {
    /// Which of the verb's rows is asked for, where the form already says it.
    func outcome(on job: Job) -> Transition.Outcome? {
        switch self {
        case .sign(let form): form.slip == nil ? .form : .slip
        case .inspect(let form): form.pass ? .pass : .fail
        case .refund(let form):
            job.payments.first { $0.paymentNo == form.paymentNo }.map { $0.kind == .payment ? .payment : .retention }
        case .call, .accept, .reject, .transfer, .merge, .visit, .survey, .authorize, .dispatch, .start, .finish, .change,
             .claim, .review, .dispute, .resolve, .settle, .invoice, .pay, .release, .reverse, .callback, .close, .cancel,
             .suspend, .resume, .note: nil
        }
    }
}

extension Refusal {
    /// `role.required`: which roles may do it instead.
    package static func roleRequired(_ roles: [Role], does: String, _ title: Phrase) -> Refusal {
        let list = { (language: Language) in
            roles.map { $0.title(language) }.joined(separator: language == .zh ? "、" : ", ")
        }
        return Refusal(.roleRequired)
            .adding("does", does, title)
            .adding("roles", roles.map(\.rawValue).joined(separator: ", "), Phrase(list(.zh), list(.en)))
    }
}

extension User {
    /// The role in which the user takes the step: where a tier decides, the lowest that is high enough.
    func role(
        for row: Transition, _ action: JobAction, _ job: Job, _ context: JobContext
    ) throws(Refusal) -> Role {
        let held = row.roles.filter(has)
        guard row.guards.contains(.tier), let amount = try Tiers.amount(of: action, on: job) else {
            return held[0]
        }
        let needed = context.policy.tier(of: amount).rank
        return held.first { $0.rank >= needed } ?? held[0]
    }
}
