package import Kernel

/// A database that keeps streets. Statements are one portable text with `$1`, `$2` … for parameters (design
/// §10); what only one kind of database knows lives in its own folder. The only error that leaves is a
/// ``Refusal`` (`store.…`).
package protocol SQLDatabase: Sendable {
    /// What kind of database it is.
    var dialect: SQLDialect { get }

    /// Its name in messages: a path, or a URL without its password.
    var path: String { get }

    /// Runs `body` over one unchanging view of the database; several reads run at the same time. A server
    /// that was lost on the way may have it run again from its beginning.
    ///
    /// The caller's thread is not blocked. A cancelled task gets its answer all the same, or
    /// `store.cancelled`.
    func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T

    /// Runs `body` in one durable transaction: what it did is on the disk, once, when this returns, and
    /// nothing of it remains when this throws — but for `store.unknown`, when a server was lost while it
    /// committed. A server that gave the transaction up (deadlock, conflict) has `body` run again from its
    /// beginning, a bounded number of times: it must change nothing but the database. A cancelled task does
    /// not interrupt it.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T

    /// The same without anybody waiting: `answered` is called with what became of it, on the thread that
    /// wrote, which begins nothing else before it returns.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T,
        answered: @escaping @Sendable (Result<T, Refusal>) -> Void)

    /// Lets go of the files. Call it when nothing else is under way; whatever is asked afterwards is refused
    /// (`store.io`).
    func close() async throws(Refusal)
}

/// Around another database, waiting is all that is needed.
extension SQLDatabase {
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T,
        answered: @escaping @Sendable (Result<T, Refusal>) -> Void
    ) {
        Task {
            do throws(Refusal) {
                answered(.success(try await write(body)))
            } catch {
                answered(.failure(error))
            }
        }
    }
}

/// One connection, lent to the body of a transaction and of no use outside it.
package protocol SQLConnection: AnyObject {
    /// How this database spells what is not portable.
    var dialect: SQLDialect { get }

    /// All rows of a statement, in its order.
    func rows(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) -> [SQLRow]

    /// Hands over one row after the other without keeping them; stops at the first refusal that `body`
    /// throws.
    func each(
        _ sql: String, _ parameters: [SQLValue], _ body: (SQLRow) throws(Refusal) -> Void
    ) throws(Refusal)

    /// The same without making values of the rows: for passes over a whole table.
    func scan(
        _ sql: String, _ parameters: [SQLValue], _ body: (SQLCells) throws(Refusal) -> Void
    ) throws(Refusal)

    /// Runs a statement to its end; rows that it may give are dropped.
    func run(_ sql: String, _ parameters: [SQLValue]) throws(Refusal)

    /// Asks several questions at once: the rows of each, in the order of the questions. What one answers is
    /// not known to the others.
    func gather(_ questions: [SQLQuestion]) throws(Refusal) -> [[SQLRow]]

    /// Runs many changes in their order, all of them or, when one is refused, only the first ones: what is
    /// refused then is the transaction.
    func runAll(_ writes: [SQLWrite]) throws(Refusal)

    /// Runs changes as the last of the transaction: on a server they and the commit are one trip, and what
    /// refuses them is said by ``SQLDatabase/write(_:)``. With a guard nothing is kept where it fails: the
    /// transaction is run again from its beginning.
    func runLast(_ writes: [SQLWrite], after condition: SQLGuard?) throws(Refusal)

    /// Runs `body` so that only its own changes are undone when it throws. May be nested.
    func savepoint<T>(_ body: () throws(Refusal) -> T) throws(Refusal) -> T
}

/// A statement that gives rows, with its values: one question of a wave.
package struct SQLQuestion: Sendable {
    package let sql: String
    package let parameters: [SQLValue]

    package init(_ sql: String, _ parameters: [SQLValue]) {
        self.sql = sql
        self.parameters = parameters
    }
}

/// One statement for each of several lists of values: part of a wave of writing.
package struct SQLWrite: Sendable {
    package let sql: String
    package let rows: [[SQLValue]]

    package init(_ sql: String, _ rows: [[SQLValue]]) {
        self.sql = sql
        self.rows = rows
    }
}

/// What must still be so for changes that were decided before anybody looked.
package struct SQLGuard: Sendable {
    /// Gives one row where it is so, and divides by nothing where it is not.
    package let question: SQLQuestion
    package let seen: @Sendable (SQLRow) -> Void

    package init(_ question: SQLQuestion, seen: @escaping @Sendable (SQLRow) -> Void) {
        self.question = question
        self.seen = seen
    }
}

/// One after the other, where a database is as near as a call.
extension SQLConnection {
    package func scan(
        _ sql: String, _ parameters: [SQLValue], _ body: (SQLCells) throws(Refusal) -> Void
    ) throws(Refusal) {
        try each(sql, parameters) { (row) throws(Refusal) in try body(SQLCells(source: .row(row))) }
    }

    package func gather(_ questions: [SQLQuestion]) throws(Refusal) -> [[SQLRow]] {
        var answers: [[SQLRow]] = []
        answers.reserveCapacity(questions.count)
        for question in questions { answers.append(try rows(question.sql, question.parameters)) }
        return answers
    }

    package func runAll(_ writes: [SQLWrite]) throws(Refusal) {
        for write in writes {
            for values in write.rows { try run(write.sql, values) }
        }
    }

    package func runLast(_ writes: [SQLWrite], after condition: SQLGuard?) throws(Refusal) {
        if let condition {
            for row in try rows(condition.question.sql, condition.question.parameters) { condition.seen(row) }
        }
        try runAll(writes)
    }
}

extension SQLConnection {
    /// Runs one statement for each of several lists of values, in their order.
    package func runAll(_ sql: String, _ rows: [[SQLValue]]) throws(Refusal) { try runAll([SQLWrite(sql, rows)]) }

    /// The first row, or nil when there is none.
    package func first(_ sql: String, _ parameters: [SQLValue] = []) throws(Refusal) -> SQLRow? {
        try rows(sql, parameters).first
    }

    package func rows(_ sql: String) throws(Refusal) -> [SQLRow] { try rows(sql, []) }

    package func run(_ sql: String) throws(Refusal) { try run(sql, []) }
}

/// A caller that waits for an answer from another thread.
package typealias Waiter<Answer> = CheckedContinuation<Result<Answer, Refusal>, Never>

/// The kinds of database; a `switch` over it marks each place that a new kind must fill.
package enum SQLDialect: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// Whether writers of different streets work at the same time, or one writer serves all.
    package var writesStreetsApart: Bool {
        switch self {
        case .sqlite: false
        case .postgres: true
        }
    }
}
