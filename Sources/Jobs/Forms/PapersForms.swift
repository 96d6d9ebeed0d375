package import Kernel

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
    package let photos: [Photo]?
    package let funding: [FundingWish]?
}

package struct AuthorizeForm: Hashable, Sendable, Codable {
    package enum Means: String, Sendable, Codable, CaseIterable { case phone, written }

    package let ceiling: Fen
    package let reason: Prose
    package let means: Means
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
}

package struct RefundForm: Hashable, Sendable, Codable {
    package let paymentNo: Label
    package let reason: Prose
}
