/// How the bytes of a file spell text.
package enum TextEncoding: String, Sendable, Decodable, CaseIterable {
    case utf8, gb18030
    /// UTF-8 when the whole file is valid UTF-8, else GB18030. A file of plain ASCII is both.
    case auto
}

/// Tells whether bytes that come in pieces are UTF-8, however the pieces cut its characters.
struct UTF8Check {
    private var rest: [UInt8] = []

    /// Takes the next piece; false as soon as the text cannot be UTF-8.
    mutating func take(_ piece: [UInt8]) -> Bool {
        let bytes = rest.isEmpty ? piece : rest + piece
        let whole = bytes.count - Self.unfinished(bytes)
        rest = Array(bytes[whole...])
        return String(validating: bytes[..<whole], as: UTF8.self) != nil
    }

    /// Whether the text may end here.
    var isComplete: Bool { rest.isEmpty }

    /// How many bytes at the end begin a character that the next piece may finish.
    private static func unfinished(_ bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte < 0x80 { return 0 }
            if byte >= 0xC0 { return length(lead: byte) > back ? back : 0 }
        }
        return 0
    }

    private static func length(lead: UInt8) -> Int {
        lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    }
}
