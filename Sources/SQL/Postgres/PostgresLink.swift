import CPostgres
import Glibc
import Kernel

/// One connection to a server, used by one thread at a time; closed with its last use.
final class PostgresLink {
    let handle: OpaquePointer
    let path: String
    /// Counts what is sent.
    private let traffic: PostgresTraffic
    /// What another thread may use meanwhile.
    let canceller: PostgresCanceller
    let notices = PostgresNotices()
    var patience = PostgresPatience.atFirst
    /// The server did not answer in time: whatever comes now belongs to nobody.
    private var isSilent = false

    /// Takes over a handle of libpq whose connection is made.
    init(_ handle: OpaquePointer, path: String, traffic: PostgresTraffic) {
        self.handle = handle
        self.path = path
        self.traffic = traffic
        canceller = PostgresCanceller(handle)
        notices.listen(to: handle)
        // Sending does not wait for a server that takes nothing.
        PQsetnonblocking(handle, 1)
    }

    deinit { PQfinish(handle) }

    /// False once the server was seen to be gone, or given up.
    var isAlive: Bool { !isSilent && PQstatus(handle) == CONNECTION_OK }

    /// Whether a transaction is open, sound or aborted.
    var isInsideTransaction: Bool {
        let state = PQtransactionStatus(handle)
        return state == PQTRANS_INTRANS || state == PQTRANS_INERROR || state == PQTRANS_ACTIVE
    }

    /// Runs a command of this driver's own: one text without parameters.
    @discardableResult
    func command(_ sql: String) throws(PostgresFault) -> PostgresResult {
        try answer(PQsendQuery(handle, sql))
    }

    /// Runs a statement that is not kept.
    func run(
        _ sql: String, _ parameters: PostgresParameters, binary: Bool, at moment: PostgresFaults.Moment = .working
    ) throws(PostgresFault) -> PostgresResult {
        try answer(
            parameters.lend { count, values, lengths, formats in
                PQsendQueryParams(handle, sql, count, nil, values, lengths, formats, binary ? 1 : 0)
            }, at: moment)
    }

    /// Runs a statement that was prepared under a name.
    func run(
        prepared name: String, _ parameters: PostgresParameters, binary: Bool,
        at moment: PostgresFaults.Moment = .working
    ) throws(PostgresFault) -> PostgresResult {
        try answer(
            parameters.lend { count, values, lengths, formats in
                PQsendQueryPrepared(handle, name, count, values, lengths, formats, binary ? 1 : 0)
            }, prepared: true, at: moment)
    }

    /// Looks, without waiting, whether the server has hung up since its last answer: what has not been sent
    /// to a dead server can safely be done again.
    func listen() {
        var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        while isAlive, poll(&socket, 1, 0) > 0 {
            guard PQconsumeInput(handle) == 1 else { return }
            _ = PQisBusy(handle)
        }
    }

    /// The answer to what was sent; `sent` is 1 when it was.
    private func answer(
        _ sent: Int32, prepared: Bool = false, at moment: PostgresFaults.Moment = .working
    ) throws(PostgresFault) -> PostgresResult {
        guard sent == 1 else { throw fault(nil, message, prepared, moment) }
        var wait = wait()
        switch wait.outcome() {
        case .result(let result): return try judge(result, prepared, moment)
        case .silence: throw silence()
        }
    }

    /// Waits for what is on its way: one trip to the server and back.
    func wait() -> PostgresWait {
        traffic.add()
        return PostgresWait(handle, canceller, patience)
    }

    /// Gives the connection up.
    func silence() -> PostgresFault {
        isSilent = true
        let detail = "no answer within \((patience.answer ?? 0) / 1_000) s"
        let refusal = PostgresFaults.refusal(.storeUnreachable, nil, detail, path: path)
        // Nobody waits for it a second time.
        return PostgresFault(refusal, isDooming: true)
    }

    func judge(
        _ result: OpaquePointer?, _ prepared: Bool, _ moment: PostgresFaults.Moment
    ) throws(PostgresFault) -> PostgresResult {
        guard let result else { throw fault(nil, message, prepared, moment) }
        let answer = PostgresResult(result, path: path)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return answer
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            let detail = "COPY is not supported"
            let refusal = PostgresFaults.refusal(.storeIO, nil, detail, path: path)
            throw PostgresFault(refusal, isDooming: true)
        default:
            let detail = Self.field(result, PostgresLink.primary) ?? message
            throw fault(Self.field(result, PostgresLink.state), detail, prepared, moment)
        }
    }

    func fault(
        _ state: String?, _ detail: String, _ prepared: Bool, _ moment: PostgresFaults.Moment
    ) -> PostgresFault {
        PostgresFaults.fault(state, detail, path: path, lost: !isAlive, prepared: prepared, at: moment)
    }

    var message: String { PQerrorMessage(handle).map { String(cString: $0) } ?? "?" }

    /// The fields of an error: PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY.
    private static let state = Int32(UInt8(ascii: "C"))
    private static let primary = Int32(UInt8(ascii: "M"))

    private static func field(_ result: OpaquePointer, _ code: Int32) -> String? {
        PQresultErrorField(result, code).map { String(cString: $0) }
    }
}
