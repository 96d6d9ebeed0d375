import GRDB
import GRDBSQLite
import Kernel

/// GRDB's connection, lent for one transaction. GRDB gives the queue and the cache of compiled statements;
/// binding and stepping go past it.
final class SQLiteSession: SQLConnection {
    private let database: Database
    private let path: String
    /// Inside ``transaction(_:)``.
    private var writing = false
    /// Why SQLite gave up the whole transaction by itself (full disk, I/O), from then on the answer to
    /// everything.
    private var lost: Refusal?

    init(_ database: Database, path: String) {
        self.database = database
        self.path = path
    }

    var dialect: SQLDialect { .sqlite }

    func rows(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) -> [SQLRow] {
        var rows: [SQLRow] = []
        try each(sql, parameters) { rows.append($0) }
        return rows
    }

    func each(
        _ sql: String, _ parameters: [SQLValue], _ body: (SQLRow) throws(Refusal) -> Void
    ) throws(Refusal) {
        try use(sql, parameters) { statement throws(Refusal) in
            while try step(statement) { try body(statement.row()) }
        }
    }

    func run(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) {
        try use(sql, parameters) { statement throws(Refusal) in
            while try step(statement) {}
        }
    }

    /// With one look for the compiled statement.
    func runAll(_ sql: String, _ parameters: [[SQLValue]]) throws(Refusal) {
        if parameters.isEmpty { return }
        try use(sql) { statement throws(Refusal) in
            for values in parameters {
                try statement.bind(values)
                while try step(statement) {}
                statement.reset()
            }
        }
    }

    func savepoint<T>(_ body: () throws(Refusal) -> T) throws(Refusal) -> T {
        try run("SAVEPOINT step")
        do throws(Refusal) {
            let value = try body()
            try run("RELEASE step")
            return value
        } catch {
            do throws(Refusal) {
                try run("ROLLBACK TO step")
                try run("RELEASE step")
            } catch let fault {
                // What should have been undone may still be there: nothing of this transaction may be kept.
                if writing, lost == nil { lost = fault }
            }
            throw error
        }
    }

    /// Runs `body` in one transaction that is durable when this returns, and undone when it throws.
    func transaction<T>(_ body: (any SQLConnection) throws(Refusal) -> T) throws(Refusal) -> T {
        try translated { try database.beginTransaction(.immediate) }
        writing = true
        defer {
            writing = false
            lost = nil
        }
        do throws(Refusal) {
            let value = try body(self)
            try checkAlive()
            try translated { try database.commit() }
            return value
        } catch {
            do throws(Refusal) {
                // Does nothing when SQLite has rolled back by itself.
                try translated { try database.rollback() }
            } catch let fault {
                throw error.adding("rollback", fault["detail"] ?? fault.code.rawValue)
            }
            throw error
        }
    }

    private func use(
        _ sql: String, _ parameters: [SQLValue], _ body: (PreparedStatement) throws(Refusal) -> Void
    ) throws(Refusal) {
        try use(sql) { statement throws(Refusal) in
            try statement.bind(parameters)
            try body(statement)
        }
    }

    private func use(_ sql: String, _ body: (PreparedStatement) throws(Refusal) -> Void) throws(Refusal) {
        // Without the transaction, each further statement would be committed on its own.
        if writing { try checkAlive() }
        let compiled = try compile(sql)
        let statement = PreparedStatement(handle: compiled.sqliteStatement, path: path)
        defer { withExtendedLifetime(compiled) { statement.reset() } }
        try body(statement)
    }

    /// From the cache, unless a row of the same statement is being looked at further up the stack.
    private func compile(_ sql: String) throws(Refusal) -> Statement {
        try translated {
            let cached = try database.cachedStatement(sql: sql)
            let busy = sqlite3_stmt_busy(cached.sqliteStatement) != 0
            return busy ? try database.makeStatement(sql: sql) : cached
        }
    }

    private func step(_ statement: PreparedStatement) throws(Refusal) -> Bool {
        do throws(Refusal) {
            return try statement.step()
        } catch {
            if writing, !database.isInsideTransaction, lost == nil { lost = error }
            throw error
        }
    }

    private func checkAlive() throws(Refusal) {
        if let lost { throw lost }
        guard database.isInsideTransaction else {
            let detail = "the transaction was ended by a statement in it"
            throw Refusal(.storeIO, ["path": path, "detail": detail])
        }
    }

    private func translated<T>(_ body: () throws -> T) throws(Refusal) -> T {
        try Faults.translated(path: path, body)
    }
}
