package import Kernel
import SQL

extension Migrations {
    /// What the migrations make in SQLite, as it keeps it. Throws `store.io` when a step has a mistake.
    static func sqliteObjects() throws(Refusal) -> [SchemaObject] {
        try SQLiteDatabase.passing(schema) { (connection) throws(Refusal) in try SchemaObject.all(connection) }
    }

    /// The whole schema as SQL, as SQLite keeps it: what `schema.sql` holds. Tables, then indexes, then
    /// triggers, each in the order of their making. Throws `store.io` when a step has a mistake.
    package static func schemaText() throws(Refusal) -> String {
        let texts = try SQLiteDatabase.passing(schema) { (connection) throws(Refusal) in
            try connection.rows("""
                SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'
                ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, rowid
                """).map { (row) throws(Refusal) in try row.text(0) }
        }
        let what = "-- The schema of a store in SQLite, version \(schema.current)."
        let head = what + " Written by `make schema`: do not edit.\n"
        return head + texts.map { "\n" + $0 + ";\n" }.joined()
    }
}
