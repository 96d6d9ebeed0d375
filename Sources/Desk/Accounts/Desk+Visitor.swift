package import Jobs
package import Journal
package import Kernel
import SQL
import Store

/// Somebody who is signed in, with the street as it stood when that was looked at: what the frame of a page
/// shows, and the record that a form may say it has seen.
package struct Visitor: Sendable {
    package let user: User
    package let rights: Rights
    package let street: Street
    package let head: Head
    /// The street's present.
    package let now: Instant
    /// The password was given a short while ago: steps on money, papers and people ask for that.
    package var isStrong: Bool
    package let factor: FactorNeed

    /// How what this person sends comes in.
    package var via: Via { Via(.web, factor == .given ? .second : .password) }
}

extension Desk {
    /// Whoever a browser's token stands for in a street; nil when it stands for nobody any more: signed out,
    /// idle too long, disabled, or given other roles.
    package func visitor(_ token: String, of org: Code) async throws(Refusal) -> Visitor? {
        let (id, keeper) = (Self.digest(of: token), keeper)
        let found = try await look { (connection, clock) throws(Refusal) -> (Visitor, StoredSession, Instant)? in
            guard let session = try SessionStore(connection, org: org).of(id) else { return nil }
            let state = try keeper.street(org, connection, at: clock.wall).state
            guard let street = state.street, let user = state.register.user(session.who),
                  SessionTime.holds(session, for: user, at: clock.wall) else { return nil }
            let now = try state.now(clock), credential = try CredentialStore(connection, org: org).of(session.who)
            let visitor = Visitor(
                user: user, rights: Rights(user), street: street, head: state.head, now: now,
                isStrong: clock.wall < session.strongUntil,
                factor: FactorNeed(credential, session, user, try? state.policy(on: now.day)))
            return (visitor, session, clock.wall)
        }
        guard let (visitor, session, now) = found else { return nil }
        // Every look moves the end; writing that down once a minute is enough.
        if now - session.seen > Instant.minute {
            try await tend(org) { (connection, _) throws(Refusal) in
                var moved = session
                moved.seen = now
                let sessions = SessionStore(connection, org: org)
                if try sessions.of(id) != nil { try sessions.write(moved) }
            }
        }
        return visitor
    }
}
