package import Intake
package import Jobs
package import Journal
package import Kernel
import Store

/// A policy with the day for which it was asked, and the street's own words about itself.
package struct FoundPolicy: Sendable {
    package let policy: Policy
    package let day: Day
    package let sandbox: Bool
}

extension Question where Answer == FoundPolicy {
    /// The policy of a day; without one, of the street's today. Everybody's forms need it.
    package static func policy(on asked: Day?) -> Question {
        Question("policy.show", [:]) { (place) throws(Refusal) in
            let state = try place.state()
            let day = if let asked { asked } else { try state.now(place.clock).day }
            return FoundPolicy(policy: try state.policy(on: day), day: day, sandbox: state.street?.sandbox ?? false)
        }
    }
}

extension Question where Answer == Shorthand.Known {
    /// What the forms of a street may name. A street without a policy has no categories, hazards and sources.
    package static var names: Question {
        Question("names", [:]) { (asked) throws(Refusal) in
            let state = try asked.state()
            var known = Shorthand.Known(today: try state.now(asked.clock).day)
            if let policy = try? state.policy(on: known.today) {
                known.codes["category"] = policy.categories.map { ($0.code, $0.name) }
                known.codes["hazard"] = policy.hazards.map { ($0.code, $0.name) }
                known.codes["source"] = policy.sources.map { ($0.code, $0.name) }
            }
            let registers = try asked.registers()
            known.codes["contractor"] = registers.contractors.map { ($0.code, Phrase($0.name.text, $0.name.text)) }
            known.codes["estate"] = registers.estates.map { ($0.code, Phrase($0.name.text, $0.name.text)) }
            return known
        }
    }
}

/// A street of a database.
package struct ListedStreet: Sendable {
    package let code: Code
    package let name: String
    package let sandbox: Bool
    package let parent: Code?
}

extension Desk {
    /// The streets of the database, by code. Their names are no secret.
    package func streets() async throws(Refusal) -> [ListedStreet] {
        try await look { (connection, _) throws(Refusal) in
            try Queries(connection).streets().map {
                ListedStreet(code: $0.code, name: $0.name, sandbox: $0.sandbox, parent: $0.parent)
            }
        }
    }
}
