extension JSON {
    /// Throws `input.value` for a number that is none as JSON writes them (RFC 8259 §6). Text that was parsed
    /// has none; a value that was put together by hand may have, and would be written as it is.
    package func checkNumbers() throws(Refusal) {
        switch self {
        case .null, .bool, .string: break
        case .number(let text):
            if !text.isJSONNumber { throw Refusal(.inputValue, ["value": text.excerpt, "expected": "0, 1, -2.5 …"]) }
        case .array(let values): for value in values { try value.checkNumbers() }
        case .object(let members): for member in members { try member.value.checkNumbers() }
        }
    }
}

extension String {
    /// A sign, digits without leading zeros, decimals, an exponent.
    fileprivate var isJSONNumber: Bool {
        var rest = utf8[...]
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let isZero = rest.first == UInt8(ascii: "0"), whole = digits()
        guard whole == 1 || whole > 1 && !isZero else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            if digits() == 0 { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            if digits() == 0 { return false }
        }
        return rest.isEmpty
    }
}
