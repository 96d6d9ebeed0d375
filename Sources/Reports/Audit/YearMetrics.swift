import Jobs
import Kernel

/// What the indicators of a year's self-assessment measure, from the jobs called in the year and what became
/// of them by its end (audit.md B2 §1).
struct YearMetrics {
    private let called: [JobTrail]
    /// When jobs were passed, by address and category; of any year.
    private let passings: [Place: [Passing]]
    private let asOf: Instant
    private let day: Day

    /// The snapshot needs jobs and steps.
    init(_ snapshot: Snapshot, year: Int) {
        (asOf, day) = (snapshot.asOf, snapshot.day(in: year))
        called = snapshot.jobs.filter { $0.calledAt <= snapshot.asOf && $0.calledAt.day.year == year }
            .map { JobTrail($0, snapshot.steps) }
        passings = snapshot.jobs.reduce(into: [:]) { all, job in
            if let at = job.passedAt { all[Place(job), default: []].append(Passing(job: job.number, at: at)) }
        }
    }

    func value(_ metric: Indicator.Metric) -> Indicator.Reached? {
        switch metric {
        case .worksPassed: return Indicator.Reached.count(passed.count)
        case .passedFirst: return Indicator.Reached.share(passed.count { !$0.failedAnInspection }, of: passed.count)
        case .papersComplete: return Indicator.Reached.share(settled.count(where: \.hasAllPapers), of: settled.count)
        case .arrivedOnTime: return Self.onTime(clocks.compactMap(\.arrival))
        case .finishedOnTime: return Self.onTime(clocks.compactMap(\.finish))
        case .averageApproved:
            return Indicator.Reached.average(settled.compactMap(\.job.approvedInForce).sum, over: settled.count)
        case .aboveSigned: return Indicator.Reached.share(settled.count(where: \.isAboveSigned), of: settled.count)
        case .hazardsRemoved: return Indicator.Reached.count(passed.count { $0.job.hazard != nil })
        case .solved: return Indicator.Reached.share(contacted.count { $0.job.solved == .yes }, of: contacted.count)
        case .repeats: return Indicator.Reached.share(stayed.count { isRepeat($0.job) }, of: stayed.count)
        case .satisfied: return Indicator.Reached.share(contacted.count { ($0.job.satisfied ?? 0) >= 4 }, of: contacted.count)
        }
    }

    private var passed: [JobTrail] {
        called.filter { trail in
            let stands = trail.job.works == .passed || trail.job.works == .closed
            return stands && trail.job.passedAt.map { $0.day <= day } ?? false
        }
    }

    private var settled: [JobTrail] { called.filter { $0.job.settlement.map { $0.at.day <= day } ?? false } }
    private var contacted: [JobTrail] { called.filter(\.job.contacted) }

    /// Of jobs that needed work of ours.
    private var stayed: [JobTrail] { called.filter { !JobClocks($0.job, asOf: asOf).left } }
    private var clocks: [JobClocks] { stayed.map { JobClocks($0.job, asOf: asOf) } }

    /// As the report of timeliness counts.
    private static func onTime(_ deadlines: [Deadline]) -> Indicator.Reached? {
        let due = deadlines.filter(\.isDue)
        return Indicator.Reached.share(due.count { $0.standing == .met }, of: due.count)
    }

    /// Called within 90 days of the passing of another job of the same address and category.
    private func isRepeat(_ job: Job) -> Bool {
        (passings[Place(job)] ?? []).contains { passing in
            passing.job != job.number && passing.at <= job.calledAt && job.calledAt.day - passing.at.day <= 90
        }
    }

    private struct Place: Hashable {
        let address: String
        let category: Code

        init(_ job: Job) { (address, category) = (job.scope.address.text.comparedAddress, job.category) }
    }

    private struct Passing {
        let job: Code
        let at: Instant
    }
}

extension JobTrail {
    fileprivate var failedAnInspection: Bool {
        steps.contains { if case .inspected(let form) = $0.event { !form.pass } else { false } }
    }

    /// Survey form, two photos or more, inspection and invoice.
    fileprivate var hasAllPapers: Bool {
        let photos = steps.reduce(0) { $0 + $1.event.photos.count }
        return job.survey != nil && photos >= 2 && job.passedAt != nil && !job.invoicesInForce.isEmpty
    }

    fileprivate var isAboveSigned: Bool { revisions.last.map { $0.reversedAt == nil && $0.aboveSigned.isPositive } ?? false }
}
