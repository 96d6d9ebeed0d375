import Kernel

/// 冲正: the bank took a line of its own back. The two lines cancel each other, and neither pays anything.
extension MatchDesk {
    /// What banks write beside a line that takes another one back.
    private static let marks = ["冲正", "抹账", "抹帐", "冲账", "冲帐", "反交易", "红字冲销", "错账冲销"]

    /// Puts such a line together with the one before it of the same amount and party, within the days in
    /// which a line may follow its payment: likely where there is one, else possible with the nearest.
    /// Before all other rules, so that neither of the two is taken for the payment.
    mutating func byReversal() {
        let reversals = Set(lines.indices.filter { isReversal($0) })
        for line in reversals.sorted() where lineIsFree[line] {
            let found = lines.indices.filter { cancels(line, $0) && !reversals.contains($0) && lineIsFree[$0] }
            guard let nearest = found.max(by: { (lines[$0].day, $0) < (lines[$1].day, $1) }) else { continue }
            put([nearest, line], [], .reversal, found.count == 1 ? .likely : .possible)
        }
    }

    private func isReversal(_ line: Int) -> Bool {
        lines[line].texts.contains { text in Self.marks.contains(where: text.contains) }
    }

    private func cancels(_ line: Int, _ earlier: Int) -> Bool {
        let (mine, theirs) = (lines[line], lines[earlier])
        guard mine.effect == -theirs.effect, (0...window.upperBound).contains(mine.day - theirs.day) else { return false }
        return [Party.account, .name].allSatisfy { party in
            let keys = [mine, theirs].map { party.key(name: $0.name, account: $0.account) }
            return keys[0] == nil || keys[1] == nil || keys[0] == keys[1]
        }
    }
}
