package import Documents
import Jobs
import Journal
import Kernel
import Ledger

/// The rows of 公共档案.xml and 总账.xml (audit.md B3 §3), by the keys of ``NationalNames``.
package struct NationalTables {
    let source: BureauTables
    /// 会计报表 of the year.
    let statements: Document

    private var books: YearBooks { source.books }

    package init(_ source: BureauTables, statements: Document) { (self.source, self.statements) = (source, statements) }

    package var all: [KeyedTable] {
        [ledgers, periods, voucherKinds, currencies, methods, departments, staff, suppliers, lists, values, basis, accounts,
         auxiliaries, balances, vouchers, statementList, items]
    }

    private var ledgers: KeyedTable {
        KeyedTable("ledger", [Book.financial, .control].map { book in
            let name = book == .control ? "指标账（管理账）" : "总账（财务会计、预算会计）"
            return [
                "number": .key(source.ledger(book)), "name": .text(source.street.name.text + name),
                "unit": .text(source.street.name.text), "nature": .text("行政单位"), "industry": .text("街道办事处"),
                "developer": .key("yjb"), "currency": .key("CNY"), "year": .count(books.year),
                "version": .text(NationalNames.version),
            ]
        })
    }

    private var periods: KeyedTable {
        KeyedTable("period", (1...12).map { month in
            [
                "year": .count(books.year), "n": .count(month), "first": .day(Self.first(month, books.year)),
                "last": .day(Self.first(month + 1, books.year) + -1),
            ]
        })
    }

    private static func first(_ month: Int, _ year: Int) -> Day {
        month > 12 ? Day.first(of: year + 1) : Day.first(of: year).adding(months: month - 1)
    }

    private var voucherKinds: KeyedTable {
        KeyedTable("voucherKind", [("记", "记账凭证"), ("指", "指标账凭证")].map { code, name in
            ["code": .key(code), "name": .text(name), "short": .text(code)]
        })
    }

    private var currencies: KeyedTable { KeyedTable("currency", [["code": .key("CNY"), "name": .text("人民币")]]) }

    private var methods: KeyedTable {
        KeyedTable("method", SettlementMethod.allCases.map { ["code": .key($0.code), "name": .text($0.title)] })
    }

    private var departments: KeyedTable {
        KeyedTable("department", [["code": .key(source.street.code.text), "name": .text(source.street.name.text)]])
    }

    private var staff: KeyedTable {
        KeyedTable("staff", books.names.users.sorted { $0.key.text < $1.key.text }.map { code, name in
            ["code": .key(code.text), "name": .text(name.text), "department": .key(source.street.code.text)]
        })
    }

    private var suppliers: KeyedTable {
        KeyedTable("supplier", source.firms.map { ["code": .key($0.code.text), "name": .text($0.name.text)] })
    }

    private var lists: KeyedTable {
        let of = [("ZB", "指标", "下达的预算指标"), ("LY", "资金来源", "指标的资金来源"), ("GD", "工单", "维修工单")]
        let parts = Classification.Part.allCases.map { ($0.list, $0.title.zh, "指标的预算分类") }
        return KeyedTable("list", (of + parts).map { code, name, about in
            ["code": .key(code), "name": .text(name), "about": .text(about), "levels": .flag(false)]
        })
    }

    private var values: KeyedTable {
        KeyedTable("listValue") { (take) throws(Refusal) in
            for fund in source.funds {
                try take(Self.value("ZB", fund.code.text, fund.documentNo.text))
            }
            for origin in books.policy.sources { try take(Self.value("LY", origin.code.text, origin.name.zh)) }
            for job in try source.bookedJobs() { try take(Self.value("GD", job, job)) }
            for part in Classification.Part.allCases {
                for value in part.values(of: source.funds) { try take(Self.value(part.list, value.code, value.name)) }
            }
        }
    }

    private static func value(_ list: String, _ code: String, _ name: String) -> KeyedTable.Row {
        value(list, .key(code), name)
    }

    private static func value(_ list: String, _ code: ExportCell, _ name: String) -> KeyedTable.Row {
        ["list": .key(list), "code": code, "name": .text(name), "level": .count(1)]
    }
}
