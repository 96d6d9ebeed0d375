package import Kernel
package import SQL

/// Somebody who is signed in.
package struct StoredSession: Sendable, Equatable {
    /// The digest of what the browser shows.
    package let id: String
    package let org: Code
    package let who: Code
    /// The roles at the sign-in, as one text: with other roles it is another person.
    package let roles: String
    package let made: Instant
    package var seen: Instant
    /// The end that no use moves.
    package let ends: Instant
    /// Until when the password counts as just given.
    package var strongUntil: Instant
    /// A second factor was given in it.
    package var hasFactor = false

    package init(
        id: String, org: Code, who: Code, roles: String, made: Instant, seen: Instant, ends: Instant, strongUntil: Instant
    ) {
        (self.id, self.org, self.who, self.roles) = (id, org, who, roles)
        (self.made, self.seen, self.ends, self.strongUntil) = (made, seen, ends, strongUntil)
    }
}

/// Who is signed in: beside the journal, forgotten when it is over.
package struct SessionStore {
    private let connection: any SQLConnection
    private let org: Code

    package init(_ connection: any SQLConnection, org: Code) { (self.connection, self.org) = (connection, org) }

    private static let columns = "id, org, who, roles, made, seen, ends, strong_until, factor"

    package func of(_ id: String) throws(Refusal) -> StoredSession? {
        let row = try connection.first(
            "SELECT \(Self.columns) FROM session WHERE org = $1 AND id = $2", [SQLValue(org.text), SQLValue(id)])
        guard let row else { return nil }
        return try Self.read(row)
    }

    /// A user's, oldest first.
    package func all(of who: Code) throws(Refusal) -> [StoredSession] {
        var all: [StoredSession] = []
        for row in try connection.rows(
            "SELECT \(Self.columns) FROM session WHERE org = $1 AND who = $2 ORDER BY made, id",
            [SQLValue(org.text), SQLValue(who.text)]) {
            all.append(try Self.read(row))
        }
        return all
    }

    package func write(_ session: StoredSession) throws(Refusal) {
        try connection.run(
            """
            INSERT INTO session (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (org, id) DO UPDATE SET seen = excluded.seen, strong_until = excluded.strong_until,
            factor = excluded.factor
            """,
            [SQLValue(session.id), SQLValue(session.org.text), SQLValue(session.who.text), SQLValue(session.roles),
             SQLValue(session.made.milliseconds), SQLValue(session.seen.milliseconds), SQLValue(session.ends.milliseconds),
             SQLValue(session.strongUntil.milliseconds), SQLValue(session.hasFactor)])
    }

    package func end(_ id: String) throws(Refusal) {
        try connection.run("DELETE FROM session WHERE org = $1 AND id = $2", [SQLValue(org.text), SQLValue(id)])
    }

    package func endAll(of who: Code) throws(Refusal) {
        try connection.run("DELETE FROM session WHERE org = $1 AND who = $2", [SQLValue(org.text), SQLValue(who.text)])
    }

    /// Those whose last end has come.
    package func endOld(by now: Instant) throws(Refusal) {
        try connection.run("DELETE FROM session WHERE org = $1 AND ends < $2", [SQLValue(org.text), SQLValue(now.milliseconds)])
    }

    private static func read(_ row: SQLRow) throws(Refusal) -> StoredSession {
        var session = StoredSession(
            id: try row.text(0), org: try Code(try row.text(1)), who: try Code(try row.text(2)), roles: try row.text(3),
            made: Instant(milliseconds: try row.int(4)), seen: Instant(milliseconds: try row.int(5)),
            ends: Instant(milliseconds: try row.int(6)), strongUntil: Instant(milliseconds: try row.int(7)))
        session.hasFactor = try row.flag(8)
        return session
    }
}
