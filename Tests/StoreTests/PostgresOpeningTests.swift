import Documents
import Kernel
import TestKit
import Testing

@testable import SQL
@testable import Store

@Suite("PostgreSQL: opening a store", .postgres)
struct PostgresOpeningTests {
    private func opening(_ url: String, create: Bool = false, readOnly: Bool = false) -> Refusal? {
        refusal { () throws(Refusal) in try PostgresDatabase.open(url: url, create: create, readOnly: readOnly) }
    }

    @Test("what a connection is set to", arguments: [
        ("statement_timeout", "1min"), ("lock_timeout", "30s"), ("idle_in_transaction_session_timeout", "2min"),
        ("synchronous_commit", "on"), ("client_encoding", "UTF8"), ("application_name", "yjb"),
        ("transaction_isolation", "read committed"),
    ])
    func settings(name: String, value: SQLValue) async throws {
        try await withPostgres { store, _ in
            let row = try await store.write { connection throws(Refusal) in try connection.first("SHOW " + name) }
            #expect(row?[0] == value)
        }
    }

    @Test("made once, opened often; what is written is there")
    func createAndReopen() async throws {
        try await withPlace { place in
            #expect(opening(place.url)?.code == .storeMissing)
            let made = try PostgresDatabase.open(url: place.url, create: true)
            try await made.write { connection throws(Refusal) in try connection.take("ref", 1) }
            try await made.close()
            for readOnly in [true, false] {
                let again = try PostgresDatabase.open(url: place.url, create: false, readOnly: readOnly)
                try await expect(1, "ref", in: again)
                let write = await refusedWrite(again) { connection throws(Refusal) in try connection.take("ref", 2) }
                #expect(write?.code == (readOnly ? .storeReadOnly : nil))
                try await again.close()
            }
            #expect(opening(place.url, create: true)?.code == .storeExists)
            #expect(opening(place.url, create: true, readOnly: true)?.code == .storeReadOnly)
        }
    }

