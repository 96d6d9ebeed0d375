package import Kernel
package import SQL

/// A street as it was at a record, in a database of its own that is thrown away afterwards: whatever is asked
/// there cannot know what was recorded later.
package enum PastCopy {
    /// Copies the records up to `seq`, and what was asked and refused until `seen` (milliseconds), and makes
    /// the projections. Throws `store.damaged`, `store.unclean`.
    package static func make(
        of org: Code, upTo seq: Int, seen: Int64, from source: any SQLDatabase, to target: any SQLDatabase
    ) async throws(Refusal) {
        var at = 0
        while at < seq {
            let after = at
            let page = try await source.read { (connection) throws(Refusal) in
                try JournalPage.read(org, after: after, upTo: seq, connection)
            }
            at = try await target.write { (connection) throws(Refusal) in
                try page.write(connection)
                return page.last
            }
        }
        let asked = try await source.read { (connection) throws(Refusal) in
            try connection.rows(
                "SELECT org, id, who, refusal, does, seen FROM access WHERE org = $1 AND seen <= $2",
                [SQLValue(org.text), SQLValue(seen)]).map(\.values)
        }
        let path = target.path
        try await target.write { (connection) throws(Refusal) in
            _ = try Audit(connection, org: org).rebuild().clean(org, in: path)
            for row in asked {
                try connection.run(
                    "INSERT INTO access (org, id, who, refusal, does, seen) VALUES ($1, $2, $3, $4, $5, $6)", row)
            }
        }
    }
}
