import Bank
import Documents
import Journal
import Kernel
import Reports

/// How many proposals of each rule were recorded, and how many wait for a person.
enum MatchSummary {
    /// `made` are the answers by the proposal's place. Throws `org.unknown`.
    static func report(
        _ proposals: [MatchProposal], _ differences: [MatchDifference], _ made: [Int: Answer], _ state: State
    ) throws(Refusal) -> Document {
        let all = proposals.enumerated().map { Kept(proposal: $1, answer: made[$0]) }
        var order: [Key] = []
        for kept in all where !order.contains(kept.key) { order.append(kept.key) }
        let rows = order.map { key in
            row(.detail, [
                .named(key.confidence.rawValue, key.confidence.title), .named(key.rule.rawValue, key.rule.title),
            ], all.filter { $0.key == key })
        }
        let total = row(.total, [.phrase(Phrase("合计", "total")), .blank], all)
        return try state.list(
            "match-summary", Phrase("勾对结果", "Matches"), columns: columns,
            rows: rows + [total] + unequal(differences),
            notes: [Phrase(
                "逐条查看：finance match；逐条确认：finance confirm；未勾对的：report reconciliation。",
                "One by one: finance match; to confirm: finance confirm; what is left: report reconciliation.")])
    }

    private struct Key: Equatable {
        let confidence: Confidence
        let rule: MatchRule
    }

    private struct Kept {
        let proposal: MatchProposal
        let answer: Answer?

        var key: Key { Key(confidence: proposal.confidence, rule: proposal.rule) }
        var isRecorded: Bool { answer != nil && answer?.refusal == nil }
    }

    private static func row(_ level: Table.Level, _ names: [Cell], _ kept: [Kept]) -> Table.Row {
        Table.Row(level, names + [
            .count(kept.count), .count(kept.count { $0.isRecorded }), .count(kept.count { $0.answer?.refusal != nil }),
            .count(kept.count { $0.answer == nil }),
        ])
    }

    /// Lines that name a payment and are of another amount: nobody proposes them, and they are what to look
    /// at first.
    private static func unequal(_ differences: [MatchDifference]) -> [Table.Row] {
        guard !differences.isEmpty else { return [] }
        let name = Cell.phrase(Phrase("另有：写明支付、金额不符", "besides: name a payment of another amount"))
        let count = Cell.count(Set(differences.map(\.line)).count)
        return [Table.Row(.subtotal, key: "differences", [name, .blank, count, .blank, .blank, .blank])]
    }

    private static let columns: [Table.Column] = [
        .init("confidence", Phrase("把握", "confidence"), .name),
        .init("rule", Phrase("规则", "rule"), .name),
        .init("proposed", Phrase("建议", "proposed"), .count),
        .init("recorded", Phrase("已勾对", "recorded"), .count),
        .init("refused", Phrase("被拒绝", "refused"), .count),
        .init("waiting", Phrase("待确认", "waiting"), .count),
    ]
}
