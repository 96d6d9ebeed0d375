package import Kernel

/// Sentences are put together from parts, some of which may be missing.
extension Phrase {
    /// The same text in both languages: a name, a number, what a person wrote.
    package init(both text: String) { self.init(text, text) }

    /// The parts that are there, with commas between them.
    package static func list(_ parts: [Phrase?]) -> Phrase {
        let there = parts.compactMap(\.self)
        return Phrase(
            there.map(\.zh).joined(separator: "，"), there.map(\.en).joined(separator: ", "))
    }

    /// `要点：说明`, or the point alone.
    func saying(_ text: Prose?) -> Phrase {
        guard let words = text?.text.oneLine else { return self }
        return Phrase("\(zh)：\(words)", "\(en): \(words)")
    }

    func joined(_ separator: Phrase, _ other: Phrase?) -> Phrase {
        guard let other else { return self }
        return Phrase(zh + separator.zh + other.zh, en + separator.en + other.en)
    }
}

extension Fen {
    /// `12,000.00 元`.
    var words: Phrase { Phrase("\(grouped) 元", "\(grouped) yuan") }
}

extension [Phrase] {
    /// One behind the other, with something between them.
    func joined(_ separator: Phrase) -> Phrase {
        Phrase(map(\.zh).joined(separator: separator.zh), map(\.en).joined(separator: separator.en))
    }
}
