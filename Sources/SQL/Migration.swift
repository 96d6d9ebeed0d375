package import Kernel

/// One step of the schema, forward only. A step that has been released is never edited: a change is a new
/// step.
package struct Migration: Sendable {
    package typealias Fill = @Sendable (any SQLConnection) throws(Refusal) -> Void

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
    package let fill: Fill

    package init(
        _ version: Int, _ name: String, tables: [SQLTable] = [], sqlite: [String] = [], postgres: [String] = [],
        fill: @escaping Fill = { _ in }
    ) {
        self.version = version
        self.name = name
        self.tables = tables
        self.sqlite = sqlite
        self.postgres = postgres
        self.fill = fill
    }

    /// Every statement of the step, as that database spells it.
    package func statements(for dialect: SQLDialect) -> [String] {
        let created = tables.map { dialect.create($0) }
        switch dialect {
        case .sqlite: return created + sqlite
        case .postgres: return created + postgres
        }
    }
}
