import ArgumentParser
import Bank
import Desk
import Documents
import Jobs
import Journal
import Kernel
import Ledger
import Reports

struct FinanceMatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "match", "勾对", "Propose matches of statement lines with payments; record the sure ones.",
        example: """
            yjb finance match
            yjb finance match --confirm sure --as wu.fang
            """,
        notes: """
            Sure is only what the number and the amount say, or the amount, the account and the days, where nothing else \
            could be meant. Everything else waits for a person: yjb finance confirm. With --confirm a summary is \
            printed, with --list every row.
            """)

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    @Option(help: ArgumentHelp("Record these at once.", valueName: "sure"))
    var confirm: String?

    @Flag(help: "With --confirm: every row, not the summary.")
    var list = false

    @Option(help: "How many days after its payment a line may stand.")
    var days = 10

    func run() async throws {
        try await serving(options, readOnly: confirm == nil) { (session, language) throws(Refusal) in
            if let confirm, confirm != Confidence.sure.rawValue {
                throw Refusal(.settingInvalid, ["setting": "--confirm", "value": confirm.excerpt, "expected": "sure"])
            }
            guard (0...366).contains(days) else {
                throw Refusal(.settingInvalid, ["setting": "--days", "value": String(days), "expected": "0–366"])
            }
            let found = try await session.ask(.matches(Matching(after: days)))
            let made = confirm == nil ? [:] : try await record(found.proposals, session)
            let summary = confirm != nil && !list
            try options.show(as: showing, try summary
                    ? MatchSummary.report(found.proposals, found.differences, made, found.state)
                    : MatchList.report(found.proposals, found.differences, made, found.state),
                language)
            return made.values.contains { $0.refusal != nil } ? Exit.refused : Exit.done
        }
    }

    /// Records the sure ones, a transaction for every few hundred. By the proposal's place.
    private func record(_ proposals: [MatchProposal], _ session: Session) async throws(Refusal) -> [Int: Answer] {
        let (org, user) = (try await session.org(), try options.actor())
        var made: [Int: Answer] = [:]
        let sure = proposals.indices.filter { proposals[$0].confidence == .sure }
        for start in stride(from: 0, to: sure.count, by: 256) {
            let part = sure[start..<min(start + 256, sure.count)]
            let answers = try await session.desk.execute(part.map { place in
                session.desk.read(.members([
                    "id": Session.newID().json, "org": org.text.json, "by": user.json, "do": FinanceConfirm.does.json,
                    "with": JSON(proposals[place].form),
                ]))
            })
            for (place, answer) in zip(part, answers) { made[place] = answer }
        }
        return made
    }
}

/// The proposals as a list.
enum MatchList {
    static func report(
        _ proposals: [MatchProposal], _ differences: [MatchDifference], _ made: [Int: Answer], _ state: State
    ) throws(Refusal) -> Document {
        let proposed = Set(proposals.flatMap(\.lines))
        return try state.list(
            "matches", Phrase("勾对建议", "Proposed matches"),
            columns: [
                .init("lines", Phrase("对账单明细", "lines"), .label), .init("payments", Phrase("支付", "payments"), .label),
                .init("rule", Phrase("规则", "rule"), .name), .init("confidence", Phrase("把握", "confidence"), .name),
                .init("match", Phrase("已勾对", "match"), .label), .init("remark", Phrase("备注", "remark"), .text),
            ],
            rows: proposals.enumerated().map { place, proposal in
                let own = differences.filter { proposal.lines.contains($0.line) }
                return Table.Row(.detail, [
                    .text(proposal.lines.map(\.text).joined(separator: " ")),
                    .text(proposal.items.map(\.text).joined(separator: " ")),
                    .named(proposal.rule.rawValue, proposal.rule.title),
                    .named(proposal.confidence.rawValue, proposal.confidence.title), made[place].map(result) ?? .blank,
                    .phrase(words(own)),
                ])
            } + differences.filter { !proposed.contains($0.line) }.map { difference in
                Table.Row(.detail, [
                    .text(difference.line.text), .text(difference.item.text),
                    .named(MatchRule.number.rawValue, MatchRule.number.title),
                    .named("none", Phrase("金额不符", "another amount")), .blank, .phrase(difference.words),
                ])
            },
            notes: [Phrase(
                "未勾对的明细和支付见 report reconciliation；用 finance confirm 逐条确认。",
                "What is not matched is in report reconciliation; confirm one by one with finance confirm.")])
    }

    private static func words(_ differences: [MatchDifference]) -> Phrase {
        Phrase(
            differences.map(\.words.zh).joined(separator: "；"), differences.map(\.words.en).joined(separator: "; "))
    }

    private static func result(_ answer: Answer) -> Cell {
        switch answer {
        case .done(_, let seq, _, _, _): .text(String(seq))
        case .refused(_, let refusal): .text(refusal.code.rawValue)
        }
    }
}

extension MatchProposal {
    /// The form that makes it a match.
    var form: MakeMatchForm {
        MakeMatchForm(lines: lines, payments: items, rule: rule, confidence: confidence)
    }
}
