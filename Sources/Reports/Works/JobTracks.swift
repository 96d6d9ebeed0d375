package import Jobs
package import Kernel

/// A job's two tracks, each as one line of steps: ✓ done, ● here, ○ to come. The signs alone tell; no
/// colour is needed.
package struct JobTracks {
    private let job: Job

    package init(_ job: Job) { self.job = job }

    package var works: Phrase {
        var steps = Works.way
        // A job that ended on its way shows the steps that it took, and its end.
        if !steps.contains(job.works) { steps = steps.filter(reached) + [job.works] }
        return Self.line(steps, here: job.works, \.title)
    }

    /// "No papers" is a state, but not a step to have done.
    package var papers: Phrase {
        var steps = Papers.allCases.filter { $0 != .none || job.papers == .none }
        // Nothing is to come for a job that was turned away or cancelled.
        if job.works.isEnd, job.works != .closed { steps = Array(steps.prefix { $0 != job.papers }) + [job.papers] }
        return Self.line(steps, here: job.papers, \.title)
    }

    private func reached(_ step: Works) -> Bool {
        switch step {
        case .registered: true
        case .accepted: job.urgency != nil
        case .dispatched: job.dispatch != nil
        case .started: job.startedAt != nil
        case .finished: job.finishedAt != nil
        case .passed: job.passedAt != nil
        case .rejected, .transferred, .merged, .cancelled, .closed: false
        }
    }

    private static func line<Step: Equatable>(_ steps: [Step], here: Step, _ title: (Step) -> Phrase) -> Phrase {
        let place = steps.firstIndex(of: here) ?? 0
        let marked = steps.enumerated().map { index, step in
            let sign = index < place ? "✓" : index == place ? "●" : "○"
            return Phrase(sign + title(step).zh, sign + title(step).en)
        }
        return Phrase(marked.map(\.zh).joined(separator: "─"), marked.map(\.en).joined(separator: "─"))
    }
}

extension Works {
    /// The steps of a job that goes all the way.
    fileprivate static let way: [Works] = [.registered, .accepted, .dispatched, .started, .finished, .passed, .closed]
}
