import Kernel
import Synchronization
import TestKit
import Testing

@testable import SQL
@testable import Store

extension Trait where Self == ConditionTrait {
    /// For tests that need a server.
    static var postgres: Self { .enabled(if: PostgresServer.isAvailable, Comment(rawValue: PostgresServer.absent)) }
}

/// A value that tasks and threads share.
final class Shared<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) { state = Mutex(value) }

    var value: Value { state.withLock { $0 } }

    @discardableResult
    func change<T: Sendable>(_ body: (inout Value) -> T) -> T { state.withLock { body(&$0) } }
}

/// Runs `body` with a place for one store, which is cleared away afterwards.
func withPlace<T>(_ body: (PostgresServer.Place) async throws -> T) async throws -> T {
    let place = try #require(PostgresServer.fresh())
    let outcome: Result<T, any Error>
    do { outcome = .success(try await body(place)) } catch { outcome = .failure(error) }
    try administrate(place.drop, at: place.url)
    return try outcome.get()
}

/// Runs `body` on a new store in a schema of its own.
func withPostgres<T>(
    connections: Int = 4, _ body: (PostgresDatabase, PostgresServer.Place) async throws -> T
) async throws -> T {
    try await withPlace { place in
        let store = try PostgresDatabase.open(url: place.url, create: true, connections: connections)
        let outcome: Result<T, any Error>
        do { outcome = .success(try await body(store, place)) } catch { outcome = .failure(error) }
        try await store.close()
        return try outcome.get()
    }
}

/// Runs one command over a connection of its own, past all that a store keeps.
func administrate(_ sql: String, at url: String) throws(Refusal) {
    let address = try PostgresAddress(url)
    do throws(PostgresFault) {
        try PostgresLink.connect(to: address).command(sql)
    } catch {
        throw error.refusal
    }
}

/// The refusal of a read.
func refusedRead<T: Sendable>(
    _ store: PostgresDatabase, _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
) async -> Refusal? {
    await refusal { () async throws(Refusal) in _ = try await store.read(body) }
}

/// The refusal of a write.
func refusedWrite<T: Sendable>(
    _ store: PostgresDatabase, _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
) async -> Refusal? {
    await refusal { () async throws(Refusal) in _ = try await store.write(body) }
}

extension SQLConnection {
    /// The number that the server knows this connection by.
    func backend() throws(Refusal) -> Int64 { try first("SELECT pg_backend_pid()")?.int(0) ?? 0 }

    /// How many connections call themselves after the place's schema.
    func backends(of place: PostgresServer.Place) throws(Refusal) -> Int64 {
        try first(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = $1", [SQLValue(place.schema)])?.int(0) ?? 0
    }

    /// Fails with an error of the server's that has this code.
    func raise(_ state: String) throws(Refusal) {
        try run("DO $$ BEGIN RAISE EXCEPTION 'raised' USING ERRCODE = '\(state)'; END $$")
    }
}
