/// A civil date, counted in days from 1970-01-01. In JSON `"2026-03-05"`. Years 1900 to 2999.
package struct Day: Hashable, Comparable, Sendable, Codable {
    package let number: Int

    package init(number: Int) { self.number = number }

    /// A date of the Gregorian calendar, or nil when there is no such date.
    package init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month),
              (1...Day.length(ofMonth: month, year: year)).contains(day) else { return nil }
        number = Day.count(year, month, day)
    }

    /// Reads `YYYY-MM-DD`. Throws `input.value`.
    package init(_ text: String) throws(Refusal) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
              let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]),
              let day = Day.digits(bytes[8..<10]), let good = Day(year, month, day)
        else { throw Refusal(.inputValue, ["value": text.excerpt, "expected": "YYYY-MM-DD"]) }
        self = good
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var text: String {
        var text = JSONText(capacity: 16)
        text.date(self)
        return text.string
    }

    package var year: Int { civil.year }
    package var month: Int { civil.month }

    /// 1 is Monday, 7 is Sunday (ISO 8601).
    package var weekday: Int { (number + 3).flooredRemainder(7) + 1 }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    package static func - (a: Day, b: Day) -> Int { a.number - b.number }

    /// The same day some months later; the last day of the month where that month is shorter (民法典 §202).
    package func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let index = year * 12 + month - 1 + months
        let (toYear, toMonth) = (index / 12, index % 12 + 1)
        return Day(number: Day.count(toYear, toMonth, min(day, Day.length(ofMonth: toMonth, year: toYear))))
    }

    /// The years that a street can have: whoever asks for another one has mistyped it.
    package static let years = 1900...2999

    package static func first(of year: Int) -> Day { Day(number: count(year, 1, 1)) }
    package static func last(of year: Int) -> Day { Day(number: count(year, 12, 31)) }
}

extension Day {
    /// Year, month and day, by the era arithmetic of the proleptic Gregorian calendar (400 years are
    /// 146,097 days).
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted.flooredRemainder(146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year.flooredQuotient(400)
        let yearOfEra = year.flooredRemainder(400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        case _: 31
        }
    }

    /// Two or more ASCII digits as a number, or nil.
    static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var sum = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            sum = sum * 10 + Int(byte - 0x30)
        }
        return sum
    }

    static func pad(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension BinaryInteger {
    /// Division towards minus infinity, so that times before 1970 fall on the right day.
    package func flooredQuotient(_ divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    package func flooredRemainder(_ divisor: Self) -> Self {
        self - flooredQuotient(divisor) * divisor
    }
}
