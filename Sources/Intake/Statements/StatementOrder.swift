import Bank
import Journal
import Kernel

/// Finds the order of time in a table that somebody has sorted by another column: by days and times, and
/// within them by the balances, each of which must be left by the line that follows.
enum StatementOrder {
    /// The lines so that every balance follows from the one before, or nil where no order does that. Every
    /// line states one.
    static func chained(_ lines: [StatementLine]) -> [StatementLine]? {
        let sorted = timed(lines)
        if follows(sorted) { return sorted }
        var days: [[StatementLine]] = []
        for line in sorted {
            if days.last?.first?.day == line.day { days[days.count - 1].append(line) } else { days.append([line]) }
        }
        var ordered: [StatementLine] = []
        for day in days {
            guard let path = path(day, from: ordered.last?.balance?.fen) else { return nil }
            ordered += path
        }
        return ordered
    }

    /// By days and times; what is of one moment stays as it stood.
    static func timed(_ lines: [StatementLine]) -> [StatementLine] {
        lines.enumerated().sorted { a, b in
            let (mine, theirs) = (a.element, b.element)
            return (mine.day.number, mine.time?.text ?? "", a.offset) < (theirs.day.number, theirs.time?.text ?? "", b.offset)
        }.map(\.element)
    }

    static func follows(_ lines: [StatementLine]) -> Bool {
        zip(lines, lines.dropFirst()).allSatisfy { before, after in before.balance?.fen == opening(after) }
    }

    /// The balance before a line.
    static func opening(_ line: StatementLine) -> Fen? { line.balance.map { $0.fen - line.effect } }

    /// A way that takes every line of a day once, from the balance before it to the one after it
    /// (Hierholzer).
    private static func path(_ day: [StatementLine], from start: Fen?) -> [StatementLine]? {
        var leaving: [Fen: [StatementLine]] = [:]
        var degree: [Fen: Int] = [:]
        for line in day.reversed() {
            guard let before = opening(line), let after = line.balance?.fen else { return nil }
            leaving[before, default: []].append(line)
            degree[before, default: 0] += 1
            degree[after, default: 0] -= 1
        }
        let first = start ?? day.lazy.compactMap(opening).first { degree[$0] == 1 } ?? day.first.flatMap(opening)
        guard let first else { return nil }
        var stack: [(at: Fen, by: StatementLine?)] = [(first, nil)]
        var way: [StatementLine] = []
        while let top = stack.last {
            if let line = leaving[top.at]?.popLast(), let after = line.balance?.fen {
                stack.append((after, line))
            } else {
                stack.removeLast()
                if let line = top.by { way.append(line) }
            }
        }
        let ordered = Array(way.reversed())
        return ordered.count == day.count && follows(ordered) ? ordered : nil
    }
}
