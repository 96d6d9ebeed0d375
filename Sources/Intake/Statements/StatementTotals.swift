import Bank
import Formats
import Journal
import Kernel

/// The sums that banks print above the table, at the foot of a page and of the file. They are no lines;
/// they are checked.
struct StatementTotals {
    private struct Sums {
        var out = Fen.zero
        var `in` = Fen.zero
        /// Lines of each direction, and rows of 0.00, which a bank may count or not.
        var outs = 0
        var ins = 0
        var zeros = 0

        mutating func add(_ line: StatementLine) {
            switch line.direction {
            case .out: (out, outs) = (out + line.amount, outs + 1)
            case .in: (self.in, ins) = (self.in + line.amount, ins + 1)
            }
        }
    }

    private var all = Sums()
    private var page = Sums()
    private var head: [(claim: StatementClaim, row: Int, column: Int)] = []

    mutating func add(_ line: StatementLine) {
        all.add(line)
        page.add(line)
    }

    mutating func addZero() {
        all.zeros += 1
        page.zeros += 1
    }

    /// After a page's subtotal the next page begins.
    mutating func turnPage() { page = Sums() }

    /// Keeps what a row above the table says of all of it.
    mutating func note(_ row: SheetRow) {
        head += StatementClaim.all(in: row).map { ($0.claim, row.number, $0.column) }
    }

    /// What the rows above the table say wrongly, each with its row and column from 0.
    func checkHead() -> [(row: Int, column: Int, refusal: Refusal)] {
        head.compactMap { claim, row, column in Self.fault(claim, all).map { (row, column, $0) } }
    }

    /// What a row of totals says wrongly, each with its column from 0.
    func check(_ cells: StatementCells) -> [(column: Int?, refusal: Refusal)] {
        let sums = cells.isPageTotal ? page : all
        let claims = StatementClaim.all(in: cells.row)
        var wrong = claims.compactMap { claim, column in Self.fault(claim, sums).map { (column as Int?, $0) } }
        // A sum of one direction stands in its own column, and in any other of the row.
        if claims.contains(where: \.claim.isSum) { return wrong }
        if let side = StatementClaim.side(of: cells) { return wrong + Self.sum(of: side, cells, sums) }
        // The treasury's amounts are payments, a bank's are what they add.
        let signed = cells.places[.balance] == nil ? sums.out - sums.in : sums.in - sums.out
        let expectations: [(StatementLayout.Field, Fen)] = [
            (.debit, sums.out), (.credit, sums.in), (.amount, signed),
        ]
        for (field, expected) in expectations {
            guard let place = cells.places[field], let found = try? StatementText.money(cells.row[place].text),
                  found != expected else { continue }
            wrong.append((place, Self.fault(expected.yuan, found.yuan)))
        }
        return wrong
    }

    /// 支出合计 and 收入合计: every amount of the row that is not nothing must be that sum.
    private static func sum(
        of side: StatementLine.Direction, _ cells: StatementCells, _ sums: Sums
    ) -> [(column: Int?, refusal: Refusal)] {
        let expected = side == .out ? sums.out : sums.in
        let fields: [StatementLayout.Field] = [.debit, .credit, .amount]
        var places = fields.compactMap { cells.places[$0] }.filter { StatementText.words(cells.row[$0].text) != nil }
        if places.isEmpty { places = Array(cells.row.cells.indices) }
        return places.compactMap { place in
            guard let found = try? StatementText.money(cells.row[place].text), found != expected,
                  found != .zero || places.count == 1 else { return nil }
            let size = found.isNegative ? -found : found
            return size == expected ? nil : (place, fault(expected.yuan, found.yuan))
        }
    }

    private static func fault(_ claim: StatementClaim, _ sums: Sums) -> Refusal? {
        switch claim {
        case .count(let side, let count):
            let lines = side.map { $0 == .out ? sums.outs : sums.ins } ?? sums.outs + sums.ins
            return (lines...lines + sums.zeros).contains(count) ? nil : fault(String(lines), String(count))
        case .sum(let side, let found):
            let expected = side == .out ? sums.out : sums.in
            return (found.isNegative ? -found : found) == expected ? nil : fault(expected.yuan, found.yuan)
        }
    }

    private static func fault(_ expected: String, _ found: String) -> Refusal {
        Refusal(.inputTotal, ["value": found, "expected": expected])
    }
}
