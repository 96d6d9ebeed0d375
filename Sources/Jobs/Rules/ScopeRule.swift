import Kernel

/// The scope of the package (the article; design §6): unowned always, the common part of a transferred
/// estate only with a reason; transferred with a listed, transferred estate; managed only when critical,
/// with a hazard of the policy's list.
enum ScopeRule {
    /// That what a scope names is listed. Returns its estate. Throws `category.unknown`, `hazard.unknown`,
    /// `estate.unknown`.
    static func known(_ scope: JobScope, _ context: JobContext) throws(Refusal) -> Estate? {
        _ = try context.policy.category(scope.category)
        if let hazard = scope.hazard { _ = try context.policy.hazard(hazard) }
        return if let code = scope.estate { try context.register.estate(code) } else { nil }
    }

    /// Returns the estate that the scope names. Throws what ``known(_:_:)`` throws, `estate.*`, `scope.*`.
    static func check(_ scope: JobScope, reason: Prose?, _ context: JobContext) throws(Refusal) -> Estate? {
        let estate = try known(scope, context)
        switch scope.tenure {
        case .unowned:
            if let estate, estate.transferred, reason == nil {
                throw Refusal(.scopeBackstop, ["estate": estate.code.text])
            }
        case .transferred:
            guard let estate else { throw Refusal(.scopeEstate) }
            if !estate.transferred { throw Refusal(.estateNotTransferred, ["estate": estate.code.text]) }
        case .managed:
            guard scope.urgency == .critical, scope.hazard != nil else {
                throw Refusal(.scopeManaged).adding("urgency", scope.urgency?.rawValue ?? "—", scope.urgency?.title)
            }
        case nil: break
        }
        return estate
    }
}

extension JobRules {
    /// What was said at the call or at acceptance was wrong or has changed. Deadlines are counted anew from
    /// the call, once the job was accepted; tenure and estate stay while it holds money, since they chose
    /// the money. Throws `regrade.same`, `regrade.held`, and what ``ScopeRule`` refuses.
    static func regrade(_ form: RegradeForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let old = job.scope
        let given = JobScope(
            category: form.category ?? old.category, tenure: form.tenure ?? old.tenure,
            estate: form.estate ?? old.estate, urgency: form.urgency ?? old.urgency, hazard: form.hazard ?? old.hazard,
            address: form.address ?? old.address, community: form.community ?? old.community)
        let moved = given.tenure != old.tenure || given.estate != old.estate
        if moved, HeldStatus.allCases.contains(where: { job.held($0.account) != .zero }) {
            throw Refusal(.regradeHeld, ["job": job.number.text])
        }
        // Before acceptance nothing has been decided about the scope.
        let estate = try job.works == .registered
            ? ScopeRule.known(given, context) : ScopeRule.check(given, reason: form.reason, context)
        let scope = JobScope(
            category: given.category, tenure: given.tenure, estate: given.estate, urgency: given.urgency,
            hazard: given.hazard, address: given.address,
            community: form.community ?? (form.estate == nil ? given.community : estate?.community))
        if scope == old { throw Refusal(.regradeSame, ["job": job.number.text]) }
        // Before acceptance there is no urgency in force and no deadline.
        guard job.works != .registered, let urgency = scope.urgency else {
            return .regraded(form: form, scope: scope, due: nil)
        }
        return .regraded(form: form, scope: scope, due: try due(scope, urgency, job, context))
    }
}
