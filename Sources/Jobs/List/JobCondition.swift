/// A condition on the columns of a job. It is answered here for a job in hand, and in SQL for a street's jobs
/// (`JobQuery`); a column without a value meets none.
package indirect enum JobCondition: Equatable, Sendable {
    /// The text is one of these.
    case oneOf(JobColumn, [String])
    case atLeast(JobColumn, Int64)
    case atMost(JobColumn, Int64)
    /// The numbers are not the same; without a value a column counts as 0.
    case differ(JobColumn, JobColumn)
    /// The text has this part.
    case has(JobColumn, String)
    case any([JobCondition])
    case all([JobCondition])

    package func admits(_ facts: JobFacts) -> Bool {
        switch self {
        case .oneOf(let column, let texts): text(facts[column]).map(texts.contains) ?? false
        case .atLeast(let column, let least): number(facts[column]).map { $0 >= least } ?? false
        case .atMost(let column, let most): number(facts[column]).map { $0 <= most } ?? false
        case .differ(let one, let other): number(facts[one]) ?? 0 != number(facts[other]) ?? 0
        case .has(let column, let part): text(facts[column])?.contains(part) ?? false
        case .any(let conditions): conditions.contains { $0.admits(facts) }
        case .all(let conditions): conditions.allSatisfy { $0.admits(facts) }
        }
    }

    /// The text has this word between blanks.
    package static func names(_ column: JobColumn, _ word: String) -> JobCondition { .has(column, " " + word + " ") }

    private func text(_ value: JobValue) -> String? { if case .text(let text) = value { text } else { nil } }
    private func number(_ value: JobValue) -> Int64? { if case .number(let number) = value { number } else { nil } }
}
