package import Jobs
package import Journal
package import Kernel
package import SQL

/// Who may see a caller in clear, and who may have one erased. Reading and erasing lie beside the journal, so the rules of
/// the journal do not ask; every way in asks here.
package enum CallerAccess: Sendable {
    case show, erase

    /// Those who speak with the caller, and those who answer for them.
    package var roles: [Role] {
        switch self {
        case .show: [.grid, .dispatcher, .officer, .head, .leader]
        case .erase: [.officer, .head]
        }
    }

    private var title: Phrase {
        switch self {
        case .show: Phrase("查看来电人", "see a caller")
        case .erase: Phrase("删除来电人信息", "erase a caller")
        }
    }

    private var does: String {
        switch self {
        case .show: "caller.show"
        case .erase: "caller.erase"
        }
    }

    /// Throws `user.unknown`, `user.disabled`, `role.required`.
    package func check(_ user: Code, in state: State) throws(Refusal) {
        guard let found = state.register.user(user) else { throw Refusal(.userUnknown, ["user": user.text]) }
        if !found.active { throw Refusal(.userDisabled, ["user": user.text]) }
        if !roles.contains(where: found.has) { throw Refusal.roleRequired(roles, does: does, title) }
    }

    /// Looks whether the user may, and writes down that it was asked and what was answered: nobody sees a caller without
    /// a trace. The refusal is returned and not thrown, because what is written must stay.
    package func ask(
        _ user: Code, about job: Code?, in org: Code, at now: Instant, _ connection: any SQLConnection
    ) throws(Refusal) -> Refusal? {
        var refusal: Refusal?
        do throws(Refusal) {
            try check(user, in: try Queries(connection).street(org))
        } catch {
            refusal = error
        }
        try AccessLog(connection).note(
            "\(job?.text ?? "*")@\(now.text)", by: user, in: org, does: does, refusal: refusal, seen: now)
        return refusal
    }
}
