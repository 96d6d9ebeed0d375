import Jobs
package import Journal
import Kernel

/// What was said of a year by whoever assessed it: of each indicator the last word, and the last of each
/// text.
package struct Assessments: Sendable {
    private var words: [Int: [Code: AssessYearForm]] = [:]
    private var goals: [Int: Prose] = [:]
    private var achievements: [Int: Prose] = [:]

    package init() {}

    /// Takes the next record in.
    package mutating func take(_ record: Record) {
        for case .yearAssessed(let form) in record.events {
            if let code = form.indicator { words[form.year, default: [:]][code] = form }
            if let goal = form.goal { goals[form.year] = goal }
            if let achieved = form.achieved { achievements[form.year] = achieved }
        }
    }

    func of(_ indicator: Code, in year: Int) -> AssessYearForm? { words[year]?[indicator] }
    func goal(of year: Int) -> Prose? { goals[year] }
    func achieved(in year: Int) -> Prose? { achievements[year] }
}
