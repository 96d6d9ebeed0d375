import Jobs
package import Journal
package import Kernel
package import Ledger

/// A line of a voucher in one of the two books that exports know: the street's ledger (financial and budget
/// accounting) and the control book.
package struct VoucherRow: Sendable {
    package let place: YearBooks.Place
    package let book: Book
    /// From 1, within voucher and book.
    package let n: Int
    package let line: Line
    /// The accounts of the other side in the same voucher, book and appropriation.
    package let others: [Account]
    package let reverses: Code?
    package let event: String

    package var isControl: Bool { book == .control }
    /// `记-12`, `指-7`.
    package var number: String { isControl ? "指-\(place.controlRank)" : "记-\(place.ledgerRank)" }
    package var month: Int { MonthlyBalances.month(place.day, place.phase) }
    package var debit: Fen { line.side == .debit ? line.amount.fen : .zero }
    package var credit: Fen { line.side == .credit ? line.amount.fen : .zero }

    /// The rows of a voucher: the ledger's lines, then those of the control book.
    package static func rows(_ place: YearBooks.Place, _ record: Record) -> [VoucherRow] {
        guard let voucher = record.vouchers.first(where: { $0.number == place.number }) else { return [] }
        let does = record.does
        let ledger = voucher.lines.filter { $0.book != .control }
        let control = voucher.lines.filter { $0.book == .control }
        return [ledger, control].flatMap { lines in
            lines.enumerated().map { index, line in
                VoucherRow(
                    place: place, book: line.book, n: index + 1, line: line, others: others(line, lines),
                    reverses: voucher.reverses, event: does)
            }
        }
    }

    private static func others(_ line: Line, _ lines: [Line]) -> [Account] {
        var found: [Account] = []
        for other in lines where other.book == line.book && other.appropriation == line.appropriation
            && other.side != line.side && !found.contains(other.account) {
            found.append(other.account)
        }
        return found
    }
}
