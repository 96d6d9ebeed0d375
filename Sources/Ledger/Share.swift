package import Kernel

/// A part of an amount that falls on one appropriation.
package struct Share: Hashable, Sendable, Codable {
    package let appropriation: Code
    package let amount: Fen

    package init(_ appropriation: Code, _ amount: Fen) {
        self.appropriation = appropriation
        self.amount = amount
    }
}

/// A change of what an appropriation holds; negative gives back.
package struct Move: Hashable, Sendable, Codable {
    package let appropriation: Code
    package let change: SignedFen

    package init(_ appropriation: Code, _ change: Fen) {
        self.appropriation = appropriation
        self.change = SignedFen(change)
    }

    /// What leads from one set of shares to another, in the order of `to` and then of what is only in `from`.
    package static func between(_ from: [Share], _ to: [Share]) -> [Move] {
        let before = from.byAppropriation
        let after = Set(to.map(\.appropriation))
        let kept = to.map { Move($0.appropriation, $0.amount - (before[$0.appropriation] ?? .zero)) }
        let gone = from.filter { !after.contains($0.appropriation) }.map { Move($0.appropriation, -$0.amount) }
        return (kept + gone).filter { $0.change.fen != .zero }
    }
}

/// Division of an amount in proportion to weights.
package enum Split {
    /// Divides by largest remainder, ties to the earlier: 10,000.01 at 60/40 is 6,000.01 and 4,000.00. The
    /// parts sum to the amount, and none exceeds its weight as long as the amount does not exceed the
    /// weights' sum (design §7). A negative amount is divided like a positive one. Weights are not
    /// negative, and one at least is positive.
    package static func divide(_ amount: Fen, by weights: [Fen]) -> [Fen] {
        let whole = weights.reduce(Int128(0)) { $0 + Int128($1.value) }
        precondition(whole > 0, "an amount is divided among shares that hold nothing")
        let size = Int128(amount.value.magnitude)
        let exact = weights.map { (size * Int128($0.value)).quotientAndRemainder(dividingBy: whole) }
        var parts = exact.map { Int64($0.quotient) }
        let left = Int(size - parts.reduce(Int128(0)) { $0 + Int128($1) })
        let order = exact.indices.sorted { (exact[$0].remainder, $1) > (exact[$1].remainder, $0) }
        for index in order.prefix(left) { parts[index] += 1 }
        return parts.map { Fen(amount.isNegative ? -$0 : $0) }
    }

    /// The same over shares, leaving out the parts that come to nothing.
    package static func divide(_ amount: Fen, over shares: [Share]) -> [Share] {
        zip(shares, divide(amount, by: shares.map(\.amount)))
            .map { Share($0.appropriation, $1) }
            .filter { $0.amount != .zero }
    }
}

extension Sequence<Share> {
    /// The sum; shares are parts of one amount that fits, so the sum fits too.
    package var total: Fen { reduce(.zero) { $0 + $1.amount } }

    /// The amount of each appropriation.
    package var byAppropriation: [Code: Fen] {
        reduce(into: [:]) { $0[$1.appropriation, default: .zero] += $1.amount }
    }
}
