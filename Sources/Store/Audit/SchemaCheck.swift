package import Journal
package import Kernel
package import SQL

/// Looks at the schema itself: whether the guards of the journal are there and nothing else acts on our
/// tables, and what lies beside them that is not ours. `Audit` looks at rows only, and a trigger can change
/// what is written tomorrow.
package struct SchemaCheck: Sendable, Equatable {
    /// The first guard that is missing or changed, or trigger or rule on one of our tables that is not ours.
    package let finding: Finding?
    /// Tables, views and other things that are not ours: `view seen`. They change nothing.
    package let strangers: [String]

    package init(_ connection: any SQLConnection) throws(Refusal) {
        let found = try SchemaObject.all(connection), wanted = try SchemaObject.wanted(connection.dialect)
        let tables = Set(wanted.filter { $0.kind == "table" }.map(\.name))
        let names = Set(wanted.map(\.id))
        let odd = found.filter { !names.contains($0.id) }
        finding = Self.difference(wanted, found) ?? odd.first { $0.acts && tables.contains($0.table) }?.unwanted
        strangers = odd.filter { !($0.acts && tables.contains($0.table)) }.map(\.id).sorted()
    }

    private static func difference(_ wanted: [SchemaObject], _ found: [SchemaObject]) -> Finding? {
        let there = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        for object in wanted {
            guard let other = there[object.id] else {
                return Finding(seq: nil, field: "schema[\(object.id)]", expected: object.text, found: "none")
            }
            if object.folded != other.folded {
                return Finding(seq: nil, field: "schema[\(object.id)]", expected: object.text, found: other.text)
            }
        }
        return nil
    }
}

/// Something that a schema holds.
struct SchemaObject: Sendable, Equatable {
    /// `table`, `view`, `trigger`, `rule`, `index`, `function`.
    let kind: String
    let name: String
    /// The table that it belongs to; a table's own name.
    let table: String
    /// What it says, as far as that is compared.
    let text: String

    var id: String { kind == "trigger" || kind == "rule" ? "\(kind) \(name) on \(table)" : "\(kind) \(name)" }

    /// Whether it can change what is written to its table.
    var acts: Bool { kind == "trigger" || kind == "rule" }

    var unwanted: Finding { Finding(seq: nil, field: "schema[\(id)]", expected: "none", found: text) }

    /// Databases quote names and break lines in their own ways.
    var folded: String { text.filter { !$0.isWhitespace && $0 != "\"" } }

    static func all(_ connection: any SQLConnection) throws(Refusal) -> [SchemaObject] {
        let sql = switch connection.dialect {
        case .sqlite: sqlite
        case .postgres: postgres
        }
        return try connection.rows(sql).map { (row) throws(Refusal) in
            SchemaObject(
                kind: try row.text(0), name: try row.text(1), table: try row.text(2), text: try row.textOrNil(3) ?? "")
        }
    }

    /// What the migrations make.
    static func wanted(_ dialect: SQLDialect) throws(Refusal) -> [SchemaObject] {
        switch dialect {
        case .sqlite: try Migrations.sqliteObjects()
        case .postgres: Migrations.postgresObjects
        }
    }

    static let sqlite = """
        SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY type, name
        """

    /// Whatever lies in our schema, and triggers and rules on its tables. Sequences, types and partitions
    /// act on nothing.
    private static let postgres = """
        SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'view' ELSE 'table' END AS kind, c.relname::text,
            c.relname::text, NULL::text
        FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relnamespace = current_schema()::regnamespace
        UNION ALL SELECT 'trigger', t.tgname::text, c.relname::text,
            CASE WHEN t.tgenabled IN ('O', 'A') THEN 'enabled, ' ELSE 'disabled, ' END || p.proname::text
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
        UNION ALL SELECT 'rule', r.rulename::text, c.relname::text, pg_get_ruledef(r.oid)
        FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
        WHERE r.rulename <> '_RETURN' AND c.relnamespace = current_schema()::regnamespace
        UNION ALL SELECT 'function', p.proname::text, p.proname::text, p.prosrc
        FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
        ORDER BY 1, 2
        """
}

extension Migrations {
    /// The same as ``SchemaObject/all(_:)`` finds them on a server that was just made, read from the
    /// statements.
    fileprivate static var postgresObjects: [SchemaObject] {
        let tables = ([Schema.register] + tables).map { SchemaObject(kind: "table", name: $0.name, table: $0.name, text: "") }
        let made = schema.steps.flatMap(\.postgres).map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        let others = zip(schema.steps.flatMap(\.postgres), made).compactMap { text, words in object(text, words) }
        return tables + others
    }

    /// The trigger or the function that a statement makes.
    private static func object(_ statement: String, _ words: [String]) -> SchemaObject? {
        guard words.count > 3, words[0] == "CREATE" else { return nil }
        let name = String(words[2].prefix { $0 != "(" })
        switch words[1] {
        case "TRIGGER":
            guard let on = words.firstIndex(of: "ON"), let last = words.last else { return nil }
            let function = last.prefix { $0 != "(" }
            return SchemaObject(kind: "trigger", name: name, table: words[on + 1], text: "enabled, " + function)
        case "FUNCTION":
            let parts = statement.split(separator: "$$", omittingEmptySubsequences: false)
            return SchemaObject(kind: "function", name: name, table: name, text: parts.count > 1 ? String(parts[1]) : "")
        case _: return nil
        }
    }
}
