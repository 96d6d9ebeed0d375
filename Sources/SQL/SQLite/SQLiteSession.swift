import Kernel

/// A connection, lent for one view or one transaction.
final class SQLiteSession: SQLConnection {
    private let handle: SQLiteHandle
    /// Inside ``transaction(_:)``.
    private var writing = false
    /// Why SQLite gave up the whole transaction by itself (full disk, I/O), from then on the answer to
    /// everything.
    private var lost: Refusal?

    init(_ handle: SQLiteHandle) { self.handle = handle }

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

    func scan(
        _ sql: String, _ parameters: [SQLValue], _ body: (SQLCells) throws(Refusal) -> Void
    ) throws(Refusal) {
        try use(sql, parameters) { statement throws(Refusal) in
            while try step(statement) { try body(SQLCells(source: .statement(statement))) }
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

    /// Runs `body` over one unchanging view of the database.
    func view<T>(_ body: (any SQLConnection) throws(Refusal) -> T) throws(Refusal) -> T {
        try run("BEGIN", [])
        let outcome = Result { () throws(Refusal) in try body(self) }
        // There is nothing to keep; what a broken disk says to this it has said to `body`.
        if handle.isInTransaction { try? run("ROLLBACK", []) }
        return try outcome.get()
    }

    /// Runs `body` in one transaction that is durable when this returns, and undone when it throws.
    func transaction<T>(_ body: (any SQLConnection) throws(Refusal) -> T) throws(Refusal) -> T {
        try run("BEGIN IMMEDIATE", [])
        writing = true
        do throws(Refusal) {
            let value = try body(self)
            try checkAlive()
            finish()
            try run("COMMIT", [])
            return value
        } catch {
            finish()
            do throws(Refusal) {
                // SQLite may have rolled back by itself.
                if handle.isInTransaction { try run("ROLLBACK", []) }
            } catch let fault {
                throw error.adding("rollback", fault["detail"] ?? fault.code.rawValue)
            }
            throw error
        }
    }

    private func finish() { (writing, lost) = (false, nil) }

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
        try handle.use(sql, body)
    }

    private func step(_ statement: PreparedStatement) throws(Refusal) -> Bool {
        do throws(Refusal) {
            return try statement.step()
        } catch {
            if writing, !handle.isInTransaction, lost == nil { lost = error }
            throw error
        }
    }

    private func checkAlive() throws(Refusal) {
        if let lost { throw lost }
        guard handle.isInTransaction else {
            let detail = "the transaction was ended by a statement in it"
            throw Refusal(.storeIO, ["path": handle.path, "detail": detail])
        }
    }
}
