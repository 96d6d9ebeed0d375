package import Kernel

/// Which jobs a list shows: those that meet every condition given. Within one condition any of its values
/// will do.
package struct JobFilter: Sendable, Equatable {
    /// How a job stands against the deadlines that it still has to meet: time is left, it is near, it is
    /// over.
    package enum Clock: String, Sendable, CaseIterable {
        case ok, soon, late

        package var title: Phrase {
            switch self {
            case .ok: Phrase("正常", "on time")
            case .soon: Phrase("将超期", "due soon")
            case .late: Phrase("已超期", "late")
            }
        }
    }

    package enum Due: Sendable, Equatable {
        case today
        case on(Day)
    }

    package var works: [Works] = []
    package var papers: [Papers] = []
    package var categories: [String] = []
    package var urgencies: [Urgency] = []
    package var tenures: [Tenure] = []
    package var communities: [String] = []
    package var estates: [Code] = []
    package var contractors: [Code] = []
    /// Sources whose appropriations a job holds or held money of.
    package var sources: [Code] = []
    package var clocks: [Clock] = []
    package var flags: [JobMark.Kind] = []
    package var open = false
    /// The finish is late.
    package var overdue = false
    /// Called on or after, on or before.
    package var from: Day?
    package var to: Day?
    /// Of what was approved, else signed.
    package var least: Fen?
    package var most: Fen?
    /// The next deadline falls on this day or before, also one that is over.
    package var due: Due?
    /// Words that all have to be there: in number, address, description, community, or in the name of the
    /// category, the contractor or the estate.
    package var text: String?
    /// A word of the text that is a small whole number is also a job's count in its year: 41 is 2026-0041.
    package var short = false
    /// The job's address, written in any of its ways.
    package var address: String?
    /// The caller's phone, as it was given at the call.
    package var phone: String?
    /// Who had a part in the job.
    package var who: Code?

    package init() {}
}

/// What the street knows of the words of a filter, looked up by whoever has a database.
package struct JobLookups: Sendable {
    /// The appropriations of the sources asked for.
    package var appropriations: [Code] = []
    /// What has a word in its name: categories, contractors and estates, by word.
    package var named: [String: [(JobColumn, [Code])]] = [:]
    /// The numbers that a small whole number may stand for, by word.
    package var numbers: [String: [String]] = [:]
    /// The numbers that the split alarm names.
    package var split: Set<Code> = []
    /// The firm of the person asked for.
    package var firm: Code?
    /// The digest of the phone asked for.
    package var phone: String?

    package init() {}

    /// Notes which of a column's codes have one of the words in their names.
    package mutating func find(_ words: [String], in names: [(code: Code, name: String)], of column: JobColumn) {
        for word in words {
            let found = names.filter { $0.name.searched.contains(word) }.map(\.code)
            named[word, default: []].append((column, found))
        }
    }
}

extension JobFilter {
    /// The conditions on the columns, at a moment.
    package func conditions(at now: Instant, _ known: JobLookups = JobLookups()) -> [JobCondition] {
        chosen(known) + times(now) + marks(now, known) + searched(known)
    }

    /// The words that are looked for, folded.
    package var words: [String] { (text ?? "").searched.split(separator: " ").map(String.init) }

    private func chosen(_ known: JobLookups) -> [JobCondition] {
        let choices: [(JobColumn, [String])] = [
            (.works, works.map(\.rawValue)), (.papers, papers.map(\.rawValue)), (.category, categories),
            (.urgency, urgencies.map(\.rawValue)), (.tenure, tenures.map(\.rawValue)), (.community, communities),
            (.estate, estates.map(\.text)), (.contractor, contractors.map(\.text)),
        ]
        var conditions: [JobCondition] = choices.filter { !$0.1.isEmpty }.map { .oneOf($0.0, $0.1) }
        if !sources.isEmpty { conditions.append(.any(known.appropriations.map { .names(.funds, $0.text) })) }
        if let least { conditions.append(.atLeast(.amount, least.value)) }
        if let most { conditions.append(.atMost(.amount, most.value)) }
        return conditions
    }

    private func times(_ now: Instant) -> [JobCondition] {
        var conditions: [JobCondition] = [.atMost(.calledAt, now.milliseconds)]
        if open { conditions.append(.atLeast(.open, 1)) }
        if overdue { conditions.append(Self.before(.dueFinish, now)) }
        if let from { conditions.append(.atLeast(.calledAt, Instant(from).milliseconds)) }
        if let to { conditions.append(Self.before(.calledAt, Instant(to + 1))) }
        switch due {
        case .today: conditions.append(Self.before(.due, Instant(now.day + 1)))
        case .on(let day): conditions.append(Self.before(.due, Instant(day + 1)))
        case nil: break
        }
        if !clocks.isEmpty { conditions.append(.any(clocks.map { Self.clock($0, now) })) }
        return conditions
    }

    private static func before(_ column: JobColumn, _ moment: Instant) -> JobCondition {
        .atMost(column, moment.milliseconds - 1)
    }

    /// A deadline is late after it, not at it (``Deadline/standing``).
    private static func clock(_ clock: Clock, _ now: Instant) -> JobCondition {
        switch clock {
        case .late: before(.due, now)
        case .soon: .all([.atLeast(.due, now.milliseconds), .atMost(.soon, now.milliseconds)])
        case .ok: .all([.atLeast(.soon, now.milliseconds + 1), .atMost(.due, JobFacts.noDeadline - 1)])
        }
    }

    private func marks(_ now: Instant, _ known: JobLookups) -> [JobCondition] {
        guard !flags.isEmpty else { return [] }
        return [.any(flags.map { flag in
            switch flag {
            case .overdue: Self.before(.dueFinish, now)
            case .missingForm: Self.before(.duePaper, now)
            case .split: .oneOf(.number, known.split.map(\.text).sorted())
            case .finishedLate, .disputed, .suspended, .unsolved, .reworked, .lateForm, .overdueForm, .returned, .revised,
                 .aboveAgreed, .aboveRate, .uninvoiced, .releasedEarly, .withinWarranty, .reopened:
                .names(.flags, flag.rawValue)
            }
        })]
    }

    private func searched(_ known: JobLookups) -> [JobCondition] {
        var conditions = words.map { word in
            JobCondition.any(
                [.has(.words, word), .oneOf(.number, known.numbers[word] ?? [])]
                    + (known.named[word] ?? []).map { .oneOf($0.0, $0.1.map(\.text)) })
        }
        if let address { conditions.append(.oneOf(.address, [address.comparedAddress])) }
        if let phone = known.phone { conditions.append(.oneOf(.phone, [phone])) }
        if let who {
            conditions.append(.any([.names(.people, who.text), .oneOf(.contractor, [known.firm].compactMap { $0?.text })]))
        }
        return conditions
    }
}
