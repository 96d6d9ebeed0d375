package import Jobs
package import Kernel
import Ledger

extension Posting {
    /// All that a posting looks at besides its event: the same context gives the same lines, now and in a
    /// replay.
    package struct Context: Sendable {
        /// Version of the posting rules, which the record names.
        package let version: Int
        package let at: Instant
        /// The number of the job, if the event is about one.
        private let number: Code?
        /// The street as it was before the event.
        package let state: State

        package init(_ state: State, at: Instant, job: Code?, version: Int = Posting.version) {
            self.version = version
            self.at = at
            number = job
            self.state = state
        }

        /// The job as it was before the event. Most events book nothing and look at none.
        package var job: Job? { number.flatMap { state.jobs[$0] } }

        /// The job's contractor, which every posting of a job names.
        var contractor: Code? { number.flatMap(state.contractor) }

        func appropriation(_ code: Code) -> Appropriation? { state.ledger.appropriation(code) }

        /// Whether unused quota of the year before was accrued: by the policy of 1 January of the line's
        /// year. Version 2 asked the policy of the record's day. Before there is a policy nothing books.
        func accrues(on day: Day) -> Bool {
            let asked = version > 2 ? Day.first(of: day.year) : at.day
            return (try? state.policy(on: asked).accruesAtYearEnd(rules: version)) ?? true
        }

        /// The resource side of a line of an appropriation on a day, by version 2; nil where it was never
        /// opened.
        func resource(of code: Code, on day: Day) -> PaymentResource? {
            appropriation(code).map {
                PaymentResource.of($0, year: day.year, yearEndAccrual: accrues(on: day))
            }
        }
    }
}
