package import Kernel
package import Ledger

/// What was paid under one number so far (design §12): a `paymentNo` is one transfer, shared only by
/// payments of one contractor, day and custody.
package struct Transfer: Sendable {
    /// As it was written first.
    package let paymentNo: Label
    /// A job that was paid by it.
    package let job: Code
    package let contractor: Code?
    package let day: Day
    /// One, but for records of a time when a number could be of both.
    package let custodies: [Custody]
    /// The match that it is in.
    package let match: Int?
    /// Money of it came back.
    package let cameBack: Bool
    /// The match that this is in.
    package let matchBack: Int?

    package init(
        paymentNo: Label, job: Code, contractor: Code?, day: Day, custodies: [Custody], match: Int?, cameBack: Bool,
        matchBack: Int?
    ) {
        self.paymentNo = paymentNo
        self.job = job
        self.contractor = contractor
        self.day = day
        self.custodies = custodies
        self.match = match
        self.cameBack = cameBack
        self.matchBack = matchBack
    }
}

/// Which payments may go under one number.
enum TransferRule {
    /// The number to record: as it was written first, if it is used already. Throws `pay.custody`,
    /// `payment.taken`, `match.taken`.
    static func number(
        _ form: PaymentForm, _ shares: [Share], _ job: Job, _ context: JobContext
    ) throws(Refusal) -> Label {
        let custody = try custody(of: shares, context)
        guard let known = context.transfer else {
            guard let owner = context.register.owner(of: .payment(form.paymentNo)) else { return form.paymentNo }
            // 缴回 has its numbers out of the same book.
            throw Refusal.taken(form.paymentNo, owner, Phrase("不是付款", "no payment of a job"))
        }
        if let why = difference(known, form, custody, job) {
            throw Refusal.taken(known.paymentNo, known.job, why)
        }
        if let match = known.match {
            throw Refusal(.matchTaken, ["item": known.paymentNo.text, "match": String(match)])
        }
        return known.paymentNo
    }

    /// What comes back of a transfer is one line of the statement. Throws `match.taken` when it is matched
    /// already.
    static func demandOpen(_ back: Transfer?) throws(Refusal) {
        guard let back, let match = back.matchBack else { return }
        throw Refusal(.matchTaken, ["item": "refund:" + back.paymentNo.text, "match": String(match)])
    }

    private static func difference(
        _ known: Transfer, _ form: PaymentForm, _ custody: Custody, _ job: Job
    ) -> Phrase? {
        if known.cameBack { return Phrase("已有退回", "money of it came back") }
        if known.contractor != job.contractor { return Phrase("收款单位不同", "another contractor") }
        if known.day != form.day {
            return Phrase("付款日不同：\(known.day.text)", "another day: \(known.day.text)")
        }
        if known.custodies != [custody] { return Phrase("资金所在不同", "money from elsewhere") }
        return nil
    }

    /// The one place where the money lies: a statement shows a transfer once. Throws `pay.custody` with the
    /// parts.
    private static func custody(of shares: [Share], _ context: JobContext) throws(Refusal) -> Custody {
        let parts = Custody.allCases.map { custody in (custody, shares.filter { context.custody(of: $0) == custody }.total) }
            .filter { $0.1 != .zero }
        guard let first = parts.first, parts.count == 1 else {
            let sum = { (custody: Custody) in parts.first { $0.0 == custody }?.1.yuan ?? Fen.zero.yuan }
            throw Refusal(.payCustody, ["treasury": sum(.treasury), "bank": sum(.bank)])
        }
        return first.0
    }
}

extension Refusal {
    /// `payment.taken`: by whom, and why the number is not shared.
    package static func taken(_ number: Label, _ owner: Code, _ why: Phrase) -> Refusal {
        Refusal(.paymentTaken, ["paymentNo": number.text, "job": owner.text]).adding("differs", why.en, why)
    }
}

extension JobContext {
    /// Whose statement shows a payment from a share.
    func custody(of share: Share) -> Custody? { ledger.appropriation(share.appropriation)?.channel.custody }
}
