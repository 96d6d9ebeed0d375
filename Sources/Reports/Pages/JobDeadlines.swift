import Documents
import Jobs
import Kernel

/// The deadlines of a job with what became of each, in words.
struct JobDeadlines {
    private let clocks: JobClocks

    init(_ clocks: JobClocks) { self.clocks = clocks }

    var pairs: [Pair] {
        [arrival, finish, form, outside, retention].compactMap(\.self).map { Pair($0.0.en, $0.0, .phrase($0.1)) }
    }

    private var arrival: (Phrase, Phrase)? { clocks.arrival.map { (Phrase("到场", "arrival"), TimeWords.deadline($0)) } }

    /// Of a job accepted here; before that the other system's target is the only one.
    private var finish: (Phrase, Phrase)? {
        guard clocks.job.due != nil else { return nil }
        return clocks.finish.map { (Phrase("完工", "finish"), TimeWords.deadline($0)) }
    }

    /// The form that has to follow an emergency authorisation.
    private var form: (Phrase, Phrase)? { clocks.form.map { (Phrase("补单", "form"), TimeWords.deadline($0)) } }

    /// The other system's own target for an imported call, or when it was closed there.
    private var outside: (Phrase, Phrase)? {
        let label = Phrase("外部系统", "other system")
        if let target = clocks.outside { return (label, TimeWords.deadline(target)) }
        return clocks.job.call.outside?.closed.map { (label, Phrase("\($0.short) 办结", "closed \($0.short)")) }
    }

    private var retention: (Phrase, Phrase)? {
        clocks.retention.map { (Phrase("质保期", "warranty"), Phrase("至 \($0.day.text)", "until \($0.day.text)")) }
    }
}
