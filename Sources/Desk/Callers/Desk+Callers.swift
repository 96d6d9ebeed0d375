package import Jobs
package import Journal
package import Kernel
import SQL
import Store

/// A job's caller in clear; nil when there was none, or it was erased.
package struct FoundCaller: Sendable {
    package let job: Job
    package let caller: Caller?
    package let sandbox: Bool
}

/// Jobs whose callers are erased, or would be, and open ones whose callers stay.
package struct ErasedCallers: Sendable {
    package let jobs: [Code]
    package let open: [Code]
}

/// Seeing and erasing callers: nobody does either without a trace in the access log.
extension Desk {
    /// Throws `role.required`, `job.unknown`, `key.…`.
    package func caller(of name: JobName, in org: Code, for user: Code) async throws(Refusal) -> FoundCaller {
        let (job, sandbox) = try await look { (connection, _) throws(Refusal) in
            let queries = Queries(connection)
            return (try queries.job(org, name), try queries.street(org).street?.sandbox ?? false)
        }
        try await demand(.show, about: job.number, in: org, of: user)
        return FoundCaller(job: job, caller: try await caller(of: job.number, in: org), sandbox: sandbox)
    }

    /// Erases a job's caller, or without a job all whose time is over. Throws `role.required`, `job.unknown`.
    package func eraseCallers(of name: JobName?, in org: Code, by user: Code) async throws(Refusal) -> ErasedCallers {
        let number = try await look { (connection, _) throws(Refusal) in
            try name.map { (name) throws(Refusal) in try Queries(connection).job(org, name).number }
        }
        try await demand(.erase, about: number, in: org, of: user)
        return try await tend(org) { (connection, clock) throws(Refusal) in
            let store = CallerStore(connection)
            if let number { return ErasedCallers(jobs: try store.erase(number, in: org) ? [number] : [], open: []) }
            let due = try store.eraseDue(on: try Queries(connection).street(org).now(clock).day, in: org)
            return ErasedCallers(jobs: due.erased, open: due.open)
        }
    }

    /// What would be erased. Throws `role.required`, `job.unknown`.
    package func callersToErase(of name: JobName?, in org: Code, by user: Code) async throws(Refusal) -> ErasedCallers {
        try await look { (connection, clock) throws(Refusal) in
            let (queries, store) = (Queries(connection), CallerStore(connection))
            let state = try queries.street(org)
            try CallerAccess.erase.check(user, about: nil, in: state)
            if let name {
                let number = try queries.job(org, name).number
                return ErasedCallers(jobs: try store.has(number, in: org) ? [number] : [], open: [])
            }
            let due = try store.due(on: try state.now(clock).day, in: org)
            return ErasedCallers(jobs: due.ended, open: due.open)
        }
    }

    private func demand(_ access: CallerAccess, about job: Code?, in org: Code, of user: Code) async throws(Refusal) {
        let refusal = try await tend(org) { (connection, clock) throws(Refusal) in
            let now = try Queries(connection).street(org).now(clock)
            return try access.ask(user, about: job, in: org, at: now, connection)
        }
        if let refusal { throw refusal }
    }
}

extension CallerAccess {
    /// Looks whether the user may, and writes down that it was asked and what was answered. The refusal is
    /// returned and not thrown, because what is written must stay.
    func ask(
        _ user: Code, about job: Code?, in org: Code, at now: Instant, _ connection: any SQLConnection
    ) throws(Refusal) -> Refusal? {
        var refusal: Refusal?
        let queries = Queries(connection)
        let named = try job.map { (job) throws(Refusal) in try queries.job(org, .number(job)) }
        do throws(Refusal) {
            try check(user, about: named, in: try queries.street(org))
        } catch {
            refusal = error
        }
        try AccessLog(connection).note(
            "\(job?.text ?? "*")@\(now.text)", by: user, in: org, does: does, refusal: refusal, seen: now)
        return refusal
    }
}
