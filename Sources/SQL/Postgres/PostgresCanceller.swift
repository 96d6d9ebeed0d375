import CPostgres
import Dispatch
import Synchronization

/// What libpq needs to interrupt a connection's statement from another thread.
final class PostgresCanceller: @unchecked Sendable {
    // Safe: libpq lets any thread use it, and it never changes.
    private let handle: OpaquePointer?

    init(_ link: OpaquePointer) { handle = PQgetCancel(link) }

    deinit { PQfreeCancel(handle) }

    /// Asks the server to interrupt what is under way; blocks until it has heard. A request that does not get
    /// through is the same as one that came too late: the statement ends by itself.
    func cancel() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(handle, &message, Int32(message.count))
    }
}

/// A caller's right to give a read up, wherever it is by then: waiting, running, done.
final class PostgresTicket: Sendable {
    private struct Running {
        var canceller: PostgresCanceller?
        var wasInterrupted = false
    }

    private let cancelled = Atomic(false)
    private let running = Mutex(Running())

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    /// Marks the read as given up; returns at once.
    func cancel() {
        cancelled.store(true, ordering: .releasing)
        // Not on the caller's thread: the server has to be reached.
        DispatchQueue.global().async { self.interrupt() }
    }

    /// Runs `body` while `link` may be interrupted; afterwards it may not, so that nobody else's statement is
    /// hit. `interrupted` tells that a request was sent, which may arrive late: that link must not be used
    /// again.
    func lend<T>(_ link: PostgresLink, _ body: () -> T) -> (value: T, interrupted: Bool) {
        running.withLock { $0 = Running(canceller: link.canceller) }
        let value = body()
        let interrupted = running.withLock { running in
            running.canceller = nil
            return running.wasInterrupted
        }
        return (value, interrupted)
    }

    private func interrupt() {
        let canceller = running.withLock { running in
            if running.canceller != nil { running.wasInterrupted = true }
            return running.canceller
        }
        // Not while holding the lock: a server that answers nobody would keep the reader waiting, too.
        // Whoever comes too late meets a connection that is not used again.
        canceller?.cancel()
    }
}
