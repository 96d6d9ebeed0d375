import Journal
import Kernel

/// Checks that each balance follows from the one before, and finds out whether the file runs forwards or backwards.
struct StatementBalance {
    /// In the order of time.
    private(set) var lines: [StatementLine]
    /// Rows that do not follow, with the reason.
    private(set) var breaks: [(row: Int, refusal: Refusal)] = []

    init(_ given: [StatementLine]) {
        let backwards = Array(given.reversed())
        let (there, back) = (Self.broken(given).count, Self.broken(backwards).count)
        let days = (given.first?.day, given.last?.day)
        let falls = if let first = days.0, let last = days.1 { first > last } else { false }
        // Days tell the direction; within one day, whatever breaks less.
        let oneDay = days.0 == days.1
        lines = oneDay ? (back < there ? backwards : given) : (falls ? backwards : given)
        let repeats = Self.repeats(lines)
        breaks = Self.broken(lines).filter { repeats[$0.index] == nil }.map { (lines[$0.index].row ?? 0, $0.refusal) }
        breaks += repeats.map { index, first in
            (lines[index].row ?? 0, Refusal(.inputDuplicateRow, ["first": String(first)]))
        }
        breaks.sort { $0.0 < $1.0 }
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

    /// Rows that say again what an earlier one said: of one serial number, or equal to the row before it, balance and all,
    /// where the balance then does not follow. By index, with the row that was first.
    private static func repeats(_ lines: [StatementLine]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        var serials: [Label: Int] = [:]
        var equal: [String: Int] = [:]
        let broken = Set(broken(lines).map(\.index))
        for (index, line) in lines.enumerated() {
            let row = line.row ?? 0
            if let serial = line.serial {
                if let first = serials[serial] { found[index] = first } else { serials[serial] = row }
            } else if line.balance != nil {
                if broken.contains(index), let first = equal[line.equality] { found[index] = first }
                equal[line.equality] = equal[line.equality] ?? row
            }
        }
        return found
    }
}
