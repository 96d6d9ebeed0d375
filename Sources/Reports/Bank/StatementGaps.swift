import Bank
import Jobs
import Journal
import Kernel
import Ledger

extension StatementGaps {
    /// What has no match by the snapshot's day, of the money whose statements have been imported; nil where
    /// none have. The snapshot needs jobs and the bank.
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
