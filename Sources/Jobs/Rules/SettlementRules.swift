import Kernel
import Ledger

extension JobRules {
    /// A claim (送审): at most the signed total with signed slips; an invoice number once per seller, ever.
    /// Throws `quantity.positive`, `lines.total`, `claim.exceeds`, `invoice.taken`.
    static func claim(_ form: ClaimForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let net = try form.lines.total()
        let tax = try (form.taxRate ?? .zero).of(net)
        let total = try net.adding(tax)
        if total > job.currentTotal {
            throw Refusal(.claimExceeds, [
                "claimed": total.yuan, "signed": job.currentTotal.yuan, "tax": tax.yuan,
            ]).adding("terms", job.survey?.form.taxRate?.text ?? "0", job.survey?.form.taxTerms)
        }
        if let invoice = form.invoice, let seller = job.contractor,
           let owner = context.register.owner(of: .invoice(invoice.number, seller: seller)), owner != job.number {
            throw Refusal(.invoiceTaken, ["invoice": invoice.number.text, "job": owner.text])
        }
        var amounts: [Fen] = []
        for line in form.lines { amounts.append(try line.amount()) }
        let revision = job.papers == .claimed ? job.revision + 1 : job.revision
        return .claimed(
            revision: revision, form: form, amounts: amounts, tax: tax, total: total,
            above: AgreementRules.flags(form.lines, job, context))
    }

    /// A review (审核) says of every claimed line what is approved; a cut needs a reason, and so does a price
    /// above the agreed one. Throws `review.line`, `review.exceeds`, `review.reason`, `review.agreedPrice`.
    static func review(_ form: ReviewForm, _ job: Job) throws(Refusal) -> JobEvent {
        guard let claim = job.claim else { throw Refusal(.jobState) }
        let numbers = form.lines.map(\.line).sorted()
        guard numbers == Array(1...claim.amounts.count) else {
            throw Refusal(.reviewLine, [
                "lines": numbers.map(String.init).joined(separator: ", "), "claimed": String(claim.amounts.count),
            ])
        }
        for line in form.lines {
            try check(line, claimed: claim.amounts[line.line - 1])
            if line.reason == nil, let flag = claim.above?.first(where: { $0.line == line.line && $0.agreement != nil }) {
                throw Refusal(.reviewAgreedPrice, [
                    "line": String(flag.line), "price": claim.lines[flag.line - 1].unitPrice.yuan,
                    "agreed": flag.agreed.yuan,
                ]).adding("agreement", flag.agreement?.text ?? "policy", flag.title)
            }
        }
        let net = try Fen.sum(form.lines.map(\.approved))
        let tax = try (claim.taxRate ?? .zero).of(net)
        return .reviewed(form: form, tax: tax, approved: try net.adding(tax))
    }

    private static func check(_ line: ReviewedLine, claimed: Fen) throws(Refusal) {
        let number = String(line.line)
        if line.approved > claimed {
            throw Refusal(.reviewExceeds, [
                "line": number, "approved": line.approved.yuan, "claimed": claimed.yuan,
            ])
        }
        if line.approved < claimed, line.reason == nil { throw Refusal(.reviewReason, ["line": number]) }
    }

    /// Settlement (审定入账): the approved amount follows the signed shares, the retention the approved shares;
    /// what was held beyond it is set free. The sheet is frozen with it. Throws `settle.retention`,
    /// `input.value`.
    static func settle(_ form: SettleForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        guard let approved = job.review?.approved else { throw Refusal(.jobState) }
        let rate = form.retentionRate ?? .zero
        if rate > context.policy.retentionCap {
            throw Refusal(.settleRetention, ["rate": rate.text, "cap": context.policy.retentionCap.text])
        }
        let months = form.warrantyMonths ?? 0
        guard (0...600).contains(months) else {
            throw Refusal(.inputValue, [
                "field": "with.warrantyMonths", "value": String(months), "expected": "0–600",
            ])
        }
        let retention = try rate.of(approved)
        let warranty = (job.passedAt ?? context.at).day.adding(months: months)
        return .settled(
            approved: approved, retention: retention, rate: form.retentionRate,
            retentionDue: retention.isPositive ? warranty : nil,
            shares: shares(job.shares(of: .encumbered), approved: approved, retention: retention),
            document: try document(job, context), warranty: months > 0 ? warranty : nil)
    }

    /// The head of the sheet: its number, what it replaces, and the payee as registered now. Throws
    /// `contractor.unknown`.
    private static func document(_ job: Job, _ context: JobContext) throws(Refusal) -> SettlementDocument {
        guard let number = context.settlementNo, let code = job.contractor else { throw Refusal(.jobState) }
        return SettlementDocument(
            number: number, revision: job.revision, replaces: job.reversedSettlement,
            payee: try context.register.contractor(code))
    }

    private static func shares(_ held: [Share], approved: Fen, retention: Fen) -> [SettledShare] {
        let parts = Split.divide(approved, by: held.map(\.amount))
        let kept = approved.isPositive ? Split.divide(retention, by: parts) : parts
        return held.indices.map {
            SettledShare(
                appropriation: held[$0].appropriation, encumbered: held[$0].amount, approved: parts[$0],
                retention: kept[$0])
        }
    }

    /// The settlement is taken back in red and the papers return to signed; the money that its cut set free
    /// must still be there, which the ledger's limits check.
    static func reverse(_ form: ReasonForm, _ job: Job) throws(Refusal) -> JobEvent {
        guard let settlement = job.settlement else { throw Refusal(.jobState) }
        return .reversed(
            revision: job.revision + 1, reason: form.reason, shares: settlement.shares, reverses: settlement.voucher)
    }
}
