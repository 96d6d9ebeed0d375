/// A strict reader of one JSON text (RFC 8259): a duplicate key, a byte that is not UTF-8, a lone
/// surrogate, a byte order mark, or anything after the value is an error with its column.
package struct JSONParser {
    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    /// Deeper nesting than any form of ours; keeps a hostile text from exhausting the stack.
    private static let deepest = 64
    private static let few = 24

    /// Throws `input.malformed`, `input.truncated`, `input.encoding`, `input.bom`, `input.duplicateKey`;
    /// the fact `column` counts bytes from 1.
    package static func parse(_ text: [UInt8]) throws(Refusal) -> JSON {
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { throw Refusal(.inputBOM, ["column": "1"]) }
        var parser = JSONParser(bytes: text)
        let value = try parser.value()
        parser.skipBlanks()
        if parser.at < text.count { throw parser.fault() }
        return value
    }

    /// Reads the value that begins at `at`, and moves behind it.
    static func parse(_ text: [UInt8], from at: inout Int) throws(Refusal) -> JSON {
        var parser = JSONParser(bytes: text)
        parser.at = at
        let value = try parser.value()
        at = parser.at
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value() throws(Refusal) -> JSON {
        skipBlanks()
        guard at < bytes.count else { throw fault() }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case _: return try number()
        }
    }

    private mutating func object() throws(Refusal) -> JSON {
        try enter()
        var members: [JSON.Member] = []
        // Few names are compared one by one; a hostile object of very many is kept from taking quadratic
        // time by a set.
        var names: Set<String> = []
        while try more(members.isEmpty, close: UInt8(ascii: "}")) {
            skipBlanks()
            let start = at
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw fault() }
            let name = try string()
            if members.count == Self.few { names = Set(members.map(\.name)) }
            let isNew = members.count < Self.few
                ? !members.contains { $0.name == name } : names.insert(name).inserted
            guard isNew else {
                throw Refusal(.inputDuplicateKey, ["field": name.excerpt, "column": String(start + 1)])
            }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw fault() }
            members.append(JSON.Member(name, try value()))
        }
        return .object(members)
    }

    private mutating func array() throws(Refusal) -> JSON {
        try enter()
        var items: [JSON] = []
        while try more(items.isEmpty, close: UInt8(ascii: "]")) { items.append(try value()) }
        return .array(items)
    }

    private mutating func enter() throws(Refusal) {
        depth += 1
        if depth > Self.deepest { throw fault() }
        at += 1
    }

    /// Whether another item follows; takes the comma or the closing bracket.
    private mutating func more(_ first: Bool, close: UInt8) throws(Refusal) -> Bool {
        skipBlanks()
        if take(close) {
            depth -= 1
            return false
        }
        if first { return true }
        guard take(UInt8(ascii: ",")) else { throw fault() }
        return true
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(Refusal) -> JSON {
        for index in 0..<text.utf8CodeUnitCount {
            guard take(text.utf8Start[index]) else { throw fault() }
        }
        return value
    }

    private mutating func number() throws(Refusal) -> JSON {
        let start = at
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return .number(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func digits() throws(Refusal) {
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        if at == start { throw fault() }
    }

    private mutating func skipBlanks() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            case _: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    /// `input.truncated` at the end of the text, `input.malformed` before it.
    private func fault() -> Refusal {
        Refusal(at < bytes.count ? .inputMalformed : .inputTruncated, ["column": String(at + 1)])
    }
}

extension JSONParser {
    private mutating func string() throws(Refusal) -> String {
        let start = at
        at += 1
        var run = at
        while at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
        // Most texts have no escapes and are taken as they stand.
        if at < bytes.count, bytes[at] == 0x22 {
            at += 1
            return try text(bytes[run..<(at - 1)], start)
        }
        var out: [UInt8] = []
        while true {
            guard at < bytes.count else { throw fault() }
            switch bytes[at] {
            case 0x22:
                out += bytes[run..<at]
                at += 1
                return try text(out[...], start)
            case 0x5C:
                out += bytes[run..<at]
                out += Array(String(try escape()).utf8)
                run = at
            case 0x00..<0x20: throw fault()
            case _: at += 1
            }
        }
    }

    private func text(_ bytes: ArraySlice<UInt8>, _ start: Int) throws(Refusal) -> String {
        guard let text = String(utf8Bytes: bytes) else {
            throw Refusal(.inputEncoding, ["column": String(start + 1)])
        }
        return text
    }

    private mutating func escape() throws(Refusal) -> Unicode.Scalar {
        at += 1
        guard at < bytes.count else { throw fault() }
        let letter = bytes[at]
        at += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        case _:
            at -= 1
            throw fault()
        }
    }

    private mutating func unicodeEscape() throws(Refusal) -> Unicode.Scalar {
        let high = try fourHex()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), take(0x5C), take(UInt8(ascii: "u")) else { throw fault() }
        let low = try fourHex()
        guard (0xDC00..<0xE000).contains(low),
              let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)) else { throw fault() }
        return scalar
    }

    private mutating func fourHex() throws(Refusal) -> UInt32 {
        guard at + 4 <= bytes.count else {
            at = bytes.count
            throw fault()
        }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue, bytes[at] < 0x80 else { throw fault() }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }
}
