import Kernel
import TestKit
import Testing

@testable import SQL
@testable import Store

@Suite("PostgreSQL: a server that goes away", .postgres)
struct PostgresLossTests {
    /// Ends a backend and waits until it has ended.
    private static func kill(_ backend: Int64, _ place: PostgresServer.Place) throws(Refusal) {
        try administrate("SELECT pg_terminate_backend(\(backend), 10000)", at: place.url)
    }

    @Test("a connection that died between two transactions is not noticed by the next", arguments: [true, false])
    func between(writing: Bool) async throws {
        try await withPostgres(connections: 1) { store, place in
            let backend = try await store.read { connection throws(Refusal) in try connection.backend() }
            try Self.kill(backend, place)
            let runs = Shared(0)
            let body: @Sendable (any SQLConnection) throws(Refusal) -> Int64 = { connection throws(Refusal) in
                runs.change { $0 += 1 }
                return try connection.backend()
            }
            let next = writing ? try await store.write(body) : try await store.read(body)
            #expect(next != backend)
            #expect(runs.value == 1)
        }
    }

    @Test("lost inside the body, in a savepoint or just before the commit: run again, kept once", arguments: [
        "statement", "savepoint", "end",
    ])
    func inside(place where: String) async throws {
        try await withPostgres(connections: 1) { store, place in
            let runs = Shared(0)
            try await store.write { connection throws(Refusal) in
                let run = runs.change { $0 += 1; return $0 }
                try connection.take("ref", run)
                guard run == 1 else { return }
                try Self.kill(try connection.backend(), place)
                switch `where` {
                case "statement": try connection.take("ref", 9)
                case "savepoint": _ = refusal { () throws(Refusal) in try connection.savepoint {} }
                case _: break
                }
            }
            #expect(runs.value == 2)
            try await expect(1, "ref", in: store)
        }
    }

    @Test("lost again and again: three runs, then unreachable")
    func often() async throws {
        try await withPostgres(connections: 1) { store, _ in
            let runs = Shared(0)
            let answer = await refusedWrite(store) { connection throws(Refusal) in
                runs.change { $0 += 1 }
                try connection.run("SELECT pg_terminate_backend(pg_backend_pid())")
            }
            #expect(answer?.code == .storeUnreachable)
            #expect(answer?["path"] == store.path)
            #expect(runs.value == PostgresTries.losses)
        }
    }

    @Test("lost while it committed: the outcome is unknown, and nothing is run again")
    func committing() async throws {
        try await withPostgres(connections: 1) { store, _ in
            try await store.write { connection throws(Refusal) in
                try connection.run("""
                    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); RETURN NULL; END $$
                    """)
                try connection.run("""
                    CREATE CONSTRAINT TRIGGER die AFTER INSERT ON taken DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION die()
                    """)
            }
            let runs = Shared(0)
            let answer = await refusedWrite(store) { connection throws(Refusal) in
                runs.change { $0 += 1 }
                try connection.take("ref", 1)
            }
            #expect(answer?.code == .storeUnknown)
            #expect(runs.value == 1)
            try await expect(0, "ref", in: store)
        }
    }

    @Test("a commit that is answered with a warning: the outcome is unknown, whatever the URL wants to hear")
    func warned() async throws {
        try await withPlace { place in
            let url = place.url + "%20-cclient_min_messages%3Derror"
            let store = try PostgresDatabase.open(url: url, create: true)
            try await store.write { connection throws(Refusal) in
                // As a server does when its wait for the standby is cut short.
                try connection.run("""
                    CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN RAISE WARNING 'not on the standby' USING ERRCODE = '01000'; RETURN NULL; END $$
                    """)
                try connection.run("""
                    CREATE CONSTRAINT TRIGGER warn AFTER INSERT ON taken DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION warn()
                    """)
                // Before the commit it is only a warning.
                try connection.run("DO $$ BEGIN RAISE WARNING 'early'; END $$")
            }
            let answer = await refusedWrite(store) { connection throws(Refusal) in try connection.take("ref", 1) }
            #expect(answer?.code == .storeUnknown && answer?["detail"] == "not on the standby", "\(String(describing: answer))")
            try await expect(1, "ref", in: store)
            try await store.write { connection throws(Refusal) in try connection.run("DELETE FROM taken") }
            try await store.close()
        }
    }

    @Test("a statement that takes too long, a lock that is not given", arguments: [
        ("statement_timeout", RefusalCode.storeTimeout), ("lock_timeout", .storeLocked),
    ])
    func timeouts(setting: String, code: RefusalCode) async throws {
        try await withPostgres { store, place in
            let other = try PostgresLink.connect(to: PostgresAddress(place.url))
            try other.command("BEGIN")
            try other.command("LOCK TABLE taken")
            let answer = await refusedWrite(store) { connection throws(Refusal) in
                try connection.run("SET LOCAL \(setting) = 20")
                try connection.take("ref", 1)
            }
            #expect(answer?.code == code)
            try other.command("ROLLBACK")
            try await store.write { connection throws(Refusal) in try connection.take("ref", 1) }
        }
    }
}
