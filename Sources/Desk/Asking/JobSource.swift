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

/// The jobs of a snapshot with their steps, one job's records after another's.
struct TrailSource {
    private let jobs: JobSource
    /// The last record that is passed over.
    private let since: Int

    /// `isWhole`: with all their steps, and not only what is booked by the moment and was recorded later.
    init(jobs: JobSource, isWhole: Bool) throws(Refusal) {
        self.jobs = jobs
        since = isWhole ? 0 : try JournalReader(jobs.connection).last(jobs.org, by: jobs.asOf, upTo: jobs.state.head.seq)
    }

    func each(_ take: (JobTrail) throws(Refusal) -> Void) throws(Refusal) {
        let last = jobs.state.head.seq, reader = JournalReader(jobs.connection)
        try jobs.each { (job: Job) throws(Refusal) in
            var book = StepBook(until: jobs.asOf)
            if since < last {
                try reader.each(jobs.org, job: job.number, in: since + 1...last) { (body) throws(Refusal) in
                    book.take(try StepRecord(body: body))
                }
            }
            try take(JobTrail(job, book))
        }
    }
}
