import Journal
import Kernel

/// Reads a statement that is a table, row by row: what stands above the header, the header, the lines, the totals.
struct StatementTable {
    /// How many rows may stand above the header.
    private static let searched = 50

    private let file: String?
    private let layouts: [StatementLayout]
    private var missing: [String]?
    private var rowsBefore = 0
    private var preamble: Label?
    private var header: (layout: StatementLayout, places: [StatementLayout.Field: Int], names: [String], titles: [String])?
    private var lines: [StatementLine] = []
    private var faults: [RowFault] = []
    private var totals = StatementTotals()
    private var own: (account: Label, row: Int)?

    init(bank: Bank?, file: String?) {
        layouts = StatementLayout.all.filter { bank == nil || $0.bank == bank }
        self.file = file
    }

    /// Takes the next row. Throws `input.column` when there is no header, `input.duplicateKey` when it names one twice.
    mutating func take(_ row: SheetRow) throws(Refusal) {
        guard let header else { return try seek(row) }
        let names = row.cells.map { StatementText.heading($0.text) }
        if names == header.names || names.allSatisfy(\.isEmpty) { return }
        var cells = StatementCells(row, header.places, header.titles, file: file)
        if cells.isTotal { return check(row, cells) }
        // An amount whose thousands comma was not quoted moves everything behind it.
        if let extra = names.indices.dropFirst(header.names.count).first(where: { !names[$0].isEmpty }) {
            faults.append(fault(at: row.number, extra, Refusal(.inputMalformed)))
            return
        }
        let before = cells.faults.count
        if let line = cells.line(of: header.layout.bank), cells.faults.count == before {
            lines.append(line)
            totals.add(line)
        }
        if let account = cells.ownAccount(of: header.layout.bank) { compare(account, &cells) }
        faults += cells.faults
    }

    /// The statement, its lines in the order of time. Throws `input.column` when no header was met.
    mutating func finish() throws(Refusal) -> Statement {
        guard let header else { throw lacking }
        var statement = Statement(bank: header.layout.bank)
        statement.account = own?.account ?? preamble
        statement.faults = faults
        // Where lines are missing the balances cannot follow from one another.
        if faults.isEmpty {
            let chain = StatementBalance(lines)
            lines = chain.lines
            let column = header.places[.balance]
            statement.faults = chain.breaks.map { fault(at: $0.row, column, $0.refusal) }
        }
        statement.lines = lines.numbered
        return statement
    }

    private var lacking: Refusal {
        let all = layouts.first?.columns.filter(\.required).map { $0.names[0] } ?? []
        return Refusal(.inputColumn, ["column": (missing ?? all).joined(separator: "、")])
    }

    private mutating func seek(_ row: SheetRow) throws(Refusal) {
        rowsBefore += 1
        if rowsBefore > Self.searched { throw lacking }
        let titles = row.cells.map(\.text.oneLine)
        let names = row.cells.map { StatementText.heading($0.text) }
        for layout in layouts {
            let found = layout.places(in: names)
            if found.missing.isEmpty {
                try demandOnce(found.places, names, row)
                header = (layout, found.places, names, titles)
                return
            }
            if !found.places.isEmpty, found.missing.count < missing?.count ?? Int.max { missing = found.missing }
        }
        if preamble == nil { preamble = Self.account(in: titles) }
    }

    private func demandOnce(
        _ places: [StatementLayout.Field: Int], _ names: [String], _ row: SheetRow
    ) throws(Refusal) {
        for place in places.values.sorted() where names.count(where: { $0 == names[place] }) > 1 {
            throw Refusal(.inputDuplicateKey, ["field": names[place].excerpt])
                .placed(file: file, line: row.number, column: place + 1)
        }
    }

    /// The account's number above the table: `账号：6222…`, in one cell or two.
    private static func account(in titles: [String]) -> Label? {
        for (index, title) in titles.enumerated() {
            let text = StatementText.heading(title)
            guard let mark = ["查询账号", "本方账号", "账号"].first(where: text.hasPrefix) else { continue }
            let rest = text.dropFirst(mark.count).drop { $0 == ":" }
            let next = titles.dropFirst(index + 1).first { !$0.isEmpty } ?? ""
            let number = rest.isEmpty ? StatementText.words(next) ?? "" : String(rest.prefix { $0.isNumber })
            if number.count >= 6, number.allSatisfy(\.isNumber) { return try? Label(number) }
        }
        return nil
    }

    private mutating func compare(_ account: Label, _ cells: inout StatementCells) {
        let expected = own?.account ?? preamble
        if own == nil { own = (account, cells.row.number) }
        guard let expected, expected != account else { return }
        cells.refuse(Refusal(.inputAccount, ["expected": expected.text, "value": account.text]), .own)
    }

    private mutating func check(_ row: SheetRow, _ cells: StatementCells) {
        // Sums of what could be read say nothing.
        guard faults.isEmpty else { return }
        for (column, refusal) in totals.check(cells) { faults.append(fault(at: row.number, column, refusal)) }
        if cells.isPageTotal { totals.turnPage() }
    }

    private func fault(at row: Int, _ column: Int?, _ refusal: Refusal) -> RowFault {
        let titles = header?.titles ?? []
        return RowFault(
            line: row, column: column.map { $0 + 1 }, name: column.flatMap { $0 < titles.count ? titles[$0] : nil },
            refusal: refusal.placed(file: file, line: row, column: column.map { $0 + 1 }))
    }
}
