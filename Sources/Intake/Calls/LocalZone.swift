import Foundation
package import Kernel

/// The clock that an export was written by: an IANA zone (`America/New_York`) or a fixed offset (`+08:00`).
///
/// A time that the clock showed twice (autumn) is taken as the first of the two; a time that it skipped
/// (spring) is moved forward by what was skipped, as 02:30 becomes 03:30. So every reading is a moment, and
/// none is refused.
package struct LocalZone: Sendable, Decodable {
    private enum Clock: Sendable {
        /// Milliseconds ahead of UTC.
        case fixed(Int64)
        case named(TimeZone)
    }

    private let clock: Clock

    /// Throws `input.value` when it is neither an offset nor a zone that this machine knows.
    package init(_ text: String) throws(Refusal) {
        if let offset = Self.offset(text) {
            clock = .fixed(offset)
        } else if let zone = text.contains("/") || text == "UTC" ? TimeZone(identifier: text) : nil {
            clock = .named(zone)
        } else {
            throw Refusal(.inputValue, ["value": text.excerpt, "expected": "Asia/Shanghai, +08:00"])
        }
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    /// The moment at which the clock showed `local`, milliseconds since 1970-01-01 00:00 on that clock.
    package func instant(local: Int64) -> Instant {
        switch clock {
        case .fixed(let offset): return Instant(milliseconds: local - offset)
        case .named(let zone):
            // A day before and a day after: no zone changes its clock twice within two days.
            let before = Self.offset(zone, at: local - Instant.dayLength)
            let after = Self.offset(zone, at: local + Instant.dayLength)
            if before == after || Self.offset(zone, at: local - before) == before {
                return Instant(milliseconds: local - before)
            }
            let later = Self.offset(zone, at: local - after) == after
            return Instant(milliseconds: local - (later ? after : before))
        }
    }

    private static func offset(_ zone: TimeZone, at utc: Int64) -> Int64 {
        let moment = Date(timeIntervalSince1970: Double(utc) / Double(Instant.second))
        return Int64(zone.secondsFromGMT(for: moment)) * Instant.second
    }

    /// `+08:00`, `-05:30`, `Z` in milliseconds, by the one reader of offsets there is.
    private static func offset(_ text: String) -> Int64? {
        guard let epoch = try? Instant("1970-01-02T00:00:00" + text) else { return nil }
        return Instant.dayLength - epoch.milliseconds
    }
}
