import Desk
import Jobs
import Kernel
import Reports

/// The clock of a job as a chip: sign, word and colour, and the absolute time in the tooltip. Which of its
/// clocks is shown: the one that is latest, or else the one that runs out first.
struct ClockChip {
    enum Tone: String { case late, soon, run, kept, wait, halt

        /// The drawing that says the same as the colour.
        var sign: String {
            switch self {
            case .late: "warn"
            case .soon, .run: "clock"
            case .kept: "check"
            case .wait: "ring"
            case .halt: "pause"
            }
        }
    }

    let tone: Tone
    let words: Phrase
    /// The absolute time.
    let due: String?
    /// How much time is left; lists are ordered by it.
    let left: Int64

    private init(_ tone: Tone, _ words: Phrase, due: String? = nil, left: Int64) {
        (self.tone, self.words, self.due, self.left) = (tone, words, due, left)
    }

    init(_ clocks: JobClocks) { self = Self.chip(clocks) }

    private static func chip(_ clocks: JobClocks) -> ClockChip {
        let job = clocks.job
        if job.disputed { return ClockChip(.halt, Phrase("争议", "disputed"), left: Int64.max / 4) }
        if let suspended = job.suspension {
            let until = suspended.until.text
            return ClockChip(.halt, Phrase("挂账至 \(until)", "suspended until \(until)"), left: Int64.max / 4)
        }
        let open = [
            (Phrase("到场", "arrival"), clocks.arrival, clocks.start), (Phrase("完工", "finish"), clocks.finish, clocks.start),
            (Phrase("补单", "form"), clocks.form, clocks.formStart),
        ].compactMap { name, deadline, start in
            deadline.flatMap { $0.done == nil ? (name: name, deadline: $0, start: start) : nil }
        }
        if let first = open.min(by: { $0.deadline.margin > $1.deadline.margin }) {
            return running(first.name, first.deadline, since: first.start)
        }
        guard job.works == .registered else { return past(clocks) }
        let length = TimeWords.length(clocks.asOf - job.calledAt)
        return ClockChip(.wait, Phrase("已等 \(length.zh)", "waiting \(length.en)"), left: 0)
    }

    private static func running(_ name: Phrase, _ deadline: Deadline, since: Instant) -> ClockChip {
        let length = TimeWords.length(deadline.margin), left = -deadline.margin
        if deadline.isLate {
            return ClockChip(
                .late, Phrase("\(name.zh)超 \(length.zh)", "\(name.en) over by \(length.en)"), due: deadline.due.short, left: left)
        }
        return ClockChip(
            deadline.near(from: since) <= deadline.clock ? .soon : .run,
            Phrase("\(name.zh)剩 \(length.zh)", "\(name.en): \(length.en) left"), due: deadline.due.short, left: left)
    }

    /// Everything that had a deadline is done.
    private static func past(_ clocks: JobClocks) -> ClockChip {
        guard !clocks.left, let finish = clocks.finish else {
            return ClockChip(.kept, clocks.job.works.title, left: Int64.max / 2) }
        let length = TimeWords.length(finish.margin)
        return finish.isLate
            ? ClockChip(.wait, Phrase("完工晚 \(length.zh)", "finished \(length.en) late"), due: finish.due.short,
                left: Int64.max / 2)
            : ClockChip(.kept, Phrase("按期完工", "finished in time"), due: finish.due.short, left: Int64.max / 2)
    }

    func html(_ visit: Visit) -> HTML {
        "<span class=\"chip \(tone.rawValue)\"\("title", due)>\(Icon.small(tone.sign))\(visit.say(words))</span>"
    }
}
