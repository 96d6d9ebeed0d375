package import Jobs
package import Journal
package import Kernel
package import Seal
package import Store

/// The application: every way in hands its commands to this one, and every page and report asks this one.
package struct Desk: Sendable {
    /// A line that was asked to be a command.
    package enum Intake: Sendable {
        case order(Execution.Order)
        /// It could not be read as a command. The envelope is there when it is JSON at all.
        case unreadable(JSON?, Refusal)
    }

    package let database: any SQLDatabase
    private let queue: CommitQueue
    private let seal: CallerSeal?
    private let execution: Execution
    private let clock: @Sendable () -> Clock
    /// Where the key should be, for the message that it is not there.
    private let keyPath: String

    /// Without a seal nothing that concerns a caller can be done: `key.missing`.
    package init(
        _ database: any SQLDatabase, seal: CallerSeal?, keyPath: String = "", clock: @escaping @Sendable () -> Clock
    ) {
        self.database = database
        self.seal = seal
        self.keyPath = keyPath
        self.clock = clock
        queue = CommitQueue(database)
        execution = Execution(seal: seal)
    }

    /// Reads an envelope, and takes the caller out of it before anything else sees it.
    package func read(_ envelope: JSON) -> Intake {
        do throws(Refusal) {
            let org = envelope["org"]?.string ?? ""
            let (stored, caller) = try CallerVault.take(envelope) { (text) throws(Refusal) in
                guard let seal else { throw Refusal(.keyMissing, ["path": keyPath]) }
                return seal.digest(text, for: org)
            }
            let command = try Command(stored)
            guard caller != nil else { return .order(Execution.Order(command)) }
            let (practice, _) = try CallerVault.take(envelope) { (text) in CallerSeal.practice.digest(text, for: org) }
            return .order(Execution.Order(command, practice: try Command(practice), caller: caller))
        } catch {
            return .unreadable(envelope, error)
        }
    }

    /// Executes what was read, in order, in one durable transaction; each command stands or falls alone. The answers are
    /// given when the disk has them. Throws `store.…` when nothing of it could be kept.
    package func execute(_ intake: [Intake]) async throws(Refusal) -> [Answer] {
        let (execution, clock) = (execution, clock())
        return try await queue.submit { (connection) throws(Refusal) in
            var answers: [Answer] = []
            for item in intake { answers.append(try Self.run(item, execution, clock, connection)) }
            return answers
        }
    }

    /// Executes all or nothing: the answers, and whether they were kept. One refusal takes everything back.
    package func executeTogether(_ intake: [Intake]) async throws(Refusal) -> (answers: [Answer], kept: Bool) {
        let (execution, clock) = (execution, clock())
        return try await queue.submit { (connection) throws(Refusal) in
            var answers: [Answer] = []
            do throws(Refusal) {
                try connection.savepoint { () throws(Refusal) in
                    for item in intake { answers.append(try Self.run(item, execution, clock, connection)) }
                    if let refusal = answers.lazy.compactMap(\.refusal).first { throw refusal }
                }
                return (answers, true)
            } catch {
                // The refusal that was thrown to undo the savepoint is among the answers; anything else is the store's.
                guard answers.count == intake.count, answers.contains(where: { $0.refusal != nil }) else { throw error }
                return (answers, false)
            }
        }
    }

    /// Asks the database, without changing it.
    package func ask<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection, Clock) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let clock = clock()
        return try await database.read { (connection) throws(Refusal) in try body(connection, clock) }
    }

    /// Changes what lies beside the journal: rebuilding projections, erasing callers.
    package func tend<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection, Clock) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let clock = clock()
        return try await queue.submit { (connection) throws(Refusal) in try body(connection, clock) }
    }

    /// The caller of a job, opened with the street's key; nil when there was none, or it was erased.
    package func caller(of job: Code, in org: Code) async throws(Refusal) -> Caller? {
        guard let seal else { throw Refusal(.keyMissing, ["path": keyPath]) }
        return try await ask { (connection, _) throws(Refusal) in
            try CallerStore(connection, seal: seal).caller(of: job, in: org)
        }
    }

    /// The id is looked at before anything else (design §12): whatever comes under an id that a record has used is another
    /// command, also where its form cannot be read.
    private static func conflict(
        of envelope: JSON?, _ refusal: Refusal, _ connection: any SQLConnection
    ) throws(Refusal) -> Refusal? {
        // Without the key nobody can say whether it is the same command.
        guard refusal.code != .keyMissing, let envelope, let id = try? Code(envelope["id"]?.string ?? ""),
              let org = try? Code(envelope["org"]?.string ?? ""),
              let known = try JournalReader(connection).record(org, id: id),
              let field = Command.difference(envelope.canonical, known.command) else { return nil }
        return Refusal(.idConflict, ["id": id.text, "field": field])
    }

    private static func run(
        _ item: Intake, _ execution: Execution, _ clock: Clock, _ connection: any SQLConnection
    ) throws(Refusal) -> Answer {
        switch item {
        case .unreadable(let envelope, let refusal):
            return .refused(id: envelope?["id"]?.string, try conflict(of: envelope, refusal, connection) ?? refusal)
        case .order(let order):
            return try connection.savepoint { () throws(Refusal) in try execution.run(order, clock: clock, connection) }
        }
    }
}
