import Documents
import Jobs
import Kernel

/// The deadlines of a job with what became of each, in words.
struct JobDeadlines {
    private let job: Job
    private let clocks: JobClocks

    init(_ job: Job, asOf: Instant) {
        self.job = job
        clocks = JobClocks(job, asOf: asOf)
    }

    var pairs: [Pair] {
        [arrival, finish, form, outside, retention].compactMap(\.self).map { Pair($0.0.en, $0.0, .phrase($0.1)) }
    }

    private var arrival: (Phrase, Phrase)? { clocks.arrival.map { (Phrase("到场", "arrival"), TimeWords.deadline($0)) } }

    /// Of a job accepted here; before that the other system's target is the only one.
    private var finish: (Phrase, Phrase)? {
        guard job.due != nil else { return nil }
        return clocks.finish.map { (Phrase("完工", "finish"), TimeWords.deadline($0)) }
    }

    /// The form that has to follow an emergency authorisation.
    private var form: (Phrase, Phrase)? { clocks.form.map { (Phrase("补单", "form"), TimeWords.deadline($0)) } }

    /// The other system's own target for an imported call, or when it was closed there.
    private var outside: (Phrase, Phrase)? {
        let label = Phrase("外部系统", "other system")
        if let target = clocks.outside { return (label, TimeWords.deadline(target)) }
        return job.call.outside?.closed.map { (label, Phrase("\($0.short) 办结", "closed \($0.short)")) }
    }

    private var retention: (Phrase, Phrase)? {
        job.retention(asOf: clocks.asOf).map { (Phrase("质保期", "warranty"), Phrase("至 \($0.day.text)", "until \($0.day.text)")) }
    }
}
