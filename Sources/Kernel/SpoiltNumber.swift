extension String {
    /// Whether a spreadsheet took digits of a long number: `1.0012E+18`, or fifteen digits and zeros for
    /// the rest, as in `1001202609000000000`. A spreadsheet counts in fifteen digits. A number that ends in
    /// one or two zeros after the fifteenth digit may be right; three of them and more are met by chance
    /// once in a thousand.
    package var isSpoiltNumber: Bool {
        if String(halfWidth.uppercased().filter { !$0.isWhitespace }).isPowerOfTen { return true }
        let digits = Array(folded.utf8)
        guard digits.count >= Self.kept + 3, digits.allSatisfy(Self.isDigit) else { return false }
        return digits[Self.kept...].allSatisfy { $0 == UInt8(ascii: "0") }
    }

    /// How many digits a spreadsheet keeps of a number.
    package static let kept = 15

    /// `1.0012E+18`; its sign may be left out.
    private var isPowerOfTen: Bool {
        let parts = split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].utf8.first, Self.isDigit(first) else { return false }
        let mantissa = parts[0].utf8.allSatisfy { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
        let power = parts[1].utf8.first == UInt8(ascii: "+") ? parts[1].dropFirst() : parts[1]
        return mantissa && !power.isEmpty && power.utf8.count <= 3 && power.utf8.allSatisfy(Self.isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension Refusal {
    /// `input.value` for a number whose digits a spreadsheet took.
    package static func spoiltNumber(_ value: String, field: String? = nil) -> Refusal {
        let expected = Phrase("完整的号码：电子表格已丢失其数字", "all its digits: a spreadsheet took some")
        let refusal = Refusal(.inputValue, ["value": value.excerpt]).adding("expected", expected.en, expected)
        return field.map { refusal.adding("field", $0) } ?? refusal
    }
}
