/// The answer "no": a code, the facts that led to it, and a sentence in both languages.
///
/// A refusal changes nothing. It is thrown by a rule, by strict reading of input, or by opening a store,
/// and it is the only error that reaches a user by design. Its texts are in ``RefusalCode/text``;
/// `docs/ERRORS.md` is generated from them.
package struct Refusal: Error, Equatable, Sendable {
    /// One named value of a refusal: `available`, `asked`, `field`, `line` …
    package struct Fact: Equatable, Sendable {
        package let name: String
        package let value: String
        /// The value in words, where a code alone would not be understood.
        package var words: Phrase?

        package init(name: String, value: String, words: Phrase? = nil) {
            self.name = name
            self.value = value
            self.words = words
        }
    }

    package let code: RefusalCode
    /// In the order given, which is the order shown.
    package var facts: [Fact]

    package init(_ code: RefusalCode, _ facts: KeyValuePairs<String, String> = [:]) {
        self.code = code
        self.facts = facts.map { Fact(name: $0.key, value: $0.value) }
    }

    /// The value of a fact, or nil when this refusal does not carry it.
    package subscript(fact: String) -> String? {
        facts.first { $0.name == fact }?.value
    }

    /// The same refusal with one fact more; a fact that is already there stays as it is.
    package func adding(_ name: String, _ value: String, _ words: Phrase? = nil) -> Refusal {
        var copy = self
        if self[name] == nil { copy.facts.append(Fact(name: name, value: value, words: words)) }
        return copy
    }

    /// What happened and what to do, with the facts filled in. A `{name}` without a fact shows `—`.
    package func message(_ language: Language) -> String {
        let text = code.text
        let what = fill(text.what(language), language)
        let remedy = fill(text.remedy(language), language)
        return language == .zh ? "\(what)。\(remedy)。" : "\(what). \(remedy)."
    }

    private func fill(_ template: String, _ language: Language) -> String {
        var out = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            out += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            out += facts.first { $0.name == name }.map { shown($0, language) } ?? "—"
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    /// A fact as a person reads it: in words, an amount with its thousands apart. What was typed (`value`)
    /// stays as it was typed, unless it stands against an amount.
    private func shown(_ fact: Fact, _ language: Language) -> String {
        if let words = fact.words { return words(language) }
        let typed = fact.name == "value" && self["expected"].map { Fen.grouped(in: $0) == nil } ?? true
        return typed ? fact.value : Fen.grouped(in: fact.value) ?? fact.value
    }
}

/// What a refusal says: what happened, and what to do about it.
package struct RefusalText: Sendable {
    package let what: Phrase
    package let remedy: Phrase

    package init(_ zh: String, _ zhRemedy: String, _ en: String, _ enRemedy: String) {
        what = Phrase(zh, en)
        remedy = Phrase(zhRemedy, enRemedy)
    }
}
