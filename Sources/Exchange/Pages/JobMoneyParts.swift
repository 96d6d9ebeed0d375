import Formats
import Jobs
import Press
import Kernel
import Ledger
import Reports

/// The money of a job, as grids under their headings: funding, estimate, slips, claim, payments.
struct JobMoneyParts {
    struct Part {
        let heading: Phrase
        let grid: Grid
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
        var grid = Grid([Grid.text("指标", "appropriation")] + accounts.map { Grid.money($0.title.zh, $0.title.en) })
        for holding in job.holdings {
            grid.add([.text(holding.appropriation.text)] + accounts.map { .money(holding[$0]) })
        }
        if job.holdings.count > 1 {
            grid.total([.phrase(Phrase("合计", "total"))] + accounts.map { .money(job.held($0)) })
        }
        return Part(heading: Phrase("资金", "Funding"), grid: grid)
    }

    private var estimate: Part? {
        guard let survey = job.survey else { return nil }
        let terms = survey.form.taxTerms
        let back = job.waitingForNew == .survey ? Phrase("，已退回", ", sent back") : Phrase("", "")
        return Part(
            heading: Phrase("估算（\(terms.zh)\(back.zh)）", "Estimate (\(terms.en)\(back.en))"),
            grid: priced(survey.form.lines, total: survey.total, survey.above))
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
                grid: priced(slip.lines, total: slip.change.fen, slip.above))
        }
    }

    /// Priced lines with their sum, the tax that comes on top of them, and the prices that they exceed.
    private func priced(_ lines: [PricedLine], total: Fen, _ above: [PriceFlag]?) -> Grid {
        let limits = PriceLimits(above)
        var grid = Grid(Self.lineColumns + limits.columns + [Grid.money("金额", "amount")])
        for (index, line) in lines.enumerated() {
            // What a record holds was computed when it was made, so it can be computed again.
            let amount = (try? line.amount()).map { Report.Cell.money($0) } ?? .blank
            grid.add(Self.cells(index, line) + limits.cells(of: index) + [amount])
        }
        let blanks = [Report.Cell](repeating: .blank, count: 5 + limits.columns.count)
        if let rate = job.survey?.form.taxRate, let net = try? lines.change(), net != total {
            grid.add([Self.tax(rate)] + blanks + [.money(total - net)])
        }
        grid.total([.phrase(Phrase("合计", "total"))] + blanks + [.money(total)])
        return grid
    }

    private static func tax(_ rate: Percent?) -> Report.Cell {
        let text = rate.map { " \($0.text) %" } ?? ""
        return .phrase(Phrase("税\(text)", "tax\(text)"))
    }

    /// The claim with its review; a column of agreed prices and one of the policy's where a line is above
    /// one.
    var claim: Part? {
        guard let claim = job.claim else { return nil }
        let limits = PriceLimits(claim.above)
        var grid = Grid(Self.lineColumns + limits.columns + [
            Grid.money("送审", "claimed"), Grid.money("审定", "approved"), Grid.money("核减", "cut"),
            Grid.text("审核理由", "reason"),
        ])
        for (index, line) in claim.lines.enumerated() {
            let review = job.review?.lines.first { $0.line == index + 1 }
            grid.add(Self.cells(index, line) + limits.cells(of: index)
                + Self.figures(claim.amounts[index], review?.approved)
                + [review?.reason.map { .text($0.text.oneLine) } ?? .blank])
        }
        let blanks = [Report.Cell](repeating: .blank, count: 5 + limits.columns.count)
        if claim.tax.isPositive {
            grid.add([Self.tax(claim.taxRate)] + blanks + Self.figures(claim.tax, job.review?.tax) + [.blank])
        }
        grid.total([.phrase(Phrase("合计", "total"))] + blanks
            + Self.figures(claim.total, job.review?.approved) + [.blank])
        let back = job.waitingForNew == .claim ? Phrase("（已退回）", " (sent back)") : Phrase("", "")
        return Part(heading: Phrase("送审与审定\(back.zh)", "Claim and review\(back.en)"), grid: grid)
    }

    private static func figures(_ claimed: Fen, _ approved: Fen?) -> [Report.Cell] {
        [.money(claimed), approved.map { .money($0) } ?? .blank, approved.map { .money(claimed - $0) } ?? .blank]
    }

    private var invoices: Part? { Self.invoices(job.invoices ?? [], inForce: job.invoicesInForce) }

    /// Invoices one below the other, with the sum of those in force; nil when there are none.
    static func invoices(_ invoices: [RegisteredInvoice], inForce: [RegisteredInvoice]) -> Part? {
        guard !invoices.isEmpty else { return nil }
        var grid = Grid([
            Grid.text("开票日期", "date"), Grid.text("发票号码", "number"), Grid.text("销售方", "seller"),
            Grid.money("金额", "amount"), Grid.money("税额", "tax"), Grid.money("价税合计", "total"), Grid.text("来源", "source"),
            Grid.text("状态", "state"),
        ])
        for item in invoices {
            let invoice = item.invoice
            grid.add([
                .day(invoice.date), .text(invoice.number.text), .text(invoice.seller.name.text), .money(invoice.amount),
                .money(invoice.tax), .money(invoice.total), .phrase(item.source.title),
                .phrase(item.state(inForce: inForce.contains(item))),
            ])
        }
        let sum = { (part: (EInvoice) -> Fen) in Report.Cell.money(inForce.reduce(.zero) { $0 + part($1.invoice) }) }
        grid.total([
            .phrase(Phrase("有效合计", "in force")), .blank, .blank, sum(\.amount), sum(\.tax), sum(\.total), .blank, .blank,
        ])
        return Part(heading: Phrase("发票", "Invoices"), grid: grid)
    }

    private var payments: Part? {
        guard !job.payments.isEmpty || job.withheld != nil else { return nil }
        var grid = Grid([
            Grid.text("付款日", "paid on"), Grid.text("支付凭证号", "payment"), Grid.text("款项", "for"),
            Grid.money("金额", "amount"), Grid.text("凭证", "voucher"), Grid.text("备注", "remark"),
        ])
        for payment in job.payments {
            let kind: Phrase = switch payment.kind {
            case .payment: Phrase("工程款", "work")
            case .retention: Phrase("质保金", "retention")
            }
            grid.add([
                .day(payment.day), .text(payment.paymentNo.text), .phrase(kind), .money(payment.amount),
                payment.voucher.map { .text($0.text) } ?? .blank,
                payment.remark.map { .phrase($0) } ?? .blank,
            ])
        }
        if let withheld = job.withheld {
            grid.add([
                .blank, .blank, .phrase(Phrase("扣留质保金", "withheld")), .money(withheld), .blank, .blank,
            ])
        }
        return Part(heading: Phrase("付款", "Payments"), grid: grid)
    }

    /// What the firm paid back after an audit (审计追回).
    private var recoveries: Part? {
        guard let recoveries = job.recoveries, !recoveries.isEmpty else { return nil }
        var grid = Grid([
            Grid.text("到账日", "arrived on"), Grid.text("到账单号", "receipt"), Grid.money("金额", "amount"),
            Grid.text("理由", "reason"),
        ])
        for recovery in recoveries {
            grid.add([
                .day(recovery.day), .text(recovery.reference.text), .money(recovery.amount),
                .text(recovery.reason.text.oneLine),
            ])
        }
        grid.total([.phrase(Phrase("合计", "total")), .blank, .money(job.recovered), .blank])
        return Part(heading: Phrase("审计追回", "Recovered"), grid: grid)
    }

    private static let lineColumns: [Report.Column] = [
        Grid.text("行", "line"), Grid.text("类别", "kind"), Grid.text("项目", "item"), Grid.number("数量", "quantity"),
        Grid.text("单位", "unit"), Grid.money("单价", "price"),
    ]

    private static func cells(_ index: Int, _ line: PricedLine) -> [Report.Cell] {
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
