import Kernel

/// Names and values of a query or a form, in their order; a name may come several times.
struct Fields: Sendable, Equatable {
    var pairs: [(name: String, value: String)] = []

    init() {}

    init(_ pairs: [(String, String)]) { self.pairs = pairs.map { (name: $0.0, value: $0.1) } }

    /// Reads `a=1&b=%E6%B0%B4`; what is not well encoded is refused as a whole.
    init?(urlencoded text: some StringProtocol) {
        for part in text.split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(sides[0]), let value = Self.decoded(sides.count > 1 ? sides[1] : "") else { return nil }
            pairs.append((name, value))
        }
    }

    /// The first value of that name.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    mutating func set(_ name: String, _ value: String?) {
        pairs.removeAll { $0.name == name }
        if let value { pairs.append((name, value)) }
    }

    /// The text of a query, without the question mark.
    var query: String { pairs.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&") }

    static func == (a: Fields, b: Fields) -> Bool { a.pairs.elementsEqual(b.pairs) { $0 == $1 } }

    /// A piece of a path, in which a plus is a plus.
    static func segment(_ text: Substring) -> String? { decoded(text, isSegment: true) }

    static func decoded(_ text: some StringProtocol) -> String? { decoded(text, isSegment: false) }

    private static func decoded(_ text: some StringProtocol, isSegment: Bool) -> String? {
        if !text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(isSegment ? byte : 0x20)
            case UInt8(ascii: "%"):
                guard let pair = Hex.decode(Array(rest.prefix(2))), pair.count == 1 else { return nil }
                bytes.append(pair[0])
                rest = rest.dropFirst(2)
            case _: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            case _: out += "%" + Hex.encode([byte]).uppercased()
            }
        }
        return out
    }
}
