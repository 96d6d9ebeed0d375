import CPostgres
import Kernel

/// One thing of several that are sent to a server together.
enum PostgresStep {
    /// One text without parameters.
    case command(String)
    case prepare(String, name: String)
    /// Asks for the parameters and columns of a prepared statement.
    case describe(name: String)
    case run(PostgresStatement, PostgresParameters, PostgresFaults.Moment)

    fileprivate var isPrepared: Bool {
        if case .run = self { true } else { false }
    }

    fileprivate var moment: PostgresFaults.Moment {
        if case .run(_, _, let moment) = self { moment } else { .working }
    }
}

/// libpq's pipeline: everything is sent before the first answer is waited for.
extension PostgresLink {
    /// Sends steps at once, waits once, and hands over their answers in order. After the first fault the
    /// server does none of what follows, and that fault is thrown when everything has been read.
    func fly(
        _ steps: [PostgresStep], _ take: (Int, borrowing PostgresResult) -> Void
    ) throws(PostgresFault) {
        guard PQenterPipelineMode(handle) == 1 else { throw fault(nil, message, false, .working) }
        for step in steps where send(step) != 1 { throw broken() }
        guard PQpipelineSync(handle) == 1 else { throw broken() }
        let first = try land(steps, take)
        // It cannot be left before everything was read, or when the server is gone.
        guard PQexitPipelineMode(handle) == 1 else { throw first ?? broken() }
        if let first { throw first }
    }

    private func land(
        _ steps: [PostgresStep], _ take: (Int, borrowing PostgresResult) -> Void
    ) throws(PostgresFault) -> PostgresFault? {
        var wait = wait()
        var first: (fault: PostgresFault, step: PostgresStep)?
        for (place, step) in steps.enumerated() {
            guard case .result(let result) = wait.outcome() else { throw silence() }
            do throws(PostgresFault) {
                let answer = try judge(result, step.isPrepared, step.moment)
                if first == nil { take(place, answer) }
            } catch {
                first = first ?? (error, step)
            }
            if !isAlive { break }
        }
        // What marks the end of the flight.
        if isAlive {
            guard case .result(let end) = wait.outcome() else { throw silence() }
            PQclear(end)
        }
        return first.map { late($0.fault, of: $0.step) }
    }

    /// Only what follows a server's last words shows that they were the last.
    private func late(_ fault: PostgresFault, of step: PostgresStep) -> PostgresFault {
        if isAlive { return fault }
        return self.fault(
            fault.refusal["sqlstate"], fault.refusal["detail"] ?? "?", step.isPrepared, step.moment)
    }

    /// Nothing that was sent can be taken back: a connection that does not take all of it is of no use.
    private func broken() -> PostgresFault {
        let fault = fault(nil, message, false, .working)
        return isAlive ? silence() : fault
    }

    private func send(_ step: PostgresStep) -> Int32 {
        switch step {
        case .command(let sql): PQsendQueryParams(handle, sql, 0, nil, nil, nil, nil, 0)
        case .prepare(let sql, let name): PQsendPrepare(handle, name, sql, 0, nil)
        case .describe(let name): PQsendDescribePrepared(handle, name)
        case .run(let statement, let parameters, _):
            parameters.lend { count, values, lengths, formats in
                PQsendQueryPrepared(
                    handle, statement.name, count, values, lengths, formats, statement.binary ? 1 : 0)
            }
        }
    }
}
