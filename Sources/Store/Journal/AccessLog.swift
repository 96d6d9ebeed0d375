package import Journal
package import Kernel
package import SQL

/// What was refused, and who looked at a caller: beside the journal, and changing nothing (design §1).
package struct AccessLog {
    private let connection: any SQLConnection

    package init(_ connection: any SQLConnection) { self.connection = connection }

    /// Notes what somebody asked and what was answered: a refusal's name, or `granted`. The same answer to
    /// the same request of the same person is one row.
    package func note(
        _ id: String, by user: Code, in org: Code, does: String, refusal: Refusal?, seen: Instant
    ) throws(Refusal) {
        try note(id, by: user, in: org, does: does, answer: refusal?.code.rawValue ?? "granted", seen: seen)
    }

    /// The same with the answer as it is kept: a sign-in that was refused has no refusal of the journal.
    package func note(
        _ id: String, by user: Code, in org: Code, does: String, answer: String, seen: Instant
    ) throws(Refusal) {
        try connection.run(Self.insert, Self.row(id, by: user, in: org, does: does, answer: answer, seen: seen))
    }

    static let insert = """
        INSERT INTO access (org, id, who, refusal, does, seen) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (org, id, who, refusal) DO NOTHING
        """

    static func row(
        _ id: String, by user: Code, in org: Code, does: String, answer: String, seen: Instant
    ) -> [SQLValue] {
        [SQLValue(org.text), SQLValue(id), SQLValue(user.text), SQLValue(answer), SQLValue(does),
         SQLValue(seen.milliseconds)]
    }

    /// The rows before a place, the latest first, between two moments, of which the later is left out.
    package func page(
        of org: Code, from: Instant?, until: Instant?, before: (seen: Int64, id: String, who: String, answer: String)?, limit: Int
    ) throws(Refusal) -> [AccessRow] {
        var sql = "SELECT id, who, does, refusal, seen FROM access WHERE org = $1 AND seen >= $2 AND seen < $3"
        var values = [SQLValue(org.text), SQLValue(from?.milliseconds ?? 0), SQLValue(until?.milliseconds ?? Int64.max)]
        if let before {
            sql += " AND (seen, id, who, refusal) < ($4, $5, $6, $7)"
            values += [SQLValue(before.seen), SQLValue(before.id), SQLValue(before.who), SQLValue(before.answer)]
        }
        sql += " ORDER BY seen DESC, id DESC, who DESC, refusal DESC LIMIT \(limit)"
        return try connection.rows(sql, values).map { (row) throws(Refusal) in try Self.row(row) }
    }

    private static func row(_ row: SQLRow) throws(Refusal) -> AccessRow {
        AccessRow(
            id: try row.text(0), who: try row.text(1), does: try row.text(2), answer: try row.text(3),
            seen: Instant(milliseconds: try row.int(4)))
    }

    /// The rows of a street from a moment to another, which is left out.
    package func rows(of org: Code, from: Instant, until: Instant) throws(Refusal) -> [AccessRow] {
        var rows: [AccessRow] = []
        for row in try connection.rows(
            "SELECT id, who, does, refusal, seen FROM access WHERE org = $1 AND seen >= $2 AND seen < $3",
            [SQLValue(org.text), SQLValue(from.milliseconds), SQLValue(until.milliseconds)]) {
            rows.append(try Self.row(row))
        }
        return rows
    }

    /// The day of the first row.
    package func first(of org: Code) throws(Refusal) -> Day? {
        let row = try connection.first("SELECT MIN(seen) FROM access WHERE org = $1", [SQLValue(org.text)])
        return try row?.intOrNil(0).map { Instant(milliseconds: $0).day }
    }
}
