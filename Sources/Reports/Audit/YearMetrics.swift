import Jobs
import Kernel

/// What the indicators of a year's self-assessment measure, from the jobs called in the year and what became
/// of them by its end (audit.md B2 §1).
struct YearMetrics {
    private var called: [CalledJob] = []
    /// When jobs were passed, by address and category; of any year.
    private var passings: [CalledJob.Place: [Passing]] = [:]

    /// The snapshot needs jobs and steps.
    init(_ snapshot: Snapshot, year: Int) {
        let day = snapshot.day(in: year)
        snapshot.trails.each { trail in
            let job = trail.job
            if let at = job.passedAt { passings[.init(job), default: []].append(Passing(job: job.number, at: at)) }
            guard job.calledAt <= snapshot.asOf, job.calledAt.day.year == year else { return }
            called.append(CalledJob(trail, asOf: snapshot.asOf, until: day))
        }
    }

    func value(_ metric: Indicator.Metric) -> Indicator.Reached? {
        switch metric {
        case .worksPassed: return Indicator.Reached.count(passed.count)
        case .passedFirst: return Indicator.Reached.share(passed.count { !$0.failedAnInspection }, of: passed.count)
        case .papersComplete: return Indicator.Reached.share(settled.count(where: \.hasAllPapers), of: settled.count)
        case .arrivedOnTime: return Self.onTime(stayed.compactMap(\.arrival))
        case .finishedOnTime: return Self.onTime(stayed.compactMap(\.finish))
        case .averageApproved:
            return Indicator.Reached.average(settled.compactMap(\.approved).sum, over: settled.count)
        case .aboveSigned: return Indicator.Reached.share(settled.count(where: \.isAboveSigned), of: settled.count)
        case .hazardsRemoved: return Indicator.Reached.count(passed.count(where: \.hasHazard))
        case .solved: return Indicator.Reached.share(contacted.count(where: \.isSolved), of: contacted.count)
        case .repeats: return Indicator.Reached.share(stayed.count(where: isRepeat), of: stayed.count)
        case .satisfied: return Indicator.Reached.share(contacted.count { $0.satisfied >= 4 }, of: contacted.count)
        }
    }

    private var passed: [CalledJob] { called.filter(\.isPassed) }
    private var settled: [CalledJob] { called.filter(\.isSettled) }
    private var contacted: [CalledJob] { called.filter(\.isContacted) }
    /// Of jobs that needed work of ours.
    private var stayed: [CalledJob] { called.filter { !$0.left } }

    /// As the report of timeliness counts.
    private static func onTime(_ deadlines: [Deadline]) -> Indicator.Reached? {
        let due = deadlines.filter(\.isDue)
        return Indicator.Reached.share(due.count { $0.standing == .met }, of: due.count)
    }

    /// Called within 90 days of the passing of another job of the same address and category.
    private func isRepeat(_ job: CalledJob) -> Bool {
        (passings[job.place] ?? []).contains { passing in
            passing.job != job.number && passing.at <= job.calledAt && job.calledAt.day - passing.at.day <= 90
        }
    }

    private struct Passing {
        let job: Code
        let at: Instant
    }
}

/// What the indicators look at of a job.
private struct CalledJob {
    struct Place: Hashable {
        let address: String
        let category: Code

        init(_ job: Job) { (address, category) = (job.scope.address.text.comparedAddress, job.category) }
    }

    let number: Code
    let calledAt: Instant
    let place: Place
    let left, isPassed, isSettled, isContacted, isSolved, hasHazard: Bool
    let failedAnInspection, hasAllPapers, isAboveSigned: Bool
    let arrival, finish: Deadline?
    let approved: Fen?
    let satisfied: Int

    init(_ trail: JobTrail, asOf: Instant, until day: Day) {
        let (job, clocks) = (trail.job, JobClocks(trail.job, asOf: asOf))
        (number, calledAt, place) = (job.number, job.calledAt, Place(job))
        (left, arrival, finish) = (clocks.left, clocks.arrival, clocks.finish)
        isPassed = (job.works == .passed || job.works == .closed) && job.passedAt.map { $0.day <= day } ?? false
        isSettled = job.settlement.map { $0.at.day <= day } ?? false
        (isContacted, isSolved, satisfied) = (job.contacted, job.solved == .yes, job.satisfied ?? 0)
        (hasHazard, approved) = (job.hazard != nil, job.approvedInForce)
        failedAnInspection = trail.failedAnInspection
        hasAllPapers = trail.hasAllPapers
        isAboveSigned = trail.isAboveSigned
    }
}

extension JobTrail {
    fileprivate var failedAnInspection: Bool {
        job.reworks > 0 && steps.contains { if case .inspected(let form) = $0.event { !form.pass } else { false } }
    }

    /// Survey form, two photos or more, inspection and invoice.
    fileprivate var hasAllPapers: Bool {
        job.survey != nil && job.photos >= 2 && job.passedAt != nil && !job.invoicesInForce.isEmpty
    }

    fileprivate var isAboveSigned: Bool { revisions.last.map { $0.reversedAt == nil && $0.aboveSigned.isPositive } ?? false }
}
