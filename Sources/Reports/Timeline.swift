package import Jobs
package import Kernel

/// How a job stands against its clocks at a moment (design §9).
package struct Timeline: Sendable {
    package let job: Job
    package let asOf: Instant

    package init(_ job: Job, asOf: Instant) {
        self.job = job
        self.asOf = asOf
    }

    /// When it is to be finished: the other system's target for an imported call that was not accepted here, or else the
    /// policy's deadline; nil when neither has been set.
    package var target: Instant? { job.due?.finish ?? job.call.outside?.target }

    /// When it was finished: here, or in the other system as long as the job was not accepted here. A failed inspection
    /// opens it again.
    package var done: Instant? {
        switch job.works {
        case .finished, .passed, .closed: job.finishedAt
        case .registered: job.call.outside?.closed.flatMap { $0 <= asOf ? $0 : nil }
        case .accepted, .dispatched, .started, .rejected, .transferred, .merged, .cancelled: nil
        }
    }

    /// How far the job's clock has run: until the moment of asking, or until it was suspended.
    package var clock: Instant { min(asOf, job.suspension?.since ?? asOf) }

    /// It needs no work of ours any more: turned away, handed on, merged or cancelled.
    package var left: Bool {
        switch job.works {
        case .rejected, .transferred, .merged, .cancelled: true
        case .registered, .accepted, .dispatched, .started, .finished, .passed, .closed: false
        }
    }

    package var isOpen: Bool { done == nil && !left }

    /// Late: there is a target, and the finish — or for an open job its clock — is after it.
    package var isLate: Bool {
        guard let target, !left else { return false }
        return (done ?? clock) > target
    }

    /// Its target has come, or it is finished: it counts in the rates.
    package var isDue: Bool { !left && target.map { $0 <= clock || done != nil } ?? false }
}

/// Percentiles of lengths of time: nearest rank.
enum Percentiles {
    static func value(_ percent: Int, of times: [Int64]) -> Int64? {
        guard !times.isEmpty else { return nil }
        let rank = (times.count * percent + 99) / 100
        return times.sorted()[max(1, rank) - 1]
    }
}
