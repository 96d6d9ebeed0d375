package import Jobs
package import Journal
package import Kernel

/// The photos of a job: what it looked like before the works and after them.
package struct JobPhotos: Sendable {
    package let before: [Photo]
    package let after: [Photo]
    /// With notes, and papers.
    package let others: [Photo]

    /// Each once, in the order of the records.
    package init(of job: Code, _ records: [Record]) {
        let events = records.flatMap(\.events).compactMap { event -> JobEvent? in
            guard case .job(job, let own) = event else { return nil }
            return own
        }
        let of = { (verbs: Set<Verb>) in events.filter { verbs.contains($0.verb) }.flatMap(\.photos).eachOnce }
        (before, after) = (of(Self.beforeSteps), of(Self.afterSteps))
        others = of(Set(Verb.allCases).subtracting(Self.beforeSteps).subtracting(Self.afterSteps))
    }

    static let beforeSteps: Set<Verb> = [.visit, .survey, .start]
    static let afterSteps: Set<Verb> = [.finish, .inspect]

    package var all: [Photo] { (before + after + others).eachOnce }

    package var isEmpty: Bool { before.isEmpty && after.isEmpty && others.isEmpty }
}

extension [Photo] {
    fileprivate var eachOnce: [Photo] {
        var known: Set<String> = []
        return filter { known.insert($0.hash.text).inserted }
    }
}
