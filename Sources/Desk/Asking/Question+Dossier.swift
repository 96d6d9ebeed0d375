package import Jobs
package import Journal
import Kernel
package import Reports
import Store

extension Question where Answer == JobDossier {
    /// Everything about one job that the reader may see. Throws `job.unknown`.
    package static func dossier(of name: JobName) -> Question {
        Question("job.show", [.jobs: .own]) { (asked) throws(Refusal) in try asked.dossier(of: try asked.job(name)) }
    }

    /// The same for a paper about its amounts: those who may not see them are refused.
    package static func sheet(of name: JobName) -> Question {
        Question("job.settlement", [.amounts: .own]) { (asked) throws(Refusal) in
            try asked.dossier(of: try asked.job(name))
        }
    }
}

extension Asked {
    func dossier(of job: Job) throws(Refusal) -> JobDossier {
        let state = try state()
        var names = JobNames(state, try registers())
        names.take(try state.policy(on: job.calledAt.day))
        let now = try state.now(clock)
        let near = SplitAlarm.jobs(try queries.jobs(org, at: job.scope.address), policy: try state.policy(on: now.day))
        return JobDossier(
            job: job, records: try JournalReader(connection).records(org, job: job.number), names: names,
            caller: try sight(of: job), absorbed: try absorbed(by: job), asOf: now,
            marks: job.marks(at: now, split: near), sandbox: state.street?.sandbox ?? false,
            showsAmounts: rights.seesAmounts(of: job), showsRecords: rights[.records] == .all)
    }

    /// The calls that were merged into a job, and into those, with what may be shown of their callers.
    private func absorbed(by job: Job) throws(Refusal) -> [(job: Code, caller: CallerSight)] {
        var calls: [(job: Code, caller: CallerSight)] = []
        for number in job.absorbed ?? [] {
            let other = try queries.job(org, .number(number))
            calls.append((number, try sight(of: other)))
            calls += try absorbed(by: other)
        }
        return calls
    }

    /// What may be shown of the caller: a mask, or a word. Who may see nothing of callers learns that there
    /// is one, and no digit of it: digits open the public status (web.md 3.5).
    private func sight(of job: Job) throws(Refusal) -> CallerSight {
        guard let mark = job.call.caller else { return .unknown }
        guard try CallerStore(connection).has(job.number, in: org) else { return .erased }
        if mark.confidential == true { return .confidential }
        if rights[.callers] < .masked { return .present }
        do throws(Refusal) {
            let caller = try CallerStore(connection, keys: keys).caller(of: job.number, in: org)
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
