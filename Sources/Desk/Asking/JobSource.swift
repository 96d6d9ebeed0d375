import Jobs
import Journal
import Kernel
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

    private var isPresent: Bool { !isReplayed && asOf >= (state.head.latest ?? asOf) }

    /// In the order of their numbers.
    func all<View: JobView>() throws(Refusal) -> [View] {
        if isReplayed { return state.jobsInOrder.map(View.init) }
        var views: [View] = []
        if isPresent {
            try JobQuery(connection, org: org, conditions).each(JobListing(), limit: nil) { views.append($0) }
        } else {
            try PastJobs(connection, org: org, at: asOf, upTo: state.head.seq).each { views.append($0) }
        }
        return views
    }

    /// The jobs that the split alarm names, where not all jobs are at hand; nil where they are.
    func alarms() throws(Refusal) -> Set<Code>? {
        guard isPresent, !conditions.isEmpty else { return nil }
        return SplitAlarm.jobs(try JobQuery.neighbours(connection, of: org), policy: try state.policy(on: asOf.day))
    }
}
