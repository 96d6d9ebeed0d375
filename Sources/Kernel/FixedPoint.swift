/// Reading and writing decimal text of a fixed number of decimals: the one home of that grammar for money,
/// quantities and percentages (design §12: `"12"`, `"12.5"`, `"12.50"` are good; blanks, leading zeros and
/// `".5"` are not).
package enum FixedPoint {
    /// Why a text is not such a number.
    package enum Fault: Error, Equatable {
        /// Not the grammar `0|[1-9][0-9]*` with at most the allowed decimals.
        case form
        /// Well formed, but it does not fit 64 bits.
        case range
    }

    /// Reads `text` as a count of units of 10^-decimals. A `-` is read only where `signed` allows it.
    package static func parse(_ text: String, decimals: Int, signed: Bool = false) throws(Fault) -> Int64 {
        var copy = text
        let value = copy.withUTF8 { bytes in
            Result { () throws(Fault) in try parse(bytes, decimals: decimals, signed: signed) }
        }
        return try value.get()
    }

    private static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, decimals: Int, signed: Bool
    ) throws(Fault) -> Int64 {
        let negative = signed && bytes.first == 0x2D
        var number = Digits(negative: negative)
        let start = negative ? 1 : 0
        let point = number.take(bytes, from: start)
        guard point > start, point == start + 1 || bytes[start] != 0x30 else { throw .form }
        var missing = decimals
        if point < bytes.count {
            let end = bytes[point] == 0x2E ? number.take(bytes, from: point + 1) : point
            guard end == bytes.count, end > point + 1, end - point - 1 <= decimals else { throw .form }
            missing -= end - point - 1
        }
        for _ in 0..<missing { number.add(0) }
        guard let value = number.value else { throw .range }
        return value
    }

    /// A number as its digits come; nil once it has left 64 bits.
    private struct Digits {
        let negative: Bool
        var value: Int64? = 0

        init(negative: Bool) { self.negative = negative }

        /// Where the digits end.
        mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
            var at = start
            while at < bytes.count, bytes[at] &- 0x30 < 10 {
                add(Int64(bytes[at] - 0x30))
                at += 1
            }
            return at
        }

        mutating func add(_ digit: Int64) {
            guard let before = value else { return }
            let (shifted, over) = before.multipliedReportingOverflow(by: 10)
            let (next, past) = negative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
            value = over || past ? nil : next
        }
    }

    /// Writes a count of units of 10^-decimals with all its decimals, or without trailing zeros when
    /// `trimmed`.
    package static func text(_ value: Int64, decimals: Int, trimmed: Bool = false) -> String {
        // From the last digit to the first.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        var (rest, place, shows) = (value.magnitude, 0, !trimmed)
        while rest > 0 || place <= decimals {
            let digit = UInt8(rest % 10)
            rest /= 10
            shows = shows || digit != 0 || place >= decimals
            if place == decimals, !bytes.isEmpty { bytes.append(0x2E) }
            if shows { bytes.append(0x30 + digit) }
            place += 1
        }
        if value < 0 { bytes.append(0x2D) }
        bytes.reverse()
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Int128 {
    /// Divides and rounds half away from zero: the rounding of every product and percentage here (design
    /// §4). `by` > 0.
    package func dividedHalfUp(by divisor: Int128) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
        return quotient + (self < 0 ? -1 : 1)
    }
}
