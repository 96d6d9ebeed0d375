package import Kernel

/// What the books and the bank's statements do not have in common, for the work list of the finance desk.
/// Whoever matches statements fills it; a report that gets none leaves the two sections out.
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
