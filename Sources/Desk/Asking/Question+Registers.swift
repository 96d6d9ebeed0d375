package import Documents
import Jobs
package import Journal
package import Kernel
package import Reports
import Store

/// The lists of what a street has.
extension Question where Answer == Document {
    /// An account at a bank is for those who pay, and covered but for its last digits for an auditor.
    package static var contractors: Question {
        Question("contractor.list", [:]) { (asked) throws(Refusal) in
            let firms = try asked.registers().contractors
            return try RegisterDocuments.contractors(firms, accounts: asked.rights[.accounts], asked.state())
        }
    }

    package static var estates: Question {
        Question("estate.list", [:]) { (asked) throws(Refusal) in
            try RegisterDocuments.estates(asked.registers().estates, asked.state())
        }
    }

    /// The rate agreements of a contractor, or of all.
    package static func agreements(of contractor: Code?) -> Question {
        Question("contractor.agreements", [.amounts: .own]) { (asked) throws(Refusal) in
            let firms = try asked.registers().contractors
            let all = try asked.queries.agreements(asked.org, of: contractor)
            let own = asked.rights[.amounts] == .all ? all : all.filter { $0.contractor == asked.rights.firm }
            return try RegisterDocuments.agreements(own, firms, asked.state())
        }
    }

    package static var users: Question {
        Question("user.list", [.people: .all]) { (asked) throws(Refusal) in try RegisterDocuments.users(asked.state()) }
    }

    /// The appropriations and what stands on each; an officer sees what is free.
    package static var funds: Question {
        Question("fund.list", [.funds: .part]) { (asked) throws(Refusal) in
            let state = try asked.state()
            return try RegisterDocuments.funds(state, on: try state.now(asked.clock).day, all: asked.rights[.funds] == .all)
        }
    }
}
