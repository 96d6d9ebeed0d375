package import Kernel

/// The order of time (design §12): steps of a track are in order among themselves, what a step asks of the
/// other track must have been so at the step's own time, and nothing is dated into a suspension that does
/// not take it. Visits and notes are free in time after the call: they are often written down later.
enum StepOrder {
    /// Throws `time.order`, with the instant before which the step cannot have been.
    static func check(_ row: Transition, on job: Job, at: Instant) throws(Refusal) {
        let floor = max(ownTrack(row.verb, job), otherTrack(row, job))
        if at < floor { throw Refusal(.timeOrder, ["at": at.text, "previous": floor.text]) }
        guard row.guards.contains(.notSuspended) else { return }
        if let pause = job.pauses.first(where: { $0.from <= at && at < $0.to }) {
            throw Refusal(.timeOrder, ["at": at.text, "previous": pause.to.text])
        }
    }

    /// A suspension begins after every step so far and is not resumed before it began: it must not stop a
    /// clock that has already run.
    private static func ownTrack(_ verb: Verb, _ job: Job) -> Instant {
        let papers = job.lastPapers ?? job.calledAt
        switch verb.track {
        case .works: return job.lastWorks
        case .papers: return papers
        case .both: return max(job.lastWorks, papers)
        case .neither:
            switch verb {
            case .visit, .publish, .note: return job.calledAt
            case .call, .accept, .regrade, .reject, .transfer, .merge, .survey, .authorize, .sign, .dispatch, .start,
                 .finish, .inspect, .rework, .change, .sendBack, .claim, .review, .dispute, .resolve, .settle,
                 .invoice, .voidInvoice, .pay, .release, .refund, .recover, .withhold, .reverse, .callback, .rate,
                 .close, .cancel, .suspend, .resume: return job.suspension?.since ?? max(job.lastWorks, papers)
            }
        }
    }

    /// Since when the works have been where a step on papers asks for them. What a dispatch asks of the
    /// papers is its guard; a step that ends the job gives back what it holds, and not before it held it.
    private static func otherTrack(_ row: Transition, _ job: Job) -> Instant {
        if row.verb.track == .works, row.worksTo?.isEnd == true, !job.open.isEmpty {
            return job.lastPapers ?? job.calledAt
        }
        guard row.verb.track == .papers else { return job.calledAt }
        if row.works.isSubset(of: [.passed, .closed]) { return job.passedAt ?? job.calledAt }
        return row.works.contains(.registered) ? job.calledAt : job.acceptedAt ?? job.calledAt
    }
}

extension Day {
    /// No line lies before the street was opened (design §12). Throws `time.beforeOpening`.
    package func demand(after opened: Day?) throws(Refusal) {
        guard let opened, self < opened else { return }
        throw Refusal(.timeBeforeOpening, ["day": text, "opened": opened.text])
    }
}
