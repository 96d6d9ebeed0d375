import Kernel

/// Texts of an entry as a line keeps them. A bank's own text within the lengths of the schema is no reason
/// to refuse: what is too long for its place goes to a longer one, or is cut and marked. What identifies is
/// never cut.
enum CamtText {
    /// What stands for "none" where the schema asks for a reference.
    private static let none: Set = ["NOTPROVIDED", "NONREF", "NOTAVAILABLE", "NONE", "N/A"]

    /// A reference, or nil where the text says that there is none.
    static func reference(_ text: String?) -> String? {
        guard let words = text.flatMap(StatementText.words), !none.contains(words.uppercased()) else { return nil }
        return words
    }

    /// Throws what ``Label`` refuses.
    static func label(_ text: String?) throws(Refusal) -> Label? {
        guard let words = text.flatMap(StatementText.words) else { return nil }
        return try Label(words)
    }

    /// A name, cut to what a label holds.
    static func name(_ text: String?) throws(Refusal) -> Label? {
        guard let words = text.flatMap(StatementText.words) else { return nil }
        return try Label(words.cut(to: 200))
    }

    /// The summary where it is short enough, and all that is prose.
    static func prose(_ parts: [String]) throws(Refusal) -> Prose? {
        var seen: Set<String> = []
        let words = parts.compactMap(StatementText.words).filter { seen.insert($0).inserted }
        return words.isEmpty ? nil : try Prose(words.joined(separator: " ").cut(to: 4000))
    }
}

extension String {
    /// The text, or its beginning with a mark that it goes on.
    func cut(to limit: Int) -> String { count <= limit ? self : String(prefix(limit - 1)) + "…" }
}
