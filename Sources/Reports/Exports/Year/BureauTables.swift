package import Bank
import Documents
import Jobs
package import Journal
package import Kernel
package import Ledger

/// The tables that an audit bureau takes in (audit.md B3 §2).
package struct BureauTables {
    package let street: Street
    package let books: YearBooks
    package let figures: [Code: FundFigures]
    package let bank: BankBook
    package let stamp: (seq: Int, hash: String)
    /// How much of account numbers may be seen.
    package let accountsSeen: Extent
    /// A record by its number.
    package let record: (Int) throws(Refusal) -> Record
    /// Every record, in order.
    package let records: ((Record) throws(Refusal) -> Void) throws(Refusal) -> Void
    /// What was refused in the year.
    package let refusals: [[ExportCell]]

    package init(
        street: Street, books: YearBooks, figures: [Code: FundFigures], bank: BankBook, stamp: (seq: Int, hash: String),
        accounts: Extent, refusals: [[ExportCell]], record: @escaping (Int) throws(Refusal) -> Record,
        records: @escaping ((Record) throws(Refusal) -> Void) throws(Refusal) -> Void
    ) {
        (self.street, self.books, self.figures, self.bank, self.stamp) = (street, books, figures, bank, stamp)
        accountsSeen = accounts
        (self.refusals, self.record, self.records) = (refusals, record, records)
    }

    package var all: [ExportTable] {
        [ledgers, accounts, balances, auxiliaries, vouchers, suppliers, appropriations, payments, bankLines, matches,
         operations, refused]
    }

    func ledger(_ book: Book) -> String { street.code.text + (book == .control ? "-I" : "") + "-\(books.year)" }

    private var ledgers: ExportTable {
        let rows = [Book.financial, .control].map { book -> [ExportCell] in
            let name = book == .control ? "指标账（管理账）" : "总账（财务会计、预算会计）"
            return [
                .blank, .blank, .key(street.code.text), .text(street.name.text), .blank, .count(books.year),
                .key(ledger(book)), .text(street.name.text + name), .text(book == .control ? "管理账" : "财务会计、预算会计"),
                .text("行政单位"), .text("街道办事处"), .key("CNY"), .key(ExportAccount.coding), .flag(book != .control),
                .key("yjb"), .blank, .count(stamp.seq), .key(stamp.hash),
            ]
        }
        return ExportTable(
            "01_电子账簿", "行政区划代码 行政区划名称 单位代码 单位名称 组织机构代码 会计年度 电子账簿编号 电子账簿名称 会计体系 单位性质 行业分类 "
                + "本位币 会计科目结构 是否含有预算账 开发单位 版本号 记录号 链尾哈希", rows)
    }

    private var accounts: ExportTable {
        return ExportTable(
            "02_会计科目", "电子账簿编号 会计体系 科目编码 科目名称 科目全称 科目级次 上级科目编码 是否最底级 科目类型 余额方向 是否现金",
            ExportAccount.tree.map { account in
                head(account.book) + [
                    .key(account.number), .text(account.name), .text(account.fullName), .count(account.level),
                    account.parent.map { .key($0) } ?? .blank, .flag(account.isLeaf), .text(account.kind), .text(account.side),
                    .flag(account.isCash),
                ]
            })
    }

    private func head(_ book: Book) -> [ExportCell] { [.key(ledger(book)), .text(book.system)] }

    private static let balanceColumns = "会计年度 会计月份 电子账簿编号 会计体系 科目编码 科目名称 年初余额方向 年初借方余额 年初贷方余额 "
        + "期初余额方向 期初借方余额 期初贷方余额 借方发生额 贷方发生额 累计借方发生额 累计贷方发生额 期末余额方向 期末借方余额 期末贷方余额 "
        + "分录数 币种"

    private var balances: ExportTable {
        ExportTable("03_科目余额", Self.balanceColumns) { (take) throws(Refusal) in
            try books.balances.each([.total]) { (month, key, balance) throws(Refusal) in
                try take(row(month, key, balance))
            }
        }
    }

    private var auxiliaries: ExportTable {
        ExportTable("04_辅助余额", Self.balanceColumns + " 辅助类型 辅助编码 辅助名称") { (take) throws(Refusal) in
            let kinds: Set = [MonthlyBalances.Kind.appropriation, .source, .job, .contractor]
            try books.balances.each(kinds) { (month, key, balance) throws(Refusal) in
                let code = books.balances.code(of: key)
                try take(row(month, key, balance) + [.text(key.kind.title), .key(code), .text(name(code, key.kind))])
            }
        }
    }

    private func name(_ code: Code?, _ kind: MonthlyBalances.Kind) -> String {
        guard let code else { return "未指定" }
        switch kind {
        case .total, .job: return code.text
        case .appropriation: return books.appropriations[code]?.documentNo.text ?? code.text
        case .source: return books.policy.sources.first { $0.code == code }?.name.zh ?? code.text
        case .contractor: return books.firms[code]?.firm.name.text ?? code.text
        }
    }

    private func row(_ month: Int, _ key: MonthlyBalances.Key, _ balance: MonthlyBalances.Balance) -> [ExportCell] {
        let account = ExportAccount(key.account)
        let sides = { (amount: Fen) -> [ExportCell] in
            let side: Side = amount == .zero ? key.account.normal : amount.isNegative ? .credit : .debit
            return [.text(ExportAccount.word(side)), .amount(max(.zero, amount)), .amount(max(.zero, -amount))]
        }
        return [.count(books.year), .count(month)] + head(key.account.book) + [.key(account.number), .text(account.name)]
            + sides(balance.yearOpening) + sides(balance.opening) + [.amount(balance.month.debit), .amount(balance.month.credit)]
            + [.amount(balance.year.debit), .amount(balance.year.credit)] + sides(balance.closing)
            + [.count(balance.month.count), .key("CNY")]
    }
}
