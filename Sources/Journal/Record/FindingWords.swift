package import Kernel

extension Finding {
    /// Expected and found as far as a person can compare them: of long texts the part around their first
    /// difference, since two texts that are cut at the same place may look alike.
    package var window: (expected: String, found: String) {
        let (mine, theirs) = (Array(expected), Array(found))
        let common = zip(mine, theirs).prefix { $0 == $1 }.count
        return (Self.window(mine, around: common), Self.window(theirs, around: common))
    }

    private static func window(_ text: [Character], around place: Int) -> String {
        let (before, most) = (24, 160)
        if text.count <= most { return String(text) }
        let start = max(0, min(place - before, text.count - most))
        let end = min(text.count, start + most)
        return (start > 0 ? "…" : "") + String(text[start..<end]) + (end < text.count ? "…" : "")
    }

    /// The finding in one sentence.
    package var words: Phrase {
        let (record, shown) = (seq.map(String.init) ?? "—", window)
        return Phrase(
            "第 \(record) 条记录，\(field)，应为 \(shown.expected)，实为 \(shown.found)",
            "record \(record), \(field), expected \(shown.expected), found \(shown.found)")
    }
}
