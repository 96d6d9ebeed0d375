package import Kernel

extension JobRules {
    /// A call opens a job under the number given. Throws `role.required`, `category.unknown`,
    /// `estate.unknown`, `ref.*`, `input.missingField` for half a position.
    package static func call(
        _ form: CallForm, number: Code, in context: JobContext
    ) throws(Refusal) -> (event: JobEvent, role: Role) {
        let rows = TransitionTable.rows.filter { $0.verb == .call }
        guard let role = rows.first?.roles.first(where: context.by.has) else { throw roleRequired(rows, .call) }
        _ = try context.policy.category(form.category)
        // Here and not in the form: a journal may hold one from before.
        if (form.site.lat == nil) != (form.site.lon == nil) {
            throw Refusal(.inputMissingField, ["field": "with.site." + (form.site.lat == nil ? "lat" : "lon")])
        }
        if let estate = form.site.estate { _ = try context.register.estate(estate) }
        let reopens = try reopened(form, context)
        return (.called(form: form, warranty: covering(form, context)?.number, reopens: reopens), role)
    }

    /// An outside number belongs to one open job. When that has ended, the same number may come again as a
    /// new job that names it, but only when somebody says so. Throws `ref.taken`, `ref.ended`,
    /// `ref.reopen`.
    private static func reopened(_ form: CallForm, _ context: JobContext) throws(Refusal) -> Code? {
        guard let ref = form.ref, let owner = context.register.owner(of: .ref(ref)) else {
            if form.reopen == true { throw Refusal(.refReopen, ["ref": form.ref?.text ?? "—"]) }
            return nil
        }
        guard let earlier = context.jobs[owner], earlier.works.isEnd else {
            throw Refusal(.refTaken, ["ref": ref.text, "job": owner.text])
        }
        if form.reopen == true { return owner }
        throw Refusal(.refEnded, ["ref": ref.text, "job": owner.text])
            .adding("works", earlier.works.rawValue, earlier.works.title)
    }

    /// The job settled last at the same place in the same category, while its warranty runs: from the
    /// inspection that passed its work.
    private static func covering(_ form: CallForm, _ context: JobContext) -> Job? {
        guard let owner = context.register.owner(of: .place(form.scope)), let earlier = context.jobs[owner],
              let until = earlier.settlement?.warranty, let since = earlier.passedAt, since <= context.at,
              context.at.day <= until, Unique.place(earlier.scope) == .place(form.scope) else { return nil }
        return earlier
    }
}

extension CallForm {
    /// Where the call puts its job.
    package var scope: JobScope {
        JobScope(
            category: category, tenure: site.tenure, estate: site.estate, urgency: nil, hazard: nil,
            address: site.address, community: site.community)
    }
}
