import Jobs
import Kernel
import Store

/// How long somebody stays signed in: those who work outside longer than those at a desk.
enum SessionTime {
    /// Sessions of one person.
    static let most = 5
    /// How long a password counts as just given.
    static let strong = 15 * Instant.minute

    private static let field: Set<Role> = [.officer, .grid, .crew, .inspector]

    /// Every role is one of the field.
    private static func isOutside(_ roles: [Role]) -> Bool { roles.allSatisfy(field.contains) }

    static func idle(_ roles: [Role]) -> Int64 { isOutside(roles) ? 12 * Instant.hour : 30 * Instant.minute }

    static func whole(_ roles: [Role]) -> Int64 { isOutside(roles) ? 7 * Instant.dayLength : 12 * Instant.hour }

    static func text(_ roles: [Role]) -> String { roles.map(\.rawValue).joined(separator: ",") }

    static func session(_ user: User, in org: Code, id: String, at now: Instant) -> StoredSession {
        StoredSession(
            id: id, org: org, who: user.user, roles: text(user.roles), made: now, seen: now, ends: now + whole(user.roles),
            strongUntil: now + strong)
    }

    /// Whether it still stands for that user.
    static func holds(_ session: StoredSession, for user: User, at now: Instant) -> Bool {
        user.active && session.roles == text(user.roles) && now < session.ends && now - session.seen < idle(user.roles)
    }
}
