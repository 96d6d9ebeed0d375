package import Kernel

/// An agreed price of one item by one unit.
package struct AgreedRate: Hashable, Sendable, Codable {
    package let item: Label
    package let unit: Label
    /// Per unit, without tax.
    package let unitPrice: Fen
}

/// A rate agreement (单价协议, 框架协议) with a contractor: prices that hold from one day to another, both included.
package struct RateAgreement: Hashable, Sendable, Codable {
    package let contractor: Code
    package let agreement: Code
    package let lines: [AgreedRate]
    package let from: Day
    package let to: Day

    /// The agreed price of an item by a unit, both compared to the letter; nil where it names none.
    package func price(of line: PricedLine) -> Fen? {
        lines.first { $0.item == line.item && $0.unit == line.unit }?.unitPrice
    }
}

/// A claimed line whose price is above the agreed one: a fact of the claim, which the review must answer with a reason.
package struct PriceFlag: Hashable, Sendable, Codable {
    /// From 1, in the order of the claim.
    package let line: Int
    package let agreement: Code
    package let agreed: Fen
}
