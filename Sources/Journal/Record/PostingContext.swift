package import Jobs
package import Kernel
package import Ledger

extension Posting {
    /// All that a posting looks at besides its event: the same context gives the same lines, now and in a replay.
    package struct Context: Sendable {
        /// Version of the posting rules, which the record names.
        package let version: Int
        package let at: Instant
        /// The job as it was before the event.
        package let job: Job?
        package let appropriations: [Appropriation]
        /// Whether the policy of the record's day accrues unused quota when a year ends.
        package let yearEndAccrual: Bool

        package init(
            version: Int, at: Instant, job: Job?, appropriations: [Appropriation], yearEndAccrual: Bool
        ) {
            self.version = version
            self.at = at
            self.job = job
            self.appropriations = appropriations
            self.yearEndAccrual = yearEndAccrual
        }

        /// What a state knows just before the event. Before there is a policy nothing books.
        package init(_ state: State, at: Instant, job: Code?, version: Int = Posting.version) {
            self.init(
                version: version, at: at, job: job.flatMap { state.jobs[$0] },
                appropriations: state.ledger.appropriations,
                yearEndAccrual: (try? state.policy(on: at.day).accruesAtYearEnd) ?? true)
        }

        /// The resource side of a line of an appropriation on a day; nil where it was never opened.
        func resource(of code: Code, on day: Day) -> PaymentResource? {
            appropriations.first { $0.code == code }
                .map { PaymentResource.of($0, year: day.year, yearEndAccrual: yearEndAccrual) }
        }
    }
}
