import Glibc
import Kernel

/// Runs transactions over one connection, which it makes when it is needed and again when the server was
/// lost. Blocks its thread.
final class PostgresRunner: @unchecked Sendable {
    // Safe: handed from the thread that opened the database to one worker, and used by nobody else.
    enum Mode {
        case read, write

        var begin: String {
            switch self {
            case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            case .write: "BEGIN ISOLATION LEVEL READ COMMITTED"
            }
        }
    }

    private let address: PostgresAddress
    private var link: PostgresLink?
    private var statements: PostgresStatements?

    init(_ address: PostgresAddress) { self.address = address }

    /// Connects unless it is connected.
    @discardableResult
    func connect() throws(PostgresFault) -> PostgresLink {
        if let link, link.isAlive { return link }
        let link = try PostgresLink.connect(to: address)
        statements = PostgresStatements(link)
        self.link = link
        return link
    }

    func disconnect() {
        link = nil
        statements = nil
    }

    /// Runs `body` in one transaction, again from its beginning when the server gave it up or was lost before
    /// the commit.
    ///
    /// Throws what `body` throws; `store.conflict` or `store.unreachable` when trying again did not help;
    /// `store.unknown` when the server was lost while it committed; `store.cancelled`.
    func perform<T>(
        _ mode: Mode, ticket: PostgresTicket? = nil,
        _ body: (any SQLConnection) throws(Refusal) -> T
    ) throws(Refusal) -> T {
        var tries = PostgresTries()
        while true {
            if ticket?.isCancelled == true { throw PostgresSession.cancelled(address.shown).refusal }
            do throws(PostgresFault) {
                return try attempt(mode, ticket, body)
            } catch {
                if ticket?.isCancelled == true { throw PostgresSession.cancelled(address.shown).refusal }
                guard let pause = tries.pause(after: error.remedy) else { throw error.refusal }
                usleep(UInt32(pause) * 1000)
            }
        }
    }

    private func attempt<T>(
        _ mode: Mode, _ ticket: PostgresTicket?, _ body: (any SQLConnection) throws(Refusal) -> T
    ) throws(PostgresFault) -> T {
        let link = try live()
        guard let statements else { throw Self.mistake(address.shown) }
        let session = PostgresSession(link, statements, beginning: mode.begin, ticket: ticket)
        defer { session.end() }
        let (outcome, interrupted) =
            ticket?.lend(link) { Self.outcome(of: body, in: session) } ?? (Self.outcome(of: body, in: session), false)
        defer { if interrupted { disconnect() } }
        do throws(PostgresFault) {
            let value = try outcome.get()
            if let last = session.last {
                try commit(last, link)
            } else if session.hasBegun {
                try commit(mode, link)
            }
            return value
        } catch {
            rollback(link)
            // A new connection has no compiled statements that could be out of date.
            if error.isStale { disconnect() }
            throw error
        }
    }

    /// A connection that the server has dropped since its last use is replaced without counting.
    private func live() throws(PostgresFault) -> PostgresLink {
        let link = try connect()
        link.listen()
        return link.isAlive ? link : try connect()
    }

    /// What dooms a transaction counts, whatever `body` made of it; but a refusal of its own says more than a
    /// fault that cannot be helped.
    private static func outcome<T>(
        of body: (any SQLConnection) throws(Refusal) -> T, in session: PostgresSession
    ) -> Result<T, PostgresFault> {
        do throws(Refusal) {
            let value = try body(session)
            try session.checkAlive()
            return .success(value)
        } catch {
            guard let doom = session.doom, doom.remedy != .none else { return .failure(PostgresFault(error)) }
            return .failure(doom)
        }
    }

    private func commit(_ mode: Mode, _ link: PostgresLink) throws(PostgresFault) {
        switch mode {
        case .read:
            // What was read is read: a server lost by now shows at the next use of the connection.
            do throws(PostgresFault) { try link.command("COMMIT") } catch { rollback(link) }
        case .write: try commit(PostgresLastFlight(), link)
        }
    }

    /// Commits, and sends what is to be done before in the same trip.
    private func commit(_ last: PostgresLastFlight, _ link: PostgresLink) throws(PostgresFault) {
        link.listen()
        guard link.isAlive else {
            throw PostgresFaults.fault(nil, "the server has hung up", path: link.path, lost: true)
        }
        link.notices.forget()
        let tag = try last.land(on: link)
        guard tag == "COMMIT" else {
            let detail = "the server answered COMMIT with \(tag)"
            throw PostgresFault(PostgresFaults.refusal(.storeIO, nil, detail, path: link.path))
        }
        // A commit whose wait for a standby was cut short is answered COMMIT, with a warning that only this
        // server has it.
        if let warning = link.notices.warning {
            throw PostgresFault(PostgresFaults.refusal(.storeUnknown, warning.state, warning.detail, path: link.path))
        }
    }

    /// Leaves the connection ready for the next transaction, or gives it up: the server then rolls back by
    /// itself.
    private func rollback(_ link: PostgresLink) {
        do throws(PostgresFault) {
            if link.isAlive, link.isInsideTransaction { try link.command("ROLLBACK") }
            if !link.isAlive || link.isInsideTransaction { disconnect() }
        } catch {
            disconnect()
        }
    }

    private static func mistake(_ path: String) -> PostgresFault {
        PostgresFault(Refusal(.storeIO, ["path": path, "detail": "not connected"]))
    }
}

/// How often a transaction is tried, and how long to wait in between.
struct PostgresTries {
    /// Runs of a transaction that other writers stand in the way of.
    static let conflicts = 5
    /// Runs of a transaction whose server is lost, over about two seconds.
    static let losses = 3
    private static let patience = Duration.seconds(4)

    private var conflicts = 0
    private var losses = 0
    private let since = ContinuousClock.now

    /// The milliseconds to wait before the next run; nil when there is none. Random, so that two writers that
    /// met do not meet again.
    mutating func pause(after remedy: PostgresFault.Remedy) -> Int? {
        switch remedy {
        case .none: return nil
        case .again:
            conflicts += 1
            return conflicts < Self.conflicts ? 0 : nil
        case .rerun:
            conflicts += 1
            return conflicts < Self.conflicts ? Int.random(in: 1...(5 << conflicts)) : nil
        case .reconnect:
            losses += 1
            guard losses < Self.losses, since.duration(to: .now) < Self.patience else { return nil }
            return losses == 1 ? Int.random(in: 200...400) : Int.random(in: 1200...1600)
        }
    }
}
