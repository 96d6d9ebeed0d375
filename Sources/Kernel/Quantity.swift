/// A quantity with at most three decimals, counted in thousandths. In JSON it is a string, `"8.125"`.
///
/// Reading allows a sign, because a change slip may take work away; every other form refuses a quantity
/// that is not positive (design §12).
package struct Quantity: Hashable, Sendable, Codable {
    package let thousandths: Int64

    package init(thousandths: Int64) { self.thousandths = thousandths }

    /// Throws `quantity.format`.
    package init(_ text: String) throws(Refusal) {
        do {
            thousandths = try FixedPoint.parse(text, decimals: 3, signed: true)
        } catch {
            throw Refusal(.quantityFormat, ["value": text.excerpt])
        }
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var text: String { FixedPoint.text(thousandths, decimals: 3, trimmed: true) }

    /// Quantity × price, exact in 128 bits and rounded half-up once to the fen (design §4). Throws
    /// `money.range`.
    package func times(_ price: Fen) throws(Refusal) -> Fen {
        try Fen(exactly: (Int128(thousandths) * Int128(price.value)).dividedHalfUp(by: 1000))
    }
}
