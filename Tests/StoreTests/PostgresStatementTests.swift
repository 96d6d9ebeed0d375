import Documents
import Kernel
import TestKit
import Testing

@testable import SQL
@testable import Store

@Suite("PostgreSQL: statements", .postgres)
struct PostgresStatementTests {
    @Test("every kind of value comes back as it went in, in both formats")
    func roundTrip() async throws {
        let values: [(type: String, value: SQLValue)] = [
            ("bigint", nil), ("bigint", 0), ("bigint", -1), ("bigint", .integer(.min)), ("bigint", .integer(.max)),
            ("integer", -7), ("smallint", -7), ("boolean", 1), ("text", ""),
            ("text", "应急包 'x' \"y\" \\ $1"), ("varchar", "a"),
            ("bytea", .blob([])), ("bytea", .blob([0, 255, 92])), ("bytea", nil), ("text", nil),
        ]
        try await withPostgres { store, _ in
            // A column of type numeric makes the whole answer come as text.
            for more in ["", ", 1::numeric"] {
                let columns = values.enumerated().map { "$\($0 + 1)::\($1.type)" }
                let sql = "SELECT " + columns.joined(separator: ", ") + more
                let row = try await store.read { connection throws(Refusal) in
                    try connection.first(sql, values.map(\.value))
                }
                #expect(row.map { Array($0.values.prefix(values.count)) } == values.map(\.value))
            }
        }
    }

    @Test("sums are numbers; what is no value of ours is damage", arguments: [
        ("SUM(x) FROM (VALUES (9223372036854775806::bigint), (1)) AS v (x)", SQLValue.integer(.max), nil),
        ("12.000::numeric", 12, nil), ("'f'::boolean", 0, nil), ("'n'::name", "n", nil),
        ("9223372036854775808::numeric", nil, "numeric"), ("1.5::numeric", nil, "numeric"),
        ("'NaN'::numeric", nil, "numeric"),
        ("1.5::float8", nil, "real"), ("DATE '2026-01-01'", nil, "type 1082"),
    ] as [(String, SQLValue?, String?)])
    func types(expression: String, value: SQLValue?, found: String?) async throws {
        try await withPostgres { store, _ in
            let answer = await refusal { () async throws(Refusal) in
                let row = try await store.read { connection throws(Refusal) in
                    try connection.first("SELECT " + expression)
                }
                #expect(row?[0] == value)
            }
            #expect(answer?["found"] == found)
            #expect(answer?.code == (found == nil ? nil : .storeDamaged))
        }
    }

    @Test("parameters mean their number, in whatever order they appear", arguments: [
        ("SELECT $1, $2", ["a", "b"]), ("SELECT $2, $1", ["b", "a"]), ("SELECT $1, $2, $1", ["a", "b", "a"]),
        ("SELECT $2, $2, $1", ["b", "b", "a"]),
    ])
    func parameterMapping(sql: String, expected: [String]) async throws {
        try await withPostgres { store, _ in
            let rows = try await store.read { connection throws(Refusal) in
                _ = try connection.rows(sql, ["x", "y"])
                return try connection.rows(sql, ["a", "b"])
            }
            #expect(rows == [SQLRow(expected.map { .text($0) })])
        }
    }

    @Test("values that do not fit the parameters are refused, and a text with NUL is", arguments: [
        ("SELECT $1", []), ("SELECT $1", [1, 1]), ("SELECT $2", [1]), ("SELECT $1, $3", [1, 1]), ("SELECT ?", [1]),
        ("SELECT 1", [1]), ("SET search_path = $1", [1]), ("SELECT $1", ["a\0b"]),
    ] as [(String, [SQLValue])])
    func parameterMismatch(sql: String, values: [SQLValue]) async throws {
        try await withPostgres { store, _ in
            for streaming in [false, true] {
                let answer = await refusedRead(store) { connection throws(Refusal) in
                    if streaming { try connection.each(sql, values) { _ in } } else { try connection.run(sql, values) }
                }
                #expect(answer?.code == .storeIO)
            }
        }
    }

    @Test("rows are streamed in order, with other statements and streams in between")
    func nested() async throws {
        try await withPostgres { store, _ in
            let sum = try await store.read { connection throws(Refusal) in
                var sum: Int64 = 0
                let outer = "SELECT n FROM generate_series(1, $1::bigint) AS n"
                let inner = "WITH w AS (SELECT 1) SELECT $1::bigint FROM w"
                try connection.each(outer, [1203]) { row throws(Refusal) in
                    let n = try row.int(0)
                    try connection.each(inner, [SQLValue(n)]) { row throws(Refusal) in
                        sum += try row.int(0)
                    }
                    sum += try connection.first("SELECT $1::bigint", [SQLValue(n)])?.int(0) ?? 0
                }
                return sum
            }
            #expect(sum == 1203 * 1204)
        }
    }

    @Test("a stream that is stopped leaves no cursor, inside a savepoint neither")
    func stopped() async throws {
        try await withPostgres { store, _ in
            let left = try await store.write { connection throws(Refusal) in
                for step in ["body", "server"] {
                    _ = refusal { () throws(Refusal) in
                        try connection.savepoint { () throws(Refusal) in
                            try connection.each("SELECT 1", []) { _ throws(Refusal) in
                                if step == "server" { try connection.raise("22012") }
                                throw Refusal(.jobState)
                            }
                        }
                    }
                }
                return try connection.first("SELECT COUNT(*) FROM pg_cursors WHERE name <> ''")?.int(0)
            }
            #expect(left == 0)
        }
    }

    @Test("changes that give rows work through every way of asking", arguments: [
        "INSERT INTO taken (org, kind, value, owner) VALUES ('NHL', 'k', $1, 'x') RETURNING value",
        """
        WITH w AS (INSERT INTO taken (org, kind, value, owner) VALUES ('NHL', 'k', $1, 'x') RETURNING value)
        SELECT value FROM w
        """,
    ])
    func returning(sql: String) async throws {
        try await withPostgres { store, _ in
            let found = try await store.write { connection throws(Refusal) in
                var found = try connection.rows(sql, ["1"])
                try connection.each(sql, ["2"]) { found.append($0) }
                try connection.run(sql, ["3"])
                return found
            }
            #expect(found == [SQLRow(["1"]), SQLRow(["2"])])
            try await expect(3, "k", in: store)
        }
    }

    @Test("a statement whose table changed meanwhile is compiled anew")
    func changedTable() async throws {
        try await withPostgres(connections: 1) { store, place in
            let select: @Sendable (any SQLConnection) throws(Refusal) -> Int? = { connection throws(Refusal) in
                try connection.first("SELECT * FROM street_note")?.count
            }
            try await store.write { connection throws(Refusal) in
                try connection.run("CREATE TABLE street_note (a BIGINT)")
                try connection.run("INSERT INTO street_note VALUES (1)")
            }
            #expect(try await store.read(select) == 1)
            try administrate("ALTER TABLE street_note ADD COLUMN b BIGINT", at: place.url)
            #expect(try await store.read(select) == 2)
        }
    }

    @Test("compiled statements are bounded")
    func bounded() async throws {
        try await withPostgres(connections: 1) { store, _ in
            let kept = try await store.read { connection throws(Refusal) in
                for n in 0..<(PostgresStatements.limit + 50) { try connection.run("SELECT \(n)") }
                return try connection.first("SELECT COUNT(*) FROM pg_prepared_statements")?.int(0)
            }
            #expect(kept == Int64(PostgresStatements.limit))
        }
    }
}
