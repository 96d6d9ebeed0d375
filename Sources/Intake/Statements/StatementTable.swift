import Bank
import Formats
import Journal
import Kernel

/// Reads a statement that is a table, row by row: what stands above the header, the header, the lines, the
/// totals. A workbook may have a table on each of several sheets, which are read as one.
struct StatementTable {
    /// How many rows may stand above the header.
    static let searched = 50

    let layouts: [StatementLayout]
    private let file: String?
    /// The account that was asked for.
    private let asked: Label?
    private var missing: [String]?
    private var rowsBefore = 0
    private var preamble: Label?
    private var header: StatementHeader?
    /// The layout of the first header, which those of further sheets must have too.
    private var layout: StatementLayout?
    private var sheet: (name: String, rows: Int)?
    private var otherSheets: [String] = []
    private var otherAccounts: [String] = []
    private var lines: [StatementLine] = []
    private var zeros: [(before: Int, balance: Fen?, row: Int)] = []
    /// Rows without day and amount: a remark when no line follows them.
    private var remarks: [StatementCells] = []
    private var faults: [RowFault] = []
    private var totals = StatementTotals()
    private var hasTotals = false
    private var own: Label?
    /// The rows by all that they say, for lines that nothing else tells apart.
    private var rows: [[String]: Int] = [:]
    private var copies: [RowFault] = []
    private var spoilt: Set<String> = []

    init(bank: Bank?, account: Label?, file: String?) {
        layouts = StatementLayout.all.filter { bank == nil || $0.bank == bank }
        asked = account
        self.file = file
    }

    /// Begins the next sheet of a workbook.
    mutating func begin(sheet name: String) {
        leaveSheet()
        (sheet, header, rowsBefore) = ((name, 0), nil, 0)
        remarks = []
    }

    /// A sheet with rows and without a header is named.
    private mutating func leaveSheet() {
        if let sheet, sheet.rows > 0, header == nil { otherSheets.append(sheet.name) }
    }

    /// Takes the next row. Throws `input.duplicateKey` when a header names a column twice.
    mutating func take(_ row: SheetRow) throws(Refusal) {
        sheet?.rows += 1
        guard let header else { return try seek(row) }
        let names = row.cells.map { StatementUnit.column($0.text).name }
        if names == header.names || names.allSatisfy(\.isEmpty) { return }
        var cells = StatementCells(row, header.places, header.titles, file: file)
        if cells.isTotal { return check(row, cells) }
        if cells.isRemark { return remarks.append(cells) }
        // What stood between two lines is a line without its day and amount.
        for remark in remarks { read(remark, header) }
        remarks = []
        // An amount whose thousands comma was not quoted moves everything behind it.
        if let extra = names.indices.dropFirst(header.names.count).first(where: { !names[$0].isEmpty }) {
            faults.append(fault(at: row.number, extra, Refusal(.inputMalformed)))
            return
        }
        if let account = cells.ownAccount(of: header.layout.bank), !isOwn(account, &cells) { return count(cells, header) }
        read(cells, header)
    }

    private mutating func read(_ given: StatementCells, _ header: StatementHeader) {
        var cells = given
        let before = cells.faults.count
        switch cells.line(of: header.layout.bank) {
        case .line(let line):
            if cells.faults.count == before {
                lines.append(line)
                totals.add(line)
                noteCopy(cells.row, header)
            }
        case .zero(let balance):
            zeros.append((lines.count, balance, cells.row.number))
            totals.addZero()
        case .bad: break
        }
        add(cells.faults)
    }

    /// A number that is spoilt in every row is told once.
    private mutating func add(_ found: [RowFault]) {
        faults += found.filter { fault in
            guard fault.refusal["expected"] == Refusal.spoiltNumber("")["expected"] else { return true }
            return spoilt.insert("\(fault.column ?? 0) " + (fault.refusal["value"] ?? "")).inserted
        }
    }

    /// A line of an account that was not asked for is part of the file's sums.
    private mutating func count(_ given: StatementCells, _ header: StatementHeader) {
        var cells = given
        if case .line(let line) = cells.line(of: header.layout.bank) { totals.add(line) } else { totals.addZero() }
    }

