package import Kernel
import SQL
import Seal
import Store

/// A browser in which somebody is signed in, as that person may know it.
package struct SessionFacts: Sendable, Equatable {
    /// The beginning of its digest: nobody can come in with it.
    package let name: String
    package let made: Instant
    package let seen: Instant
    package let ends: Instant
    /// It is the one that asks.
    package let isThis: Bool
}

extension Desk {
    private static let nameLength = 16

    /// Where a user is signed in, newest first.
    package func sessions(of who: Code, in org: Code, asking token: String) async throws(Refusal) -> [SessionFacts] {
        let own = Self.digest(of: token)
        return try await look { (connection, clock) throws(Refusal) in
            let now = clock.wall
            let sessions = try SessionStore(connection, org: org).all(of: who).filter { now < $0.ends }
            return sessions.sorted { $0.made > $1.made }.map { session in
                SessionFacts(
                    name: String(session.id.prefix(Self.nameLength)), made: session.made, seen: session.seen, ends: session.ends,
                    isThis: session.id == own)
            }
        }
    }

    /// Ends one session of a user, by its name, or all but the one that asks.
    package func endSession(_ name: String?, of who: Code, in org: Code, asking token: String) async throws(Refusal) {
        let own = Self.digest(of: token)
        try await tend(org) { (connection, clock) throws(Refusal) in
            let sessions = SessionStore(connection, org: org)
            let others = try sessions.all(of: who).filter { $0.id != own }
            let ended = name.map { name in others.filter { $0.id.prefix(Self.nameLength) == name } } ?? others
            for session in ended { try sessions.end(session.id) }
            guard !ended.isEmpty else { return }
            let now = clock.wall
            try AccessLog(connection).note(
                "session-end@\(now.text)", by: who, in: org, does: "session.end", answer: "granted", seen: now)
        }
    }
}
