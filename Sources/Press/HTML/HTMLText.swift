/// Text and attributes of HTML, escaped: nothing that a person typed becomes markup.
enum HTMLText {
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        return text.reduce(into: "") { $0 += entity($1) ?? String($1) }
    }

    static func element(_ name: String, _ attributes: [(String, String)] = [], _ content: String) -> String {
        let given = attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
        return "<\(name)\(given)>\(content)</\(name)>"
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case _: byte < 0x20
        }
    }

    /// Control characters have no place in a page; a line break is a blank there anyway.
    private static func entity(_ character: Character) -> String? {
        switch character {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        case "\n", "\r\n", "\t": nil
        case _: character.unicodeScalars.contains { $0.value < 0x20 } ? "\u{FFFD}" : nil
        }
    }
}
