/// A table: its columns and constraints are portable text, how its rows lie on the disk is the database's
/// business.
///
/// Types are `TEXT`, `BLOB` and `INTEGER`, which always means 64 bits (PostgreSQL says `BYTEA` and `BIGINT`).
package struct SQLTable: Sendable {
    package enum Layout: Sendable {
        /// Rows lie in the order of the primary key, in one tree: small rows, or rows that are read by ranges
        /// of the key.
        case byKey
        /// Rows lie apart from the index of their key: large rows.
        case apart
    }

    package let name: String
    package let layout: Layout
    package let columns: String

    package init(_ name: String, _ layout: Layout, _ columns: String) {
        self.name = name
        self.layout = layout
        self.columns = columns
    }
}

extension SQLDialect {
    /// The statement that makes the table.
    package func create(_ table: SQLTable, unlessThere: Bool = false) -> String {
        let columns = table.columns.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        let head = "CREATE TABLE " + (unlessThere ? "IF NOT EXISTS " : "") + table.name
        switch self {
        case .sqlite:
            // Without STRICT, SQLite would keep the text 'abc' in an INTEGER column.
            return head + " (\n" + columns + "\n) STRICT" + (table.layout == .byKey ? ", WITHOUT ROWID" : "")
        case .postgres:
            return head + " (\n" + Self.postgresTypes(columns) + "\n)"
        }
    }

    /// 64 bits for every number, and texts in the order of their bytes, as SQLite has them.
    private static func postgresTypes(_ columns: String) -> String {
        columns.replacing(" TEXT", with: " TEXT COLLATE \"C\"").replacing(" INTEGER", with: " BIGINT")
            .replacing(" BLOB", with: " BYTEA")
    }
}
