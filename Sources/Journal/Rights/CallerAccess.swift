package import Jobs
package import Kernel

/// Who may see a caller in clear, and who may have one erased. Reading and erasing lie beside the journal,
/// so the rules of the journal do not ask; every way in asks here.
package enum CallerAccess: Sendable {
    case show, erase

    /// Those who speak with the caller, and those who answer for them; fewer for a caller who wants to stay
    /// unnamed (web.md 3.5).
    package func roles(confidential: Bool) -> [Role] {
        switch self {
        case .show: confidential ? [.leader, .head, .dispatcher] : Rights.roles(reading: .callers, .all)
        case .erase: [.officer, .head]
        }
    }

    private var title: Phrase {
        switch self {
        case .show: Phrase("查看来电人", "see a caller")
        case .erase: Phrase("删除来电人信息", "erase a caller")
        }
    }

    package var does: String {
        switch self {
        case .show: "caller.show"
        case .erase: "caller.erase"
        }
    }

    /// Throws `user.unknown`, `user.disabled`, `role.required`.
    package func check(_ user: Code, about job: Job?, in state: State) throws(Refusal) {
        let found = try state.actor(user)
        let isConfidential = job?.call.caller?.confidential == true
        if let job, self == .show, !isConfidential, Self.isUnderWay(job, by: found) { return }
        let roles = roles(confidential: isConfidential)
        if !roles.contains(where: found.has) { throw Refusal.roleRequired(roles, does: does, title) }
    }

    /// A crew speaks with the caller of a job that its firm was sent to, until it has finished (web.md 3.5).
    private static func isUnderWay(_ job: Job, by user: User) -> Bool {
        guard user.has(.crew), let firm = user.contractor, job.contractor == firm else { return false }
        switch job.works {
        case .dispatched, .started: return true
        case .registered, .accepted, .finished, .passed, .rejected, .transferred, .merged, .cancelled, .closed: return false
        }
    }
}
