import CPostgres
import Dispatch
import Glibc

/// How long a server may be silent before it is given up, in milliseconds. The server ends statements by
/// itself; this is for one that is there and does not answer, and for a commit, which the server does not
/// bound.
struct PostgresPatience: Sendable {
    /// From sending to the answer; nil waits without end.
    var answer: Int?
    /// From the request to cancel until the connection is given up.
    var grace = 5_000

    /// The server's own limit, and as much more as its word may take to get here. 0 is no limit.
    init(statementTimeout: Int) { answer = statementTimeout == 0 ? nil : statementTimeout + 15_000 }

    /// Until the server has said what its limit is.
    static let atFirst = PostgresPatience(statementTimeout: 60_000)
}

/// Waits for the answers to what was sent, as long as patience lasts.
struct PostgresWait {
    private let link: OpaquePointer
    private let canceller: PostgresCanceller
    private let grace: Int
    private var deadline: ContinuousClock.Instant?
    private var isCancelled = false

    init(_ link: OpaquePointer, _ canceller: PostgresCanceller, _ patience: PostgresPatience) {
        self.link = link
        self.canceller = canceller
        grace = patience.grace
        deadline = patience.answer.map { .now + .milliseconds($0) }
    }

    enum Outcome {
        /// The last result; nil when the connection was lost.
        case result(OpaquePointer?)
        /// Nothing came, also after a request to cancel.
        case silence
    }

    /// Reads all results of what was sent and gives the last, as libpq's own waiting does.
    mutating func outcome() -> Outcome {
        var last: OpaquePointer?
        while true {
            guard waitUntilReady() else {
                PQclear(last)
                return .silence
            }
            guard let next = PQgetResult(link) else { return .result(last) }
            PQclear(last)
            last = next
            switch PQresultStatus(next) {
            // More of them would come without end.
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: return .result(next)
            default: continue
            }
        }
    }

    /// Until a result can be taken without waiting; false when patience is over.
    private mutating func waitUntilReady() -> Bool {
        while true {
            let unsent = PQflush(link)
            if unsent < 0 || PQisBusy(link) == 0 { return true }
            var socket = pollfd(
                fd: PQsocket(link), events: Int16(POLLIN | (unsent > 0 ? POLLOUT : 0)), revents: 0)
            let ready = poll(&socket, 1, slice)
            if ready < 0, errno != EINTR { return true }
            if PQconsumeInput(link) == 0 { return true }
            guard ready == 0, remaining == 0 else { continue }
            guard !isCancelled else { return false }
            cancel()
        }
    }

    /// How long to look at the socket. What TLS has taken from it already does not show there, so that is
    /// looked for again after a moment.
    private var slice: Int32 {
        guard PQsslInUse(link) == 1 else { return remaining }
        return remaining < 0 ? 20 : min(remaining, 20)
    }

    /// Milliseconds; -1 is without end.
    private var remaining: Int32 {
        guard let deadline else { return -1 }
        let left = ContinuousClock.now.duration(to: deadline).components
        let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
        return Int32(clamping: max(0, milliseconds))
    }

    /// Asks once, and not on this thread: whoever does not answer may not take the request either.
    private mutating func cancel() {
        isCancelled = true
        deadline = .now + .milliseconds(grace)
        let canceller = canceller
        DispatchQueue.global().async { canceller.cancel() }
    }
}
