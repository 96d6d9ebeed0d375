import Kernel

/// Markup that is safe by the way it is made: what stands in the literal is markup, what is put into it is
/// text and is escaped, unless it is markup itself. Nothing that a person typed can become a tag, an
/// attribute or a script, and nobody has to remember it.
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    var text: String

    static let empty = HTML(raw: "")

    init(raw text: String) { self.text = text }

    init(stringLiteral value: String) { text = value }

    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity + interpolationCount * 16) }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ value: String) { HTML.escape(value, into: &text) }
        mutating func appendInterpolation(_ value: Substring) { HTML.escape(String(value), into: &text) }
        mutating func appendInterpolation(_ value: Int) { text += String(value) }
        mutating func appendInterpolation(_ value: HTML) { text += value.text }
        mutating func appendInterpolation(_ value: HTML?) { text += value?.text ?? "" }
        mutating func appendInterpolation(_ values: [HTML]) { for value in values { text += value.text } }
        /// An attribute without a value that is there or not.
        mutating func appendInterpolation(_ attribute: StaticString, if condition: Bool) {
            if condition { text += " \(attribute)" }
        }
        /// An attribute that is left out where there is nothing to say.
        mutating func appendInterpolation(_ attribute: StaticString, _ value: String?) {
            guard let value else { return }
            text += " \(attribute)=\""
            HTML.escape(value, into: &text)
            text += "\""
        }
    }

    /// Control characters have no place in a page; signs that turn the reading direction are shown, not
    /// obeyed.
    private static func escape(_ value: String, into text: inout String) {
        guard value.utf8.contains(where: { isSpecial[Int($0)] }) else {
            text += value
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\n", "\t", "\r": text.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || turns.contains(scalar): text += "\u{FFFD}"
            case _: text.unicodeScalars.append(scalar)
            }
        }
    }

    private static let turns: Set<Unicode.Scalar> = Set(
        (0x202A...0x202E).compactMap(Unicode.Scalar.init) + (0x2066...0x2069).compactMap(Unicode.Scalar.init))

    /// Bytes at which a closer look is worth it: markup, control characters, and the first byte of the block
    /// in which the turning signs stand.
    private static let isSpecial: [Bool] = (0..<256).map { byte in
        byte < 0x20 || byte == 0x7F || byte == 0xE2 || [0x26, 0x3C, 0x3E, 0x22, 0x27].contains(byte)
    }
}

extension [HTML] {
    func joined(_ separator: HTML = .empty) -> HTML { HTML(raw: map(\.text).joined(separator: separator.text)) }
}
