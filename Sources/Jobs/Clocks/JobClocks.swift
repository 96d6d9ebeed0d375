package import Kernel

/// How a job stands against its clocks at a moment: when it was arrived at, finished and paid for, what is
/// late, and what stands still. The only home of these words (design §9); pages, lists and figures ask
/// here.
package struct JobClocks: Sendable {
    package let job: JobTimes
    package let asOf: Instant

    package init(_ job: JobTimes, asOf: Instant) {
        self.job = job
        self.asOf = asOf
    }

    package init(_ job: Job, asOf: Instant) { self.init(JobTimes(job), asOf: asOf) }

    /// It needs no work of ours any more: turned away, handed on, merged or cancelled. It has no deadlines.
    package var left: Bool {
        switch job.works {
        case .rejected, .transferred, .merged, .cancelled: true
        case .registered, .accepted, .dispatched, .started, .finished, .passed, .closed: false
        }
    }

    /// Somebody has to act on it: it is neither at its end nor, not yet accepted here, closed by the other
    /// system.
    package var isOpen: Bool { !job.works.isEnd && !(job.works == .registered && finished != nil) }

    /// When the work was finished: the finish that the inspection passed (docs/DECISIONS.md). What a crew
    /// reports and an inspector has not passed is not finished. A job not yet accepted here is finished
    /// when the other system closed it.
    package var finished: Instant? {
        switch job.works {
        case .passed, .closed: job.finishedAt
        case .registered: job.outside?.closed.flatMap { $0 <= asOf ? $0 : nil }
        case .accepted, .dispatched, .started, .finished, .rejected, .transferred, .merged, .cancelled: nil
        }
    }

    /// The work is still to be finished.
    package var isUnfinished: Bool { finished == nil && !left }

    /// Overdue: unfinished after its deadline.
    package var isOverdue: Bool { finish?.standing == .overdue }

    package var isSuspended: Bool { job.suspension != nil }

    /// Where the job's own time stands: at the moment of asking, or where a suspension stopped it.
    package var clock: Instant { min(asOf, job.suspension?.since ?? asOf) }

    /// From when arrival and finish count their time: the call. What a suspension added is no time to work
    /// in.
    package var start: Instant { job.calledAt + job.pauses.reduce(0) { $0 + ($1.to - $1.from) } }

    /// From when the form counts its time: the authorisation.
    package var formStart: Instant { job.authorization?.at ?? job.calledAt }

    /// The arrival; nil while no deadline has been set.
    package var arrival: Deadline? {
        guard let due = job.due?.arrive, !left else { return nil }
        return Deadline(due: due, done: job.arrivedAt, clock: clock, stopped: isSuspended)
    }

    /// The finish: by the policy's deadline, or for a call not yet accepted here by the other system's
    /// target; nil when neither has been set.
    package var finish: Deadline? {
        guard !left else { return nil }
        guard let due = job.due?.finish else { return outside }
        return Deadline(due: due, done: finished, clock: clock, stopped: isSuspended)
    }

    /// The survey form that has to follow an emergency authorisation. A suspension does not stop it:
    /// resuming does not move it. What became of it is what its mark says, which a better form filed later
    /// does not change.
    package var form: Deadline? {
        guard let due = job.authorization?.due, !left else { return nil }
        let filed = job.survey.map { $0.mark == .overdue ? $0.at : min($0.at, due) }
        return Deadline(due: due, done: filed, clock: asOf)
    }

    /// The other system's own target for an imported call. A suspension of ours does not stop it.
    package var outside: Deadline? {
        guard let facts = job.outside, let due = facts.target, !left else { return nil }
        return Deadline(due: due, done: facts.closed.flatMap { $0 <= asOf ? $0 : nil }, clock: asOf)
    }
}
