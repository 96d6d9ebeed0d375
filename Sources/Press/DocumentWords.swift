import Documents
import Kernel

/// What every writer for people says in the same words.
extension Check {
    /// `✓ 借贷相等：12.00`, and where it is not so what must stand there and what does.
    func words(_ language: Language) -> String {
        let (title, found) = (title(language), found.display(language))
        if holds { return Phrase("✓ \(title)：\(found)", "✓ \(title): \(found)")(language) }
        let expected = expected.display(language)
        return Phrase("✗ \(title)：应为 \(expected)，实为 \(found)", "✗ \(title): must be \(expected), is \(found)")(language)
    }
}

extension Stamp {
    func words(_ language: Language) -> String {
        let of = org.map { $0.text + " " } ?? ""
        return Phrase("依据\(of)记录 \(seq)，哈希 \(hash)", "Computed from \(of)record \(seq), hash \(hash)")(language)
    }
}

extension Signature {
    /// Who signed and when, as far as that is known.
    var who: String { [name, day?.text].compactMap(\.self).joined(separator: " ") }
}

extension Document {
    /// Each note behind the word that says it is one.
    func remarks(_ language: Language) -> (mark: String, notes: [String]) {
        (Phrase("注：", "Note: ")(language), notes.map { $0(language) })
    }
}
