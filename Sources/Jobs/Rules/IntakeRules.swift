package import Kernel

extension JobRules {
    /// A call opens a job under the number given. Throws `role.required`, `category.unknown`, `estate.unknown`, `ref.taken`.
    package static func call(
        _ form: CallForm, number: Code, in context: JobContext
    ) throws(Refusal) -> (event: JobEvent, role: Role) {
        let rows = TransitionTable.rows.filter { $0.verb == .call }
        guard let role = rows.first?.roles.first(where: context.by.has) else { throw roleRequired(rows, .call) }
        _ = try context.policy.category(form.category)
        if let estate = form.site.estate { _ = try context.register.estate(estate) }
        if let ref = form.ref, let owner = context.register.taken[Unique(.ref, ref.text)] {
            throw Refusal(.refTaken, ["ref": ref.text, "job": owner.text])
        }
        return (.called(form: form), role)
    }

    /// Accepting decides the scope and sets the deadlines, counted from the call: the resident has been waiting since
    /// then, but for the time in which the job was suspended.
    static func accept(_ form: AcceptForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        try checkScope(form, job, context)
        let category = try context.policy.category(form.category ?? job.category)
        let fresh = Due(
            arrive: category.arrive[form.urgency], finish: category.finish[form.urgency], from: job.calledAt,
            in: context.calendar)
        let due = job.pauses.reduce(fresh) { $0.moved(by: $1, in: context.calendar) }
        return .accepted(form: form, category: category.code, due: due)
    }

    /// The scope of the package (the article; design §6): unowned always; transferred with a listed, transferred estate;
    /// managed only when critical, with a hazard of the policy's list.
    private static func checkScope(_ form: AcceptForm, _ job: Job, _ context: JobContext) throws(Refusal) {
        if let hazard = form.hazard { _ = try context.policy.hazard(hazard) }
        let estate: Estate? = if let code = form.estate ?? job.estate { try context.register.estate(code) } else { nil }
        switch form.tenure {
        case .unowned: break
        case .transferred:
            guard let estate else { throw Refusal(.scopeEstate) }
            if !estate.transferred { throw Refusal(.estateNotTransferred, ["estate": estate.code.text]) }
        case .managed:
            guard form.urgency == .critical, form.hazard != nil else {
                throw Refusal(.scopeManaged).adding("urgency", form.urgency.rawValue, form.urgency.title)
            }
        }
    }

    /// A job may be merged into another that is still open. Throws `job.unknown`, `merge.into`.
    static func merge(_ form: MergeForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        guard let into = context.others[form.into] else { throw Refusal(.jobUnknown, ["job": form.into.text]) }
        guard into.number != job.number, !into.works.isEnd else {
            throw Refusal(.mergeInto, ["into": into.number.text]).adding("works", into.works.rawValue, into.works.title)
        }
        return .merged(into: into.number, reason: form.reason, released: job.open)
    }

    static func visit(_ form: VisitForm) throws(Refusal) -> JobEvent {
        if form.visitors.isEmpty { throw Refusal(.inputEmpty, ["field": "with.visitors"]) }
        return .visited(form: form)
    }

    /// Throws `suspend.until`: the day must be after the day of the suspension.
    static func suspend(_ form: SuspendForm, _ context: JobContext) throws(Refusal) -> JobEvent {
        guard form.until > context.at.day else {
            throw Refusal(.suspendUntil, ["until": form.until.text, "day": context.at.day.text])
        }
        return .suspended(form: form)
    }

    /// The deadlines stood still while the job was suspended; its age did not (design §6).
    static func resume(_ job: Job, _ context: JobContext) -> JobEvent {
        guard let since = job.suspension?.since else { return .resumed(due: job.due) }
        return .resumed(due: job.due?.moved(by: Pause(from: since, to: context.at), in: context.calendar))
    }

    /// Solved and satisfied are said when the caller was reached, and only then. Throws `callback.form`.
    static func callBack(_ form: CallbackForm) throws(Refusal) -> JobEvent {
        let answered = form.solved != nil && form.satisfied.map((1...5).contains) == true
        let silent = form.solved == nil && form.satisfied == nil
        guard form.contacted ? answered : silent else { throw Refusal(.callbackForm) }
        return .calledBack(form: form)
    }
}
