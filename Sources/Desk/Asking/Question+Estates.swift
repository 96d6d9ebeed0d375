package import Jobs
import Journal
package import Kernel
import Store

/// The estates of a street with what was called in from each in a year.
package struct EstateYear: Sendable {
    package let estates: [Estate]
    package let year: Int
    /// The years that may be asked for.
    package let years: ClosedRange<Int>
    /// By estate; nil for a reader who may not see all jobs.
    package let jobs: [String: JobSums]?
    /// Whether the sums of money may be seen, too.
    package let showsAmounts: Bool
}

extension Question where Answer == EstateYear {
    /// The jobs called in a year, or in this one, for each estate. Who may see no job of others sees the
    /// estates alone.
    package static func estates(year: Int?) -> Question {
        Question("estate.list", [:]) { (asked) throws(Refusal) in
            let state = try asked.state(), now = try state.now(asked.clock).day.year
            let years = min(state.street?.openedAt.day.year ?? now, now)...now
            let year = year.flatMap { years.contains($0) ? $0 : nil } ?? now
            let estates = try asked.registers().estates
            let all = asked.rights[.amounts] == .all
            guard asked.rights[.jobs] > .own else {
                return EstateYear(estates: estates, year: year, years: years, jobs: nil, showsAmounts: false)
            }
            let (from, until) = (Instant(Day.first(of: year)), Instant(Day.first(of: year + 1)))
            let within: [JobCondition] = [.atLeast(.calledAt, from.milliseconds), .atMost(.calledAt, until.milliseconds - 1)]
            let jobs = try JobQuery(asked.connection, org: asked.org, within).sums(by: .estate)
            return EstateYear(estates: estates, year: year, years: years, jobs: jobs, showsAmounts: all)
        }
    }
}
