package import Kernel

/// The policy's calendar: public holidays, make-up workdays (调休) and the hours of a working day,
/// `"09:00-12:00"`.
package struct Holidays: Sendable, Equatable, Codable {
    package let holidays: [Day]
    package let makeUpDays: [Day]
    package let hours: [WorkingHours]

    package var calendar: WorkCalendar {
        WorkCalendar(holidays: Set(holidays), makeUpDays: Set(makeUpDays), hours: hours.map(\.span))
    }
}

/// A span of the working day, written `"09:00-12:00"`.
package struct WorkingHours: Sendable, Equatable, Codable {
    package let span: WorkCalendar.Hours

    /// Throws `input.value`.
    package init(_ text: String) throws(Refusal) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minutes($0) }
        guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else {
            throw Refusal(.inputValue, ["value": text.excerpt, "expected": "hh:mm-hh:mm"])
        }
        span = WorkCalendar.Hours(from: from, to: to)
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Self.text(span.from) + "-" + Self.text(span.to))
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
              let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute),
              hour < 24 || minute == 0 else { return nil }
        return hour * 60 + minute
    }

    private static func text(_ minutes: Int) -> String {
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }
}
