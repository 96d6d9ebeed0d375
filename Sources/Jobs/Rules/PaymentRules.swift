import Kernel
import Ledger

extension JobRules {
    static func pay(_ form: PaymentForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let shares = try drawn(form, from: .payable, job, context)
        return .paid(paymentNo: form.paymentNo, day: form.day, amount: shares.total, shares: shares)
    }

    static func release(_ form: PaymentForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let shares = try drawn(form, from: .retention, job, context)
        return .released(paymentNo: form.paymentNo, day: form.day, amount: shares.total, shares: shares)
    }

    /// A refund (退票) takes back one payment or one release, whole and once. Throws `payment.unknown`, `payment.refunded`.
    static func refund(_ form: RefundForm, _ job: Job) throws(Refusal) -> JobEvent {
        guard let payment = job.payments.first(where: { $0.paymentNo == form.paymentNo }) else {
            throw Refusal(.paymentUnknown, ["paymentNo": form.paymentNo.text, "job": job.number.text])
        }
        if payment.refunded { throw Refusal(.paymentRefunded, ["paymentNo": form.paymentNo.text]) }
        return .refunded(
            kind: payment.kind, paymentNo: payment.paymentNo, reason: form.reason, amount: payment.amount,
            shares: payment.shares, reverses: payment.voucher)
    }

    /// The part of what is payable (or retained) that is paid now, in proportion to what each share still holds; all of it
    /// unless an amount is given. Throws `pay.nothing`, `amount.zero`, `pay.exceeds`, `pay.day`, `payment.taken`.
    private static func drawn(
        _ form: PaymentForm, from account: Account, _ job: Job, _ context: JobContext
    ) throws(Refusal) -> [Share] {
        let held = job.shares(of: account)
        guard held.total.isPositive else { throw Refusal(.payNothing, ["job": job.number.text]) }
        let amount = form.amount ?? held.total
        try amount.demandPositive("with.amount")
        if amount > held.total {
            throw Refusal(.payExceeds, ["available": held.total.yuan, "asked": amount.yuan])
        }
        try checkDay(form.day, job, context)
        if let owner = context.register.taken[Unique(.payment, form.paymentNo.text)] {
            throw Refusal(.paymentTaken, ["paymentNo": form.paymentNo.text, "job": owner.text])
        }
        return Split.divide(amount, over: held)
    }

    /// Not after `at`, not before the settlement (design §12).
    private static func checkDay(_ day: Day, _ job: Job, _ context: JobContext) throws(Refusal) {
        let earliest = job.settlement?.at.day ?? context.at.day
        guard day >= earliest, day <= context.at.day else {
            throw Refusal(.payDay, [
                "day": day.text, "earliest": earliest.text, "latest": context.at.day.text,
            ])
        }
    }
}
