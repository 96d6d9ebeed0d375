package import Kernel

/// What the books and the bank's statements do not have in common, for the work list of the finance desk. Whoever
/// matches statements fills it; a report that gets none leaves the two sections out.
package struct StatementGaps: Sendable, Equatable {
    /// A payment of ours without a line of a statement, or a line without a payment.
    package struct Item: Sendable, Equatable {
        /// The job of a payment; nil for a line of a statement.
        package let job: Code?
        /// Number of the payment, or of the line as the bank gives it.
        package let number: String
        /// The other party as written there.
        package let party: String
        package let day: Day
        /// In fen; money that came in is negative among lines of a statement.
        package let amount: Fen

        package init(job: Code?, number: String, party: String, day: Day, amount: Fen) {
            self.job = job
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
