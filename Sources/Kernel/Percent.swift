/// A percentage with at most four decimals, exact, counted in ten-thousandths of a percent. In JSON a
/// string, `"8.875"`.
package struct Percent: Hashable, Comparable, Sendable, Codable {
    package let tenThousandths: Int64

    package static let whole = Percent(tenThousandths: 1_000_000)
    package static let zero = Percent(tenThousandths: 0)

    package init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

    /// Throws `percent.format`.
    package init(_ text: String) throws(Refusal) {
        do {
            tenThousandths = try FixedPoint.parse(text, decimals: 4)
        } catch {
            throw Refusal(.percentFormat, ["value": text.excerpt])
        }
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var text: String { FixedPoint.text(tenThousandths, decimals: 4, trimmed: true) }

    package static func < (a: Percent, b: Percent) -> Bool { a.tenThousandths < b.tenThousandths }

    /// This share of an amount, rounded half-up once to the fen: 8.875 % of 300.00 is 26.63. Throws
    /// `money.range`.
    package func of(_ amount: Fen) throws(Refusal) -> Fen {
        try Fen(exactly: (Int128(amount.value) * Int128(tenThousandths)).dividedHalfUp(by: 1_000_000))
    }

    /// This share of an amount that is not negative, rounded up to the fen: the least that reaches a target.
    package func roundedUp(of amount: Fen) -> Fen {
        let exact = Int128(amount.value) * Int128(tenThousandths)
        return Fen(Int64((exact + 999_999) / 1_000_000))
    }
}

/// An exact quotient of two counts or amounts, compared exactly and shown half-up with two decimals.
///
/// 949,950.00 of 1,000,000.00 shows 95.00 and does not reach 95 % (design §4).
package struct Ratio: Hashable, Sendable {
    package let part: Int64
    package let whole: Int64

    package init(_ part: Int64, of whole: Int64) {
        self.part = part
        self.whole = whole
    }

    package init(_ part: Fen, of whole: Fen) { self.init(part.value, of: whole.value) }

    /// Percent with two decimals, `95.00`, or nil where there is nothing to divide by.
    package var percent: String? { hundredths.map { FixedPoint.text($0, decimals: 2) } }

    /// The same as a number, in hundredths of a percent.
    package var hundredths: Int64? {
        guard whole > 0 else { return nil }
        return Int64(exactly: (Int128(part) * 10_000).dividedHalfUp(by: Int128(whole)))
    }

    /// Whether the quotient is at least the target, exactly; nil where there is nothing to divide by.
    package func reaches(_ target: Percent) -> Bool? {
        guard whole > 0 else { return nil }
        return Int128(part) * 1_000_000 >= Int128(target.tenThousandths) * Int128(whole)
    }
}
