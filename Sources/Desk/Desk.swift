package import Jobs
package import Journal
package import Kernel
package import SQL
package import Seal
package import Store

/// The application: every way in hands its commands to this one, and every page and report asks this one.
package struct Desk: Sendable {
    /// A line that was asked to be a command.
    package enum Intake: Sendable {
        case order(Execution.Order)
        /// It could not be read as a command. The envelope is there when it is JSON at all.
        case unreadable(JSON?, Refusal)

        /// The street that it is for, as far as it can be told.
        fileprivate var street: Code? {
            switch self {
            case .order(let order): order.command.org
            case .unreadable(let envelope, _): try? Code(envelope?["org"]?.string ?? "")
            }
        }
    }

    package let database: any SQLDatabase
    private let lanes: CommitLanes
    private let keys: KeyRing
    private let execution: Execution
    /// Read when a street's turn has come, and not before: whoever was faster may have recorded something meanwhile, and
    /// the next record must not be earlier.
    private let clock: @Sendable () -> Clock

    /// Without a street's key nothing that concerns its callers can be done: `key.missing`.
    package init(_ database: any SQLDatabase, keys: KeyRing, clock: @escaping @Sendable () -> Clock) {
        self.database = database
        self.keys = keys
        self.clock = clock
        lanes = CommitLanes(database)
        execution = Execution(keys: keys)
    }

    /// A desk whose streets all have one seal.
    package init(_ database: any SQLDatabase, seal: CallerSeal, clock: @escaping @Sendable () -> Clock) {
        self.init(database, keys: KeyRing(seal), clock: clock)
    }

    /// Reads an envelope, and takes the caller out of it before anything else sees it.
    package func read(_ envelope: JSON) -> Intake {
        do throws(Refusal) {
            let org = envelope["org"]?.string ?? ""
            let (stored, caller) = try CallerVault.take(envelope) { (text) throws(Refusal) in
                try keys.seal(of: org).digest(text, for: org)
            }
            let command = try Command(stored)
            guard caller != nil else { return .order(Execution.Order(command)) }
            let (practice, _) = try CallerVault.take(envelope) { (text) in CallerSeal.practice.digest(text, for: org) }
            return .order(Execution.Order(command, practice: try Command(practice), caller: caller))
        } catch {
            return .unreadable(envelope, error)
        }
    }

    /// Executes what was read, the commands of each street in order; each command stands or falls alone. What one
    /// transaction can take is one durable transaction. The answers are given when the disk has them. Throws `store.…` when
    /// some of it could not be kept: asked again, what was kept answers as before.
    package func execute(_ intake: [Intake]) async throws(Refusal) -> [Answer] {
        let parts = lanes.divided(intake, street: \.street)
        let done = await withTaskGroup(of: Result<[(Int, Answer)], Refusal>.self) { group in
            for part in parts { group.addTask { await executed(part) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var answers = [Answer?](repeating: nil, count: intake.count)
        for part in done {
            for (index, answer) in try part.get() { answers[index] = answer }
        }
        return answers.compactMap(\.self)
    }

    private func executed(_ part: [(offset: Int, element: Intake)]) async -> Result<[(Int, Answer)], Refusal> {
        let (execution, clock) = (execution, clock)
        do throws(Refusal) {
            return .success(try await lanes.submit(part.first?.element.street) { (connection) throws(Refusal) in
                let clock = clock()
                var answers: [(Int, Answer)] = []
                for item in part { answers.append((item.offset, try Self.run(item.element, execution, clock, connection))) }
                return answers
            })
        } catch {
            return .failure(error)
        }
    }

    /// Executes commands of one street, all or nothing: the answers, and whether they were kept. One refusal takes
    /// everything back.
    package func executeTogether(_ intake: [Intake]) async throws(Refusal) -> (answers: [Answer], kept: Bool) {
        let (execution, clock) = (execution, clock)
        let street = intake.lazy.compactMap(\.street).first
        return try await lanes.submit(street) { (connection) throws(Refusal) in
            let clock = clock()
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

    /// Changes what lies beside a street's journal: rebuilding projections, erasing callers.
    package func tend<T: Sendable>(
        _ org: Code, _ body: @escaping @Sendable (any SQLConnection, Clock) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let clock = clock
        return try await lanes.submit(org) { (connection) throws(Refusal) in try body(connection, clock()) }
    }

    /// The caller of a job, opened with the street's key; nil when there was none, or it was erased.
    package func caller(of job: Code, in org: Code) async throws(Refusal) -> Caller? {
        let keys = keys
        return try await ask { (connection, _) throws(Refusal) in
            try CallerStore(connection, keys: keys).caller(of: job, in: org)
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
