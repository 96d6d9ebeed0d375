package import Jobs
package import Journal
package import Kernel
package import Reports
import Store

/// A job as lists and work queues show it: how it stands, and what its reader may do with it now.
package struct JobLine: Sendable {
    package let clocks: JobClocks
    package let marks: [JobMark]
    package let steps: JobSteps
    /// Whether its reader may see its amounts.
    package let showsAmounts: Bool

    package var job: Job { clocks.job }

    package func isOpen(_ verb: Verb) -> Bool { steps.steps.contains { $0.verb == verb && $0.isOpen } }
}

/// The jobs of a street that a reader may see, in the order of their numbers, with the names behind codes.
package struct JobBoard: Sendable {
    package let lines: [JobLine]
    package let names: FormNames
    package let asOf: Instant
}

extension Question where Answer == JobBoard {
    /// A reader who may see no job sees an empty board.
    package static var board: Question {
        Question("job.board", [:]) { (asked) throws(Refusal) in
            let (rights, names) = (asked.rights, try asked.formNames())
            let state = try asked.state()
            let now = try state.now(asked.clock)
            guard rights[.jobs] >= .own else { return JobBoard(lines: [], names: names, asOf: now) }
            let snapshot = try SnapshotReader(asked.connection, org: asked.org, clock: asked.clock).snapshot([.jobs])
            let alarms = SplitAlarm.jobs(snapshot.jobs, policy: snapshot.policy)
            let lines = snapshot.jobs.filter { rights.sees($0, on: now.day) }.map { job in
                JobLine(
                    clocks: JobClocks(job, asOf: snapshot.asOf), marks: job.marks(at: snapshot.asOf, split: alarms),
                    steps: JobSteps(job, user: asked.user, sandbox: snapshot.street.sandbox),
                    showsAmounts: rights.seesAmounts(of: job))
            }
            return JobBoard(lines: lines, names: names, asOf: snapshot.asOf)
        }
    }
}
