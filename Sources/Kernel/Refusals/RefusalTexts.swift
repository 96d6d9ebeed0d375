extension RefusalCode {
    /// What happened and what to do, in both languages.
    package var text: RefusalText {
        RefusalTexts.all[self] ?? RefusalText(rawValue, "—", rawValue, "—")
    }
}

/// Every refusal's texts, by group; `{name}` stands for a fact.
enum RefusalTexts {
    typealias Texts = [RefusalCode: RefusalText]

    static let all: [RefusalCode: RefusalText] = {
        let groups = [
            input, files, people, registers, funds, jobs, duties, forms, invoices, statements, store, moving, corrections,
            grants,
        ]
        return groups.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }()
}
