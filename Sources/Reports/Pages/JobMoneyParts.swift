import Documents
import Jobs
import Kernel
import Ledger

/// The money of a job, as tables under their headings: funding, estimate, slips, claim, payments.
struct JobMoneyParts {
    struct Part {
        let heading: Phrase
        let table: Table

        var section: Section { Section(heading, [.table(table)]) }
    }

    private let job: Job
    private let names: JobNames

    init(_ job: Job, _ names: JobNames) {
        self.job = job
        self.names = names
    }

    var parts: [Part] {
        [funding, estimate].compactMap(\.self) + slips + [claim, invoices, payments, recoveries].compactMap(\.self)
    }

    private var funding: Part? {
        guard !job.holdings.isEmpty else { return nil }
        let accounts: [Account] = [.preEncumbered, .encumbered, .payable, .retention, .paid]
        let columns = accounts.map { Table.Column.money($0.title.zh, $0.title.en) }
        var table = Table([.text("指标", "appropriation")] + columns)
        for holding in job.holdings {
            table.add([.text(holding.appropriation.text)] + accounts.map { .money(holding[$0]) })
        }
        if job.holdings.count > 1 {
            table.total([.phrase(Phrase("合计", "total"))] + accounts.map { .money(job.held($0)) })
        }
        return Part(heading: Phrase("资金", "Funding"), table: table)
    }

    private var estimate: Part? {
        guard let survey = job.survey else { return nil }
        let terms = survey.form.taxTerms
        let back = job.waitingForNew == .survey ? Phrase("，已退回", ", sent back") : Phrase("", "")
        return Part(
            heading: Phrase("估算（\(terms.zh)\(back.zh)）", "Estimate (\(terms.en)\(back.en))"),
            table: priced(survey.form.lines, total: survey.total, survey.above))
    }

    private var slips: [Part] {
        job.slips.map { slip in
            let signed = slip.signedBy.map(names.user).map { Phrase("\($0) 已签认", "signed by \($0)") }
            let back = slip.returned.map {
                Phrase("已退回：\($0.text.oneLine)", "sent back: \($0.text.oneLine)")
            }
            let state = signed ?? back ?? Phrase("未签认", "not signed")
            return Part(
                heading: Phrase("签证 \(slip.number)（\(state.zh)）", "Slip \(slip.number) (\(state.en))"),
                table: priced(slip.lines, total: slip.change.fen, slip.above))
        }
    }

    /// Priced lines with their sum, the tax that comes on top of them, and the prices that they exceed.
    func priced(_ lines: [PricedLine], total: Fen, _ above: [PriceFlag]?) -> Table {
        let limits = PriceLimits(above)
        var table = Table(Self.lineColumns + limits.columns + [Table.Column.money("金额", "amount")])
        for (index, line) in lines.enumerated() {
            // What a record holds was computed when it was made, so it can be computed again.
            let amount = (try? line.amount()).map { Cell.money($0) } ?? .blank
            table.add(Self.cells(index, line) + limits.cells(of: index) + [amount])
        }
        let blanks = [Cell](repeating: .blank, count: 5 + limits.columns.count)
        if let rate = job.survey?.form.taxRate, let net = try? lines.change(), net != total {
            table.add([Self.tax(rate)] + blanks + [.money(total - net)])
        }
        table.total([.phrase(Phrase("合计", "total"))] + blanks + [.money(total)])
        return table
    }

    private static func tax(_ rate: Percent?) -> Cell {
        let text = rate.map { " \($0.text) %" } ?? ""
        return .phrase(Phrase("税\(text)", "tax\(text)"))
    }

    /// The claim with its review; a column of agreed prices and one of the policy's where a line is above
    /// one.
    var claim: Part? {
        guard let claim = job.claim else { return nil }
        let limits = PriceLimits(claim.above)
        var table = Table(Self.lineColumns + limits.columns + [
            .money("送审", "claimed"), .money("审定", "approved"), .money("核减", "cut"),
            .text("审核理由", "reason"),
        ])
        for (index, line) in claim.lines.enumerated() {
            let review = job.review?.lines.first { $0.line == index + 1 }
            table.add(Self.cells(index, line) + limits.cells(of: index)
                + Self.figures(claim.amounts[index], review?.approved)
                + [review?.reason.map { .text($0.text.oneLine) } ?? .blank])
        }
        let blanks = [Cell](repeating: .blank, count: 5 + limits.columns.count)
        if claim.tax.isPositive {
            table.add([Self.tax(claim.taxRate)] + blanks + Self.figures(claim.tax, job.review?.tax) + [.blank])
        }
        table.total([.phrase(Phrase("合计", "total"))] + blanks
            + Self.figures(claim.total, job.review?.approved) + [.blank])
        let back = job.waitingForNew == .claim ? Phrase("（已退回）", " (sent back)") : Phrase("", "")
        return Part(heading: Phrase("送审与审定\(back.zh)", "Claim and review\(back.en)"), table: table)
    }

