/// A text of one line: a name, an address, a number of a document. 1 to 200 characters, no control
/// characters.
package struct Label: Hashable, Sendable, Codable {
    package let text: String

    package init(_ text: String) throws(Refusal) {
        self.text = try text.checked(limit: 200, lines: false)
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package static func == (a: Label, b: Label) -> Bool { a.text.sameBytes(as: b.text) }
    package func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

/// A text that a person writes: a description, a plan, a reason. 1 to 4,000 characters; line breaks are
/// allowed.
package struct Prose: Hashable, Sendable, Codable {
    package let text: String

    package init(_ text: String) throws(Refusal) {
        self.text = try text.checked(limit: 4000, lines: true)
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Prose {
    package static func == (a: Prose, b: Prose) -> Bool { a.text.sameBytes(as: b.text) }
    package func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

/// A short key: a user, a street, an appropriation, a category, a command's id. 1 to 64 characters, no
/// control characters.
package struct Code: Hashable, Sendable, Codable {
    package let text: String

    package init(_ text: String) throws(Refusal) {
        self.text = try text.checked(limit: 64, lines: false)
    }

    /// Of a text that was a code before, put away and taken out again within the program: nothing is looked
    /// at.
    package init(kept text: String) { self.text = text }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package static func == (a: Code, b: Code) -> Bool { a.text.sameBytes(as: b.text) }
    package func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension String {
    /// The text itself, or `input.empty`, `input.textTooLong`, `input.control`. What shows nothing counts
    /// as empty.
    fileprivate func checked(limit: Int, lines: Bool) throws(Refusal) -> String {
        var copy = self
        if copy.withUTF8({ PlainText.holds($0, limit: limit, lines: lines) }) { return self }
        if utf8.count > limit * 4 || unicodeScalars.count > limit {
            throw Refusal(.inputTextTooLong, ["limit": String(limit)])
        }
        var blank = true
        for scalar in unicodeScalars {
            if scalar.isControl && !(lines && scalar == "\n") {
                throw Refusal(.inputControl, ["character": scalar.name])
            }
            if blank { blank = scalar.isBlank }
        }
        if blank { throw Refusal(.inputEmpty) }
        // Two keys that differ only in a blank at the end would look the same.
        if !lines, first?.isWhitespace == true || last?.isWhitespace == true {
            throw Refusal(.inputValue, ["value": excerpt, "expected": "no blank at either end · 首尾无空格"])
        }
        return self
    }
}

extension Unicode.Scalar {
    /// White space, or a character that shows nothing.
    fileprivate var isBlank: Bool {
        // Asking Unicode's tables takes time; ASCII and the common ideographs need no asking.
        switch value {
        case 0x21..<0x7F, 0x4E00..<0x9FFF: false
        case _: properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        }
    }

    /// `U+0007`.
    fileprivate var name: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// C0 and C1 controls, DEL, and what breaks, reorders or pads text unseen: every character of the
    /// property Bidi_Control, the line and paragraph separators, zero-width space, word joiner and BOM. The
    /// joiners U+200C and U+200D stay, because emoji and some scripts need them.
    package var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        case _: false
        }
    }
}
