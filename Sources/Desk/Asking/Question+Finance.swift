package import Bank
import Documents
package import Jobs
package import Journal
package import Kernel
import Ledger
import Store

/// What matching proposes, and the street that it was proposed for.
package struct FoundMatches: Sendable {
    package let proposals: [MatchProposal]
    package let differences: [MatchDifference]
    package let state: State
}

extension Question where Answer == FoundMatches {
    /// Proposals for whatever is not matched yet, with the given leeway.
    package static func matches(_ matching: Matching) -> Question {
        Question("finance.match", [.finance: .all]) { (asked) throws(Refusal) in
            let book = try BankReader(asked.connection, org: asked.org).book()
            let known = try asked.payees()
            let found = Custody.allCases.map { custody in
                let open = book.open(custody, payees: known)
                return matching.propose(open.lines, open.items, others: open.others)
            }
            return FoundMatches(
                proposals: found.flatMap(\.proposals), differences: found.flatMap(\.differences), state: try asked.state())
        }
    }
}
