import Bank
import Journal
import Kernel

/// Checks that each balance follows from the one before, and finds out whether the file runs forwards,
/// backwards, or in an order that somebody has made.
struct StatementBalance {
    /// In the order of time.
    private(set) var lines: [StatementLine]
    /// Rows that do not follow, with the reason.
    private(set) var breaks: [(row: Int, refusal: Refusal)] = []

    init(_ given: [StatementLine], of bank: Bank) {
        let plain = Self.directed(given)
        lines = plain
        let found = Self.broken(plain)
        let repeats = Self.repeats(plain, of: bank, broken: Set(found.map(\.index)))
        let isChained = plain.allSatisfy { $0.balance != nil }
        // Where every line has its place in a chain of balances, none is there twice.
        if isChained, !found.isEmpty, let ordered = StatementOrder.chained(plain) {
            lines = ordered
            return
        }
        if !isChained, repeats.isEmpty { lines = StatementOrder.timed(plain) }
        breaks = found.filter { repeats[$0.index] == nil }.map { (plain[$0.index].row ?? 0, $0.refusal) }
        breaks += repeats.map { index, first in
            (plain[index].row ?? 0, Refusal(.inputDuplicateRow, ["first": String(first)]))
        }
        breaks.sort { $0.0 < $1.0 }
    }

    /// What the lines say of the account before the first and after the last; nil where one of them states
    /// no balance.
    var stated: StatedBalances? {
        guard let first = lines.first, let last = lines.last, let opening = StatementOrder.opening(first),
              let closing = last.balance?.fen else { return nil }
        return StatedBalances(from: first.day, to: last.day, opening: opening, closing: closing)
    }

    /// Days tell whether a file runs forwards or backwards; within one day, whatever breaks less.
    private static func directed(_ given: [StatementLine]) -> [StatementLine] {
        guard let first = given.first?.day, let last = given.last?.day else { return given }
        let backwards = Array(given.reversed())
        if first == last { return broken(backwards).count < broken(given).count ? backwards : given }
        return first > last ? backwards : given
    }

    private static func broken(_ lines: [StatementLine]) -> [(index: Int, refusal: Refusal)] {
        var found: [(Int, Refusal)] = []
        var last: Fen?
        for (index, line) in lines.enumerated() {
            let stated = line.balance?.fen
            let expected = last.map { Int128($0.value) + Int128(line.effect.value) }
            if let stated, let expected, Int128(stated.value) != expected {
                let due = (try? Fen(exactly: expected).yuan) ?? "—"
                found.append((index, Refusal(.inputBalance, ["value": stated.yuan, "expected": due])))
            }
            last = stated
        }
        return found
    }

    /// Rows that say again what an earlier one said: of one serial number that a bank gives once, or equal
    /// to the row before it, balance and all, where the balance then does not follow. By index, with the
    /// row that was first.
    private static func repeats(_ lines: [StatementLine], of bank: Bank, broken: Set<Int>) -> [Int: Int] {
        var found: [Int: Int] = [:]
        var serials: [Label: Int] = [:]
        var equal: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            let row = line.row ?? 0
            if let serial = line.serial {
                guard bank.numbersOnce else { continue }
                if let first = serials[serial] { found[index] = first } else { serials[serial] = row }
            } else if line.balance != nil {
                let key = line.equality(of: bank)
                if broken.contains(index), let first = equal[key] { found[index] = first }
                equal[key] = equal[key] ?? row
            }
        }
        return found
    }
}

extension Bank {
    /// Whether its number of a line is that of one line only.
    fileprivate var numbersOnce: Bool {
        switch self {
        case .ccb, .boc: true
        case .icbc, .treasury, .camt: false
        }
    }
}
