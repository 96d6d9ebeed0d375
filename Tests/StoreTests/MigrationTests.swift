import Kernel
import Store
import Testing

@Suite("Migrations")
struct MigrationTests {
    @Test("versions have no gaps, names are there")
    func numbering() {
        #expect(Migrations.all.map(\.version) == Array(1...Migrations.current))
        #expect(Migrations.all.allSatisfy { !$0.name.isEmpty })
    }

    @Test("each step is recorded once, and applying again takes none")
    func recorded() async throws {
        try await withStore { store in
            let again = try await store.write { connection throws(Refusal) in try Migrations.apply(to: connection) }
            #expect(again.isEmpty)
            let rows = try await store.read { connection throws(Refusal) in
                try connection.rows("SELECT version, name FROM migration ORDER BY version")
            }
            #expect(rows == Migrations.all.map { SQLRow([SQLValue($0.version), SQLValue($0.name)]) })
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
            #expect(tables.count == 22)
            for table in tables {
                #expect(table[1] == 1, "\(table)")
                #expect(table[2] == (table[0] == "migration" ? "version" : "org"), "\(table)")
            }
        }
    }

    @Test("schema.sql is what the migrations make; `make schema` writes it")
    func schemaFile() throws {
        let text = try Migrations.schemaText()
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        #expect(try bytes(of: root + "/schema.sql") == Array(text.utf8))
        #expect(try Migrations.schemaText() == text)
    }
}
