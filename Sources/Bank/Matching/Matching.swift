package import Kernel

/// A statement line as the matching sees it.
package struct MatchLine: Sendable {
    package let id: LineID
    package let day: Day
    /// In fen; negative where money left.
    package let effect: Fen
    package let name: String?
    package let account: String?
    /// Where a payment's number may stand.
    package let texts: [String]

    package init(id: LineID, day: Day, effect: Fen, name: String?, account: String?, texts: [String]) {
        self.id = id
        self.day = day
        self.effect = effect
        self.name = name
        self.account = account
        self.texts = texts
    }
}

/// An item of the books as the matching sees it: a payment, a refund, a receipt.
package struct MatchItem: Sendable {
    package let name: ItemName
    package let day: Day
    /// In fen; negative for a payment.
    package let effect: Fen
    package let payee: String?
    package let account: String?

    package init(name: ItemName, day: Day, effect: Fen, payee: String?, account: String?) {
        self.name = name
        self.day = day
        self.effect = effect
        self.payee = payee
        self.account = account
    }
}

/// Lines and items that may belong together; their sums are equal.
package struct MatchProposal: Equatable, Sendable {
    package let lines: [LineID]
    package let items: [ItemName]
    package let rule: MatchRule
    /// Only what is sure may be recorded without a person's yes.
    package let confidence: Confidence
}

/// Proposes matches by the rules of docs/SPEC-bank.md, in their order. A line or an item is in one proposal
/// at most, and the same input in any order gives the same proposals.
package struct Matching: Sendable {
    /// How many days a line may stand before and after the day of its payment, where no number ties them.
    package let before: Int
    package let after: Int
    /// The most parts that one side is made of, and among how many of the same payee they are sought.
    static let mostParts = 4
    static let mostCandidates = 16
    /// How many of one payee within the days are looked at at all: it bounds a street whose every payment
    /// is to one firm.
    static let mostLooked = 512

    package init(before: Int = 3, after: Int = 10) {
        self.before = before
        self.after = after
    }

    /// Lines and items not matched yet, of one custody. `others` are the items that are matched already or
    /// of the other custody: a line that names one of them is never sure for another.
    package func propose(
        _ lines: [MatchLine], _ items: [MatchItem], others: [MatchItem] = []
    ) -> (proposals: [MatchProposal], differences: [MatchDifference]) {
        var desk = MatchDesk(
            lines: lines.sorted { ($0.day, $0.id) < ($1.day, $1.id) },
            items: items.sorted { ($0.day.number, $0.name.text) < ($1.day.number, $1.name.text) },
            others: others.sorted { ($0.day.number, $0.name.text) < ($1.day.number, $1.name.text) }, window: -before...after)
        desk.byReversal()
        desk.byNumber()
        desk.byParty(.account)
        desk.byParty(.name)
        desk.bySums()
        return (desk.proposals, desk.differences)
    }
}
