package import Jobs
package import Journal
package import Kernel
import Store

/// A job as lists and work queues show it: how it stands, and what its reader may do with it now.
package struct JobLine: Sendable {
    package let clocks: JobClocks
    package let marks: [JobMark]
    package let steps: JobSteps
    /// Whether its reader may see its amounts.
    package let showsAmounts: Bool

    package var job: Job { steps.job }

    package func isOpen(_ verb: Verb) -> Bool { steps.steps.contains { $0.verb == verb && $0.isOpen } }
}

/// What is under way in a street as far as a reader may see it, in the order of the numbers, with the names
/// behind codes and how many jobs there are at each state.
package struct JobBoard: Sendable {
    /// The jobs that somebody has something to do with: all but those at their end whose money has moved.
    package let lines: [JobLine]
    package let names: FormNames
    package let asOf: Instant
    /// Of all jobs, also those that are no line.
    package let counts: JobCounts
}

/// A page of a list of all jobs, for whoever draws it.
package struct JobLines: Sendable {
    package let lines: [JobLine]
    /// Of the whole list.
    package let sums: JobSums
    /// Where the next page begins; nil when there is none.
    package let next: JobCursor?
}

extension Question where Answer == JobBoard {
    /// A reader who may see no job sees an empty board.
    package static var board: Question {
        Question("job.board", [:]) { (asked) throws(Refusal) in
            let (rights, names) = (asked.rights, try asked.formNames())
            let now = try asked.state().now(asked.clock)
            guard rights[.jobs] >= .own else {
                return JobBoard(lines: [], names: names, asOf: now, counts: JobCounts())
            }
            let alarms = SplitAlarm.jobs(try asked.neighbours(), policy: try asked.state().policy(on: now.day))
            var lines: [JobLine] = [], own = JobCounts()
            let isFirm = rights[.jobs] == .own
            for job in try isFirm ? asked.jobsOfFirm() : asked.activeJobs() where rights.sees(job, on: now.day) {
                own.add(job.works, job.papers, 1)
                lines.append(try asked.line(job, at: now, alarms))
            }
            return JobBoard(lines: lines, names: names, asOf: now, counts: isFirm ? own : try asked.jobCounts())
        }
    }
}

extension JobBoard {
    fileprivate static let active: [JobCondition] = {
        let works = Works.allCases.filter { !$0.isEnd }.map(\.rawValue)
        return [.any([.oneOf(.works, works), .differ(.approved, .paid)])]
    }()
}

extension Asked {
    /// The jobs that somebody has something to do with, in the order of the numbers.
    fileprivate func activeJobs() throws(Refusal) -> [Job] {
        try street().jobs("active jobs") { () throws(Refusal) in try jobs(JobBoard.active) }
    }

    /// No column tells which of the firm's jobs its people may still see.
    fileprivate func jobsOfFirm() throws(Refusal) -> [Job] {
        try jobs([.oneOf(.contractor, [rights.firm].compactMap { $0?.text })])
    }

    private func jobs(_ conditions: [JobCondition]) throws(Refusal) -> [Job] {
        var jobs: [Job] = []
        try JobQuery(connection, org: org, conditions).each(JobListing(), limit: nil) { jobs.append($0) }
        return jobs
    }

    /// Of all jobs of the street.
    fileprivate func jobCounts() throws(Refusal) -> JobCounts {
        try street().part("job counts") { () throws(Refusal) in try JobQuery(connection, org: org, []).counts() }
    }

    /// The jobs of the street that the split alarm has to look at.
    func neighbours() throws(Refusal) -> [Job] {
        try street().jobs("neighbours") { () throws(Refusal) in try JobQuery.neighbours(connection, of: org) }
    }

    func line(_ job: Job, at now: Instant, _ alarms: Set<Code>) throws(Refusal) -> JobLine {
        JobLine(
            clocks: JobClocks(job, asOf: now), marks: job.marks(at: now, split: alarms),
            steps: JobSteps(job, user: user, sandbox: try state().street?.sandbox ?? false),
            showsAmounts: rights.seesAmounts(of: job))
    }
}
