import Dispatch
import Glibc
import Kernel
import Synchronization

/// A few threads, each with a connection of its own, and the work that waits for them, first come, first
/// served. No thread of the cooperative pool waits for a server.
final class PostgresPool: Sendable {
    struct Work: Sendable {
        let ticket: PostgresTicket?
        let perform: @Sendable (PostgresRunner) -> Void
        let refuse: @Sendable (Refusal) -> Void
    }

    private struct State {
        var waiting: [Work] = []
        var threads: [pthread_t] = []
        var busy = 0
        var isClosed = false
        /// A connection made while opening, for the first thread.
        var spare: PostgresRunner?
    }

    private enum Next {
        case work(Work)
        case nothing
        case end
    }

    private let address: PostgresAddress
    private let limit: Int
    private let state: Mutex<State>
    /// As many signals as there is work waiting, or more.
    private let signal = DispatchSemaphore(value: 0)

    init(_ address: PostgresAddress, limit: Int, spare: PostgresRunner) {
        self.address = address
        self.limit = max(1, limit)
        state = Mutex(State(spare: spare))
    }

    /// Puts work in the queue; it is refused at once when the pool is closed or its caller has given up.
    func enqueue(_ work: Work) {
        let refusal = state.withLock { state -> Refusal? in
            if work.ticket?.isCancelled == true { return PostgresSession.cancelled(address.shown).refusal }
            if state.isClosed { return fault("the database is closed") }
            if state.threads.count - state.busy <= state.waiting.count, state.threads.count < limit {
                if let thread = start() { state.threads.append(thread) }
            }
            if state.threads.isEmpty { return fault("no thread can be started") }
            state.waiting.append(work)
            return nil
        }
        if let refusal { work.refuse(refusal) } else { signal.signal() }
    }

    /// Gives up the work of a ticket: at once while it waits, else as soon as the server lets go.
    func cancel(_ ticket: PostgresTicket) {
        let waiting = state.withLock { state -> Work? in
            ticket.cancel()
            return state.waiting.firstIndex { $0.ticket === ticket }.map { state.waiting.remove(at: $0) }
        }
        waiting?.refuse(PostgresSession.cancelled(address.shown).refusal)
    }

    /// Refuses new work; the threads end when the queue is empty. Returns them, once, for ``join(_:)``.
    func close() -> [pthread_t] {
        let threads = state.withLock { state in
            state.isClosed = true
            state.spare = nil
            defer { state.threads = [] }
            return state.threads
        }
        for _ in threads { signal.signal() }
        return threads
    }

    /// Waits for the threads to end; blocks.
    static func join(_ threads: [pthread_t]) {
        for thread in threads { pthread_join(thread, nil) }
    }

    /// Lets the threads end by themselves.
    static func detach(_ threads: [pthread_t]) {
        for thread in threads { pthread_detach(thread) }
    }

    private func start() -> pthread_t? {
        var thread = pthread_t()
        let pool = Unmanaged.passRetained(self)
        let code = pthread_create(&thread, nil, { pool in
            if let pool { Unmanaged<PostgresPool>.fromOpaque(pool).takeRetainedValue().serve() }
            return nil
        }, pool.toOpaque())
        if code != 0 { pool.release() }
        return code == 0 ? thread : nil
    }

    private func serve() {
        let spare = state.withLock { state in
            defer { state.spare = nil }
            return state.spare
        }
        let runner = spare ?? PostgresRunner(address)
        while true {
            signal.wait()
            switch next() {
            case .work(let work):
                work.perform(runner)
                state.withLock { $0.busy -= 1 }
            case .nothing: continue
            case .end: return runner.disconnect()
            }
        }
    }

    private func next() -> Next {
        state.withLock { state in
            guard !state.waiting.isEmpty else { return state.isClosed ? .end : .nothing }
            state.busy += 1
            return .work(state.waiting.removeFirst())
        }
    }

    private func fault(_ detail: String) -> Refusal {
        Refusal(.storeIO, ["path": address.shown, "detail": detail])
    }
}
