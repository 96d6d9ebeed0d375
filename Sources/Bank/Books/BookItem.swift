package import Jobs
package import Kernel
package import Ledger

/// Names the books' side of a match.
package struct ItemName: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// A payment, a release of retention, or money given back to the treasury (缴回): money out.
        case payment
        /// A payment that came back (退票): money in.
        case refund
        /// Money that arrived on the street's own account (实拨), or that a firm paid back (审计追回): money in.
        case receipt
        /// What only the bank knows (`bank.entry`): interest, fees and the like, in or out.
        case entry
    }

    /// Left out for a payment.
    package let kind: Kind?
    /// The payment's number; for a refund that of the payment that came back.
    package let no: Label

    package init(_ kind: Kind, _ no: Label) {
        self.kind = kind == .payment ? nil : kind
        self.no = no
    }

    package var known: Kind { kind ?? .payment }

    /// The same name, however it was written.
    package var canonical: ItemName { ItemName(known, no) }

    /// `P1`, `refund:P1`, `receipt:R1`.
    package var text: String { known == .payment ? no.text : known.rawValue + ":" + no.text }
}

/// What the books say about money that a statement must show too.
package struct BookItem: Hashable, Sendable, Codable {
    /// A payment from two appropriations, one of the treasury and one of the bank, is two items: each
    /// statement shows its own part.
    package struct Key: Hashable, Sendable {
        package let custody: Custody
        package let name: ItemName

        package init(_ custody: Custody, _ name: ItemName) {
            self.custody = custody
            self.name = name.canonical
        }
    }

    package let custody: Custody
    package let name: ItemName
    package let day: Day
    /// What it adds to the money held, in fen: negative for a payment. The sum of its parts: a transfer may
    /// pay several jobs of one contractor, and what comes back of it is one amount too.
    package private(set) var effect: SignedFen
    /// The jobs of its parts, in the order in which they came.
    package private(set) var jobs: [Code]
    package let contractor: Code?
    /// The match that it is in.
    package var match: Int?

    package init(
        custody: Custody, name: ItemName, day: Day, effect: Fen, jobs: [Code] = [], contractor: Code? = nil,
        match: Int? = nil
    ) {
        self.custody = custody
        self.name = name
        self.day = day
        self.effect = SignedFen(effect)
        self.jobs = jobs
        self.contractor = contractor
        self.match = match
    }

    package var key: Key { Key(custody, name) }

    /// The item with one part more; its day stays that of the first.
    package func adding(_ part: BookItem) -> BookItem {
        var sum = self
        sum.effect = SignedFen(effect.fen + part.effect.fen)
        sum.jobs += part.jobs.filter { !jobs.contains($0) }
        return sum
    }

    /// The item without a part, or nil where nothing is left of it. A job stays named while another payment
    /// of it is in.
    package func removing(_ part: BookItem, jobs states: [Code: Job]) -> BookItem? {
        var rest = self
        rest.effect = SignedFen(effect.fen - part.effect.fen)
        if rest.effect.fen == .zero { return nil }
        rest.jobs.removeAll { job in
            part.jobs.contains(job) && states[job]?.payments.contains { $0.paymentNo == name.no && !$0.refunded } != true
        }
        return rest
    }
}
