/// A coordinate in degrees with at most eight decimals, kept as it was written: a JSON number or a string,
/// never floating point.
package struct Coordinate: Hashable, Sendable, Codable {
    package let text: String

    /// Throws `input.value`.
    package init(_ text: String) throws(Refusal) {
        guard let value = try? FixedPoint.parse(text, decimals: 8, signed: true), value.magnitude <= 180_0000_0000 else {
            let expected = "degrees, -180 to 180, up to 8 decimals · 度，-180 到 180，至多 8 位小数"
            throw Refusal(.inputValue, ["value": text.excerpt, "expected": expected])
        }
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        if let json = decoder as? NodeDecoder, case .number(let digits) = json.node {
            try self.init(digits)
        } else {
            try self.init(decoder.singleValueContainer().decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
