package import Jobs
package import Journal
package import Kernel
package import SQL
package import Seal
import Store

/// The application: every way in hands its commands to this one, and every page and report asks this one.
package struct Desk: Sendable {
    /// A line that was asked to be a command.
    package enum Intake: Sendable {
        case order(Execution.Order)
        /// It could not be read as a command. The envelope is there when it is JSON at all.
        case unreadable(JSON?, Refusal)

        /// The command, where it could be read.
        var command: Command? {
            switch self {
            case .order(let order): order.command
            case .unreadable: nil
            }
        }

        /// The street that it is for, as far as it can be told.
        var street: Code? {
            switch self {
            case .order(let order): order.command.org
            case .unreadable(let envelope, _): try? Code(envelope?["org"]?.string ?? "")
            }
        }
    }

    package let database: any SQLDatabase
    let lanes: CommitLanes
    let keys: KeyRing
    let keeper = StreetKeeper()
    let execution: Execution
    /// Read when a street's turn has come, and not before: whoever was faster may have recorded something
    /// meanwhile, and the next record must not be earlier.
    let clock: @Sendable () -> Clock

    /// The time on the wall.
    package var wall: Instant { clock().wall }

    /// Without a street's key nothing that concerns its callers can be done: `key.missing`.
    package init(_ database: any SQLDatabase, keys: KeyRing, clock: @escaping @Sendable () -> Clock) {
        self.database = database
        self.keys = keys
        self.clock = clock
        lanes = CommitLanes(database, keys: keys)
        execution = Execution(keys: keys)
    }

    /// A desk whose streets all have one seal.
    package init(_ database: any SQLDatabase, seal: CallerSeal, clock: @escaping @Sendable () -> Clock) {
        self.init(database, keys: KeyRing(seal), clock: clock)
    }

    /// Looks into the database, without changing it. A connection stays in this room.
    func look<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection, Clock) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let clock = clock()
        return try await database.read { (connection) throws(Refusal) in try body(connection, clock) }
    }

    /// Changes what lies beside a street's journal: rebuilding projections, erasing callers.
    func tend<T: Sendable>(
        _ org: Code, _ body: @escaping @Sendable (any SQLConnection, Clock) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let clock = clock
        return try await lanes.submit(org) { (connection) throws(Refusal) in try body(connection, clock()) }
    }

    /// The caller of a job, opened with the street's key; nil when there was none, or it was erased.
    package func caller(of job: Code, in org: Code) async throws(Refusal) -> Caller? {
        let keys = keys
        return try await look { (connection, _) throws(Refusal) in
            try CallerStore(connection, keys: keys).caller(of: job, in: org)
        }
    }

    /// Runs `work` and closes the database, also when it throws.
    package func closing<T>(_ work: () async throws(Refusal) -> T) async throws(Refusal) -> T {
        try await database.closing(work)
    }
}
