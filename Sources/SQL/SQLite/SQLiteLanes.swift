import Dispatch
import Kernel
import Synchronization

/// A few connections of one kind and the work that waits for them, first come, first served. A connection is
/// opened when there is work for it, and no thread of the cooperative pool waits for a disk.
final class SQLiteLanes: Sendable {
    /// Gets a connection, or why there is none.
    typealias Work = @Sendable (Result<SQLiteHandle, Refusal>) -> Void

    private struct State {
        var idle: [SQLiteHandle]
        /// Idle or at work.
        var made: Int
        var waiting: [Work] = []
        var isClosed = false
    }

    private enum Turn {
        case now(SQLiteHandle?)
        case later
        case never
    }

    private let path: String
    private let limit: Int
    private let open: @Sendable () throws(Refusal) -> SQLiteHandle
    private let state: Mutex<State>
    private let atWork = DispatchGroup()

    /// `first`: connections that are open already.
    init(
        path: String, limit: Int, first: [SQLiteHandle] = [], open: @escaping @Sendable () throws(Refusal) -> SQLiteHandle
    ) {
        self.path = path
        self.limit = limit
        self.open = open
        state = Mutex(State(idle: first, made: first.count))
    }

    /// Runs `body` on a connection when its turn has come, and hands over what it gives.
    func run<T: Sendable>(_ body: @escaping @Sendable (SQLiteHandle) throws(Refusal) -> T) async throws(Refusal) -> T {
        let outcome = await withCheckedContinuation { (caller: Waiter<T>) in
            run(body) { caller.resume(returning: $0) }
        }
        return try outcome.get()
    }

    /// The same, handed over on the thread that ran it.
    func run<T: Sendable>(
        _ body: @escaping @Sendable (SQLiteHandle) throws(Refusal) -> T,
        answered: @escaping @Sendable (Result<T, Refusal>) -> Void
    ) {
        enqueue { handle in answered(Result { () throws(Refusal) in try body(try handle.get()) }) }
    }

    private func enqueue(_ work: @escaping Work) {
        let turn = state.withLock { state -> Turn in
            if state.isClosed { return .never }
            if let handle = state.idle.popLast() {
                atWork.enter()
                return .now(handle)
            }
            guard state.made < limit else {
                state.waiting.append(work)
                return .later
            }
            state.made += 1
            atWork.enter()
            return .now(nil)
        }
        switch turn {
        case .now(let handle): DispatchQueue.global().async { self.serve(work, handle) }
        case .later: break
        case .never: work(.failure(Refusal(.storeIO, ["path": path, "detail": "the database is closed"])))
        }
    }

    /// On a thread of its own: one piece of work after the other, as long as some waits.
    private func serve(_ first: @escaping Work, _ given: SQLiteHandle?) {
        var next: Work? = first
        var handle = given
        while let work = next {
            let connection = Result { () throws(Refusal) in
                if let handle { return handle }
                return try open()
            }
            work(connection)
            handle = try? connection.get()
            next = state.withLock { state in
                if !state.waiting.isEmpty { return state.waiting.removeFirst() }
                if let handle { state.idle.append(handle) } else { state.made -= 1 }
                return nil
            }
        }
        atWork.leave()
    }

    /// Refuses new work, waits for what is under way and closes the connections; blocks.
    func close() {
        state.withLock { $0.isClosed = true }
        atWork.wait()
        let idle = state.withLock { state in
            defer { state.idle = [] }
            return state.idle
        }
        for handle in idle { handle.close() }
    }
}
