package import Kernel
import Ledger

extension JobRules {
    static func pay(_ form: PaymentForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let shares = try drawn(form, from: .payable, job, context)
        let number = try TransferRule.number(form, shares, job, context)
        return .paid(paymentNo: number, day: form.day, amount: shares.total, shares: shares)
    }

    static func release(_ form: PaymentForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let shares = try drawn(form, from: .retention, job, context)
        let number = try TransferRule.number(form, shares, job, context)
        return .released(
            paymentNo: number, day: form.day, amount: shares.total, shares: shares,
            early: try early(form, job))
    }

    /// Before its due day retention is released for a reason only (提前返还). Throws `release.early`.
    private static func early(_ form: PaymentForm, _ job: Job) throws(Refusal) -> Prose? {
        guard let due = job.settlement?.retentionDue, form.day < due else { return nil }
        if form.reason == nil { throw Refusal(.releaseEarly, ["day": form.day.text, "due": due.text]) }
        return form.reason
    }

    /// A refund takes back one payment or one release, whole and once: it came back (退票), or it was never
    /// made (误录). Of several under one number it is the last that still stands. Throws `payment.unknown`,
    /// `payment.refunded`, `refund.recovered`, `match.taken` when what came back of the same transfer is
    /// matched already.
    static func refund(_ form: RefundForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        guard let payment = job.payment(form.paymentNo) else {
            throw Refusal(.paymentUnknown, ["paymentNo": form.paymentNo.text, "job": job.number.text])
        }
        if payment.refunded { throw Refusal(.paymentRefunded, ["paymentNo": form.paymentNo.text]) }
        if job.recovered.isPositive {
            throw Refusal(.refundRecovered, ["job": job.number.text, "recovered": job.recovered.yuan])
        }
        if form.cause != .mistaken { try TransferRule.demandOpen(context.transfer) }
        return .refunded(
            kind: payment.kind, paymentNo: payment.paymentNo, reason: form.reason, amount: payment.amount,
            shares: payment.shares, reverses: payment.voucher, cause: form.cause ?? .returned)
    }

    /// The part of what is payable (or retained) that is paid now, in proportion to what each share still
    /// holds; all of it unless an amount is given; only what lies in one custody, where one is given.
    /// Throws `pay.nothing`, `amount.zero`, `pay.exceeds`, `pay.day`.
    private static func drawn(
        _ form: PaymentForm, from account: Account, _ job: Job, _ context: JobContext
    ) throws(Refusal) -> [Share] {
        let held = job.shares(of: account).filter { form.custody == nil || context.custody(of: $0) == form.custody }
        guard held.total.isPositive else { throw Refusal(.payNothing, ["job": job.number.text]) }
        let amount = form.amount ?? held.total
        try amount.demandPositive("with.amount")
        if amount > held.total {
            throw Refusal(.payExceeds, ["available": held.total.yuan, "asked": amount.yuan])
        }
        try checkDay(form.day, job, context)
        return Split.divide(amount, over: held)
    }

    /// Not after `at`, not before the settlement (design §12), and not before what came back made the job
    /// owe it again.
    private static func checkDay(_ day: Day, _ job: Job, _ context: JobContext) throws(Refusal) {
        let owed = [job.settlement?.at.day] + job.payments.map(\.refundedOn)
        let earliest = owed.compactMap(\.self).max() ?? context.at.day
        guard day >= earliest, day <= context.at.day else {
            throw Refusal(.payDay, [
                "day": day.text, "earliest": earliest.text, "latest": context.at.day.text,
            ])
        }
    }
}

extension Job {
    /// The payment or release under a number: the one that stands, or else the last that was taken back.
    package func payment(_ number: Label) -> Payment? {
        let same = payments.filter { $0.paymentNo.text.folded == number.text.folded }
        return same.last { !$0.refunded } ?? same.last
    }
}
