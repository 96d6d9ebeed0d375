/// A moment, in milliseconds since 1970-01-01T00:00:00Z, shown and cut into days at +08:00 (China Standard
/// Time).
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static let second: Int64 = 1000
    package static let minute: Int64 = 60 * second
    package static let hour: Int64 = 60 * minute
    package static let dayLength: Int64 = 24 * hour
    private static let chinaOffset: Int64 = 8 * hour

    /// A time of day at +08:00.
    package init(_ day: Day, hour: Int = 0, minute: Int = 0) {
        let ofDay = Int64(hour) * Self.hour + Int64(minute) * Self.minute
        milliseconds = Int64(day.number) * Self.dayLength + ofDay - Self.chinaOffset
    }

    /// Reads an RFC 3339 date-time with any offset; more than three decimals of a second are cut. Throws
    /// `input.value`.
    package init(_ text: String) throws(Refusal) {
        guard let value = Self.parse(Array(text.utf8)) else {
            throw Refusal(.inputValue, ["value": text.excerpt, "expected": "YYYY-MM-DDThh:mm:ss+08:00"])
        }
        milliseconds = value
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// The civil date at +08:00.
    package var day: Day { Day(number: Int(local.flooredQuotient(Self.dayLength))) }

    /// Milliseconds since midnight at +08:00.
    package var timeOfDay: Int64 { local.flooredRemainder(Self.dayLength) }

    /// `2026-03-05T09:12:00+08:00`, with milliseconds only where there are any.
    package var text: String {
        var text = JSONText(capacity: 32)
        text.moment(self)
        return text.string
    }

    /// `2026-03-05 09:12`, for people to read.
    package var short: String { day.text + " " + clock }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    package static func + (a: Instant, b: Int64) -> Instant { Instant(milliseconds: a.milliseconds + b) }
    package static func - (a: Instant, b: Instant) -> Int64 { a.milliseconds - b.milliseconds }

    private var local: Int64 { milliseconds + Self.chinaOffset }

    private var clock: String {
        Day.pad(Int(timeOfDay / Self.hour), 2) + ":" + Day.pad(Int(timeOfDay / Self.minute % 60), 2)
    }
}

extension Instant {
    private static func parse(_ bytes: [UInt8]) -> Int64? {
        guard bytes.count >= 20, bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == 0x3A, bytes[16] == 0x3A,
              let day = try? Day(String(decoding: bytes[0..<10], as: UTF8.self)),
              let hour = Day.digits(bytes[11..<13]), let minute = Day.digits(bytes[14..<16]),
              let second = Day.digits(bytes[17..<19]), hour < 24, minute < 60, second < 60,
              let (fraction, rest) = fraction(bytes[19...]), let offset = offset(rest)
        else { return nil }
        let ofDay = Int64(hour) * Self.hour + Int64(minute) * Self.minute + Int64(second) * Self.second
        let milliseconds = Int64(day.number) * dayLength + ofDay + fraction - offset
        // Cut at +08:00 it may fall on a day before 1900 or after 2999, which has no text that could be
        // read back.
        guard (1900...2999).contains(Instant(milliseconds: milliseconds).day.year) else { return nil }
        return milliseconds
    }

    /// Milliseconds of an optional `.digits`, and what follows it.
    private static func fraction(_ bytes: ArraySlice<UInt8>) -> (Int64, ArraySlice<UInt8>)? {
        guard bytes.first == UInt8(ascii: ".") else { return (0, bytes) }
        let digits = bytes.dropFirst().prefix { (0x30...0x39).contains($0) }
        guard (1...9).contains(digits.count) else { return nil }
        let three = (Array(digits) + [0x30, 0x30])[0..<3]
        return (Int64(Day.digits(three[...]) ?? 0), bytes.dropFirst(1 + digits.count))
    }

    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let zone = Array(bytes)
        if zone.count == 1, zone[0] | 0x20 == UInt8(ascii: "z") { return 0 }
        guard zone.count == 6, zone[3] == 0x3A, zone[0] == 0x2B || zone[0] == 0x2D,
              let hour = Day.digits(zone[1..<3]), let minute = Day.digits(zone[4..<6]), hour < 24, minute < 60
        else { return nil }
        let size = Int64(hour) * Self.hour + Int64(minute) * Self.minute
        return zone[0] == 0x2D ? -size : size
    }
}
