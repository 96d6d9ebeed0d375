import Kernel
import TestKit
import Testing

@testable import SQL
@testable import Store

/// What a transaction does last goes to the server together with its commit.
@Suite("PostgreSQL: the last writes and the commit in one trip", .postgres)
struct PostgresLastFlightTests {
    private static let insert = "INSERT INTO taken (org, kind, value, owner) VALUES ('NHL', $1, $2, 'x')"

    /// A guard that holds while a number is not 0.
    private static func condition(_ number: Int64, _ seen: Shared<Int64> = Shared(0)) -> SQLGuard {
        SQLGuard(SQLQuestion("SELECT 1 / $1::bigint, 7::bigint", [.integer(number)])) { row in
            seen.change { $0 = (try? row.int(1)) ?? -1 }
        }
    }

    @Test("a transaction that asks nothing is one trip, and gives what its guard has seen")
    func trips() async throws {
        try await withPostgres(connections: 1) { store, _ in
            let seen = Shared<Int64>(0)
            try await store.write { connection throws(Refusal) in try connection.take("kept", 1) }
            for run in 1...2 {
                let before = store.roundTrips
                try await store.write { connection throws(Refusal) in
                    let rows: [[SQLValue]] = [["ref", .text("a\(run)")], ["ref", .text("b\(run)")]]
                    try connection.runLast([SQLWrite(Self.insert, rows)], after: Self.condition(1, seen))
                }
                // The first has the statements compiled.
                #expect(store.roundTrips - before == 3 - run)
            }
            #expect(seen.value == 7)
            try await expect(4, "ref", in: store)
        }
    }

    @Test("what is not as it was decided upon is run again at once, and nothing of it is kept")
    func again() async throws {
        try await withPostgres { store, _ in
            let runs = Shared<Int64>(0)
            try await store.write { connection throws(Refusal) in
                let run = runs.change { $0 += 1; return $0 }
                let rows: [[SQLValue]] = [["ref", .text("\(run)")]]
                try connection.runLast([SQLWrite(Self.insert, rows)], after: Self.condition(run - 1))
            }
            #expect(runs.value == 2)
            try await expect(1, "ref", in: store)
            let answer = await refusedWrite(store) { connection throws(Refusal) in
                try connection.runLast([SQLWrite(Self.insert, [["kept", "1"]])], after: Self.condition(0))
            }
            #expect(answer?["sqlstate"] == "22012")
            try await expect(0, "kept", in: store)
        }
    }

    @Test("a write that is refused is the transaction's answer, and nothing follows the last")
    func refused() async throws {
        try await withPostgres(connections: 1) { store, _ in
            let answer = await refusedWrite(store) { connection throws(Refusal) in
                try connection.take("kept", 1)
                try connection.runLast([SQLWrite("SELECT ('x' || $1::text)::bigint", [["y"]])], after: nil)
            }
            #expect(answer?["sqlstate"] == "22P02")
            let late = await refusedWrite(store) { connection throws(Refusal) in
                try connection.runLast([SQLWrite(Self.insert, [["kept", "1"]])], after: nil)
                try connection.take("kept", 2)
            }
            #expect(late?["detail"] == "the transaction is ending")
            let thrown = await refusedWrite(store) { connection throws(Refusal) in
                try connection.runLast([SQLWrite(Self.insert, [["kept", "1"]])], after: nil)
                throw Refusal(.storeFull, ["path": "here"])
            }
            #expect(thrown?.code == .storeFull)
            try await expect(0, "kept", in: store)
        }
    }

    @Test("lost at a write: run again, kept once; lost at the commit: unknown", arguments: [false, true])
    func lost(committing: Bool) async throws {
        try await withPostgres(connections: 1) { store, _ in
            try await store.write { connection throws(Refusal) in
                try connection.run("CREATE SEQUENCE deaths")
                try connection.run("""
                    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN IF nextval('deaths') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10);
                    END IF; RETURN NULL; END $$
                    """)
                try connection.run("""
                    CREATE CONSTRAINT TRIGGER die AFTER INSERT ON taken
                    \(committing ? "DEFERRABLE INITIALLY DEFERRED" : "") FOR EACH ROW EXECUTE FUNCTION die()
                    """)
            }
            let runs = Shared(0)
            let answer = await refusedWrite(store) { connection throws(Refusal) in
                runs.change { $0 += 1 }
                try connection.runLast([SQLWrite(Self.insert, [["ref", "1"]])], after: Self.condition(1))
            }
            #expect(answer?.code == (committing ? .storeUnknown : nil))
            #expect(runs.value == (committing ? 1 : 2))
            try await expect(committing ? 0 : 1, "ref", in: store)
        }
    }
}
