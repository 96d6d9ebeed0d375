package import Journal
package import Kernel

/// What reading a statement gave: its lines, and every fault of the file. With a fault nothing of it may be taken.
package struct Statement: Sendable {
    package let bank: Bank
    /// The street's own account, where the file names it.
    package var account: Label?
    /// In the order of time, whatever the order of the file; equal lines of a day are numbered (``StatementLine/nth``).
    package var lines: [StatementLine] = []
    package var faults: [RowFault] = []

    package init(bank: Bank) { self.bank = bank }

    /// The sum of one direction, in fen.
    package func sum(_ direction: StatementLine.Direction) -> Fen {
        lines.filter { $0.direction == direction }.reduce(.zero) { $0 + $1.amount }
    }
}
