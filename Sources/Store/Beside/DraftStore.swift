package import Jobs
package import Kernel
package import SQL
package import Seal

/// A form as somebody left it, without what was typed.
package struct StoredDraft: Sendable, Equatable {
    /// The form's own id, or the ticket of one that is held.
    package let id: Code
    package let who: Code
    /// Where the form is.
    package let path: String
    package let title: String
    package let job: Code?
    /// The record that it was opened on.
    package let seen: Int
    package let saved: Instant
    package let ends: Instant
    /// Posted after a session's end: it waits for its person, and is in no list.
    package let held: Bool

    package init(
        id: Code, who: Code, path: String, title: String, job: Code?, seen: Int, saved: Instant, ends: Instant, held: Bool
    ) {
        (self.id, self.who, self.path, self.title) = (id, who, path, title)
        (self.job, self.seen, self.saved, self.ends, self.held) = (job, seen, saved, ends, held)
    }
}

/// Forms that are not finished: beside the journal, sealed with the street's key, since they may hold a
/// caller.
package struct DraftStore {
    private let connection: any SQLConnection
    private let org: Code
    private let keys: KeyRing

    /// Of one person.
    private static let most = 50
    private static let columns = "id, who, path, title, job, seen, saved, ends, held"

    package init(_ connection: any SQLConnection, org: Code, keys: KeyRing) {
        (self.connection, self.org, self.keys) = (connection, org, keys)
    }

    /// Keeps it in place of the same form's earlier one; the oldest of too many go, and those that are over.
    /// Somebody else's id is left alone. Throws `key.missing`, `key.invalid`.
    package func write(_ draft: StoredDraft, _ typed: String) throws(Refusal) {
        let seal = try keys.seal(of: org.text)
        try KeyCheck(connection).demand(seal, of: org, at: keys.path(of: org.text))
        try connection.run(
            """
            INSERT INTO draft (org, \(Self.columns), sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (org, id) DO UPDATE SET saved = excluded.saved, ends = excluded.ends, seen = excluded.seen,
            sealed = excluded.sealed WHERE draft.who = excluded.who
            """,
            [SQLValue(org.text), SQLValue(draft.id.text), SQLValue(draft.who.text), SQLValue(draft.path),
             SQLValue(draft.title), SQLValue(draft.job?.text), SQLValue(draft.seen), SQLValue(draft.saved.milliseconds),
             SQLValue(draft.ends.milliseconds), SQLValue(draft.held),
             SQLValue(seal.seal(Array(typed.utf8), for: context(draft.id)))])
        for old in try all(of: draft.who).dropFirst(Self.most) { try remove(old.id, of: draft.who) }
        try connection.run(
            "DELETE FROM draft WHERE org = $1 AND ends < $2", [SQLValue(org.text), SQLValue(draft.saved.milliseconds)])
    }

    /// A user's own, newest first, without those that are held.
    package func all(of who: Code) throws(Refusal) -> [StoredDraft] {
        var all: [StoredDraft] = []
        for row in try connection.rows(
            "SELECT \(Self.columns) FROM draft WHERE org = $1 AND who = $2 AND held = 0 ORDER BY saved DESC, id",
            [SQLValue(org.text), SQLValue(who.text)]) {
            all.append(try Self.read(row))
        }
        return all
    }

    /// One of a user's own, with what was typed. Throws `key.missing`, `key.invalid`.
    package func of(_ id: Code, of who: Code) throws(Refusal) -> (draft: StoredDraft, typed: String)? {
        let row = try connection.first(
            "SELECT \(Self.columns), sealed FROM draft WHERE org = $1 AND id = $2 AND who = $3",
            [SQLValue(org.text), SQLValue(id.text), SQLValue(who.text)])
        guard let row else { return nil }
        let plain = try keys.seal(of: org.text).open(try row.blob(9), for: context(id))
        return (try Self.read(row), String(decoding: plain, as: UTF8.self))
    }

    package func remove(_ id: Code, of who: Code) throws(Refusal) {
        try connection.run(
            "DELETE FROM draft WHERE org = $1 AND id = $2 AND who = $3",
            [SQLValue(org.text), SQLValue(id.text), SQLValue(who.text)])
    }

    /// What was typed into one form cannot be shown as another's.
    private func context(_ id: Code) -> String { org.text + "/draft/" + id.text }

    private static func read(_ row: SQLRow) throws(Refusal) -> StoredDraft {
        StoredDraft(
            id: try Code(try row.text(0)), who: try Code(try row.text(1)), path: try row.text(2), title: try row.text(3),
            job: try row.textOrNil(4).map { (text) throws(Refusal) in try Code(text) }, seen: Int(try row.int(5)),
            saved: Instant(milliseconds: try row.int(6)), ends: Instant(milliseconds: try row.int(7)),
            held: try row.int(8) == 1)
    }
}
