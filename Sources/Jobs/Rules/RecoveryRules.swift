import Kernel
import Ledger

extension JobRules {
    /// 审计追回: the firm pays back a part of what it was paid under the settlement in force, divided over the
    /// shares by what each has paid; no debt revives (books.md B1 §1). What was paid in the year of `day`
    /// is taken back first of each share. Throws `amount.zero`, `recover.exceeds`, `pay.day`,
    /// `recover.taken`.
    static func recover(_ form: RecoverForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        try form.amount.demandPositive("with.amount")
        let paid = job.stillPaid()
        if form.amount > paid.total {
            throw Refusal(.recoverExceeds, ["available": paid.total.yuan, "asked": form.amount.yuan])
        }
        let earliest = job.payments.filter { !$0.refunded }.map(\.day).min() ?? context.at.day
        guard form.day >= earliest, form.day <= context.at.day else {
            throw Refusal(.payDay, [
                "day": form.day.text, "earliest": earliest.text, "latest": context.at.day.text,
            ])
        }
        if let owner = context.register.owner(of: .receipt(form.reference)) {
            throw Refusal(.recoverTaken, ["reference": form.reference.text, "owner": owner.text])
        }
        let current = job.stillPaid(in: form.day.year).byAppropriation
        let shares = Split.divide(form.amount, over: paid).map { share in
            RecoveredShare(
                appropriation: share.appropriation, amount: share.amount,
                earlier: max(.zero, share.amount - (current[share.appropriation] ?? .zero)))
        }
        return .recovered(
            amount: form.amount, day: form.day, reference: form.reference, reason: form.reason, shares: shares)
    }

    /// 扣留质保金: of what is still retained, divided by what each share holds. Throws `amount.zero`,
    /// `withhold.exceeds`.
    static func withhold(_ form: WithholdForm, _ job: Job) throws(Refusal) -> JobEvent {
        try form.amount.demandPositive("with.amount")
        let held = job.shares(of: .retention)
        if form.amount > held.total {
            throw Refusal(.withholdExceeds, ["available": held.total.yuan, "asked": form.amount.yuan])
        }
        return .withheld(
            amount: form.amount, reason: form.reason, shares: Split.divide(form.amount, over: held))
    }
}

extension Job {
    /// What stands paid of each share under the settlement in force, less what was paid back of it; of one
    /// year, or in all.
    func stillPaid(in year: Int? = nil) -> [Share] {
        var sums: [Code: Fen] = [:]
        for payment in payments where !payment.refunded && year.map({ $0 == payment.day.year }) ?? true {
            for share in payment.shares { sums[share.appropriation, default: .zero] += share.amount }
        }
        for recovery in recoveries ?? [] {
            for share in recovery.shares {
                guard let year else {
                    sums[share.appropriation, default: .zero] -= share.amount
                    continue
                }
                if recovery.day.year == year { sums[share.appropriation, default: .zero] -= share.amount - share.earlier }
            }
        }
        return holdings.compactMap { holding in
            sums[holding.appropriation].flatMap { $0.isPositive ? Share(holding.appropriation, $0) : nil }
        }
    }
}
