import Kernel
import TestKit
import Testing

@testable import SQL
@testable import Store

/// Statements that are sent together, in libpq's pipeline.
@Suite("PostgreSQL: many statements in one trip", .postgres)
struct PostgresFlightTests {
    @Test("questions are answered in their order, each by its own rows")
    func order() async throws {
        try await withPostgres { store, _ in
            let answers = try await store.read { connection throws(Refusal) in
                try connection.gather((0..<40).map { number in
                    SQLQuestion("SELECT n FROM generate_series(1, $1) AS n ORDER BY n", [.integer(Int64(number))])
                } + [SQLQuestion("SELECT 'x' WHERE $1 = 2", [1]), SQLQuestion("SELECT 'y'", [])])
            }
            #expect(try answers.prefix(40).map { try $0.map { try Int($0.int(0)) } } == (0..<40).map { Array(1..<($0 + 1)) })
            #expect(answers[40].isEmpty)
            #expect(try answers[41].first?.text(0) == "y")
        }
    }

    @Test("far more than a socket holds, both ways, at once")
    func large() async throws {
        try await withPostgres { store, _ in
            let text = String(repeating: "应急", count: 2_000)
            let rows = try await store.write { connection throws(Refusal) in
                try connection.run("CREATE TEMP TABLE much (n bigint, t text)")
                try connection.runAll(
                    "INSERT INTO much (n, t) VALUES ($1, $2) RETURNING t", (0..<3_000).map { [.integer($0), .text(text)] })
                return try connection.gather((0..<3_000).map {
                    SQLQuestion("SELECT t FROM much WHERE n = $1", [.integer($0)])
                })
            }
            #expect(rows.count == 3_000 && rows.allSatisfy { $0.first?[0] == .text(text) })
        }
    }

    @Test("the first that fails is the answer; what follows it is not done, and nothing is kept")
    func failure() async throws {
        try await withPostgres { store, _ in
            let answer = await refusedWrite(store) { connection throws(Refusal) in
                try connection.runAll([
                    SQLWrite("SELECT 1 / $1::bigint", [[1], [0], [0]]),
                    SQLWrite("SELECT ('x' || $1::text)::bigint", [["y"]]),
                ])
            }
            #expect(answer?["sqlstate"] == "22012")
            // The connection is as good as before.
            let again = try await store.write { connection throws(Refusal) in
                try connection.take("kept", 1)
                return try connection.gather([SQLQuestion("SELECT 7", [])])
            }
            #expect(again.first?.first?[0] == 7)
            try await expect(1, "kept", in: store)
        }
    }

    @Test("a wave that fails in a savepoint is undone with it, and the transaction goes on")
    func savepoint() async throws {
        try await withPostgres { store, _ in
            try await store.write { connection throws(Refusal) in
                try connection.take("kept", 1)
                let answer = refusal { () throws(Refusal) in
                    try connection.savepoint { () throws(Refusal) in
                        try connection.take("undone", 1)
                        try connection.runAll("SELECT 1 / $1::bigint", [[2], [0]])
                    }
                }
                #expect(answer?["sqlstate"] == "22012")
                try connection.runAll("SELECT 1 / $1::bigint", [[1]])
                try connection.take("kept", 2)
            }
            try await expect(2, "kept", in: store)
            try await expect(0, "undone", in: store)
        }
    }

    @Test("a statement that cannot be compiled, and values that do not fit, are refused")
    func mistakes() async throws {
        try await withPostgres { store, _ in
            let unknown = await refusedRead(store) { connection throws(Refusal) in
                try connection.gather([SQLQuestion("SELECT 1", []), SQLQuestion("SELECT * FROM nowhere", [])])
            }
            #expect(unknown?["sqlstate"] == "42P01")
            let misfit = await refusedRead(store) { connection throws(Refusal) in
                try connection.gather([SQLQuestion("SELECT $1::text", [])])
            }
            #expect(misfit?.code == .storeIO)
        }
    }

    @Test("a server that ends in the middle of it is left behind, and the transaction is run again")
    func killed() async throws {
        try await withPostgres { store, place in
            let runs = Shared(0)
            try await store.write { connection throws(Refusal) in
                let run = runs.change { count in
                    count += 1
                    return count
                }
                let backend = try connection.backend()
                if run == 1 { try administrate("SELECT pg_terminate_backend(\(backend))", at: place.url) }
                try connection.take("kept", run)
                try connection.runAll("SELECT 1 / $1::bigint", [[1], [1]])
            }
            #expect(runs.value == 2)
            try await expect(1, "kept", in: store)
        }
    }

    @Test("a transaction begins with its first statement, in the same trip")
    func trips() async throws {
        try await withPostgres(connections: 1) { store, _ in
            let body: @Sendable (any SQLConnection) throws(Refusal) -> Void = { connection throws(Refusal) in
                _ = try connection.gather([SQLQuestion("SELECT 1", []), SQLQuestion("SELECT 2", [])])
                try connection.runAll("SELECT $1::bigint", [[1], [2]])
            }
            try await store.write(body)
            let before = store.roundTrips
            try await store.write(body)
            // Reading, writing, committing.
            #expect(store.roundTrips - before == 3)
            try await store.write { _ in }
            #expect(store.roundTrips - before == 3)
        }
    }
}
