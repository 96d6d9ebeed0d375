package import Jobs
package import Kernel
import Seal
import Store

/// A form that somebody has left unfinished.
package struct Draft: Sendable, Equatable {
    package let id: Code
    /// Where the form is.
    package let path: String
    package let title: String
    package let job: Code?
    /// The record that it was opened on.
    package let seen: Int
    package let saved: Instant
    package let ends: Instant
    /// The fields as a form sends them, where they were asked for.
    package let typed: String

    /// What a page knows of a form that is to be kept.
    package init(id: Code, path: String, title: String, job: Code?, seen: Int, typed: String) {
        (self.id, self.path, self.title, self.job) = (id, path, title, job)
        (self.seen, self.typed) = (seen, typed)
        (saved, ends) = (Instant(milliseconds: 0), Instant(milliseconds: 0))
    }

    fileprivate init(_ stored: StoredDraft, typed: String = "") {
        (id, path, title, job) = (stored.id, stored.path, stored.title, stored.job)
        (seen, saved, ends, self.typed) = (stored.seen, stored.saved, stored.ends, typed)
    }
}

extension Desk {
    /// How long a draft is kept, and a form that was posted after its session's end.
    private static let draftTime = 14 * Instant.dayLength, heldTime = 30 * Instant.minute

    /// Keeps a form that is not finished; the same form again takes its place. Throws `key.…`, `store.…`.
    @discardableResult
    package func keep(_ draft: Draft, of org: Code, by who: Code) async throws(Refusal) -> Instant {
        try await write(draft, org, who, held: false)
    }

    /// Keeps a form that was posted when its session was over, for whoever had that session. The ticket leads
    /// to it for half an hour; nil when the session is not known any more.
    package func hold(_ draft: Draft, of org: Code, session token: String) async throws(Refusal) -> Code? {
        let id = Self.digest(of: token)
        let who = try await look { (connection, _) throws(Refusal) in try SessionStore(connection, org: org).of(id)?.who }
        guard let who else { return nil }
        let ticket = try Code(RandomToken.id())
        let held = Draft(
            id: ticket, path: draft.path, title: draft.title, job: draft.job, seen: draft.seen, typed: draft.typed)
        try await write(held, org, who, held: true)
        return ticket
    }

    /// A user's drafts, newest first, without what was typed.
    package func drafts(of who: Code, in org: Code) async throws(Refusal) -> [Draft] {
        let keys = keys
        return try await look { (connection, clock) throws(Refusal) in
            let now = clock.wall
            return try DraftStore(connection, org: org, keys: keys).all(of: who).filter { now < $0.ends }.map { Draft($0) }
        }
    }

    /// One of a user's own drafts, or a held form by its ticket, with what was typed; nil where there is
    /// none, or it is somebody else's. Throws `key.…`.
    package func draft(_ id: Code, of who: Code, in org: Code) async throws(Refusal) -> Draft? {
        let keys = keys
        return try await look { (connection, clock) throws(Refusal) in
            let found = try DraftStore(connection, org: org, keys: keys).of(id, of: who)
            return found.flatMap { clock.wall < $0.draft.ends ? Draft($0.draft, typed: $0.typed) : nil }
        }
    }

    /// Forgets a draft: its form was recorded, or its person wants it gone.
    package func drop(_ id: Code, of who: Code, in org: Code) async throws(Refusal) {
        let keys = keys
        try await tend(org) { (connection, _) throws(Refusal) in
            try DraftStore(connection, org: org, keys: keys).remove(id, of: who)
        }
    }

    @discardableResult
    private func write(_ draft: Draft, _ org: Code, _ who: Code, held: Bool) async throws(Refusal) -> Instant {
        let keys = keys
        return try await tend(org) { (connection, clock) throws(Refusal) in
            let now = clock.wall
            let stored = StoredDraft(
                id: draft.id, who: who, path: draft.path, title: draft.title, job: draft.job, seen: draft.seen, saved: now,
                ends: now + (held ? Self.heldTime : Self.draftTime), held: held)
            try DraftStore(connection, org: org, keys: keys).write(stored, draft.typed)
            return now
        }
    }
}
