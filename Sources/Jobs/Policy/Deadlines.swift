package import Kernel

/// A length of time of a deadline: running hours, working hours or working days (design §8).
package struct Allowance: Sendable, Equatable, Codable {
    package enum Unit: String, Sendable, Codable, CaseIterable {
        case hours, workingHours, workingDays
    }

    package let count: Int
    package let unit: Unit

    package init(count: Int, unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Reads `"2 hours"`, `"8 workingHours"`, `"3 workingDays"`. Throws `input.value`.
    package init(_ text: String) throws(Refusal) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let count = Int(words[0]), (1...10_000).contains(count), words[0].first != "+",
              let unit = Unit(rawValue: String(words[1])) else {
            throw Refusal(.inputValue, ["value": text.excerpt, "expected": "N hours|workingHours|workingDays"])
        }
        self.init(count: count, unit: unit)
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(count) \(unit.rawValue)")
    }

    /// When it has run out, counted from `start`.
    package func end(from start: Instant, in calendar: WorkCalendar) -> Instant {
        switch unit {
        case .hours: start + Int64(count) * Instant.hour
        case .workingHours: calendar.adding(working: Int64(count) * Instant.hour, to: start)
        case .workingDays: calendar.end(ofWorkingDays: count, after: start)
        }
    }
}

extension Allowance.Unit {
    /// A deadline moved by a suspension: running time by its length, working time by the working time in it.
    package func extend(_ deadline: Instant, by pause: Pause, in calendar: WorkCalendar) -> Instant {
        // A deadline that had passed before the job was suspended stays missed.
        guard pause.from < deadline else { return deadline }
        switch self {
        case .hours: return deadline + (pause.to - pause.from)
        case .workingHours, .workingDays:
            let stood = calendar.working(from: pause.from, to: pause.to)
            // Adding nothing to an end of business would move it to the next opening.
            return stood > 0 ? calendar.adding(working: stood, to: deadline) : deadline
        }
    }
}

/// The allowance of each urgency.
package struct Deadlines: Sendable, Equatable, Codable {
    package let ordinary: Allowance
    package let urgent: Allowance
    package let critical: Allowance

    package subscript(urgency: Urgency) -> Allowance {
        switch urgency {
        case .ordinary: ordinary
        case .urgent: urgent
        case .critical: critical
        }
    }
}
