import Documents
import Journal
import Kernel
import Ledger

extension NationalTables {
    private var books: YearBooks { source.books }

    var basis: KeyedTable {
        KeyedTable("basis", [["separator": .text("-"), "accountRule": .text(ExportAccount.coding)]])
    }

    var accounts: KeyedTable {
        KeyedTable("account", ExportAccount.tree.map { account in
            [
                "number": .key(account.number), "name": .text(account.name), "level": .count(account.level),
                "kind": .text(account.kind), "side": .text(account.side),
            ]
        })
    }

    /// What lines are told for: 指标, 工单, 供应商, and how the budget classifies the appropriation.
    var auxiliaries: KeyedTable {
        let parts = Classification.Part.allCases.enumerated().map { index, part in ("\(index + 4)", part.title.zh, part.list) }
        let of = [("1", "指标", "ZB"), ("2", "工单", "GD"), ("3", "供应商", "供应商档案")] + parts
        return KeyedTable("auxiliary", ExportAccount.tree.filter(\.isLeaf).flatMap { account in
            of.map { n, name, list in
                ["account": .key(account.number), "n": .key(n), "name": .text(name), "list": .text(list)]
            }
        })
    }

    /// By account and appropriation; the closing phase lies in month 12.
    var balances: KeyedTable {
        KeyedTable("balance") { (take) throws(Refusal) in
            var last: [(key: MonthlyBalances.Key, balance: Flow)] = []
            var places: [MonthlyBalances.Key: Int] = [:]
            try books.balances.each([.appropriation]) { (month, key, balance) throws(Refusal) in
                let flow = Flow(balance)
                if month < 12 { return try take(row(month, key, flow)) }
                if let place = places[key] { return last[place].balance.extend(flow) }
                places[key] = last.count
                last.append((key, flow))
            }
            for (key, flow) in last { try take(row(12, key, flow)) }
        }
    }

    /// What a month began with and turned over.
    private struct Flow {
        let opening: Fen
        var debit: Fen
        var credit: Fen

        init(_ balance: MonthlyBalances.Balance) {
            (opening, debit, credit) = (balance.opening, balance.month.debit, balance.month.credit)
        }

        mutating func extend(_ other: Flow) {
            debit += other.debit
            credit += other.credit
        }
    }

    private func row(_ month: Int, _ key: MonthlyBalances.Key, _ flow: Flow) -> KeyedTable.Row {
        let (opening, closing) = (flow.opening, flow.opening + flow.debit - flow.credit)
        let side = { (amount: Fen) -> ExportCell in
            let side: Side = amount == .zero ? key.account.normal : amount.isNegative ? .credit : .debit
            return .text(ExportAccount.word(side))
        }
        let size = { (amount: Fen) -> ExportCell in .amount(amount.isNegative ? -amount : amount) }
        return [
            "account": .key(ExportAccount(key.account).number), "aux1": .key(books.balances.code(of: key)),
            "openingSide": side(opening), "closingSide": side(closing), "currency": .key("CNY"), "year": .count(books.year),
            "month": .count(month), "opening": size(opening), "openingOwn": size(opening), "debit": .amount(flow.debit),
            "debitOwn": .amount(flow.debit), "credit": .amount(flow.credit), "creditOwn": .amount(flow.credit),
            "closing": size(closing), "closingOwn": size(closing),
        ]
    }

    var vouchers: KeyedTable {
        KeyedTable("voucher") { (take) throws(Refusal) in
            try source.eachRow { (row, _) throws(Refusal) in try take(cells(row)) }
        }
    }

    private func cells(_ row: VoucherRow) -> KeyedTable.Row {
        let (place, line) = (row.place, row.line)
        let user = { (code: Code?) -> ExportCell in .text(code.map { books.names.users[$0]?.text ?? $0.text } ?? "") }
        let debit = ExportCell.amount(row.debit), credit = ExportCell.amount(row.credit)
        let classified = Classification.Part.allCases.enumerated().map { index, part in
            ("aux\(index + 4)", books.appropriations[line.appropriation].classified(part))
        }
        return Dictionary(uniqueKeysWithValues: classified).merging([
            "day": .day(place.day), "year": .count(books.year), "month": .count(min(12, row.month)),
            "kind": .text(row.isControl ? "指" : "记"), "number": .key(row.number), "n": .count(row.n),
            "summary": .text(place.summary), "account": .key(ExportAccount(line.account).number),
            "aux1": .key(line.appropriation), "aux2": .key(line.job), "aux3": .key(line.contractor),
            "currency": .key("CNY"), "debit": debit, "debitOwn": debit, "credit": credit, "creditOwn": credit,
            "method": source.method(row).map { .key($0.code) } ?? .blank, "attachments": .count(place.attachments),
            "maker": user(place.by), "checker": user(place.checker), "keeper": .text("系统"), "booked": .flag(true),
            "void": .flag(false), "source": .key("yjb"),
        ]) { first, _ in first }
    }

    /// 会计报表: each table a statement, each amount an item.
    var statementList: KeyedTable {
        KeyedTable("statement", tables.enumerated().map { index, table in
            [
                "code": .count(index + 1), "name": .text(table.name), "day": .day(Day.last(of: books.year)),
                "period": .count(books.year), "unit": .text(source.street.name.text), "currency": .text("元"),
            ]
        })
    }

    var items: KeyedTable {
        KeyedTable("item", tables.enumerated().flatMap { index, table in
            table.table.rows.enumerated().flatMap { n, row in
                Self.items(String(index + 1), n + 1, row, table.table.columns)
            }
        })
    }

    private static func items(_ statement: String, _ n: Int, _ row: Table.Row, _ columns: [Table.Column]) -> [KeyedTable.Row] {
        let name = row.cells.lazy.compactMap { cell -> String? in if case .named(_, let title) = cell { title.zh } else { nil } }
        return zip(columns, row.cells).compactMap { column, cell in
            guard case .money(let amount) = cell else { return nil }
            return [
                "statement": .key(statement), "code": .key("\(n).\(column.key)"),
                "name": .text((name.first ?? "") + "（" + column.title.zh + "）"), "value": .amount(amount),
            ]
        }
    }

    private var tables: [(name: String, table: Table)] {
        statements.sections.flatMap { section in
            section.parts.compactMap { part in
                if case .table(let table) = part { (section.heading?.zh ?? statements.title.zh, table) } else { nil }
            }
        }
    }
}
