import Glibc
import Kernel
import SQL
import Store
import TestKit
import Testing

/// Runs `body` on a new store in a file of its own.
func withStore<T>(_ body: (SQLiteDatabase) async throws -> T) async throws -> T {
    try await TemporaryFolder.with { folder in
        let store = try SQLiteDatabase.open(path: folder.file("store.db"), create: true)
        let value = try await body(store)
        try await store.close()
        return value
    }
}

/// Runs `body` on a new store of that kind.
func withStore<T>(_ engine: Engine, _ body: (any SQLDatabase) async throws -> T) async throws -> T {
    try await engine.with { place in
        let store = try place.open(create: true)
        let outcome: Result<T, any Error>
        do { outcome = .success(try await body(store)) } catch { outcome = .failure(error) }
        try await store.close()
        return try outcome.get()
    }
}

/// The refusal that `body` throws, or nil when it throws none.
func refusal<T>(_ body: () throws(Refusal) -> T) -> Refusal? {
    do throws(Refusal) { _ = try body() } catch { return error }
    return nil
}

/// The refusal that `body` throws, or nil when it throws none.
func refusal<T>(_ body: () async throws(Refusal) -> T) async -> Refusal? {
    do throws(Refusal) { _ = try await body() } catch { return error }
    return nil
}

extension SQLConnection {
    /// Takes `kind`/`value` for owner "x" in street NHL: the simplest row there is.
    func take(_ kind: String, _ value: Int) throws(Refusal) {
        try run(
            "INSERT INTO taken (org, kind, value, owner) VALUES ('NHL', $1, $2, 'x')",
            [SQLValue(kind), SQLValue(String(value))])
    }

    /// How many of `kind` are taken.
    func taken(_ kind: String) throws(Refusal) -> Int64? {
        try first("SELECT COUNT(*) FROM taken WHERE kind = $1", [SQLValue(kind)])?.int(0)
    }

    func addRecord(_ seq: Int) throws(Refusal) {
        try run(
            "INSERT INTO record (org, seq, body, prev, hash) VALUES ('NHL', $1, '{}', 'p', 'h')", [SQLValue(seq)])
    }

    func addLine(_ seq: Int, side: String = "debit") throws(Refusal) {
        try run(
            """
            INSERT INTO line (org, seq, n, voucher, day, book, account, side, amount, appropriation)
            VALUES ('NHL', $1, 1, '2026-000001', 20500, 'I', 'I2101', $2, 100, 'A')
            """, [SQLValue(seq), SQLValue(side)])
    }
}

/// Expects so many rows of `kind` to be taken.
func expect(
    _ count: Int64, _ kind: String, in store: any SQLDatabase, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let found = try await store.read { connection throws(Refusal) in try connection.taken(kind) }
    #expect(found == count, sourceLocation: sourceLocation)
}

/// Another program that has begun to write and does not end: it holds the lock while `body` runs.
func withLock<T>(on path: String, _ body: () async throws -> T) async throws -> T {
    let other = try RawSQLite(path)
    try other.execute("BEGIN IMMEDIATE")
    let value = try await body()
    try other.execute("ROLLBACK")
    return value
}
