package import Kernel
package import Ledger

/// A wish for an appropriation: an amount, or a percentage of the total.
package struct FundingWish: Hashable, Sendable, Codable {
    package let appropriation: Code
    package let amount: Fen?
    package let percent: Percent?
}

/// The survey form (踏勘情况表).
package struct SurveyForm: Hashable, Sendable, Codable {
    /// Names or users, at least two.
    package let visitors: [Label]
    package let cause: Prose
    package let plan: Prose
    package let lines: [PricedLine]
    /// On top of the sum of the lines; absent: the prices include tax.
    package let taxRate: Percent?
    package let photos: [Photo]?
    package let funding: [FundingWish]?

    /// On which terms its prices stand.
    package var taxTerms: Phrase {
        taxRate.map { Phrase("另加税率 \($0.text) %", "tax of \($0.text) % on top") }
            ?? Phrase("单价含税", "prices that include tax")
    }
}

package struct AuthorizeForm: Hashable, Sendable, Codable {
    package enum Means: String, Sendable, Codable, CaseIterable { case phone, written }

    package let ceiling: Fen
    package let reason: Prose
    package let means: Means
    /// Which appropriations are to carry the ceiling; the funding rule decides where it is absent.
    package let funding: [FundingWish]?
}

package struct SignForm: Hashable, Sendable, Codable {
    /// The number of a change slip; without it the survey form is signed.
    package let slip: Int?
    package let note: Prose?
}

package struct ChangeForm: Hashable, Sendable, Codable {
    package let reason: Prose
    package let lines: [PricedLine]
}

package struct Invoice: Hashable, Sendable, Codable {
    package let number: Label
    package let date: Day
    package let amount: Fen
}

package struct ClaimForm: Hashable, Sendable, Codable {
    package let lines: [PricedLine]
    /// On the sum of the lines, rounded once.
    package let taxRate: Percent?
    package let invoice: Invoice?
}

package struct ReviewedLine: Hashable, Sendable, Codable {
    /// From 1, in the order of the claim.
    package let line: Int
    package let approved: Fen
    package let reason: Prose?
}

package struct ReviewForm: Hashable, Sendable, Codable {
    package let lines: [ReviewedLine]
}

package struct ResolveForm: Hashable, Sendable, Codable {
    package let note: Prose
}

package struct SettleForm: Hashable, Sendable, Codable {
    package let retentionRate: Percent?
    package let warrantyMonths: Int?
}

/// A payment or a release of retention.
package struct PaymentForm: Hashable, Sendable, Codable {
    package let amount: Fen?
    package let paymentNo: Label
    package let day: Day
    /// Why retention is released before its due day (提前返还).
    package let reason: Prose?
    /// Draws only on the shares whose money lies there: a transfer of the treasury and one of the bank are
    /// two.
    package let custody: Custody?

    package init(amount: Fen? = nil, paymentNo: Label, day: Day, reason: Prose? = nil, custody: Custody? = nil) {
        self.amount = amount
        self.paymentNo = paymentNo
        self.day = day
        self.reason = reason
        self.custody = custody
    }
}

package struct RefundForm: Hashable, Sendable, Codable {
    /// Returned (退票): the bank sent the money back. Mistaken (误录): the payment was never made; it is taken
    /// out of the books as if it had not been entered, and its number is free again.
    package enum Cause: String, Sendable, Codable, CaseIterable {
        case returned, mistaken

        package var title: Phrase {
            switch self {
            case .returned: Phrase("退票", "came back")
            case .mistaken: Phrase("误录", "entered by mistake")
            }
        }
    }

    package let paymentNo: Label
    /// `returned` where it is absent.
    package let cause: Cause?
    package let reason: Prose
}

/// 审计追回: the firm pays a part back, because an audit cut the settlement afterwards.
package struct RecoverForm: Hashable, Sendable, Codable {
    package let amount: Fen
    /// The day on which the bank or the treasury took it in.
    package let day: Day
    /// The number on the receipt, once per street.
    package let reference: Label
    package let reason: Prose
}

/// What a recovery takes back of one appropriation, and how much of it was paid in earlier years.
package struct RecoveredShare: Hashable, Sendable, Codable {
    package let appropriation: Code
    package let amount: Fen
    package let earlier: Fen
}

/// 扣留质保金: a part of the retention is kept for a defect that the firm did not mend.
package struct WithholdForm: Hashable, Sendable, Codable {
    package let amount: Fen
    package let reason: Prose
}

/// 退回修改: a paper goes back to whoever filed it; until a new one is filed it can be neither signed nor
/// reviewed.
package struct ReturnForm: Hashable, Sendable, Codable {
    package enum What: String, Sendable, Codable, CaseIterable {
        case survey, slip, claim

        package var title: Phrase {
            switch self {
            case .survey: Phrase("踏勘情况表", "survey form")
            case .slip: Phrase("签证单", "change slip")
            case .claim: Phrase("送审单", "claim")
            }
        }
    }

    package let what: What
    /// The number of the slip.
    package let slip: Int?
    package let reason: Prose
}

/// 发票作废 or 红冲: the invoice no longer counts.
package struct VoidInvoiceForm: Hashable, Sendable, Codable {
    package let number: Label
    package let reason: Prose
    /// The red invoice that takes it back, where there is one.
    package let red: RedInvoice?
}
