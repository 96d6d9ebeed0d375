import Documents
import Kernel
import SQL
import Store
import TestKit
import Testing

@Suite("Migrations")
struct MigrationTests {
    @Test("versions have no gaps, names are there")
    func numbering() {
        #expect(Migrations.schema.steps.map(\.version) == Array(1...Migrations.schema.current))
        #expect(Migrations.schema.steps.allSatisfy { !$0.name.isEmpty })
    }

    @Test("each step is recorded once, and applying again takes none", arguments: Engine.allCases)
    func recorded(engine: Engine) async throws {
        try await withStore(engine) { store in
            let again = try await store.write { connection throws(Refusal) in try Migrations.schema.apply(to: connection) }
            #expect(again.isEmpty)
            let rows = try await store.read { connection throws(Refusal) in
                try connection.rows("SELECT version, name FROM migration ORDER BY version")
            }
            #expect(rows == Migrations.schema.steps.map { SQLRow([SQLValue($0.version), SQLValue($0.name)]) })
        }
    }

    @Test("every table is STRICT and begins its key with org")
    func strict() async throws {
        try await withStore { store in
            let tables = try await store.read { connection throws(Refusal) in
                try connection.rows("""
                    SELECT t.name, t.strict, (SELECT c.name FROM pragma_table_info(t.name) c WHERE c.pk = 1)
                    FROM pragma_table_list t WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name
                    """)
            }
            #expect(tables.count == Migrations.tables.count + 1)
            for table in tables {
                #expect(table[1] == 1, "\(table)")
                #expect(table[2] == (table[0] == "migration" ? "version" : "org"), "\(table)")
            }
        }
    }

    @Test("on a server too, every table begins its key with org, and texts are compared by bytes")
    func serverTables() async throws {
        try await withStore(.postgres) { store in
            let keys = try await store.read { connection throws(Refusal) in
                try connection.rows("""
                    SELECT t.relname::text, a.attname::text
                    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                    WHERE i.indisprimary AND t.relnamespace = current_schema()::regnamespace ORDER BY 1
                    """)
            }
            #expect(keys.count == Migrations.tables.count + 1)
            for key in keys { #expect(key[1] == (key[0] == "migration" ? "version" : "org"), "\(key)") }
            let loose = try await store.read { connection throws(Refusal) in
                try connection.rows("""
                    SELECT table_name::text, column_name::text FROM information_schema.columns
                    WHERE table_schema = current_schema() AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
                    """)
            }
            #expect(loose.isEmpty, "\(loose)")
        }
    }

    @Test("no key of one street leads to another: foreign keys begin with org on both sides")
    func serverForeignKeys() {
        for table in Migrations.tables {
            let keys = table.columns.split(separator: "\n").filter { $0.contains("FOREIGN KEY") }
            #expect(keys.allSatisfy { $0.contains("FOREIGN KEY (org, ") && $0.contains("(org, seq)") }, "\(table.name)")
        }
    }

    @Test("the script for an administrator makes what the program makes")
    func serverScript() async throws {
        let script = Migrations.postgresScript
        for table in Migrations.tables { #expect(script.contains("CREATE TABLE \(table.name) (")) }
        #expect(!script.contains("DEFAULT PRIVILEGES"))
        let citus = Migrations.citusScript
        for table in Migrations.tables { #expect(citus.contains("create_distributed_table('\(table.name)', 'org'")) }
        try await withStore(.postgres) { store in
            // The script stands alone: run in a schema of its own, and undone.
            let statements = script.split(separator: ";\n\n").map(String.init)
                .filter { part in !["BEGIN", "COMMIT"].contains { part.hasSuffix($0) || part.hasSuffix($0 + ";\n") } }
            let count = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in
                    try connection.run("CREATE SCHEMA script_check")
                    try connection.run("SET LOCAL search_path = script_check")
                    for statement in statements { try connection.run(statement) }
                    let tables = try connection.first(
                        "SELECT COUNT(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'script_check'::regnamespace")
                    let rights = try connection.rows(Self.rights).map { (row) throws(Refusal) in try row.text(0) }
                    throw Refusal(.storeIO, [
                        "count": String(try tables?.int(0) ?? 0), "rights": rights.joined(separator: "\n"),
                    ])
                }
            }
            #expect(count?["rights"] == """
                caller: yjb_app DELETE,INSERT,SELECT,UPDATE
                caller: yjb_auditor columns erase_after,job,org
                job: yjb_app DELETE,INSERT,SELECT,UPDATE
                job: yjb_auditor SELECT
                line: yjb_app INSERT,SELECT
                line: yjb_auditor SELECT
                migration: yjb_app SELECT
                migration: yjb_auditor SELECT
                record: yjb_app INSERT,SELECT
                record: yjb_auditor SELECT
                """)
            #expect(count?["count"] == String(Migrations.tables.count + 1), "\(count?["detail"] ?? "")")
        }
    }

    /// What the roles may do with some of the tables.
    private static let rights = """
        SELECT t || ': ' || r || ' ' || COALESCE(NULLIF(w, ''), 'columns ' || c) FROM (
            SELECT table_name::text AS t, grantee::text AS r,
                string_agg(privilege_type::text, ',' ORDER BY privilege_type::text COLLATE "C") AS w, '' AS c
            FROM information_schema.role_table_grants WHERE table_schema = 'script_check' GROUP BY 1, 2
            UNION ALL
            SELECT table_name::text, grantee::text, '', string_agg(column_name::text, ',' ORDER BY column_name::text COLLATE "C")
            FROM information_schema.role_column_grants
            WHERE table_schema = 'script_check' AND table_name = 'caller' AND grantee = 'yjb_auditor' GROUP BY 1, 2
        ) AS g
        WHERE r LIKE 'yjb%' AND t IN ('caller', 'job', 'line', 'migration', 'record') ORDER BY 1
        """

    @Test("schema.sql is what the migrations make; `make schema` writes it")
    func schemaFile() throws {
        let text = try Migrations.schemaText()
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        #expect(try bytes(of: root + "/schema.sql") == Array(text.utf8))
        #expect(try Migrations.schemaText() == text)
    }
}
