import Jobs
import Kernel
import Ledger
import Reports

/// The money of a job, as grids under their headings: funding, estimate, slips, claim, payments.
struct JobMoneyParts {
    struct Part {
        let heading: Phrase
        let grid: Grid

        func text(_ language: Language) -> String { grid.text(language) }
    }

    private let job: Job
    private let names: JobNames

    init(_ job: Job, _ names: JobNames) {
        self.job = job
        self.names = names
    }

    var parts: [Part] { [funding, estimate].compactMap(\.self) + slips + [claim, invoices, payments].compactMap(\.self) }

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
        return Part(heading: Phrase("估算", "Estimate"), grid: priced(survey.form.lines, total: survey.total))
    }

    private var slips: [Part] {
        job.slips.map { slip in
            let signer = slip.signedBy.map(names.user)
            let state = signer.map { Phrase("\($0) 已签认", "signed by \($0)") } ?? Phrase("未签认", "not signed")
            return Part(
                heading: Phrase("签证 \(slip.number)（\(state.zh)）", "Slip \(slip.number) (\(state.en))"),
                grid: priced(slip.lines, total: slip.change.fen))
        }
    }

    private func priced(_ lines: [PricedLine], total: Fen) -> Grid {
        var grid = Grid(Self.lineColumns + [Grid.money("金额", "amount")])
        for (index, line) in lines.enumerated() {
            // What a record holds was computed when it was made, so it can be computed again.
            let amount = (try? line.amount()).map { Report.Cell.money($0) } ?? .blank
            grid.add(Self.cells(index, line) + [amount])
        }
        grid.total([.phrase(Phrase("合计", "total")), .blank, .blank, .blank, .blank, .blank, .money(total)])
        return grid
    }

    /// The claim with its review; a column of agreed prices where a line is above one.
    var claim: Part? {
        guard let claim = job.claim else { return nil }
        let agreed = claim.above == nil ? [] : [Grid.money("协议价", "agreed")]
        var grid = Grid(Self.lineColumns + agreed + [
            Grid.money("送审", "claimed"), Grid.money("审定", "approved"), Grid.money("核减", "cut"),
            Grid.text("审核理由", "reason"),
        ])
        for (index, line) in claim.lines.enumerated() {
            let review = job.review?.lines.first { $0.line == index + 1 }
            let price = claim.above?.first { $0.line == index + 1 }.map { Report.Cell.money($0.agreed) } ?? .blank
            grid.add(Self.cells(index, line) + agreed.map { _ in price }
                + Self.figures(claim.amounts[index], review?.approved)
                + [review?.reason.map { .text($0.text.oneLine) } ?? .blank])
        }
        let blanks = [Report.Cell](repeating: .blank, count: 5 + agreed.count)
        if claim.tax.isPositive {
            let rate = claim.taxRate.map { " \($0.text) %" } ?? ""
            let title = Report.Cell.phrase(Phrase("税\(rate)", "tax\(rate)"))
            grid.add([title] + blanks + Self.figures(claim.tax, job.review?.tax) + [.blank])
        }
        grid.total([.phrase(Phrase("合计", "total"))] + blanks
            + Self.figures(claim.total, job.review?.approved) + [.blank])
        return Part(heading: Phrase("送审与审定", "Claim and review"), grid: grid)
    }

    private static func figures(_ claimed: Fen, _ approved: Fen?) -> [Report.Cell] {
        [.money(claimed), approved.map { .money($0) } ?? .blank, approved.map { .money(claimed - $0) } ?? .blank]
    }

    private var invoices: Part? { Self.invoices(job.invoices ?? []) }

    /// Invoices one below the other; nil when there are none.
    static func invoices(_ invoices: [RegisteredInvoice]) -> Part? {
        guard !invoices.isEmpty else { return nil }
        var grid = Grid([
            Grid.text("开票日期", "date"), Grid.text("发票号码", "number"), Grid.text("销售方", "seller"),
            Grid.money("金额", "amount"), Grid.money("税额", "tax"), Grid.money("价税合计", "total"), Grid.text("来源", "source"),
        ])
        for item in invoices {
            let invoice = item.invoice
            grid.add([
                .day(invoice.date), .text(invoice.number.text), .text(invoice.seller.name.text), .money(invoice.amount),
                .money(invoice.tax), .money(invoice.total), .phrase(item.source.title),
            ])
        }
        return Part(heading: Phrase("发票", "Invoices"), grid: grid)
    }

    private var payments: Part? {
        guard !job.payments.isEmpty else { return nil }
        var grid = Grid([
            Grid.text("付款日", "paid on"), Grid.text("支付凭证号", "payment"), Grid.text("款项", "for"),
            Grid.money("金额", "amount"), Grid.text("凭证", "voucher"), Grid.text("", ""),
        ])
        for payment in job.payments {
            let kind: Phrase = switch payment.kind {
            case .payment: Phrase("工程款", "work")
            case .retention: Phrase("质保金", "retention")
            }
            grid.add([
                .day(payment.day), .text(payment.paymentNo.text), .phrase(kind), .money(payment.amount),
                payment.voucher.map { .text($0.text) } ?? .blank,
                payment.refunded ? .phrase(Phrase("已退票", "came back")) : .blank,
            ])
        }
        return Part(heading: Phrase("付款", "Payments"), grid: grid)
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
