import Kernel

extension JobRules {
    /// Accepting decides the scope and sets the deadlines, counted from the call: the resident has been
    /// waiting since then, but for the time in which the job was suspended. The estate's community is the
    /// job's.
    static func accept(_ form: AcceptForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let scope = JobScope(
            category: form.category ?? job.category, tenure: form.tenure, estate: form.estate ?? job.estate,
            urgency: form.urgency, hazard: form.hazard ?? job.hazard, address: job.scope.address, community: job.community)
        let estate = try ScopeRule.check(scope, reason: form.reason, context)
        return .accepted(
            form: form, category: scope.category, due: try due(scope, form.urgency, job, context),
            community: estate?.community ?? job.community)
    }

    /// Deadlines of a scope: counted from the call, moved by every suspension that is over. Throws
    /// `category.unknown`.
    static func due(
        _ scope: JobScope, _ urgency: Urgency, _ job: Job, _ context: JobContext
    ) throws(Refusal) -> Due {
        let category = try context.policy.category(scope.category)
        let fresh = Due(
            arrive: category.arrive[urgency], finish: category.finish[urgency], from: job.calledAt,
            in: context.calendar)
        return job.pauses.reduce(fresh) { $0.moved(by: $1, in: context.calendar) }
    }

    /// A job may be merged into another that is still open. Throws `job.unknown`, `merge.into`.
    static func merge(_ form: MergeForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        guard let into = context.find(form.into) else { throw Refusal(.jobUnknown, ["job": form.into.text]) }
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

    /// Throws `input.value`.
    static func rate(_ form: RateForm) throws(Refusal) -> JobEvent {
        guard (1...5).contains(form.satisfied) else {
            throw Refusal(.inputValue, [
                "field": "with.satisfied", "value": String(form.satisfied), "expected": "1–5",
            ])
        }
        return .rated(form: form)
    }
}
