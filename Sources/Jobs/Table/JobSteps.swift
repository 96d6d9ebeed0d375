package import Kernel
import Ledger

/// What can be done with a job where it stands: the steps open to whoever asks, and those that are not, with
/// what stands in their way. From the one transition table and its guards; what only the form of a step can
/// tell, such as its amount, is not looked at.
package struct JobSteps: Sendable, Equatable {
    /// Why a step cannot be done.
    package enum Block: Sendable, Equatable {
        /// Somebody in one of these roles may.
        case role([Role])
        case condition(Guard)
        /// Whoever asks did something before that excludes them now.
        case person(Guard)

        package var title: Phrase {
            switch self {
            case .role(let roles): Phrase("由\(roles.titles.zh)办理", "for: \(roles.titles.en)")
            case .condition(let condition): Phrase("须：\(condition.title.zh)", "needs: \(condition.title.en)")
            case .person(let condition): Phrase("须换人：\(condition.title.zh)", "somebody else, \(condition.title.en)")
            }
        }
    }

    package struct Step: Sendable, Equatable {
        package let verb: Verb
        package let roles: [Role]
        /// Empty: it can be done now.
        package let blocks: [Block]

        package var isOpen: Bool { blocks.isEmpty }
    }

    package let job: Job
    /// In the order of the table, each verb once; where it has several ends, the one with the fewest blocks.
    package let steps: [Step]
    package let sandbox: Bool

    /// Without a user nobody's roles and past are looked at.
    package init(_ job: Job, user: User?, sandbox: Bool) {
        self.job = job
        self.sandbox = sandbox
        var steps: [Step] = []
        for row in TransitionTable.rows where row.starts(at: job.works, job.papers) {
            let step = Step(verb: row.verb, roles: row.roles, blocks: row.blocks(on: job, for: user))
            guard let index = steps.firstIndex(where: { $0.verb == row.verb }) else {
                steps.append(step)
                continue
            }
            let more = steps[index].roles + row.roles.filter { !steps[index].roles.contains($0) }
            let easier = step.blocks.count < steps[index].blocks.count ? step.blocks : steps[index].blocks
            steps[index] = Step(verb: row.verb, roles: more, blocks: easier)
        }
        self.steps = steps
    }
}

extension JobSteps {
    /// Whether one of the steps that take a job further is open: an invoice does while one is missing, money
    /// while some is held for it.
    package var leadsOn: Bool { steps.contains { $0.isOpen && $0.verb.leadsOn && isDue($0.verb) } }

    private func isDue(_ verb: Verb) -> Bool {
        switch verb {
        case .invoice: !job.isInvoiced
        case .pay: job.held(.payable).isPositive
        case .release: job.held(.retention).isPositive
        case .call, .accept, .reject, .transfer, .merge, .survey, .authorize, .sign, .dispatch, .start, .finish, .inspect,
             .change, .claim, .review, .resolve, .settle, .callback, .close, .resume, .regrade, .visit, .rework, .sendBack,
             .dispute, .voidInvoice, .refund, .recover, .withhold, .reverse, .cancel, .suspend, .rate, .publish, .note: true
        }
    }
}

extension Transition {
    fileprivate func blocks(on job: Job, for user: User?) -> [JobSteps.Block] {
        let conditions = guards.filter { !$0.holds(for: job) }.map { JobSteps.Block.condition($0) }
        guard let user else { return conditions }
        let role: [JobSteps.Block] = roles.contains(where: user.has) ? [] : [.role(roles)]
        return role + conditions + guards.filter { $0.excludes(user.user, from: job) }.map { .person($0) }
    }
}
