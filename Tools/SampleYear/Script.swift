import Kernel

/// A command before it has its place in the file: ids and job numbers follow from the order of time.
struct Entry {
    let at: Instant
    /// Where it stands in the file; later than `at` only for somebody who gives a wrong time.
    let sent: Instant
    let order: Int
    let org: String
    let by: String
    let does: String
    let job: Int?
    let with: [JSON.Member]
    /// The refusal that it is meant to cause.
    let refused: RefusalCode?
    /// Sends the id of the line before it: again the whole line, or with another content.
    let repeats: Bool
    /// By which a later line names this one's record (``Script/lines()``).
    let tag: String?
}

/// The year while it is being written, and what must be unique in it.
final class Script {
    static let org = "NHL"
    static let street = "宁安路街道（样例）"
    let policy: SamplePolicy
    let dice: Dice
    private var entries: [Entry] = []
    private var paymentsOfDay: [Day: Int] = [:]
    var mistakes = Mistake.passing
    var mistakesMade = 0
    /// What other jobs have used by then, for those who use it twice.
    var payments: [(no: String, at: Instant)] = []
    var invoices: [(no: String, seller: String, at: Instant)] = []

    static let lastMoment = on(12, 31, 18)
    static let nextYear = Instant(Day.first(of: 2027) + 10, hour: 10)

    init(policy: SamplePolicy, dice: Dice) {
        self.policy = policy
        self.dice = dice
    }

    func add(
        _ at: Instant, _ by: String, _ does: String, job: Int? = nil,
        _ with: KeyValuePairs<String, JSON?> = [:], org: String = Script.org, refused: RefusalCode? = nil,
        sent: Instant? = nil, repeats: Bool = false, tag: String? = nil
    ) {
        guard case .object(let members) = JSON.members(with) else { return }
        entries.append(Entry(
            at: at, sent: sent ?? at, order: entries.count, org: org, by: by, does: does, job: job,
            with: members, refused: refused, repeats: repeats, tag: tag))
    }

    /// `ZF20260318-02`: the second payment made out that day.
    func paymentNo(_ at: Instant) -> String {
        paymentsOfDay[at.day, default: 0] += 1
        let number = paymentsOfDay[at.day] ?? 1
        let no = "ZF" + at.day.text.filter { $0 != "-" } + (number < 10 ? "-0" : "-") + String(number)
        payments.append((no, at))
        return no
    }

    /// The file's lines. What would happen after the year's end is left out: those jobs are open then.
    func lines() -> [(text: String, refused: RefusalCode?)] {
        let kept = entries.filter { $0.sent <= Self.lastMoment }
            .sorted { ($0.sent, $0.order) < ($1.sent, $1.order) }
        var numbers: [Int: String] = [:]
        let records = Self.records(kept)
        var lines: [(text: String, refused: RefusalCode?)] = []
        var id = ""
        for entry in kept {
            if !entry.repeats { id = "2026-" + Self.pad(lines.count + 1, 6) }
            if entry.does == "job.call", let job = entry.job, entry.refused == nil {
                numbers[job] = "2026-" + Self.pad(numbers.count + 1, 4)
            }
            lines.append((line(entry, id: id, numbers, records), entry.refused))
        }
        return lines
    }

    /// The records of the lines that have a tag: every line makes one but those that are refused or sent
    /// again.
    private static func records(_ entries: [Entry]) -> [String: Int] {
        let accepted = entries.filter { $0.refused == nil && !$0.repeats }
        return accepted.enumerated().reduce(into: [:]) { records, entry in
            if let tag = entry.element.tag { records[tag] = entry.offset + 1 }
        }
    }

    private func line(
        _ entry: Entry, id: String, _ numbers: [Int: String], _ records: [String: Int]
    ) -> String {
        var with = entry.with
        if let job = entry.job, entry.does != "job.call" {
            with.insert(JSON.Member("job", .string(numbers[job] ?? "")), at: 0)
        }
        // Another job is named by its key until the numbers are known.
        if let index = with.firstIndex(where: { $0.name == "into" }),
            case .number(let key) = with[index].value {
            with[index].value = .string(numbers[Int(key) ?? 0] ?? "")
        }
        for index in with.indices where ["record", "clears"].contains(with[index].name) {
            if let record = with[index].value.string.flatMap({ records[$0] }) { with[index].value = .int(record) }
        }
        return JSON.members([
            "id": .string(id), "org": .string(entry.org), "by": .string(entry.by),
            "at": .string(entry.at.text), "do": .string(entry.does),
            "with": .object(with),
        ]).text
    }

    /// A moment of 2026.
    static func on(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        Instant(Day.first(of: 2026).adding(months: month - 1) + (day - 1), hour: hour, minute: minute)
    }

    private static func pad(_ value: Int, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
}
