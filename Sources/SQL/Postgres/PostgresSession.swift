import Kernel

/// A connection, lent for one transaction.
final class PostgresSession: SQLConnection {
    private let link: PostgresLink
    private let statements: PostgresStatements
    private let ticket: PostgresTicket?
    private var levels = PostgresLevels()
    private var cursors = 0
    /// What begins the transaction, until it is sent: with the first statement, for which the server is
    /// asked anyway.
    private var beginning: String?
    /// What is to be sent together with the commit.
    private(set) var last: PostgresLastFlight?
    /// Rows of a cursor that are fetched at a time.
    private static let batch = 500

    init(
        _ link: PostgresLink, _ statements: PostgresStatements, beginning: String, ticket: PostgresTicket?
    ) {
        self.link = link
        self.statements = statements
        self.beginning = beginning
        self.ticket = ticket
    }

    /// Whether the server has been told of the transaction.
    var hasBegun: Bool { beginning == nil }

    var dialect: SQLDialect { .postgres }

    /// Why nothing of the transaction may be kept.
    var doom: PostgresFault? { levels.doom }

    func rows(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) -> [SQLRow] {
        try Self.rows(of: execute(sql, parameters))
    }

    func run(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) {
        _ = try execute(sql, parameters)
    }

    func each(
        _ sql: String, _ parameters: [SQLValue], _ body: (SQLRow) throws(Refusal) -> Void
    ) throws(Refusal) {
        guard PostgresText.isQuery(sql) else {
            for row in try rows(sql, parameters) { try body(row) }
            return
        }
        try begin()
        let statement = try self.statement(sql, parameters)
        let encoded = try PostgresParameters(parameters, path: link.path)
        cursors += 1
        let cursor = "c\(cursors)"
        try attempt { () throws(PostgresFault) in
            _ = try link.run(
                "DECLARE \(cursor) NO SCROLL CURSOR FOR " + sql, encoded, binary: false, at: statement.moment)
        }
        do throws(Refusal) {
            try fetch(cursor, binary: statement.binary, body)
        } catch {
            // A level that has failed takes its cursors along when it is rolled back.
            if levels.fault == nil { try command("CLOSE " + cursor) }
            throw error
        }
        try command("CLOSE " + cursor)
    }

    func gather(_ questions: [SQLQuestion]) throws(Refusal) -> [[SQLRow]] {
        var answers: [[SQLRow]] = []
        answers.reserveCapacity(questions.count)
        var odd: Refusal?
        try fly(questions) { answer in
            do throws(Refusal) { answers.append(try Self.rows(of: answer)) } catch { odd = odd ?? error }
        }
        if let odd { throw odd }
        return answers
    }

    func runAll(_ writes: [SQLWrite]) throws(Refusal) { try fly(Self.questions(writes)) { _ in } }

    func runLast(_ writes: [SQLWrite], after condition: SQLGuard?) throws(Refusal) {
        let first = condition.map { [$0.question] } ?? []
        let questions = first + Self.questions(writes)
        if questions.isEmpty { return }
        var steps = try steps(of: questions)
        if case .run(let statement, let parameters, _)? = condition.flatMap({ _ in steps.first }) {
            steps[0] = .run(statement, parameters, .guarding)
        }
        last = PostgresLastFlight(opening, steps, condition)
        beginning = nil
    }

    private static func questions(_ writes: [SQLWrite]) -> [SQLQuestion] {
        writes.flatMap { write in write.rows.map { SQLQuestion(write.sql, $0) } }
    }

    func savepoint<T>(_ body: () throws(Refusal) -> T) throws(Refusal) -> T {
        let name = "p\(levels.depth)"
        try command("SAVEPOINT " + name)
        levels.enter()
        do throws(Refusal) {
            let value = try body()
            try command("RELEASE " + name)
            levels.leave()
            return value
        } catch {
            levels.leave()
            undo(name)
            throw error
        }
    }

    /// Throws what has doomed the transaction: nothing of it may be kept then, whatever the body made of it.
    func checkAlive() throws(Refusal) {
        if let fault = levels.fault { throw fault.refusal }
        if ticket?.isCancelled == true { throw fail(Self.cancelled(link.path)) }
        guard !hasBegun || last?.begins == true || link.isInsideTransaction else {
            throw fail("the transaction was ended by a statement in it")
        }
    }

    /// The same, and nothing may follow what was to be the last.
    private func checkOpen() throws(Refusal) {
        try checkAlive()
        if last != nil { throw fail("the transaction is ending") }
    }

    /// After the transaction: whoever has kept the session is refused.
    func end() { _ = fail("the transaction is over") }

    static func cancelled(_ path: String) -> PostgresFault {
        PostgresFault(Refusal(.storeCancelled, ["path": path]), isDooming: true)
    }

