package import Reports
package import Jobs
package import Journal
package import Kernel
import Store

extension Desk {
    /// Everything about one job. Throws `job.unknown`.
    package func dossier(of name: JobName, in org: Code) async throws(Refusal) -> JobDossier {
        let found = try await ask { (connection, clock) throws(Refusal) in
            let queries = Queries(connection)
            let job = try queries.job(org, name)
            let state = try queries.street(org)
            var names = JobNames(state, try queries.registers(org))
            names.take(try state.policy(on: job.calledAt.day))
            let records = try JournalReader(connection).records(org, job: job.number)
            let now = try state.now(clock)
            let near = SplitAlarm.jobs(try queries.jobs(org, at: job.scope.address), policy: try state.policy(on: now.day))
            let marks = job.marks(at: now, split: near)
            return (job: job, state: state, names: names, records: records, now: now, marks: marks)
        }
        return JobDossier(
            job: found.job, records: found.records, names: found.names,
            caller: try await sight(of: found.job, in: org), absorbed: try await absorbed(by: found.job, in: org),
            asOf: found.now, marks: found.marks, sandbox: found.state.street?.sandbox ?? false)
    }

    /// The calls that were merged into a job, and into those, with what may be shown of their callers.
    private func absorbed(by job: Job, in org: Code) async throws(Refusal) -> [(job: Code, caller: CallerSight)] {
        var calls: [(job: Code, caller: CallerSight)] = []
        for number in job.absorbed ?? [] {
            let other = try await ask { (connection, _) throws(Refusal) in
                try Queries(connection).job(org, .number(number))
            }
            calls.append((number, try await sight(of: other, in: org)))
            calls += try await absorbed(by: other, in: org)
        }
        return calls
    }

    /// What may be shown of the caller to anyone: a mask, or a word.
    private func sight(of job: Job, in org: Code) async throws(Refusal) -> CallerSight {
        guard let mark = job.call.caller else { return .unknown }
        let there = try await ask { (connection, _) throws(Refusal) in
            try CallerStore(connection).has(job.number, in: org)
        }
        guard there else { return .erased }
        if mark.confidential == true { return .confidential }
        do throws(Refusal) {
            let caller = try await caller(of: job.number, in: org)
            return caller.map { .known(name: $0.name?.text, phone: $0.phone?.text) } ?? .erased
        } catch {
            // Without the right key everything else about the job can still be shown.
            switch error.code {
            case .keyMissing: return .locked(.missing)
            case .keyInvalid: return .locked(.wrong)
            case .fileUnreadable: return .locked(.unreadable)
            case _: throw error
            }
        }
    }
}

extension JobNames {
    /// The people and registers of a street.
    package init(_ state: State, _ registers: (contractors: [Contractor], estates: [Estate])) {
        self.init()
        for user in state.register.everyone { users[user.user] = user.name }
        for contractor in registers.contractors { contractors[contractor.code] = contractor.name }
        for estate in registers.estates { estates[estate.code] = estate.name }
    }

    /// Adds what a policy calls its categories and hazards.
    package mutating func take(_ policy: Policy) {
        for category in policy.categories { categories[category.code] = category.name }
        for hazard in policy.hazards { hazards[hazard.code] = hazard.name }
    }
}
