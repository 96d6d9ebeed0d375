/// A unified social credit code (统一社会信用代码), 18 characters with a check character, after GB 32100-2015.
package struct CreditCode: Hashable, Sendable, Codable {
    package let text: String

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// Throws `creditCode.invalid`: wrong length, a letter outside the standard's alphabet, or a wrong
    /// check character.
    package init(_ text: String) throws(Refusal) {
        let digits = text.utf8.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard text.utf8.count == 18, digits.count == 18, digits[17] == Self.check(digits.dropLast()) else {
            throw Refusal(.creditCodeInvalid, ["value": text.excerpt])
        }
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// The check digit of the first 17: 31 less the sum weighted by powers of 3 modulo 31 (GB 32100 §4.5).
    private static func check(_ digits: ArraySlice<Int>) -> Int {
        var weight = 1
        var sum = 0
        for digit in digits {
            sum += digit * weight
            weight = weight * 3 % 31
        }
        return (31 - sum % 31) % 31
    }
}
