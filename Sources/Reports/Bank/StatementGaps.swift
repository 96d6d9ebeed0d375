import Bank
import Jobs
import Journal
import Kernel
import Ledger

extension StatementGaps {
    /// What has no match by the snapshot's day, of the money whose statements have been imported; nil where
    /// none have. The snapshot needs jobs and the bank.
    package init?(_ snapshot: Snapshot) {
        let sides = Self.sides(of: snapshot.bank, on: snapshot.asOf.day)
        guard !sides.isEmpty else { return nil }
        // Only who was paid by what has no line is asked for.
        let unmatched = Set(sides.flatMap(\.items).compactMap(\.jobs.first))
        let payees = Dictionary(snapshot.jobs.compactMap { job in
            unmatched.contains(job.number) ? (job.number, job.settlement?.document?.payee.name.text) : nil
        }) { $1 }
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
    /// Of each custody whose statements have been imported, what stands on one side only by a day.
    static func sides(of bank: BankBook, on day: Day) -> [Reconciliation] {
        let custodies = Set(bank.accounts.values.map(\.custody))
        return Custody.allCases.filter(custodies.contains).map { Reconciliation(bank, $0, on: day) }
    }
}