    @Test("of those who make the same store at once, one does")
    func creators() async throws {
        try await withPlace { place in
            let answers = await withTaskGroup(of: RefusalCode?.self) { group in
                for _ in 0..<6 { group.addTask { opening(place.url, create: true)?.code } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter { $0 == nil }.count == 1)
            #expect(answers.allSatisfy { $0 == nil || $0 == .storeExists }, "\(answers)")
        }
    }

    @Test("another version, another program", arguments: [
        ("INSERT INTO migration VALUES (99, 'from the future')", RefusalCode.storeNewer, RefusalCode.storeNewer),
        ("ALTER TABLE migration RENAME version TO id", .storeNotDatabase, .storeNotDatabase),
        ("DROP TABLE migration", .storeMissing, .storeMissing),
        ("DELETE FROM migration", .storeIO, .storeReadOnly),
    ])
    func versions(change: String, code: RefusalCode, reading: RefusalCode) async throws {
        try await withPostgres { _, place in
            try administrate(change, at: place.url)
            #expect(opening(place.url)?.code == code)
            #expect(opening(place.url, readOnly: true)?.code == reading)
        }
    }

    @Test("an older store is brought up to date")
    func older() async throws {
        try await withPlace { place in
            try administrate("CREATE SCHEMA \(place.schema)", at: place.url)
            try administrate("CREATE TABLE migration (version BIGINT PRIMARY KEY, name TEXT NOT NULL)", at: place.url)
            let store = try PostgresDatabase.open(url: place.url, create: false)
            let version = try await store.read { connection throws(Refusal) in try Schema.version(of: connection) }
            #expect(version == Migrations.schema.current)
            try await store.close()
        }
    }

    @Test("a role that may only read opens a store that is up to date, and does not write")
    func readingRole() async throws {
        try await withPostgres { _, place in
            let role = "r" + place.schema
            try administrate("CREATE ROLE \(role) LOGIN", at: place.url)
            let url = place.url(with: "user=" + role)
            #expect(opening(url)?.code == .storeMissing, "without the right to use the schema it is not seen")
            try administrate("GRANT USAGE ON SCHEMA \(place.schema) TO \(role)", at: place.url)
            #expect(opening(url)?.code == .storeDenied)
            try administrate("GRANT SELECT ON ALL TABLES IN SCHEMA \(place.schema) TO \(role)", at: place.url)
            let store = try PostgresDatabase.open(url: url, create: false)
            try await expect(0, "ref", in: store)
            let answer = await refusedWrite(store) { connection throws(Refusal) in try connection.take("ref", 1) }
            #expect(answer?.code == .storeReadOnly)
            #expect(answer?["sqlstate"] == "42501")
            try administrate("REVOKE SELECT ON taken FROM \(role)", at: place.url)
            let unread = await refusedRead(store) { connection throws(Refusal) in try connection.taken("ref") }
            #expect(unread?.code == .storeDenied && unread?["sqlstate"] == "42501")
            let streamed = await refusedRead(store) { connection throws(Refusal) in
                try connection.each("SELECT kind FROM taken", []) { _ in }
            }
            #expect(streamed?.code == .storeDenied)
            let locked = await refusedWrite(store) { connection throws(Refusal) in
                try connection.run("SELECT seq FROM street WHERE org = 'NHL' FOR UPDATE")
            }
            #expect(locked?.code == .storeReadOnly)
            try await store.close()
            try administrate("DROP OWNED BY \(role)", at: place.url)
            try administrate("DROP ROLE \(role)", at: place.url)
        }
    }

    @Test("the first schema of a search path", arguments: [
        ("a, public", "a"), (" MySchema,b", "myschema"), ("\"My \"\"Schema\"\", x\", b", "My \"Schema\", x"),
        ("my-schema", "my-schema"), ("\"$user\", public", nil), ("", nil), ("\"\"", nil),
    ])
    func searchPath(setting: String, first: String?) { #expect(SearchPath(setting)?.first == first) }

    @Test("a schema whose name needs quotes is made and dumped under its own name")
    func quotedSchema() async throws {
        try await withPlace { place in
            let (name, base) = ("T \"" + place.schema, try #require(PostgresServer.base))
            let mark = base.contains("?") ? "&" : "?"
            let url = base + mark + "options=-csearch_path%3D%22T%5C%20%22%22\(place.schema)%22"
            let tools = try PostgresTools(url)
            #expect(try tools.schema() == name)
            try await PostgresDatabase.open(url: url, create: true).close()
            #expect(try tools.schema() == name)
            try await TemporaryFolder.with { folder in
                try await tools.dump(schema: name, to: folder.file("dump"))
                #expect(try await PostgresTools.schema(of: folder.file("dump")) == name)
            }
            try administrate("DROP SCHEMA \(PostgresText.quoted(name)) CASCADE", at: place.url)
        }
    }

    @Test("who is not let in, and what is not there", arguments: [
        ("user=nobody_of_that_name&password=secret", RefusalCode.storeDenied, "28000"),
        ("dbname=no_such_database&password=secret", .storeMissing, "3D000"),
        ("host=/nowhere&password=secret", .storeUnreachable, nil),
        ("sslmode=require&password=secret&hostaddr=127.0.0.1&port=1", .storeUnreachable, nil),
    ] as [(String, RefusalCode, String?)])
    func refused(settings: String, code: RefusalCode, state: String?) throws {
        let place = try #require(PostgresServer.fresh())
        let answer = opening(place.url(with: settings))
        #expect(answer?.code == code)
        #expect(answer?["sqlstate"] == state)
        #expect(answer?.facts.contains { $0.value.contains("secret") } == false)
        #expect(answer?["path"]?.contains("password=***") == true)
    }

    @Test("a database of another encoding is refused")
    func encoding() async throws {
        try await withPlace { place in
            try administrate(
                "CREATE DATABASE \(place.schema) TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'", at: place.url)
            let answer = opening(place.url(with: "dbname=" + place.schema), create: true)
            #expect(answer?.code == .storeNotDatabase)
            #expect(answer?["detail"] == "the encoding must be UTF8; this is SQL_ASCII")
            try administrate("DROP DATABASE \(place.schema) WITH (FORCE)", at: place.url)
        }
    }
}
