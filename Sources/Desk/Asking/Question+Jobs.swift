package import Documents
package import Jobs
package import Journal
package import Kernel
package import Reports
import Store

extension Question where Answer == Job {
    /// A job by number or outside number. One that the reader may not see is not there: `job.unknown`.
    package static func job(_ name: JobName) -> Question {
        Question("job.show", [.jobs: .own]) { (asked) throws(Refusal) in try asked.job(name) }
    }
}

extension Question where Answer == Document {
    /// The jobs that meet every condition, as far as the reader may see them.
    package static func jobs(_ filter: JobFilter) -> Question {
        Question("job.list", [.jobs: .own]) { (asked) throws(Refusal) in
            let snapshot = try SnapshotReader(asked.connection, org: asked.org, clock: asked.clock).snapshot([.jobs])
            let (rights, day) = (asked.rights, snapshot.asOf.day)
            return JobsReport.make(snapshot, amounts: rights[.amounts] >= .own) { clocks in
                filter.admits(clocks) && rights.sees(clocks.job, on: day)
            }
        }
    }
}

extension Question where Answer == JobSteps {
    /// What may be done with a job now, and what may not and why: for the reader, or for everybody.
    package static func next(_ name: JobName) -> Question {
        Question("job.next", [.jobs: .own]) { (asked) throws(Refusal) in
            JobSteps(try asked.job(name), user: asked.user, sandbox: try asked.state().street?.sandbox ?? false)
        }
    }
}

extension Asked {
    /// Throws `job.unknown`, also for a job that the reader may not see.
    func job(_ name: JobName) throws(Refusal) -> Job {
        let job = try queries.job(org, name)
        let day = try state().now(clock).day
        guard rights.sees(job, on: day) else {
            throw Refusal(.jobUnknown, ["job": name.text])
        }
        return job
    }
}
