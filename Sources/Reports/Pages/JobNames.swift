package import Kernel

/// The names behind the codes that a job's page mentions. A code without a name is shown as it is.
package struct JobNames: Sendable {
    package var users: [Code: Label] = [:]
    package var contractors: [Code: Label] = [:]
    package var estates: [Code: Label] = [:]
    package var categories: [Code: Phrase] = [:]
    package var hazards: [Code: Phrase] = [:]

    package init() {}

    func user(_ code: Code) -> String { users[code]?.text ?? code.text }

    func contractor(_ code: Code) -> Phrase { Self.named(code, contractors[code].map { Phrase(both: $0.text) }) }

    /// Without its code, as a paper has it.
    func firm(_ code: Code) -> Phrase { Phrase(both: contractors[code]?.text ?? code.text) }

    func estate(_ code: Code) -> Phrase { Self.named(code, estates[code].map { Phrase(both: $0.text) }) }

    func category(_ code: Code) -> Phrase { categories[code] ?? Phrase(both: code.text) }

    func hazard(_ code: Code) -> Phrase { hazards[code] ?? Phrase(both: code.text) }

    /// A survey names visitors by name or by user.
    func visitors(_ list: [Label]) -> Phrase {
        let people = list.map { label in users.first { $0.key.text == label.text }?.value.text ?? label.text }
        return Phrase(people.joined(separator: "、"), people.joined(separator: ", "))
    }

    /// A category with its code: forms and filters ask for the code.
    func coded(category code: Code) -> Phrase { Self.named(code, categories[code]) }

    private static func named(_ code: Code, _ name: Phrase?) -> Phrase {
        name.map { Phrase("\($0.zh)（\(code.text)）", "\($0.en) (\(code.text))") } ?? Phrase(both: code.text)
    }
}