    /// Runs statements in one trip to the server; those that it does not know yet are compiled in one trip
    /// before.
    private func fly(
        _ asked: [SQLQuestion], _ take: (borrowing PostgresResult) -> Void
    ) throws(Refusal) {
        if asked.isEmpty { return }
        let asked = try steps(of: asked)
        let first = opening.count
        let steps = opening + asked
        beginning = nil
        try attempt { () throws(PostgresFault) in
            try link.fly(steps) { place, answer in
                if place >= first { take(answer) }
            }
        }
    }

    /// The steps of statements, all of which the server knows when this returns.
    private func steps(of asked: [SQLQuestion]) throws(Refusal) -> [PostgresStep] {
        try checkOpen()
        var known = asked.map { statements.known($0.sql) }
        if known.contains(where: { $0 == nil }) {
            try attempt { () throws(PostgresFault) in
                if try statements.compile(asked.map(\.sql), after: opening) { beginning = nil }
            }
            known = asked.map { statements.known($0.sql) }
        }
        return try zip(asked, known).map { (question, statement) throws(Refusal) in
            guard let statement, statement.parameters == question.parameters.count
            else { throw mismatch(question.parameters.count, question.sql) }
            return .run(statement, try PostgresParameters(question.parameters, path: link.path), statement.moment)
        }
    }

    private var opening: [PostgresStep] { beginning.map { [.command($0)] } ?? [] }

    /// Sends what begins the transaction, by itself.
    private func begin() throws(Refusal) {
        guard let sql = beginning else { return }
        beginning = nil
        try attempt { () throws(PostgresFault) in _ = try link.command(sql) }
    }

    private func execute(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) -> PostgresResult {
        try begin()
        guard PostgresText.isPreparable(sql) else {
            try checkOpen()
            guard parameters.isEmpty else { throw mismatch(parameters.count, sql) }
            let none = try PostgresParameters([], path: link.path)
            return try attempt { () throws(PostgresFault) in try link.run(sql, none, binary: false) }
        }
        let statement = try self.statement(sql, parameters)
        let encoded = try PostgresParameters(parameters, path: link.path)
        return try attempt { () throws(PostgresFault) in
            try link.run(
                prepared: statement.name, encoded, binary: statement.binary, at: statement.moment)
        }
    }

    /// Throws `store.io` unless the values are as many as the statement's parameters: a mistake in the
    /// program.
    private func statement(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) -> PostgresStatement {
        try checkOpen()
        let statement = try attempt { () throws(PostgresFault) in try statements.statement(sql) }
        guard statement.parameters == parameters.count else { throw mismatch(parameters.count, sql) }
        return statement
    }

    private func fetch(
        _ cursor: String, binary: Bool, _ body: (SQLRow) throws(Refusal) -> Void
    ) throws(Refusal) {
        let none = try PostgresParameters([], path: link.path)
        var count = Self.batch
        while count == Self.batch {
            try checkAlive()
            let result = try attempt { () throws(PostgresFault) in
                try link.run("FETCH \(Self.batch) FROM \(cursor)", none, binary: binary)
            }
            count = result.count
            for row in 0..<count { try body(result.row(row)) }
        }
    }

    private func command(_ sql: String) throws(Refusal) {
        try begin()
        try checkOpen()
        try attempt { () throws(PostgresFault) in _ = try link.command(sql) }
    }

    /// Goes back to where a savepoint began. When that fails, what should have been undone may still be
    /// there: nothing of the transaction may be kept.
    private func undo(_ name: String) {
        guard doom == nil else { return }
        do throws(PostgresFault) {
            try link.command("ROLLBACK TO " + name)
            try link.command("RELEASE " + name)
        } catch {
            levels.doom = error
        }
    }

    /// Notes the fault of a statement at the level where it happened.
    private func attempt<T: ~Copyable>(_ step: () throws(PostgresFault) -> T) throws(Refusal) -> T {
        do throws(PostgresFault) {
            return try step()
        } catch {
            throw fail(error)
        }
    }

    private func fail(_ fault: PostgresFault) -> Refusal {
        levels.note(fault)
        return fault.refusal
    }

    private func fail(_ detail: String) -> Refusal {
        fail(PostgresFault(Refusal(.storeIO, ["path": link.path, "detail": detail]), isDooming: true))
    }

    private func mismatch(_ count: Int, _ sql: String) -> Refusal {
        let detail = "\(count) values do not fit the parameters of \(sql)"
        return Refusal(.storeIO, ["path": link.path, "detail": detail])
    }

    private static func rows(of result: borrowing PostgresResult) throws(Refusal) -> [SQLRow] {
        var rows: [SQLRow] = []
        rows.reserveCapacity(result.count)
        for row in 0..<result.count { rows.append(try result.row(row)) }
        return rows
    }
}