    private static func figures(_ claimed: Fen, _ approved: Fen?) -> [Cell] {
        [.money(claimed), .money(approved), approved.map { .money(claimed - $0) } ?? .blank]
    }

    private var invoices: Part? { Self.invoices(job.invoices ?? [], inForce: job.invoicesInForce) }

    /// Invoices one below the other, with the sum of those in force; nil when there are none.
    static func invoices(_ invoices: [RegisteredInvoice], inForce: [RegisteredInvoice]) -> Part? {
        guard !invoices.isEmpty else { return nil }
        var table = Table([
            .text("开票日期", "date"), .text("发票号码", "number"), .text("销售方", "seller"),
            .money("金额", "amount"), .money("税额", "tax"), .money("价税合计", "total"), .text("来源", "source"),
            .text("状态", "state"),
        ])
        for item in invoices {
            let invoice = item.invoice
            table.add([
                .day(invoice.date), .text(invoice.number.text), .text(invoice.seller.name.text), .money(invoice.amount),
                .money(invoice.tax), .money(invoice.total), .phrase(item.source.title),
                .phrase(item.state(inForce: inForce.contains(item))),
            ])
        }
        let sum = { (part: (EInvoice) -> Fen) in Cell.money(inForce.reduce(.zero) { $0 + part($1.invoice) }) }
        table.total([
            .phrase(Phrase("有效合计", "in force")), .blank, .blank, sum(\.amount), sum(\.tax), sum(\.total), .blank, .blank,
        ])
        return Part(heading: Phrase("发票", "Invoices"), table: table)
    }

    private var payments: Part? {
        guard !job.payments.isEmpty || job.withheld != nil else { return nil }
        var table = Table([
            .text("付款日", "paid on"), .text("支付凭证号", "payment"), .text("款项", "for"),
            .money("金额", "amount"), .text("凭证", "voucher"), .text("备注", "remark"),
        ])
        for payment in job.payments {
            let kind: Phrase = switch payment.kind {
            case .payment: Phrase("工程款", "work")
            case .retention: Phrase("质保金", "retention")
            }
            table.add([
                .day(payment.day), .text(payment.paymentNo.text), .phrase(kind), .money(payment.amount),
                .voucher(payment.voucher),
                .phrase(payment.remark),
            ])
        }
        if let withheld = job.withheld {
            table.add([
                .blank, .blank, .phrase(Phrase("扣留质保金", "withheld")), .money(withheld), .blank, .blank,
            ])
        }
        return Part(heading: Phrase("付款", "Payments"), table: table)
    }

    /// What the firm paid back after an audit (审计追回).
    private var recoveries: Part? {
        guard let recoveries = job.recoveries, !recoveries.isEmpty else { return nil }
        var table = Table([
            .text("到账日", "arrived on"), .text("到账单号", "receipt"), .money("金额", "amount"),
            .text("理由", "reason"),
        ])
        for recovery in recoveries {
            table.add([
                .day(recovery.day), .text(recovery.reference.text), .money(recovery.amount),
                .text(recovery.reason.text.oneLine),
            ])
        }
        table.total([.phrase(Phrase("合计", "total")), .blank, .money(job.recovered), .blank])
        return Part(heading: Phrase("审计追回", "Recovered"), table: table)
    }

    private static let lineColumns: [Table.Column] = [
        .text("行", "line"), .text("类别", "kind"), .text("项目", "item"), .number("数量", "quantity"),
        .text("单位", "unit"), .money("单价", "price"),
    ]

    private static func cells(_ index: Int, _ line: PricedLine) -> [Cell] {
        [
            .count(index + 1), .phrase(line.kind.title), .text(line.item.text), .text(line.quantity.text),
            .text(line.unit.text), .money(line.unitPrice),
        ]
    }
}

extension RegisteredInvoice {
    /// Whether it counts, and if not, why.
    fileprivate func state(inForce: Bool) -> Phrase {
        guard let voided else { return inForce ? Phrase("有效", "in force") : Phrase("已失效", "of an earlier claim") }
        return Phrase.list([
            Phrase("已作废", "void"),
            voided.red.map { Phrase("红字发票 \($0.number.text)", "red invoice \($0.number.text)") },
        ]).saying(voided.reason)
    }
}

extension Payment {
    /// What is remarkable about it: taken back, or released before its due day.
    fileprivate var remark: Phrase? {
        if refunded { return (cause ?? .returned).title }
        return early.map { Phrase("提前返还", "before its due day").saying($0) }
    }
}
