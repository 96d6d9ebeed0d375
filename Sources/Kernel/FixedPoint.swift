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
        var bytes = Array(text.utf8)[...]
        let negative = signed && bytes.first == UInt8(ascii: "-")
        if negative { bytes = bytes.dropFirst() }
        let point = bytes.firstIndex(of: UInt8(ascii: "."))
        let whole = bytes[..<(point ?? bytes.endIndex)]
        let fraction = point.map { bytes[($0 + 1)...] } ?? []
        guard isWhole(whole), point == nil || (1...max(1, decimals)).contains(fraction.count),
              point == nil || decimals > 0, fraction.allSatisfy(isDigit) else { throw .form }
        let padding = [UInt8](repeating: UInt8(ascii: "0"), count: decimals - fraction.count)
        return try value(of: Array(whole) + fraction + padding, negative: negative)
    }

    /// Writes a count of units of 10^-decimals with all its decimals, or without trailing zeros when
    /// `trimmed`.
    package static func text(_ value: Int64, decimals: Int, trimmed: Bool = false) -> String {
        var digits = String(value.magnitude)
        while digits.count <= decimals { digits = "0" + digits }
        var fraction = String(digits.suffix(decimals))
        if trimmed { while fraction.last == "0" { fraction.removeLast() } }
        let whole = String(digits.dropLast(decimals))
        return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isWhole(_ digits: ArraySlice<UInt8>) -> Bool {
        guard let first = digits.first, digits.allSatisfy(isDigit) else { return false }
        return digits.count == 1 || first != UInt8(ascii: "0")
    }

    private static func value(of digits: [UInt8], negative: Bool) throws(Fault) -> Int64 {
        var sum: Int64 = 0
        for digit in digits {
            let (shifted, over) = sum.multipliedReportingOverflow(by: 10)
            let step = Int64(digit - 0x30)
            let (next, past) = negative ? shifted.subtractingReportingOverflow(step) : shifted.addingReportingOverflow(step)
            if over || past { throw .range }
            sum = next
        }
        return sum
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
