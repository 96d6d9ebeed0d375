package import Journal
package import Kernel
package import SQL
package import Seal
package import Store
import Synchronization

/// Gathers the changes that wait for the one writer and commits them together, because the disk takes as long
/// to make one change durable as two hundred (design §10).
///
/// Works run in the order they were submitted: commands in memory, written once for all of them
/// (``Store/Batch``), anything else in a savepoint of its own. No thread is blocked by a waiting caller.
/// ``CommitLanes`` keeps one queue for each writer that a database can have at the same time.
package final class CommitQueue: Sendable {
    /// The most works in one transaction, so that nobody waits for an endless one.
    package static let batchLimit = 256

    private struct Item: Sendable {
        /// What is read for the work before any of the batch is run.
        let commands: [Command]
        /// Runs the work and returns what gives its caller the answer, to be called once the commit is
        /// durable. Throws what fails the whole batch.
        let perform: @Sendable (Batch) throws(Refusal) -> @Sendable () -> Void
        let fail: @Sendable (Refusal) -> Void
    }

    private struct State {
        var waiting: [Item] = []
        /// The works of the transaction under way.
        var taken: [Item] = []
        var running = false
    }

    private let database: any SQLDatabase
    private let street: Code?
    private let keys: KeyRing
    private let frames: FrameKeeper
    private let loader = StateLoader()
    private let state = Mutex(State())

    /// With a street, each transaction begins by waiting for every other writer of that street, in this
    /// program or another; without one the database itself has a single writer. Callers are sealed with
    /// `keys`; `frames` are those of all queues of the database.
    package init(
        _ database: any SQLDatabase, street: Code? = nil, keys: KeyRing = .empty, frames: FrameKeeper = FrameKeeper()
    ) {
        self.database = database
        self.street = street
        self.keys = keys
        self.frames = frames
    }

    /// How many works no transaction has taken yet.
    package var waiting: Int { state.withLock { $0.waiting.count } }

    /// Runs `work` in the next transaction and answers when that transaction is durable.
    ///
    /// A refusal that `work` throws undoes its own changes only, and only its caller gets it. When the
    /// transaction itself fails, every caller of the batch gets that failure, also those whose work was
    /// refused: that refusal was judged on changes of others that never came to be. A cancelled caller still
    /// waits, since its work may be kept.
    package func submit<T: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        try await answer([]) { (batch) throws(Refusal) in try batch.beside(work) }
    }

    /// Runs `work`, which decides `commands`, in the next transaction, and answers as ``submit(_:)`` does.
    ///
    /// A refusal that `work` throws is its caller's alone. What it had decided until then is kept: the same
    /// commands answer the same again.
    package func decide<T: Sendable>(
        _ commands: [Command], _ work: @escaping @Sendable (Batch) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        try await answer(commands) { (batch) throws(Refusal) in
            let outcome = Result { () throws(Refusal) in try work(batch) }
            if let fault = batch.fault { throw fault }
            return outcome
        }
    }

    private func answer<T: Sendable>(
        _ commands: [Command], _ work: @escaping @Sendable (Batch) throws(Refusal) -> Result<T, Refusal>
    ) async throws(Refusal) -> T {
        let outcome = await withCheckedContinuation { (caller: Waiter<T>) in
            enqueue(Item(
                commands: commands,
                perform: { (batch) throws(Refusal) in
                    let outcome = try work(batch)
                    return { caller.resume(returning: outcome) }
                },
                fail: { caller.resume(returning: .failure($0)) }))
        }
        return try outcome.get()
    }

    private func enqueue(_ item: Item) {
        let idle = state.withLock { state in
            state.waiting.append(item)
            defer { state.running = true }
            return !state.running
        }
        if idle { commit() }
    }

    /// One transaction, and the next one as long as somebody waits. On the writer's own thread: handing over
    /// to another one takes as long as much of a command.
    private func commit() {
        database.write { [self] (connection) throws(Refusal) in
            try perform(connection)
        } answered: { [self] outcome in
            switch outcome {
            case .success(let (answers, left)):
                frames.keep(left)
                for answer in answers { answer() }
            case .failure(let refusal): for item in failed() { item.fail(refusal) }
            }
            if more() { commit() }
        }
    }

    private typealias Done = (answers: [@Sendable () -> Void], frames: [Code: Frame])

    private func perform(_ connection: any SQLConnection) throws(Refusal) -> Done {
        guard let street else { return try perform(batch(connection, of: nil, [:])) }
        guard let mark = frames.mark(of: street) else {
            return try perform(batch(connection, of: street, [street: try HeadMark.locked(street, connection)]))
        }
        let trusted = TrustedStreet(connection, street, left: mark)
        let done = Result { () throws(Refusal) in try perform(batch(trusted, of: street, [street: trusted.mark])) }
        // Whatever became of it was judged on what is over.
        if let mark = trusted.moved { return try perform(batch(connection, of: street, [street: mark])) }
        return try done.get()
    }

    /// Nobody else may hold the frames: whoever changes one would change a copy.
    private func batch(_ connection: any SQLConnection, of street: Code?, _ marks: [Code: HeadMark]) -> Batch {
        Batch(connection, keys: keys, loader: loader, frames: frames.take(street), marks: marks)
    }

    private func perform(_ batch: Batch) throws(Refusal) -> Done {
        var items = take()
        // What cannot be read is said to the one whose command it is, when its turn comes.
        try? batch.foresee(items.flatMap(\.commands))
        // Whoever came while that was waited for is still on board.
        let late = takeMore()
        if !late.isEmpty { try? batch.foresee(late.flatMap(\.commands)) }
        items += late
        var answers: [@Sendable () -> Void] = []
        for item in items { answers.append(try item.perform(batch)) }
        return (answers, try batch.finish())
    }

    /// The works of this transaction: the same ones again when the database has to run it once more.
    private func take() -> [Item] {
        state.withLock { state in
            if !state.taken.isEmpty { return state.taken }
            state.taken = Array(state.waiting.prefix(Self.batchLimit))
            state.waiting.removeFirst(state.taken.count)
            return state.taken
        }
    }

    /// Those that have come meanwhile.
    private func takeMore() -> [Item] {
        state.withLock { state in
            let late = Array(state.waiting.prefix(Self.batchLimit - state.taken.count))
            state.waiting.removeFirst(late.count)
            state.taken += late
            return late
        }
    }

    /// The works that a failed transaction had taken, or would have taken when it could not even begin.
    private func failed() -> [Item] {
        let taken = state.withLock { $0.taken }
        return taken.isEmpty ? take() : taken
    }

    private func more() -> Bool {
        state.withLock { state in
            state.taken = []
            state.running = !state.waiting.isEmpty
            return state.running
        }
    }
}
