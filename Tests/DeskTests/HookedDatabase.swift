import Documents
import Kernel
import SQL
import Store
import Synchronization

/// A database that lets a test step in between two steps of a writer, once each.
final class HookedDatabase: SQLDatabase {
    private let base: any SQLDatabase
    private let beforeWrite: Mutex<(@Sendable () async throws(Refusal) -> Void)?>
    private let afterLookup: Mutex<(@Sendable () -> Void)?>
    /// A statement that fails once, by what its text begins with.
    private let failing = Mutex<String?>(nil)

    /// `beforeWrite`: before the writer begins its transaction. `afterLookup`: in it, once it has looked for a command's id;
    /// the thread waits for it.
    init(
        _ base: any SQLDatabase, beforeWrite: (@Sendable () async throws(Refusal) -> Void)? = nil,
        afterLookup: (@Sendable () -> Void)? = nil
    ) {
        self.base = base
        self.beforeWrite = Mutex(beforeWrite)
        self.afterLookup = Mutex(afterLookup)
    }

    /// The next statement that begins so fails, and with it whoever runs it.
    func fail(_ statement: String) { failing.withLock { $0 = statement } }

    var dialect: SQLDialect { base.dialect }
    var path: String { base.path }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T { try await base.read(body) }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let first = beforeWrite.withLock { hook in
            defer { hook = nil }
            return hook
        }
        try await first?()
        return try await base.write { [self] (connection) throws(Refusal) in
            try body(HookedConnection(connection, self))
        }
    }

    func close() async throws(Refusal) { try await base.close() }

    fileprivate func sees(_ sql: String) throws(Refusal) {
        let fails = failing.withLock { failing in
            guard let text = failing, sql.hasPrefix(text) else { return false }
            failing = nil
            return true
        }
        if fails { throw Refusal(.storeFull, ["path": path]) }
    }

    fileprivate func sawLookup() {
        let hook = afterLookup.withLock { hook in
            defer { hook = nil }
            return hook
        }
        hook?()
    }
}

private final class HookedConnection: SQLConnection {
    private let base: any SQLConnection
    private let database: HookedDatabase

    init(_ base: any SQLConnection, _ database: HookedDatabase) {
        self.base = base
        self.database = database
    }

    var dialect: SQLDialect { base.dialect }

    func rows(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) -> [SQLRow] {
        try database.sees(sql)
        let rows = try base.rows(sql, parameters)
        if sql.contains("FROM command") { database.sawLookup() }
        return rows
    }

    func each(
        _ sql: String, _ parameters: [SQLValue], _ body: (SQLRow) throws(Refusal) -> Void
    ) throws(Refusal) { try base.each(sql, parameters, body) }

    func run(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) {
        try database.sees(sql)
        try base.run(sql, parameters)
    }

    func runLast(_ writes: [SQLWrite], after condition: SQLGuard?) throws(Refusal) {
        for write in writes where !write.rows.isEmpty { try database.sees(write.sql) }
        try base.runLast(writes, after: condition)
    }

    func savepoint<T>(_ body: () throws(Refusal) -> T) throws(Refusal) -> T { try base.savepoint(body) }
}
