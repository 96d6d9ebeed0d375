import Jobs
import Kernel
import Ledger

/// The deadlines of a job with what became of each, in words.
struct JobDeadlines {
    private let job: Job
    private let asOf: Instant

    init(_ job: Job, asOf: Instant) {
        self.job = job
        self.asOf = asOf
    }

    var pairs: [(label: Phrase, value: Phrase)] { [arrival, finish, form, outside, retention].compactMap(\.self) }

    /// A suspended job's clock stands still.
    private var moment: Instant { min(asOf, job.suspension?.since ?? asOf) }

    private var arrival: (Phrase, Phrase)? {
        guard let due = job.due?.arrive, open || job.arrivedAt != nil else { return nil }
        return (Phrase("到场", "arrival"), words(due, job.arrivedAt))
    }

    private var finish: (Phrase, Phrase)? {
        guard let due = job.due?.finish, open || job.finishedAt != nil else { return nil }
        return (Phrase("完工", "finish"), words(due, job.finishedAt))
    }

    /// The form that has to follow an emergency authorisation.
    private var form: (Phrase, Phrase)? {
        guard let due = job.authorization?.due, open || job.survey != nil else { return nil }
        return (Phrase("补单", "form"), TimeWords.deadline(due, done: job.survey?.at, asOf: asOf))
    }

    /// The other system's own target for an imported call.
    private var outside: (Phrase, Phrase)? {
        guard let facts = job.call.outside, let target = facts.target ?? facts.closed else { return nil }
        guard facts.target != nil else {
            return (Phrase("外部系统", "other system"), Phrase("\(target.short) 办结", "closed \(target.short)"))
        }
        return (Phrase("外部系统", "other system"), TimeWords.deadline(target, done: facts.closed, asOf: asOf))
    }

    private var retention: (Phrase, Phrase)? {
        guard let due = job.settlement?.retentionDue, job.held(.retention).isPositive else { return nil }
        return (Phrase("质保期", "warranty"), Phrase("至 \(due.text)", "until \(due.text)"))
    }

    private func words(_ due: Instant, _ done: Instant?) -> Phrase {
        TimeWords.deadline(due, done: done, asOf: moment, stopped: job.suspension != nil)
    }

    /// Nothing is left to be late for in a job that was turned away or cancelled.
    private var open: Bool { !job.works.isEnd }
}
