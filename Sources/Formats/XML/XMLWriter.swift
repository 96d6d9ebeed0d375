package import Kernel

/// Writes an XML 1.0 document in UTF-8 piece by piece: elements and text, no attributes and no namespaces.
package struct XMLWriter {
    package private(set) var bytes: [UInt8] = []
    private var open: [String] = []

    package init() { bytes += #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8 + [0x0A] }

    package mutating func begin(_ name: String) {
        indent()
        bytes += "<\(name)>\n".utf8
        open.append(name)
    }

    package mutating func end() {
        let name = open.removeLast()
        indent()
        bytes += "</\(name)>\n".utf8
    }

    /// An element that holds text. Throws `input.control` for what XML cannot hold.
    package mutating func element(_ name: String, _ text: String) throws(Refusal) {
        indent()
        guard !text.isEmpty else {
            bytes += "<\(name)/>\n".utf8
            return
        }
        bytes += "<\(name)>".utf8
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\r": bytes += "&#13;".utf8
            case "\t", "\n", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                bytes += String(scalar).utf8
            case _:
                throw Refusal(.inputControl, ["character": "U+" + String(scalar.value, radix: 16, uppercase: true)])
            }
        }
        bytes += "</\(name)>\n".utf8
    }

    /// Hands over what was written and forgets it, for a document that is longer than memory.
    package mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func indent() { bytes += [UInt8](repeating: 0x20, count: open.count * 2) }
}
