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

    func contractor(_ code: Code) -> String { named(code, contractors[code]) }

    func estate(_ code: Code) -> String { named(code, estates[code]) }

    func category(_ code: Code) -> Phrase { categories[code] ?? Phrase(both: code.text) }

    func hazard(_ code: Code) -> Phrase { hazards[code] ?? Phrase(both: code.text) }

    /// A survey names visitors by name or by user.
    func visitors(_ list: [Label]) -> String {
        list.map { label in
            users.first { $0.key.text == label.text }?.value.text ?? label.text
        }.joined(separator: "、")
    }

    private func named(_ code: Code, _ name: Label?) -> String { name.map { "\($0.text)（\(code.text)）" } ?? code.text }
}
