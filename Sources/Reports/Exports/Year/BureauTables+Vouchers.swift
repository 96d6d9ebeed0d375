import Jobs
import Journal
import Kernel
import Ledger

extension BureauTables {
    private static let voucherColumns = "会计年度 会计月份 电子账簿编号 会计体系 记账凭证日期 记账凭证种类 记账凭证编号 分录序号 摘要 科目编码 "
        + "科目名称 科目全称 借方发生额 贷方发生额 对方科目编码 对方科目名称 币种 结算方式 附件数 制单人员 复核人员 记账人员 出纳人员 源凭证号 "
        + "记账标志 作废标志 是否结转 是否为预算账 是否红字 冲销凭证号 支付单据编号 功能科目代码 经济科目代码 资金性质 指标文号 预算项目代码 "
        + "支付方式 指标编码 资金来源 工单编号 供应商编码 供应商名称 记录号"

    /// By day, number and line: each voucher's lines of the ledger, then those of the control book.
    var vouchers: ExportTable {
        ExportTable("05_记账凭证", Self.voucherColumns) { (take) throws(Refusal) in
            try eachRow { (row, _) throws(Refusal) in try take(cells(row)) }
        }
    }

    /// Every line of the year's vouchers with the record that booked it, by day, number and line.
    func eachRow(_ take: (VoucherRow, Record) throws(Refusal) -> Void) throws(Refusal) {
        var latest: Record?
        for place in books.places {
            let found = if let latest, latest.seq == place.seq { latest } else { try record(place.seq) }
            latest = found
            for row in VoucherRow.rows(place, found) { try take(row, found) }
        }
    }

    /// How a payment was made; nil of what is none.
    func method(_ row: VoucherRow) -> SettlementMethod? {
        guard row.place.paymentNo != nil else { return nil }
        return method(row.line.appropriation)
    }

    func method(_ appropriation: Code) -> SettlementMethod {
        books.appropriations[appropriation]?.channel == .bank ? .bank : .treasury
    }

    private func cells(_ row: VoucherRow) -> [ExportCell] {
        let (place, line) = (row.place, row.line)
        let account = ExportAccount(line.account)
        let others = row.others.map(ExportAccount.init)
        let what: [ExportCell] = [
            .count(books.year), .count(row.month), .key(ledger(row.book)), .text(row.book.system), .day(place.day),
            .text(row.isControl ? "指" : "记"), .key(row.number), .count(row.n), .text(place.summary), .key(account.number),
            .text(account.name), .text(account.fullName), .amount(row.debit), .amount(row.credit),
            .key(others.map(\.number).joined(separator: "、")), .text(others.map(\.fullName).joined(separator: "、")),
            .key("CNY"),
        ]
        return what + people(row) + [
            .key(place.number), .flag(true), .flag(false), .flag(place.phase == .closing), .flag(row.book == .budget),
            .flag(line.amount.fen.isNegative), .key(row.reverses), place.paymentNo.map { .text($0) } ?? .blank,
        ] + funding(line) + [
            .key(line.job), .key(line.contractor), line.contractor.map { .text(books.names.firm($0)) } ?? .blank,
            .count(place.seq),
        ]
    }

    private func people(_ row: VoucherRow) -> [ExportCell] {
        let place = row.place
        let user = { (code: Code?) -> ExportCell in code.map { .text(books.names.users[$0]?.text ?? $0.text) } ?? .blank }
        let method: ExportCell = method(row).map { .text($0.title) } ?? .blank
        return [method, .count(place.attachments), user(place.by), user(place.checker), .text("系统"), user(place.cashier)]
    }

    private func funding(_ line: Line) -> [ExportCell] {
        let fund = books.appropriations[line.appropriation]
        return [
            fund.classified(.function), fund.classified(.deptEconomic), fund.classified(.fundNature), .text(fund?.documentNo),
            fund.classified(.project), fund.map { .text(Self.word($0.channel)) } ?? .blank,
            .key(line.appropriation), .key(fund?.source),
        ]
    }

    static func word(_ channel: Channel) -> String {
        switch channel {
        case .direct: "直接支付"
        case .authorized: "授权支付"
        case .bank: "实拨资金"
        }
    }
}
