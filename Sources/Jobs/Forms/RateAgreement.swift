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

/// A line whose price is above the agreed one, or above the policy's where none was agreed: a fact of the
/// paper, which the review of a claim must answer with a reason.
package struct PriceFlag: Hashable, Sendable, Codable {
    /// From 1, in the order of the paper.
    package let line: Int
    /// nil where it is the policy's rate (指导价) that is exceeded.
    package let agreement: Code?
    package let agreed: Fen

    /// Whose price is exceeded.
    package var title: Phrase {
        agreement.map { Phrase("协议 " + $0.text, "the agreement " + $0.text) } ?? Phrase("制度指导价", "the policy's rate")
    }
}
