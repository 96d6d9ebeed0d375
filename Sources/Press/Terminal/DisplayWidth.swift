/// How many columns of a terminal a text takes.
///
/// East Asian Wide and Fullwidth characters (UAX #11) take two, combining and invisible ones none, emoji two.
/// Characters of ambiguous width (— … ✓) count one, as terminals have it unless set to a CJK legacy width.
enum DisplayWidth {
    /// The wide blocks outside emoji, with their unassigned places, from the facts of EastAsianWidth.txt
    /// (Unicode 14). In order, not overlapping. Emoji are told by their own property.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F,      // Hangul initials
        0x2329...0x232A,      // angle brackets
        0x2E80...0x303E,      // radicals, CJK punctuation
        0x3041...0x3247,      // kana, bopomofo, enclosed
        0x3250...0x4DBF,      // enclosed, squared, extension A
        0x4E00...0xA4CF,      // unified ideographs, Yi
        0xA960...0xA97F,      // Hangul extended A
        0xAC00...0xD7A3,      // Hangul syllables
        0xF900...0xFAFF,      // compatibility ideographs
        0xFE10...0xFE19,      // vertical forms
        0xFE30...0xFE6F,      // compatibility and small forms
        0xFF01...0xFF60,      // fullwidth ASCII
        0xFFE0...0xFFE6,      // fullwidth signs
        0x16FE0...0x1B2FF,    // Tangut, Khitan, Nüshu, kana supplements
        0x1F200...0x1F265,    // enclosed ideographs
        0x20000...0x3FFFD,    // the ideographic planes
    ]

    static func of(_ text: some StringProtocol) -> Int {
        plain(text) ?? text.reduce(0) { $0 + of($1) }
    }

    /// The width of what most cells hold: printable ASCII, unified ideographs and their punctuation. None of
    /// these joins another one, and no property of theirs has to be looked up. nil for any other text.
    private static func plain(_ text: some StringProtocol) -> Int? {
        var width = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20..<0x7F: width += 1
            case 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60: width += 2
            case _: return nil
            }
        }
        return width
    }

    /// A character as a reader sees it: an emoji joined of several takes two columns.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}") { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if (0x20..<0x7F).contains(value) { return 1 }
        if isInvisible(scalar) { return 0 }
        return value >= 0x1100 && isWide(value) ? 2 : 1
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        // Hangul vowels and finals are drawn into the syllable's initial.
        if (0x1160...0x11FF).contains(scalar.value) { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return true
        case _: return false
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        var low = 0
        var high = wide.count
        while low < high {
            let middle = (low + high) / 2
            if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < wide.count && wide[low].contains(value)
    }
}
