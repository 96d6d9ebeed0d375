import Dispatch
package import Kernel

/// A store in one schema of a PostgreSQL database. A read sees one unchanging view; every write is one
/// transaction that is durable when it is answered. Writers of one street are kept apart by
/// ``SQLConnection/lock(_:)``.
package final class PostgresDatabase: SQLDatabase {
    private let address: PostgresAddress
    private let pool: PostgresPool
    private let isReadOnly: Bool

    init(_ address: PostgresAddress, _ pool: PostgresPool, readOnly: Bool) {
        self.address = address
        self.pool = pool
        isReadOnly = readOnly
    }

    deinit { PostgresPool.detach(pool.close()) }

    package var dialect: SQLDialect { .postgres }

    /// How often its connections have waited for the server so far.
    package var roundTrips: Int { address.traffic.count }

    /// The URL without passwords.
    package var path: String { address.shown }

    /// A cancelled task is answered with `store.cancelled` at once while its read waits, and as soon as the
    /// server has interrupted the statement under way otherwise.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let (pool, ticket) = (pool, PostgresTicket())
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { (caller: Waiter<T>) in
                Self.submit(.read, ticket, to: pool, body) { caller.resume(returning: $0) }
            }
        } onCancel: {
            pool.cancel(ticket)
        }
        return try outcome.get()
    }

    /// Throws `store.readOnly` when the database was opened for reading.
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        try await withCheckedContinuation { (caller: Waiter<T>) in
            write(body) { caller.resume(returning: $0) }
        }.get()
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T,
        answered: @escaping @Sendable (Result<T, Refusal>) -> Void
    ) {
        guard !isReadOnly else {
            return answered(.failure(Refusal(.storeReadOnly, ["path": path, "detail": "opened for reading only"])))
        }
        Self.submit(.write, nil, to: pool, body, answered)
    }

    /// Lets what waits and what is under way finish, closes the connections and ends the threads.
    package func close() async throws(Refusal) {
        let threads = pool.close()
        await withCheckedContinuation { (caller: CheckedContinuation<Void, Never>) in
            // Joining threads blocks: not on a thread of the cooperative pool.
            DispatchQueue.global().async {
                PostgresPool.join(threads)
                caller.resume()
            }
        }
    }

    private static func submit<T: Sendable>(
        _ mode: PostgresRunner.Mode, _ ticket: PostgresTicket?, to pool: PostgresPool,
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T,
        _ answered: @escaping @Sendable (Result<T, Refusal>) -> Void
    ) {
        pool.enqueue(PostgresPool.Work(
            ticket: ticket,
            perform: { runner in
                answered(Result { () throws(Refusal) in try runner.perform(mode, ticket: ticket, body) })
            },
            refuse: { answered(.failure($0)) }))
    }
}
