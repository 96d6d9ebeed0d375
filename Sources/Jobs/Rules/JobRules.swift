package import Kernel

/// The rules of a job: who may do what when, and what comes of it. One file a rule; this one asks them in
/// order.
package enum JobRules {
    /// Decides a step on a job, or refuses it: first the role, then the state by the transition table, then
    /// the order of time, then the row's guards, then the form itself. Returns the event and the role in
    /// which the user acted.
    package static func decide(
        _ action: JobAction, on job: Job, in context: JobContext
    ) throws(Refusal) -> (event: JobEvent, role: Role) {
        let row = try permit(action, on: job, by: context.by)
        try StepOrder.check(row, on: job, at: context.at)
        for condition in row.guards { try condition.check(action, job, context) }
        let role = try context.by.role(for: row, action, job, context)
        return (try event(action, job, context), role)
    }

    /// The row that allows the step in this state to this user. Throws `role.required`, `job.ended`,
    /// `job.state`.
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
        let next = NextSteps.of(job)
        return Refusal(job.works.isEnd ? .jobEnded : .jobState, ["job": job.number.text])
            .adding("does", verb.does, verb.title)
            .adding("works", job.works.rawValue, job.works.title)
            .adding("papers", job.papers.rawValue, job.papers.title)
            .adding("next", next.map(\.verb.does).joined(separator: ", "), NextSteps.words(next))
    }

    private static func event(_ action: JobAction, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        switch action {
        case .call: throw Refusal(.jobState)
        case .accept(let form): try accept(form, job, context)
        case .regrade(let form): try regrade(form, job, context)
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
        case .rework(let form): .reworked(reason: form.reason)
        case .change(let form): try change(form, job, context)
        case .sendBack(let form): try sendBack(form, job)
        case .claim(let form): try claim(form, job, context)
        case .review(let form): try review(form, job)
        case .dispute(let form): .disputed(reason: form.reason)
        case .resolve(let form): .resolved(note: form.note)
        case .settle(let form): try settle(form, job, context)
        case .invoice(let form): try register(form, job, context)
        case .voidInvoice(let form): try voidInvoice(form, job, context)
        case .pay(let form): try pay(form, job, context)
        case .release(let form): try release(form, job, context)
        case .refund(let form): try refund(form, job, context)
        case .recover(let form): try recover(form, job, context)
        case .withhold(let form): try withhold(form, job)
        case .reverse(let form): try reverse(form, job)
        case .callback(let form): try callBack(form)
        case .rate(let form): try rate(form)
        case .publish(let form): .published(form: form)
        case .close(let form): .closed(reason: form.reason)
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
        case .sendBack(let form):
            switch form.what {
            case .survey: .form
            case .slip: .slip
            case .claim: .claim
            }
        case .refund(let form): job.payment(form.paymentNo).map { $0.kind == .payment ? .payment : .retention }
        case .close(let form): form.reason == nil ? .plain : .word
        case .call, .accept, .regrade, .reject, .transfer, .merge, .visit, .survey, .authorize, .dispatch, .start,
             .finish, .rework, .change, .claim, .review, .dispute, .resolve, .settle, .invoice, .voidInvoice, .pay,
             .release, .recover, .withhold, .reverse, .callback, .rate, .publish, .cancel, .suspend, .resume, .note: nil
        }
    }
}

extension Refusal {
    /// `role.required`: which roles may do it instead.
    package static func roleRequired(_ roles: [Role], does: String, _ title: Phrase) -> Refusal {
        return Refusal(.roleRequired)
            .adding("does", does, title)
            .adding("roles", roles.map(\.rawValue).joined(separator: ", "), roles.titles)
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
