package import Kernel
import Ledger

extension JobRules {
    static func pay(_ form: PaymentForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let shares = try drawn(form, from: .payable, job, context)
        return .paid(paymentNo: form.paymentNo, day: form.day, amount: shares.total, shares: shares)
    }

    static func release(_ form: PaymentForm, _ job: Job, _ context: JobContext) throws(Refusal) -> JobEvent {
        let shares = try drawn(form, from: .retention, job, context)
        return .released(
            paymentNo: form.paymentNo, day: form.day, amount: shares.total, shares: shares,
            early: try early(form, job))
    }

    /// Before its due day retention is released for a reason only (提前返还). Throws `release.early`.
    private static func early(_ form: PaymentForm, _ job: Job) throws(Refusal) -> Prose? {
        guard let due = job.settlement?.retentionDue, form.day < due else { return nil }
        if form.reason == nil { throw Refusal(.releaseEarly, ["day": form.day.text, "due": due.text]) }
        return form.reason
    }

    /// A refund takes back one payment or one release, whole and once: it came back (退票), or it was never made (误录).
    /// Throws `payment.unknown`, `payment.refunded`.
    static func refund(_ form: RefundForm, _ job: Job) throws(Refusal) -> JobEvent {
        guard let payment = job.payment(form.paymentNo) else {
            throw Refusal(.paymentUnknown, ["paymentNo": form.paymentNo.text, "job": job.number.text])
        }
        if payment.refunded { throw Refusal(.paymentRefunded, ["paymentNo": form.paymentNo.text]) }
        if job.recovered.isPositive {
            throw Refusal(.refundRecovered, ["job": job.number.text, "recovered": job.recovered.yuan])
        }
        return .refunded(
            kind: payment.kind, paymentNo: payment.paymentNo, reason: form.reason, amount: payment.amount,
            shares: payment.shares, reverses: payment.voucher, cause: form.cause ?? .returned)
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
        if let owner = context.register.owner(of: .payment(form.paymentNo)) {
            throw Refusal(.paymentTaken, ["paymentNo": form.paymentNo.text, "job": owner.text])
        }
        return Split.divide(amount, over: held)
    }

    /// Not after `at`, not before the settlement (design §12), and not before what came back made the job owe it again.
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
