package import Jobs
import Journal
package import Kernel
import Ledger
import Store

/// What the forms of a street let choose, each code with its name. None of it is a secret within the street;
/// the appropriations are there for those who may see the funds.
package struct FormNames: Sendable {
    package struct Choice: Sendable, Equatable {
        package let code: Code
        package let name: Phrase
    }

    package var categories: [Choice] = []
    package var hazards: [Choice] = []
    package var sources: [Choice] = []
    package var contractors: [Choice] = []
    package var estates: [Choice] = []
    /// Active ones; and those of them who go to see a place.
    package var users: [Choice] = []
    package var visitors: [Choice] = []
    package var appropriations: [Choice] = []

    /// The name behind a code of a list, or the code.
    package func name(_ code: Code, in list: KeyPath<FormNames, [Choice]>) -> Phrase {
        self[keyPath: list].first { $0.code == code }?.name ?? Phrase(code.text, code.text)
    }
}

extension Question where Answer == FormNames {
    package static var formNames: Question {
        Question("form.names", [:]) { (asked) throws(Refusal) in try asked.formNames() }
    }
}

extension Asked {
    private static let outside: Set<Role> = [.officer, .grid, .inspector, .dispatcher, .head]

    func formNames() throws(Refusal) -> FormNames {
        let state = try state()
        let registers = try registers()
        let same = { (text: String) in Phrase(text, text) }
        var names = FormNames()
        names.contractors = registers.contractors.map { .init(code: $0.code, name: same($0.name.text)) }
        names.estates = registers.estates.map { .init(code: $0.code, name: same($0.name.text)) }
        names.users = state.register.everyone.filter(\.active).map { .init(code: $0.user, name: same($0.name.text)) }
        names.visitors = state.register.everyone.filter { $0.active && $0.roles.contains(where: Self.outside.contains) }
            .map { .init(code: $0.user, name: same($0.name.text)) }
        if rights[.funds] >= .part {
            names.appropriations = state.ledger.appropriations.map { .init(code: $0.code, name: same($0.code.text)) }
        }
        // A street that has just been opened has no policy yet, and so no categories.
        if let policy = try? state.policy(on: try state.now(clock).day) {
            names.categories = policy.categories.map { .init(code: $0.code, name: $0.name) }
            names.hazards = policy.hazards.map { .init(code: $0.code, name: $0.name) }
            names.sources = policy.sources.map { .init(code: $0.code, name: $0.name) }
        }
        return names
    }
}
