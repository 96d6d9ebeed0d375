package import Bank
package import Formats
package import Kernel

/// What reading a statement gave: its lines, and every fault of the file. With a fault nothing of it may be
/// taken.
package struct Statement: Sendable {
    package let bank: Bank
    /// The street's own account, where the file names it.
    package var account: Label?
    /// In the order of time, whatever the order of the file; equal lines of a day are numbered
    /// (``StatementLine/nth``).
    package var lines: [StatementLine] = []
    package var faults: [RowFault] = []
    /// The balances around the lines, for each statement in the file that tells one.
    package var stated: [StatedBalances] = []
    /// Rows of 0.00, which say nothing of money.
    package var zeros = 0
    /// What the file holds besides: the accounts that were not asked for, and the sheets without a statement.
    package var otherAccounts: [String] = []
    package var otherSheets: [String] = []

    package init(bank: Bank) { self.bank = bank }

    /// The sum of one direction, in fen.
    package func sum(_ direction: StatementLine.Direction) -> Fen {
        lines.filter { $0.direction == direction }.reduce(.zero) { $0 + $1.amount }
    }
}
