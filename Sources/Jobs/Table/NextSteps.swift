package import Kernel

/// What a job takes now and who may do it, read from the one transition table.
package enum NextSteps {
    package struct Step: Sendable, Equatable {
        package let verb: Verb
        package let roles: [Role]
    }

    /// The steps that lead on from where the job stands, in the order of the table, each once. Steps that
    /// are always there, and those that take something back, are left out; a suspended job takes nothing
    /// but its resuming.
    package static func of(_ job: Job) -> [Step] {
        var steps: [Step] = []
        for row in TransitionTable.rows where row.starts(at: job.works, job.papers) && row.verb.leadsOn {
            guard row.guards.allSatisfy({ $0.holds(for: job) }) else { continue }
            if let index = steps.firstIndex(where: { $0.verb == row.verb }) {
                let more = row.roles.filter { !steps[index].roles.contains($0) }
                steps[index] = Step(verb: row.verb, roles: steps[index].roles + more)
            } else {
                steps.append(Step(verb: row.verb, roles: row.roles))
            }
        }
        return steps
    }

    /// `验收（验收员）、踏勘（城管专员）`.
    package static func words(_ steps: [Step]) -> Phrase {
        let told = steps.map { step in
            Phrase(
                step.verb.title.zh + "（" + step.roles.map(\.title.zh).joined(separator: "、") + "）",
                step.verb.title.en + " (" + step.roles.map(\.title.en).joined(separator: ", ") + ")")
        }
        guard !told.isEmpty else { return Phrase("备注", "a note") }
        return Phrase(told.map(\.zh).joined(separator: "、"), told.map(\.en).joined(separator: ", "))
    }
}

extension Verb {
    /// It takes a job further; the others are open at any time, or go back.
    var leadsOn: Bool {
        switch self {
        case .call, .accept, .reject, .transfer, .merge, .survey, .authorize, .sign, .dispatch, .start, .finish,
             .inspect, .change, .claim, .review, .resolve, .settle, .invoice, .pay, .release, .callback, .close,
             .resume: true
        case .regrade, .visit, .rework, .sendBack, .dispute, .voidInvoice, .refund, .recover, .withhold, .reverse,
             .cancel, .suspend, .rate, .publish, .note: false
        }
    }
}
