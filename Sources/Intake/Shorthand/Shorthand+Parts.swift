package import Kernel

/// The short ways in which a person at a terminal writes the parts of a form. Each becomes the JSON that
/// the form has; what the parts may hold is the form's business.
extension Shorthand {
    /// `kind|item|quantity|unit|unitPrice`; kinds also as 人工, 机械, 材料, 其他. Throws `input.value`.
    package static func line(_ text: String) throws(Refusal) -> JSON {
        let parts = try parts(of: text, option: "--line", 5...5, "kind|item|quantity|unit|unitPrice")
        return .members([
            "kind": .string(LineKindWords.kind(parts[0])), "item": .string(parts[1]), "quantity": .string(parts[2]),
            "unit": .string(parts[3]), "unitPrice": .string(parts[4]),
        ])
    }

    /// `item|unit|unitPrice`. Throws `input.value`.
    package static func rate(_ text: String) throws(Refusal) -> JSON {
        let parts = try parts(of: text, option: "--line", 3...3, "item|unit|unitPrice")
        return .members(["item": .string(parts[0]), "unit": .string(parts[1]), "unitPrice": .string(parts[2])])
    }

    /// `line|approved` or `line|approved|reason`, lines from 1. Throws `input.value`.
    package static func review(_ text: String) throws(Refusal) -> JSON {
        let shape = "line|approved|reason"
        let parts = try parts(of: text, option: "--line", 2...3, shape)
        return .members([
            "line": try whole(parts[0], of: text, option: "--line", shape), "approved": .string(parts[1]),
            "reason": parts.count == 3 ? .string(parts[2]) : nil,
        ])
    }

    /// `number|date|amount`. Throws `input.value`.
    package static func invoice(_ text: String) throws(Refusal) -> JSON {
        let parts = try parts(of: text, option: "--invoice", 3...3, "number|date|amount")
        return .members(["number": .string(parts[0]), "date": .string(parts[1]), "amount": .string(parts[2])])
    }

    /// `A1=6000.00` or `A1=60%`. Throws `input.value`.
    package static func funding(_ text: String) throws(Refusal) -> JSON {
        let (code, part) = try pair(text, option: "--funding", "A1=6000.00|A1=60%")
        guard part.hasSuffix("%") || part.hasSuffix("％") else {
            return .members(["appropriation": .string(code), "amount": .string(part)])
        }
        return .members(["appropriation": .string(code), "percent": .string(String(part.dropLast()).trimmed)])
    }

    /// `吸污车=1`. Throws `input.value`.
    package static func vehicle(_ text: String) throws(Refusal) -> JSON {
        let shape = "kind=count"
        let (kind, count) = try pair(text, option: "--vehicle", shape)
        return .members(["kind": .string(kind), "count": try whole(count, of: text, option: "--vehicle", shape)])
    }

    /// Splits at `|`, or at `｜` as a Chinese keyboard types it.
    private static func parts(
        of text: String, option: String, _ count: ClosedRange<Int>, _ shape: String
    ) throws(Refusal) -> [String] {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "｜" }.map { String($0).trimmed }
        guard count.contains(parts.count) else { throw wrong(text, option, shape) }
        return parts
    }

    /// Splits at the last `=`: a code may hold one, an amount never does.
    private static func pair(_ text: String, option: String, _ shape: String) throws(Refusal) -> (String, String) {
        guard let mark = text.lastIndex(where: { $0 == "=" || $0 == "＝" }) else { throw wrong(text, option, shape) }
        return (String(text[..<mark]).trimmed, String(text[text.index(after: mark)...]).trimmed)
    }

    private static func whole(
        _ digits: String, of text: String, option: String, _ shape: String
    ) throws(Refusal) -> JSON {
        guard let value = Int(digits) else { throw wrong(text, option, shape) }
        return .int(value)
    }

    private static func wrong(_ text: String, _ option: String, _ shape: String) -> Refusal {
        Refusal(.inputValue, ["field": option, "value": text.excerpt, "expected": shape])
    }
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        let start = drop { $0 == " " || $0 == "\u{3000}" }
        return String(start.reversed().drop { $0 == " " || $0 == "\u{3000}" }.reversed())
    }
}
