import Jobs
import Journal
import Kernel
import Reports
import SQL
import Store

/// Where a snapshot's jobs come from: a state that was replayed, the rows of the present, or, before the
/// latest step, rows and the records of what has changed since.
struct JobSource {
    let connection: any SQLConnection
    let state: State
    let isReplayed: Bool
    let asOf: Instant
    let org: Code
    /// What every job that is looked at meets; the rows of the present leave the others out.
    let conditions: [JobCondition]
    /// Whether the jobs come without their details (``BriefJob``).
    let isBrief: Bool

    /// The number of the last record that is looked at.
    var last: Int { state.head.seq }

    var isPresent: Bool { !isReplayed && asOf >= (state.head.latest ?? asOf) }

    /// In the order of their numbers.
    func each<View: JobView>(_ take: (View) throws(Refusal) -> Void) throws(Refusal) {
        if isReplayed {
            for job in state.jobsInOrder { try take(View(job)) }
        } else if isPresent {
            try JobQuery(connection, org: org, conditions).each(JobListing(), limit: nil, take)
        } else {
            try PastJobs(connection, org: org, at: asOf, upTo: state.head.seq).each(take)
        }
    }

    func eachJob(_ take: (Job) throws(Refusal) -> Void) throws(Refusal) {
        if isBrief {
            try each { (brief: BriefJob) throws(Refusal) in try take(brief.job) }
        } else {
            try each(take)
        }
    }

    /// The jobs that the split alarm names, where not all jobs are at hand; nil where they are.
    func alarms() throws(Refusal) -> Set<Code>? {
        guard isPresent else { return nil }
        return SplitAlarm.jobs(try JobQuery.neighbours(connection, of: org), policy: try state.policy(on: asOf.day))
    }

    /// What the records that are no job's tell of firms, estates and matches.
    func registers() throws(Refusal) -> StepBook {
        var book = StepBook(until: asOf)
        try JournalReader(connection).eachBesideJobs(org, upTo: state.head.seq) { (stored) throws(Refusal) in
            book.take(try Record(body: stored.body))
        }
        return book
    }
}

/// The jobs of a snapshot with their steps, which are read where a report asks for them.
struct TrailSource {
    private let jobs: JobSource
    private let fault: ReadingFault
    /// The last record that was recorded by the moment, and the jobs with a later one.
    private let since: Int
    private let touched: Set<Code>

    init(_ jobs: JobSource, _ fault: ReadingFault) throws(Refusal) {
        (self.jobs, self.fault) = (jobs, fault)
        let reader = JournalReader(jobs.connection)
        since = try jobs.isPresent ? jobs.last : reader.last(jobs.org, by: jobs.asOf, upTo: jobs.last)
        touched = try since < jobs.last ? reader.jobs(jobs.org, after: since) : []
    }

    func each(_ take: (JobTrail) throws(Refusal) -> Void) throws(Refusal) {
        try jobs.eachJob { (job) throws(Refusal) in
            let later = try touched.contains(job.number) ? book(job.number, since + 1...jobs.last).bookedLater[job.number] : nil
            try take(JobTrail(job, later: later ?? []) { steps(of: job.number) })
        }
    }

    private func steps(of job: Code) -> [StepBook.Step] {
        do throws(Refusal) {
            return try book(job, 1...jobs.last).steps(of: job)
        } catch {
            fault.keep(error)
            return []
        }
    }

    private func book(_ job: Code, _ seqs: ClosedRange<Int>) throws(Refusal) -> StepBook {
        var book = StepBook(until: jobs.asOf)
        try JournalReader(jobs.connection).each(jobs.org, job: job, in: seqs) { (body) throws(Refusal) in
            book.take(try StepRecord(body: body))
        }
        return book
    }
}
