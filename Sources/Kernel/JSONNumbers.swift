extension JSON {
    /// Throws `input.value` for a number that the parser would not read back. Text that was parsed has none;
    /// a value that was put together by hand may have, and would be written as it is.
    package func checkNumbers() throws(Refusal) {
        switch self {
        case .null, .bool, .string: break
        case .number(let text):
            guard case .number(let read)? = try? JSONParser.parse(Array(text.utf8)), read.sameBytes(as: text) else {
                throw Refusal(.inputValue, ["value": text.excerpt, "expected": "0, 1, -2.5 …"])
            }
        case .array(let values): for value in values { try value.checkNumbers() }
        case .object(let members): for member in members { try member.value.checkNumbers() }
        }
    }
}
