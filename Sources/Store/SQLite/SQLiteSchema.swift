import GRDB
package import Kernel

extension Migrations {
    /// What the migrations make in SQLite, as it keeps it. Throws `store.io` when a step has a mistake.
    static func sqliteObjects() throws(Refusal) -> [SchemaObject] {
        do {
            return try DatabaseQueue().write { database in
                let session = SQLiteSession(database, path: ":memory:")
                try apply(to: session)
                return try SchemaObject.all(session)
            }
        } catch {
            throw Faults.refusal(error, path: ":memory:")
        }
    }

    /// The whole schema as SQL, as SQLite keeps it: what `schema.sql` holds. Tables, then indexes, then
    /// triggers, each in the order of their making. Throws `store.io` when a step has a mistake.
    package static func schemaText() throws(Refusal) -> String {
        do {
            return try DatabaseQueue().write { database in
                let session = SQLiteSession(database, path: ":memory:")
                try apply(to: session)
                let texts = try session.rows("""
                    SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'
                    ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, rowid
                    """).map { row throws(Refusal) in try row.text(0) }
                let what = "-- The schema of a store in SQLite, version \(current)."
                let head = what + " Written by `make schema`: do not edit.\n"
                return head + texts.map { "\n" + $0 + ";\n" }.joined()
            }
        } catch {
            throw Faults.refusal(error, path: ":memory:")
        }
    }
}
