import Kernel
package import SQL
package import Store
import Testing

/// The kinds of database that a test runs on. `@Test(arguments: Engine.allCases)` runs it on each; where there is no
/// PostgreSQL server, that half is reported as skipped, by the name of the test.
package enum Engine: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    package var description: String { rawValue }

    /// Where a machine has too much to do a test may stand still for minutes inside a transaction, which no
    /// server should end for that.
    private static let patience = "%20-cidle_in_transaction_session_timeout%3D0"

    /// Gives `body` a place for a database of its own, gone after the test, also when it fails.
    package func with<T>(
        isolation: isolated (any Actor)? = #isolation, _ body: (StorePlace) async throws -> T
    ) async throws -> T {
        try await TemporaryFolder.with { folder in
            switch self {
            case .sqlite:
                return try await body(StorePlace(address: folder.file("street.sqlite"), folder: folder, server: nil))
            case .postgres:
                guard let server = PostgresServer.fresh() else { try Test.cancel("\(PostgresServer.absent)") }
                let outcome: Result<T, any Error>
                do {
                    outcome = .success(try await body(StorePlace(address: server.url + Self.patience, folder: folder, server: server)))
                } catch {
                    outcome = .failure(error)
                }
                try await server.remove()
                return try outcome.get()
            }
        }
    }
}

/// Where a test's database is, whether it has been made or not.
package struct StorePlace: Sendable {
    /// A path, or a URL.
    package let address: String
    /// A folder of the test's own.
    package let folder: TemporaryFolder
    /// Where it is on the server, if it is on one.
    package let server: PostgresServer.Place?

    /// Opens the database there, or makes it. `connections` and `settings`, which go on with the URL's, are for a server.
    package func open(
        create: Bool = false, connections: Int = 8, settings: String = ""
    ) throws -> any SQLDatabase {
        if server != nil {
            return try PostgresDatabase.open(url: address + settings, create: create, connections: connections)
        }
        // Patient, because a loaded machine can let one of many writers wait for long.
        return try SQLiteDatabase.open(path: address, create: create, patience: 60_000)
    }
}

extension PostgresServer.Place {
    /// Removes the schema, if a store was made there.
    func remove() async throws {
        guard let store = try? PostgresDatabase.open(url: url, create: false, connections: 1) else { return }
        let drop = drop
        _ = try? await store.write { (connection) throws(Refusal) in try connection.run(drop) }
        try await store.close()
    }
}
