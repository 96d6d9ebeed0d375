package import Kernel

/// How an export writes a date and time, in the words of strptime(3): `%Y` (four digits), `%y` (20xx),
/// `%m`, `%d`, `%H`, `%I` with `%p` (AM, PM, 上午, 下午), `%M`, `%S`, `%f` (a fraction of the second, which is
/// cut), `%z` (`Z`, `+08`, `+0800`, `+08:00`), `%%`; everything else stands for itself, and a blank for one
/// or more blanks.
///
/// Numbers of two digits may be written with one (`2026/3/5 9:05`). What the format leaves out is 0.
package struct DateFormat: Sendable, Equatable, Decodable {
    private enum Field: Character {
        case year = "Y", shortYear = "y", month = "m", day = "d"
        case hour = "H", hour12 = "I", minute = "M", second = "S", half = "p", fraction = "f", zone = "z"
    }

    private enum Part: Equatable {
        case field(Field)
        case literal(UInt8)
        case blanks
    }

    package let text: String
    private let parts: [Part]

    /// Throws `input.value` for an unknown letter, a field twice, `%I` without `%p`, or a format without
    /// year, month and day.
    package init(_ text: String) throws(Refusal) {
        let wrong = Refusal(.inputValue, ["value": text.excerpt, "expected": "%Y-%m-%d %H:%M:%S"])
        var parts: [Part] = []
        var fields: [Field] = []
        var rest = text[...]
        while let next = rest.popFirst() {
            if next == "%", rest.first != "%" {
                guard let field = rest.popFirst().flatMap(Field.init), !fields.contains(field) else {
                    throw wrong
                }
                fields.append(field)
                parts.append(.field(field))
            } else if next.isWhitespace {
                if parts.last != .blanks { parts.append(.blanks) }
            } else {
                if next == "%" { _ = rest.popFirst() }
                parts += next.utf8.map(Part.literal)
            }
        }
        let years = fields.count { $0 == .year || $0 == .shortYear }
        let hours = fields.count { $0 == .hour || $0 == .hour12 }
        guard years == 1, fields.contains(.month), fields.contains(.day), hours <= 1,
              fields.contains(.hour12) == fields.contains(.half) else { throw wrong }
        self.text = text
        self.parts = parts
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package static func == (a: DateFormat, b: DateFormat) -> Bool { a.text == b.text }

    /// What a clock showed.
    struct Shown: Equatable {
        /// Milliseconds since 1970-01-01 00:00 on the same clock.
        let local: Int64
        /// How far it is ahead of UTC, in milliseconds, where the text says so.
        let offset: Int64?

        /// By the text's own offset, else by the zone.
        func instant(in zone: LocalZone) -> Instant {
            offset.map { Instant(milliseconds: local - $0) } ?? zone.instant(local: local)
        }
    }

    /// Throws `input.value`.
    func reading(_ text: String) throws(Refusal) -> Shown {
        var reading = Reading(rest: Array(text.utf8)[...])
        let isRead = parts.allSatisfy { Self.take($0, &reading) } && reading.rest.isEmpty
        if isRead, let local = reading.local { return Shown(local: local, offset: reading.offset) }
        throw Refusal(.inputValue, ["value": text.excerpt, "expected": example])
    }

    /// Half past eight in the evening on the last day of 2026 in this format: people know how their export
    /// writes a time, not the letters of strptime.
    var example: String {
        self.text(local: Int64(Day.last(of: 2026).number) * Instant.dayLength + (20 * 60 + 30) * Instant.minute, ahead: 8 * 60)
    }

    /// The same the other way: how a clock of the zone that shows `local` is written. Seconds are whole.
    func text(local: Int64, in zone: LocalZone) -> String {
        self.text(local: local, ahead: (local - zone.instant(local: local).milliseconds) / Instant.minute)
    }

    /// `ahead` are the minutes that the clock is ahead of UTC.
    private func text(local: Int64, ahead: Int64) -> String {
        let moment = (day: Day(number: Int(local.flooredQuotient(Instant.dayLength))).civil,
                      second: Int(local.flooredRemainder(Instant.dayLength) / Instant.second))
        return String(decoding: parts.flatMap { part -> [UInt8] in
            switch part {
            case .literal(let byte): [byte]
            case .blanks: [0x20]
            case .field(let field): Array(Self.text(field, moment.day, moment.second, ahead: Int(ahead)).utf8)
            }
        }, as: UTF8.self)
    }

    /// `ahead` are the minutes that the clock is ahead of UTC.
    private static func text(
        _ field: Field, _ date: (year: Int, month: Int, day: Int), _ second: Int, ahead: Int
    ) -> String {
        let hour = second / 3600
        return switch field {
        case .year: padded(date.year, 4)
        case .shortYear: padded(date.year % 100)
        case .month: padded(date.month)
        case .day: padded(date.day)
        case .hour: padded(hour)
        case .hour12: padded((hour + 11) % 12 + 1)
        case .minute: padded(second / 60 % 60)
        case .second: padded(second % 60)
        case .half: hour < 12 ? "AM" : "PM"
        case .fraction: "0"
        case .zone: (ahead < 0 ? "-" : "+") + padded(abs(ahead) / 60) + ":" + padded(abs(ahead) % 60)
        }
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private struct Reading {
        var rest: ArraySlice<UInt8>
        var year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0
        var afternoon: Bool?
        var offset: Int64?

        /// Nil when there is no such date or time.
        var local: Int64? {
            var hour = hour
            if let afternoon {
                guard (1...12).contains(hour) else { return nil }
                hour = hour % 12 + (afternoon ? 12 : 0)
            }
            guard let date = Day(year, month, day), hour < 24, minute < 60, second < 60 else { return nil }
            let seconds = Int64(hour * 3600 + minute * 60 + second)
            return Int64(date.number) * Instant.dayLength + seconds * Instant.second
        }

        /// Takes digits, at most `most`, at least `least`.
        mutating func number(_ most: Int, least: Int = 1) -> Int? {
            let digits = rest.prefix(most).prefix { (0x30...0x39).contains($0) }
            guard digits.count >= least else { return nil }
            rest = rest.dropFirst(digits.count)
            return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }

        /// `Z`, `+08`, `+0800`, `+08:00`, in milliseconds.
        mutating func zone() -> Int64? {
            guard let sign = rest.popFirst() else { return nil }
            if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return 0 }
            guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = number(2, least: 2) else { return nil }
            if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
            let minutes = rest.isEmpty ? 0 : number(2, least: 2)
            guard let minutes, hours <= 14, minutes < 60 else { return nil }
            return (sign == UInt8(ascii: "-") ? -1 : 1) * Int64(hours * 60 + minutes) * Instant.minute
        }

        mutating func half() -> Bool? {
            let words: [(String, Bool)] = [("am", false), ("pm", true), ("上午", false), ("下午", true)]
            for (word, afternoon) in words {
                let head = rest.prefix(word.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
                if head.elementsEqual(word.utf8) {
                    rest = rest.dropFirst(word.utf8.count)
                    return afternoon
                }
            }
            return nil
        }
    }

    private static func take(_ part: Part, _ reading: inout Reading) -> Bool {
        switch part {
        case .literal(let byte):
            guard reading.rest.first == byte else { return false }
            reading.rest = reading.rest.dropFirst()
            return true
        case .blanks:
            let blanks = reading.rest.prefix { $0 == 0x20 || $0 == 0x09 }
            reading.rest = reading.rest.dropFirst(blanks.count)
            return !blanks.isEmpty
        case .field(let field): return take(field, &reading)
        }
    }

    private static func take(_ field: Field, _ reading: inout Reading) -> Bool {
        if field == .half {
            reading.afternoon = reading.half()
            return reading.afternoon != nil
        }
        if field == .zone {
            reading.offset = reading.zone()
            return reading.offset != nil
        }
        let most = field == .year ? 4 : field == .fraction ? 9 : 2
        let least = field == .year ? 4 : field == .shortYear ? 2 : 1
        guard let number = reading.number(most, least: least) else { return false }
        switch field {
        case .year: reading.year = number
        case .shortYear: reading.year = 2000 + number
        case .month: reading.month = number
        case .day: reading.day = number
        case .hour, .hour12: reading.hour = number
        case .minute: reading.minute = number
        case .second: reading.second = number
        case .half, .zone, .fraction: break
        }
        return true
    }
}
