import Bank
import Glibc
import Kernel

/// Measures the matching of 50,000 lines with 50,000 payments of 40 firms over a year: a third by number, a
/// third by account, the rest by name, every hundredth payment in three lines, every hundred-and-first two
/// in one line.
@main
struct MatchBench {
    static func main() throws {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 50_000
        let (lines, items) = try table(count)
        let clock = ContinuousClock()
        var proposals: [MatchProposal] = []
        let time = clock.measure { proposals = Matching().propose(lines, items).proposals }
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        print("\(lines.count) lines × \(items.count) payments: \(time), \(usage.ru_maxrss >> 10) MB at most")
        for confidence in Confidence.allCases {
            print("  \(confidence.rawValue): \(proposals.count { $0.confidence == confidence })")
        }
        for rule in MatchRule.allCases { print("  \(rule.rawValue): \(proposals.count { $0.rule == rule })") }
    }

    private static func table(_ count: Int) throws(Refusal) -> ([MatchLine], [MatchItem]) {
        var seed: UInt64 = 20_261_123
        let roll = { (below: Int) -> Int in
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % below
        }
        var (lines, items): ([MatchLine], [MatchItem]) = ([], [])
        var carried: (amount: Fen, day: Day, firm: Int)?
        for index in 0..<count {
            let (day, firm) = carried.map { ($0.day, $0.firm) } ?? (Day.first(of: 2026) + roll(360), roll(40))
            let amount = Fen(Int64(10_000 + roll(5_000_000)))
            let (name, account) = ("修缮工程有限公司第\(firm)分公司", String(622_200_000_001 + firm))
            items.append(MatchItem(
                name: ItemName(.payment, try Label("ZF2026-\(100_000 + index)")), day: day, effect: -amount, payee: name,
                account: account))
            let third = amount.value / 3
            let parts = index % 100 == 0 ? [third, third, amount.value - third * 2] : [amount.value]
            if let first = carried {
                carried = nil
                lines.append(line(lines.count, day, -(amount + first.amount), name, account, nil))
                continue
            }
            if index % 101 == 100 {
                carried = (amount, day, firm)
                continue
            }
            for part in parts {
                let text = index % 3 == 0 ? "付工程款 ZF2026-\(100_000 + index)" : nil
                lines.append(line(
                    lines.count, day + roll(4), -Fen(part), index % 3 == 2 ? name : nil,
                    index % 3 == 1 ? account : nil, text))
            }
        }
        return (lines, items)
    }

    private static func line(
        _ n: Int, _ day: Day, _ effect: Fen, _ name: String?, _ account: String?, _ text: String?
    ) -> MatchLine {
        MatchLine(
            id: LineID(seq: n / 1000 + 1, n: n % 1000 + 1), day: day, effect: effect, name: name, account: account,
            texts: [text ?? "工程款", "网银转账"])
    }
}
