/// One step of the schema, forward only. A step that has been released is never edited: a change is a new
/// step.
package struct Migration: Sendable {
    /// 1, 2, 3 … without gaps.
    package let version: Int
    package let name: String
    /// Created first, in this order.
    package let tables: [SQLTable]
    /// Then what only SQLite understands: triggers, moved data.
    package let sqlite: [String]
    /// The same for PostgreSQL.
    package let postgres: [String]
    /// After all of them: rows of new tables that follow from the journal so far.
    package let fill: Migrations.Fill

    package init(
        _ version: Int, _ name: String, tables: [SQLTable] = [], sqlite: [String] = [], postgres: [String] = [],
        fill: @escaping Migrations.Fill = { _ in }
    ) {
        self.version = version
        self.name = name
        self.tables = tables
        self.sqlite = sqlite
        self.postgres = postgres
        self.fill = fill
    }

    /// Every statement of the step, as that database spells it. On a server the last ones give the roles, if they are
    /// there, their rights to the step's tables.
    package func statements(for dialect: SQLDialect) -> [String] {
        let created = tables.map { dialect.create($0) }
        switch dialect {
        case .sqlite: return created + sqlite
        case .postgres: return created + postgres + grants
        }
    }
}

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
    func create(_ table: SQLTable, unlessThere: Bool = false) -> String {
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
