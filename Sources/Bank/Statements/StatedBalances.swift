package import Kernel

/// What a statement says of the account before its first line and after its last one.
package struct StatedBalances: Hashable, Sendable, Codable {
    package let from: Day
    package let to: Day
    /// In fen; may be overdrawn.
    package let opening: SignedFen?
    package let closing: SignedFen?

    package init(from: Day, to: Day, opening: Fen?, closing: Fen?) {
        self.from = from
        self.to = to
        self.opening = opening.map(SignedFen.init)
        self.closing = closing.map(SignedFen.init)
    }
}

/// Two statements of an account between which one is missing: the second does not open with what the first
/// closed with.
package struct StatementGap: Hashable, Sendable {
    package let account: Label
    /// The first one's last day, and its closing balance.
    package let after: Day
    package let closing: Fen
    /// The next one's first day, and its opening balance.
    package let before: Day
    package let opening: Fen

    package var words: Phrase {
        Phrase(
            "\(after.text) 余额 \(closing.grouped)，\(before.text) 期初 \(opening.grouped)：其间缺少对账单",
            "\(closing.grouped) on \(after.text), \(opening.grouped) before \(before.text): a statement is missing between")
    }
}

extension StatementAccount {
    /// Where the balances of one statement do not lead to the next. Files come in any order and overlap:
    /// what begins before another ends is not compared with it, nor what begins on the day on which it
    /// ends, which a file may hold in part.
    package var gaps: [StatementGap] {
        var rest = stated.filter { $0.opening != nil || $0.closing != nil }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        guard !rest.isEmpty else { return [] }
        var found: [StatementGap] = []
        var last = rest.removeFirst()
        while let first = rest.first {
            // Of those that begin on one day, the one that follows.
            let follows = rest.prefix { $0.from == first.from }.firstIndex { $0.opening == last.closing } ?? 0
            let next = rest.remove(at: follows)
            if let closing = last.closing, let opening = next.opening, opening != closing, next.from > last.to {
                found.append(StatementGap(
                    account: account, after: last.to, closing: closing.fen, before: next.from, opening: opening.fen))
            }
            if next.to >= last.to { last = next }
        }
        return found
    }
}