    /// The statement, its lines in the order of time. Throws `input.column` when no header was met.
    mutating func finish() throws(Refusal) -> Statement {
        leaveSheet()
        guard let layout else { throw lacking }
        var statement = Statement(bank: layout.bank)
        // An account that was asked for in vain: the file's own is told instead.
        statement.account = own ?? otherAccounts.first.flatMap { try? Label($0) } ?? preamble
        (statement.otherAccounts, statement.otherSheets) = (otherAccounts, otherSheets)
        statement.zeros = zeros.count
        // Where lines are missing, neither sums nor balances say anything.
        if faults.isEmpty { faults = totals.checkHead().map { fault(at: $0.row, $0.column, $0.refusal) } }
        if faults.isEmpty, !hasTotals { faults = copies }
        if faults.isEmpty { faults = zeroFaults }
        if faults.isEmpty {
            let chain = StatementBalance(lines, of: layout.bank)
            lines = chain.lines
            let column = header?.places[.balance] ?? nil
            faults = chain.breaks.map { fault(at: $0.row, column, $0.refusal) }
            statement.stated = faults.isEmpty ? [chain.stated].compactMap(\.self) : []
        }
        statement.faults = faults
        statement.lines = lines.numbered(of: layout.bank)
        return statement
    }

    private var lacking: Refusal {
        let all = layouts.first?.columns.filter(\.required).map { $0.names[0] } ?? []
        return Refusal(.inputColumn, ["column": (missing ?? all).joined(separator: "、")])
    }

    private mutating func seek(_ row: SheetRow) throws(Refusal) {
        rowsBefore += 1
        if rowsBefore > Self.searched { return }
        let columns = row.cells.map { StatementUnit.column($0.text) }
        let names = columns.map(\.name)
        for candidate in layouts where layout == nil || layout?.bank == candidate.bank {
            let found = candidate.places(in: names)
            if found.missing.isEmpty {
                let titles = row.cells.map(\.text.oneLine)
                let new = StatementHeader(layout: candidate, places: found.places, names: names, titles: titles)
                if let refusal = new.repeated { throw refusal.placed(file: file, line: row.number, column: nil) }
                (header, layout) = (new, candidate)
                for place in found.places.values.sorted() where StatementUnit.isForeign(columns[place].unit) {
                    faults.append(fault(at: row.number, place, StatementUnit.refusal(columns[place].unit ?? "")))
                }
                return
            }
            if !found.places.isEmpty, found.missing.count < missing?.count ?? Int.max { missing = found.missing }
        }
        readAbove(row)
    }

    /// What stands above a table: the account, the unit, the sums.
    private mutating func readAbove(_ row: SheetRow) {
        for (column, cell) in row.cells.enumerated() {
            guard let unit = StatementUnit.foreign(above: cell.text) else { continue }
            faults.append(fault(at: row.number, column, StatementUnit.refusal(unit)))
        }
        totals.note(row)
        guard preamble == nil, let (account, column) = StatementHeader.account(above: row) else { return }
        if account.text.isSpoiltNumber {
            faults.append(fault(at: row.number, column, .spoiltNumber(account.text)))
        } else {
            preamble = account
        }
    }

    /// Whether a row is of the account that is read: the one asked for, or the first. Another one is passed
    /// over and named where one was asked for, and a fault where none was.
    private mutating func isOwn(_ account: Label, _ cells: inout StatementCells) -> Bool {
        let expected = asked ?? own ?? preamble ?? account
        if expected.text.folded == account.text.folded {
            own = own ?? account
            return true
        }
        if asked != nil {
            if !otherAccounts.contains(account.text) { otherAccounts.append(account.text) }
            return false
        }
        own = own ?? account
        cells.refuse(Refusal(.inputAccount, ["expected": expected.text, "value": account.text]), .own)
        return true
    }

    /// Two rows of one voucher that say the same in every cell are one that is there twice, unless a total
    /// says otherwise.
    private mutating func noteCopy(_ row: SheetRow, _ header: StatementHeader) {
        guard header.layout.bank == .treasury else { return }
        let first = rows.updateValue(row.number, forKey: row.cells.map(\.text.oneLine))
        guard let first else { return }
        let refusal = Refusal(.inputDuplicateRow, ["first": String(first)])
        copies.append(fault(at: row.number, header.places[.reference], refusal))
    }

    /// A row of 0.00 leaves the balance as it is.
    private var zeroFaults: [RowFault] {
        zeros.compactMap { zero in
            guard let balance = zero.balance else { return nil }
            let beside = [zero.before - 1, zero.before].filter(lines.indices.contains).map { lines[$0] }
            let possible = beside.flatMap { [$0.balance?.fen, StatementOrder.opening($0)] }.compactMap(\.self)
            guard let first = possible.first, !possible.contains(balance) else { return nil }
            let refusal = Refusal(.inputBalance, ["value": balance.yuan, "expected": first.yuan])
            return fault(at: zero.row, header?.places[.balance], refusal)
        }
    }

    private mutating func check(_ row: SheetRow, _ cells: StatementCells) {
        // Sums of what could be read say nothing, nor sums of what the file need not hold.
        guard faults.isEmpty, !cells.isOtherTotal else { return }
        hasTotals = true
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
