import Documents
import Dispatch
import Kernel
import TestKit
import Testing

@testable import SQL
@testable import Store

@Suite("PostgreSQL: transactions", .postgres)
struct PostgresTransactionTests {
    @Test("a write that throws leaves nothing")
    func rollback() async throws {
        try await withPostgres { store, _ in
            let answer = await refusedWrite(store) { connection throws(Refusal) in
                try connection.take("ref", 1)
                throw Refusal(.refTaken)
            }
            #expect(answer == Refusal(.refTaken))
            try await expect(0, "ref", in: store)
        }
    }

    @Test("a savepoint that throws undoes itself only, nested ones too")
    func savepoints() async throws {
        try await withPostgres { store, _ in
            try await store.write { connection throws(Refusal) in
                try connection.take("kept", 1)
                let outer = refusal { () throws(Refusal) in
                    try connection.savepoint { () throws(Refusal) in
                        try connection.take("undone", 1)
                        try connection.savepoint { () throws(Refusal) in try connection.take("undone", 2) }
                        throw Refusal(.jobState)
                    }
                }
                #expect(outer == Refusal(.jobState))
                try connection.savepoint { () throws(Refusal) in
                    try connection.take("kept", 2)
                    let inner = refusal { () throws(Refusal) in
                        try connection.savepoint { () throws(Refusal) in
                            try connection.take("undone", 3)
                            try connection.raise("22012")
                        }
                    }
                    #expect(inner?["sqlstate"] == "22012")
                }
            }
            try await expect(2, "kept", in: store)
            try await expect(0, "undone", in: store)
        }
    }

    @Test("an error that is swallowed inside a savepoint undoes it all the same")
    func swallowed() async throws {
        try await withPostgres { store, _ in
            try await store.write { connection throws(Refusal) in
                let answer = refusal { () throws(Refusal) in
                    try connection.savepoint { () throws(Refusal) in
                        try connection.take("undone", 1)
                        _ = refusal { () throws(Refusal) in try connection.raise("22012") }
                        let next = refusal { () throws(Refusal) in try connection.take("undone", 2) }
                        #expect(next?["sqlstate"] == "22012")
                    }
                }
                #expect(answer?["sqlstate"] == "22012")
                try connection.take("kept", 1)
            }
            try await expect(1, "kept", in: store)
            try await expect(0, "undone", in: store)
        }
    }

    @Test("once the transaction is gone, nothing more is written, even when the error is swallowed", arguments: [
        "ROLLBACK", "COMMIT", "SELECT 1/0", "COPY taken TO STDOUT",
    ])
    func lostTransaction(sql: String) async throws {
        try await withPostgres { store, _ in
            let answer = await refusedWrite(store) { connection throws(Refusal) in
                try connection.take("ref", 1)
                _ = refusal { () throws(Refusal) in try connection.run(sql) }
                let next = refusal { () throws(Refusal) in try connection.take("ref", 2) }
                #expect(next?.code == .storeIO)
            }
            #expect(answer?.code == .storeIO)
            try await expect(sql == "COMMIT" ? 1 : 0, "ref", in: store)
            try await store.write { connection throws(Refusal) in try connection.take("later", 3) }
            try await expect(1, "later", in: store)
        }
    }

    @Test("what others got in the way of is run again, five times at most", arguments: [
        ("40001", 3, nil), ("40P01", 3, nil), ("23505", 3, nil), ("40001", 9, RefusalCode.storeConflict),
        ("23505", 9, .storeConflict), ("23503", 3, .storeIO),
    ])
    func rerun(state: String, failures: Int, code: RefusalCode?) async throws {
        try await withPostgres { store, _ in
            let runs = Shared(0)
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in
                    let run = runs.change { $0 += 1; return $0 }
                    try connection.take("ref", run)
                    // In a savepoint and swallowed: it dooms the transaction all the same.
                    _ = refusal { () throws(Refusal) in
                        try connection.savepoint { () throws(Refusal) in
                            if run <= failures { try connection.raise(state) }
                        }
                    }
                    if state == "23503" { try connection.raise(state) }
                }
            }
            #expect(answer?.code == code)
            #expect(answer?["sqlstate"] == (code == nil ? nil : state))
            #expect(runs.value == (state == "23503" ? 1 : code == nil ? failures + 1 : PostgresTries.conflicts))
            try await expect(code == nil ? 1 : 0, "ref", in: store)
        }
    }

    @Test("two writers that wait for each other both get through")
    func deadlock() async throws {
        try await withPostgres { store, _ in
            try await store.write { connection throws(Refusal) in
                for n in 1...2 { try connection.take("row", n) }
            }
            let runs = Shared(0)
            let meeting = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
            @Sendable func update(_ first: Int) async throws(Refusal) {
                try await store.write { connection throws(Refusal) in
                    let run = runs.change { $0 += 1; return $0 }
                    try connection.run("SET LOCAL deadlock_timeout = '20ms'")
                    for n in [first, 3 - first] {
                        try connection.run(
                            "UPDATE taken SET owner = owner || 'y' WHERE kind = 'row' AND value = $1",
                            [SQLValue(String(n))])
                        // Each holds one row before either asks for the other.
                        guard run <= 2, n == first else { continue }
                        meeting[first - 1].signal()
                        meeting[2 - first].wait()
                    }
                }
            }
            async let one: Void = update(1)
            async let two: Void = update(2)
            _ = try await (one, two)
            let owners = try await store.read { connection throws(Refusal) in
                try connection.rows("SELECT DISTINCT owner FROM taken WHERE kind = 'row'")
            }
            #expect(owners == [SQLRow(["xyy"])])
            // One was turned back and ran again; where the other was slow to wake, the same meeting once more.
            #expect(runs.value >= 3)
        }
    }

    @Test("a read sees one unchanging view, and cannot write")
    func view() async throws {
        try await withPostgres { store, place in
            let counts = try await store.read { connection throws(Refusal) in
                let before = try connection.taken("ref")
                try administrate("INSERT INTO taken VALUES ('NHL', 'ref', '1', 'x')", at: place.url)
                return [before, try connection.taken("ref")]
            }
            #expect(counts == [0, 0])
            try await expect(1, "ref", in: store)
            let answer = await refusedRead(store) { connection throws(Refusal) in try connection.take("ref", 2) }
            #expect(answer?.code == .storeReadOnly)
        }
    }

    @Test("a commit that fails leaves nothing and the writer goes on")
    func failedCommit() async throws {
        try await withPostgres { store, place in
            try administrate(
                "ALTER TABLE taken ADD FOREIGN KEY (org) REFERENCES street DEFERRABLE INITIALLY DEFERRED", at: place.url)
            let answer = await refusedWrite(store) { connection throws(Refusal) in try connection.take("ref", 1) }
            #expect(answer?.code == .storeIO)
            #expect(answer?["sqlstate"] == "23503")
            try await expect(0, "ref", in: store)
        }
    }

    @Test("a connection is of no use after its transaction")
    func over() async throws {
        try await withPostgres { store, _ in
            /// What the compiler would not let out.
            final class Leak: @unchecked Sendable { var connection: (any SQLConnection)? }
            let leak = Leak()
            try await store.read { connection throws(Refusal) in leak.connection = connection }
            let answer = refusal { () throws(Refusal) in try leak.connection?.rows("SELECT 1") }
            #expect(answer?["detail"] == "the transaction is over")
        }
    }
}
