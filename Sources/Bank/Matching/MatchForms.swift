package import Kernel

/// How a match was found (docs/SPEC-bank.md), in the order in which the rules are tried.
package enum MatchRule: String, Sendable, Codable, CaseIterable {
    /// A line that takes another one back (冲正): no payment is in it.
    case reversal
    /// The payment's number stands in the line.
    case number
    /// Amount, account and days.
    case account
    /// Amount, name and days.
    case name
    case severalLines, severalPayments
    /// A person saw it.
    case hand
}

package enum Confidence: String, Sendable, Codable, CaseIterable {
    case sure, likely, possible
}

package struct MakeMatchForm: Hashable, Sendable, Codable {
    package let lines: [LineID]
    package let payments: [ItemName]
    /// `hand` unless given.
    package let rule: MatchRule?
    package let confidence: Confidence?
    package let note: Prose?

    package init(
        lines: [LineID], payments: [ItemName], rule: MatchRule? = nil, confidence: Confidence? = nil, note: Prose? = nil
    ) {
        self.lines = lines
        self.payments = payments
        self.rule = rule
        self.confidence = confidence
        self.note = note
    }
}

package struct UndoMatchForm: Hashable, Sendable, Codable {
    package let match: Int
    package let reason: Prose
}
