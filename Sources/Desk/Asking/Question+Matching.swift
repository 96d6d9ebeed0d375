package import Bank
import Jobs
package import Journal
package import Kernel
package import Ledger
import Store

/// Both sides of what is not matched yet, of one custody, with what matching proposes.
package struct MatchTable: Sendable {
    /// Oldest first.
    package let lines: [BankEntry]
    package let items: [BookItem]
    package let proposals: [MatchProposal]
    package let differences: [MatchDifference]
    /// Those in force, newest first.
    package let matches: [Match]
    /// Names of contractors by code.
    package let payees: [Code: String]
}

/// The accounts that statements have come in for.
package struct StatementList: Sendable {
    package let accounts: [StatementAccount]
}

extension Question where Answer == MatchTable {
    package static func matchTable(_ custody: Custody, _ matching: Matching = Matching()) -> Question {
        Question("finance.match", [.finance: .all]) { (asked) throws(Refusal) in
            let book = try BankReader(asked.connection, org: asked.org).book(), payees = try asked.payees()
            let open = book.open(custody, payees: payees)
            let found = matching.propose(open.lines, open.items, others: open.others)
            let lines = book.lines.values.filter { $0.match == nil && book.custody(of: $0) == custody }
            let items = book.items.values.filter { $0.match == nil && $0.custody == custody }
            return MatchTable(
                lines: lines.sorted { ($0.line.day, $0.id) < ($1.line.day, $1.id) },
                items: items.sorted { ($0.day.number, $0.name.text) < ($1.day.number, $1.name.text) },
                proposals: found.proposals, differences: found.differences,
                matches: book.matches.values.filter { !$0.undone && $0.custody == custody }.sorted { $0.number > $1.number },
                payees: payees.mapValues(\.name))
        }
    }
}

extension Question where Answer == StatementList {
    package static var statements: Question {
        Question("finance.statements", [.finance: .all]) { (asked) throws(Refusal) in
            let accounts = try BankReader(asked.connection, org: asked.org).accounts()
            return StatementList(accounts: accounts.values.sorted { $0.account.text < $1.account.text })
        }
    }
}

extension Asked {
    /// Whom payments go to, as statements may name them.
    func payees() throws(Refusal) -> [Code: MatchPayee] {
        let payees = try registers().contractors.map {
            ($0.code, MatchPayee(name: $0.name.text, account: $0.bank?.digits))
        }
        return Dictionary(payees) { first, _ in first }
    }
}
