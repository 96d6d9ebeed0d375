import Documents
import Jobs
import Kernel
import Ledger

extension PaperSource {
    /// 支付申请: what is payable now of the settlement in force; with a number, or when nothing is payable any
    /// more, what was paid by it.
    func payment(_ number: String?) throws(Refusal) -> Made {
        guard let settlement = job.settlement else { throw missing(.payment) }
        let settled = last { if case .settled = $0 { true } else { false } }
        guard let settled else { throw missing(.payment) }
        let payable = job.held(.payable)
        var made: Payment?
        if number != nil || !payable.isPositive {
            made = job.payments.last { number == nil ? !$0.refunded : $0.paymentNo.text == number }
            guard made != nil else {
                throw number == nil ? missing(.payment)
                    : Refusal(.paymentUnknown, ["job": job.number.text, "paymentNo": (number ?? "").excerpt])
            }
        }
        let done = made.flatMap { made in last { Self.isPayment($0, made.paymentNo) } }
        let latest = last { [.settle, .pay, .release, .refund, .withhold, .recover].contains($0.verb) } ?? settled
        let sections = [
            Section(Phrase("收款单位", "Payee"), [.pairs(payee(settlement))]),
            Section(Phrase("资金来源（单位：元）", "By appropriation (in yuan)"), [
                .table(shares(settlement, made)),
                .pairs([Pair(
                    made == nil ? Phrase("申请支付金额", "amount asked for") : Phrase("支付金额", "amount paid"),
                    made?.amount ?? payable)]),
            ]),
        ]
        let document = form(
            .payment, number: settlement.document?.number.text, facts(settlement, made), sections,
            signatures: [
                signature("经办", "prepared by"), signature("财务审核", "checked by finance"), signature("审批", "approved by"),
                signature("出纳", "cashier", done),
            ])
        return (document, done?.record ?? latest.record)
    }

    private func facts(_ settlement: Settlement, _ made: Payment?) -> [Pair] {
        let invoices = job.invoicesInForce.map(\.invoice.number.text).joined(separator: "、")
        let kind: Phrase? = made.map { payment in
            switch payment.kind {
            case .payment: Phrase("工程款", "work")
            case .retention: Phrase("质保金", "retention")
            }
        }
        return [
            Pair("工单编号", "job", .job(job.number)),
            Pair("结算单号", "settlement", .document(settlement.document?.number)),
            Pair("地点", "site", .text(job.scope.address.text)).taking(.line),
            Pair("验收日期", "accepted", .day(job.passedAt?.day)), Pair("审定日期", "settled", .day(settlement.at.day)),
            Pair("审定金额", "approved", .money(settlement.approved)),
            Pair("质保金", "retention", .money(settlement.retention)),
            Pair("已付金额", "paid so far", .money(job.held(.paid))),
            Pair("尚欠金额", "still payable", .money(job.held(.payable))),
            Pair("款项", "for", .phrase(kind)), Pair("付款日期", "paid on", .day(made?.day)),
            Pair("支付凭证号", "payment", .text(made?.paymentNo.text)), Pair("记账凭证", "voucher", .voucher(made?.voucher)),
            Pair("发票号码", "invoices", invoices.isEmpty ? .blank : .text(invoices)).taking(.line),
        ]
    }

    private func payee(_ settlement: Settlement) -> [Pair] {
        let firm = settlement.document?.payee
        return [
            Pair("名称", "name", .phrase(firm.map { Phrase(both: $0.name.text) } ?? job.contractor.map(names.firm))).taking(.line),
            Pair("信用代码", "credit code", .text(firm?.creditCode.text)).taking(.line),
            Pair("开户行及账号", "bank account", .text(firm?.bank?.text)).taking(.line),
        ]
    }

    private func shares(_ settlement: Settlement, _ made: Payment?) -> Table {
        let now = made?.shares ?? job.shares(of: .payable)
        var table = Table([
            .text("指标", "appropriation"), .money("审定", "approved"), .money("质保金", "retention"),
            .money(made == nil ? "本次申请" : "本次支付", "this payment"),
        ])
        for share in settlement.shares {
            let own = now.filter { $0.appropriation == share.appropriation }.total
            table.add([.text(share.appropriation.text), .money(share.approved), .money(share.retention), .money(own)])
        }
        table.total([
            .phrase(Phrase("合计", "total")), .money(settlement.approved), .money(settlement.retention), .money(now.total),
        ])
        return table
    }

    private static func isPayment(_ event: JobEvent, _ number: Label) -> Bool {
        switch event {
        case .paid(let own, _, _, _), .released(let own, _, _, _, _): own == number
        case .called, .accepted, .regraded, .rejected, .transferred, .merged, .visited, .surveyed, .authorized, .signed,
             .slipSigned, .dispatched, .started, .finished, .inspected, .reworked, .changed, .returned, .claimed, .reviewed,
             .disputed, .resolved, .settled, .invoiced, .invoiceVoided, .refunded, .recovered, .withheld, .reversed,
             .calledBack, .rated, .published, .closed, .cancelled, .suspended, .resumed, .noted:
            false
        }
    }
}

extension Pair {
    fileprivate init(_ title: Phrase, _ amount: Fen) {
        self.init(title.en, title, .money(amount))
        room = .amount
    }
}
