/// Texts of printable ASCII, 汉字 and their punctuation: almost all there are. Whether one is in order is said
/// by a look at its bytes, without asking Unicode's tables.
enum PlainText {
    /// Whether a text surely passes: none of its characters is a control or shows nothing, it is not blank
    /// and not too long, and with `lines` false it has no line break and no blank at either end. False says
    /// nothing.
    static func holds(_ text: UnsafeBufferPointer<UInt8>, limit: Int, lines: Bool) -> Bool {
        guard let first = text.first, let last = text.last, text.count <= limit * 3 else { return false }
        if !lines, first == 0x20 || last == 0x20 { return false }
        var (at, count, shows) = (0, 0, false)
        while at < text.count {
            count += 1
            switch text[at] {
            case 0x21..<0x7F: (at, shows) = (at + 1, true)
            case 0x20: at += 1
            case 0x0A where lines: at += 1
            case 0xE3...0xE9:
                if !isIdeograph(text, at) { return false }
                (at, shows) = (at + 3, true)
            case 0xEF:
                if !isFullWidth(text, at) { return false }
                (at, shows) = (at + 3, true)
            case _: return false
            }
        }
        return shows && count <= limit
    }

    /// U+3001 to U+303F but the ideographic space, and U+4E00 to U+9FFF. The bytes are UTF-8 in order.
    private static func isIdeograph(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        switch text[at] {
        case 0xE3: text[at + 1] == 0x80 && text[at + 2] > 0x80
        case 0xE4: text[at + 1] >= 0xB8
        case _: true
        }
    }

    /// U+FF01 to U+FF5E.
    private static func isFullWidth(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        switch text[at + 1] {
        case 0xBC: text[at + 2] > 0x80
        case 0xBD: text[at + 2] < 0x9F
        case _: false
        }
    }
}
