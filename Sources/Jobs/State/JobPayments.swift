package import Kernel
package import Ledger

/// A payment, or a release of retention.
package struct Payment: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable { case payment, retention }

    package let paymentNo: Label
    package let kind: Kind
    package let day: Day
    package let amount: Fen
    @Detail package var shares: [Share]
    package let voucher: Code?
    package var refunded: Bool
    /// What its voucher booked in the financial and the budget book, so that it can be taken back as it
    /// stands.
    @Detail package var booked: [Line]
    /// Why it was released before its due day.
    package let early: Prose?
    package var refundedOn: Day?
    /// Why it was taken back; nil in records of before that was asked.
    package var cause: RefundForm.Cause?
}

extension Payment: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("paymentNo", paymentNo)
        text.put("kind", kind)
        text.put("day", day)
        text.put("amount", amount)
        text.put("shares", shares)
        text.put("voucher", voucher)
        text.put("refunded", refunded)
        text.put("booked", booked)
        text.put("early", early)
        text.put("refundedOn", refundedOn)
        text.put("cause", cause)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        paymentNo = try scan.take("paymentNo")
        kind = try scan.take("kind")
        day = try scan.take("day")
        amount = try scan.take("amount")
        _shares = try scan.take(detail: "shares")
        voucher = try scan.find("voucher")
        refunded = try scan.take("refunded")
        _booked = try scan.take(detail: "booked")
        early = try scan.find("early")
        refundedOn = try scan.find("refundedOn")
        cause = try scan.find("cause")
        try scan.close()
    }
}

/// What the firm paid back after an audit.
package struct Recovery: Hashable, Sendable, Codable {
    package let amount: Fen
    package let day: Day
    package let reference: Label
    package let reason: Prose
    package let shares: [RecoveredShare]
    /// What its voucher booked in the financial and the budget book: the next one goes on from there.
    @Detail package var booked: [Line]
}

extension Recovery: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("amount", amount)
        text.put("day", day)
        text.put("reference", reference)
        text.put("reason", reason)
        text.put("shares", shares)
        text.put("booked", booked)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        amount = try scan.take("amount")
        day = try scan.take("day")
        reference = try scan.take("reference")
        reason = try scan.take("reason")
        shares = try scan.take("shares")
        _booked = try scan.take(detail: "booked")
        try scan.close()
    }
}
