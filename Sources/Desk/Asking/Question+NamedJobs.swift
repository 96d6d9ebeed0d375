package import Documents
import Jobs
import Journal
package import Kernel
import Reports
import Store

extension Question where Answer == Document {
    /// A list of certain jobs, in the order in which they are named; those that the reader may not see are
    /// left out. Throws `job.unknown`.
    package static func jobs(named numbers: [Code]) -> Question {
        Question("job.list", [.jobs: .own]) { (asked) throws(Refusal) in
            let snapshot = try asked.snapshots().snapshot([])
            var jobs: [Job] = [], sums = JobSums()
            for number in numbers {
                let job = try asked.queries.job(asked.org, .number(number))
                guard asked.rights.sees(job, on: snapshot.asOf.day) else { continue }
                jobs.append(job)
                sums.add(JobFacts(job))
            }
            let places = Set(jobs.map(\.scope.address.text.comparedAddress))
            let near = try JobQuery.neighbours(asked.connection, of: asked.org, at: places)
            let split = SplitAlarm.jobs(near.filter { $0.calledAt <= snapshot.asOf }, policy: snapshot.policy)
            return JobsReport.make(
                snapshot, JobPage(jobs, sums, split: split), amounts: asked.rights[.amounts] >= .own)
        }
    }
}
