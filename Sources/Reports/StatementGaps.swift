import Jobs
import Journal
package import Kernel
import Ledger

/// What the books and the bank's statements do not have in common, for the work list of the finance desk. Whoever
/// matches statements fills it; a report that gets none leaves the two sections out.
package struct StatementGaps: Sendable, Equatable {
    /// A payment of ours without a line of a statement, or a line without a payment.
    package struct Item: Sendable, Equatable {
        /// The jobs of a payment; none for a line of a statement.
        package let jobs: [Code]
        /// The item of the books, or the line's id, as `finance confirm` takes them.
        package let number: String
        /// The other party as written there.
        package let party: String
        package let day: Day
        /// In fen; money that went out is negative, as in every report on statements.
        package let amount: Fen

        package init(jobs: [Code], number: String, party: String, day: Day, amount: Fen) {
            self.jobs = jobs
            self.number = number
            self.party = party
            self.day = day
            self.amount = amount
        }
    }

    package let payments: [Item]
    package let lines: [Item]

    package init(payments: [Item], lines: [Item]) {
        self.payments = payments
        self.lines = lines
    }
}

extension StatementGaps {
    /// What has no match by the snapshot's day, of the money whose statements have been imported; nil where none have.
    /// The snapshot needs jobs and the bank.
    package init?(_ snapshot: Snapshot) {
        let custodies = Set(snapshot.bank.accounts.values.map(\.custody))
        guard !custodies.isEmpty else { return nil }
        let sides = Custody.allCases.filter(custodies.contains).map {
            Reconciliation(snapshot.bank, $0, on: snapshot.asOf.day)
        }
        let payees = Dictionary(snapshot.jobs.map { ($0.number, $0.settlement?.document?.payee.name.text) }) { $1 }
        self.init(
            payments: sides.flatMap(\.items).map { item in
                Item(
                    jobs: item.jobs, number: item.name.text,
                    party: item.jobs.first.flatMap { payees[$0] ?? nil } ?? snapshot.names.firm(item.contractor), day: item.day,
                    amount: item.effect.fen)
            },
            lines: sides.flatMap(\.lines).map { entry in
                Item(
                    jobs: [], number: entry.id.text, party: (entry.line.name ?? entry.line.account)?.text ?? "",
                    day: entry.line.day, amount: entry.line.effect)
            })
    }
}
