import Ledger

extension JobEvent {
    /// Where an event leaves the two tracks of a job; nil leaves a track where it is.
    package struct EndStates: Hashable, Sendable {
        package var works: Works?
        package var papers: Papers?
    }

    /// The states that this event ends in, on the job as it was before it (design §1). They belong to the
    /// event: the transition table permits and does not remember, so that a street may narrow it and last
    /// year's journal still replays to the same states. Versions 1 to 3 of the rules agree; a later one
    /// that differs is told apart here, by the version that the record names.
    package func ends(on job: Job, rules: Int) -> EndStates {
        switch self {
        case .called: EndStates(works: .registered, papers: Papers.none)
        case .accepted: EndStates(works: .accepted)
        case .rejected: EndStates(works: .rejected)
        case .transferred: EndStates(works: .transferred)
        case .merged: EndStates(works: .merged)
        case .surveyed: EndStates(papers: .surveyed)
        case .signed: EndStates(papers: .signed)
        case .dispatched, .reworked: EndStates(works: .dispatched)
        case .started: EndStates(works: .started)
        case .finished: EndStates(works: .finished)
        case .inspected(let form): EndStates(works: form.pass ? .passed : .started)
        case .claimed: EndStates(papers: .claimed)
        case .reviewed: EndStates(papers: .reviewed)
        // A settlement stays; what was not settled is reviewed anew (design §6).
        case .resolved: EndStates(papers: job.papers == .settled ? nil : .claimed)
        case .settled: EndStates(papers: .settled)
        case .paid(_, _, let amount, _): EndStates(papers: amount == job.held(.payable) ? .paid : nil)
        case .refunded(.payment, _, _, _, _, _, _):
            EndStates(works: job.works == .closed ? .passed : nil, papers: .settled)
        case .refunded(.retention, _, _, _, _, _, _): EndStates()
        case .reversed: EndStates(works: .passed, papers: .signed)
        case .closed: EndStates(works: .closed, papers: .closed)
        case .cancelled: EndStates(works: .cancelled)
        case .regraded, .visited, .authorized, .slipSigned, .changed, .returned, .disputed, .invoiced, .invoiceVoided,
             .released, .recovered, .withheld, .calledBack, .rated, .published, .suspended, .resumed, .noted:
            EndStates()
        }
    }
}
