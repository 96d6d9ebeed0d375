extension RefusalCode {
    /// What happened and what to do, in both languages. A test keeps the texts complete; without one a
    /// debug build stops here, and a user is told the name, which docs/ERRORS.md can be searched for.
    package var text: RefusalText {
        if let text = RefusalTexts.all[self] { return text }
        assertionFailure("no text for \(rawValue)")
        return RefusalText(rawValue, "详见 docs/ERRORS.md", rawValue, "See docs/ERRORS.md")
    }
}

/// Every refusal's texts, by group; `{name}` stands for a fact.
enum RefusalTexts {
    typealias Texts = [RefusalCode: RefusalText]

    static let all: [RefusalCode: RefusalText] = {
        let groups = [
            input, files, people, registers, funds, jobs, duties, forms, invoices, statements, store, moving, corrections, years,
            grants,
        ]
        return groups.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }()
}
