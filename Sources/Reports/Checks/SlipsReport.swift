package import Documents
import Jobs
import Kernel
import Ledger

/// 变更签证汇总 (audit.md B2): every change slip that was filed in a year, with the signed total before and after.
package enum SlipsReport {
    /// The snapshot needs jobs and steps.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let items = snapshot.trails.flatMap { trail in
            trail.slips.filter { $0.filedAt.day.year == year }.map { (story: $0, row: row(trail, $0, snapshot.names)) }
        }
        let signed = items.map(\.story).filter { $0.signedAt != nil }
        let up = signed.filter { $0.slip.change.fen.isPositive }
        let down = signed.filter { $0.slip.change.fen.isNegative }
        return snapshot.report(
            "slips", Phrase("变更签证汇总", "Change slips"), headings: snapshot.headings(year: year), columns: columns,
            rows: items.map(\.row) + [
                sum(.subtotal, key: "increase", Phrase("其中增加 \(up.count) 份", "increases: \(up.count)"), up),
                sum(.subtotal, key: "decrease", Phrase("其中减少 \(down.count) 份", "decreases: \(down.count)"), down),
                sum(.total, Phrase("合计（已签认）\(signed.count) 份", "total signed: \(signed.count)"), signed),
            ], lead: 2, notes: notes)
    }

    private static func row(_ trail: JobTrail, _ story: JobTrail.SlipStory, _ names: ReportNames) -> Table.Row {
        let first = trail.signed?.total ?? .zero
        return Table.Row(.detail, [
            .job(trail.job.number), .count(story.slip.number), .text(story.slip.reason.text), names.user(story.slip.by),
            story.signedBy.map(names.user) ?? .blank, .day((story.signedAt ?? story.filedAt).day),
            .money(story.slip.change.fen), .money(story.before), .money(story.after),
            .share(story.slip.change.fen, of: first), story.after.map { .share($0 - first, of: first) } ?? .blank,
            .only(story.isBehindWork), state(story),
        ])
    }

    private static func state(_ story: JobTrail.SlipStory) -> Cell {
        if story.signedAt != nil { return .named("signed", Phrase("已签认", "signed")) }
        if story.slip.returned != nil { return .named("returned", Phrase("已退回", "sent back")) }
        return .named("waiting", Phrase("待签认", "waiting"))
    }

    private static func sum(
        _ level: Table.Level, key: String? = nil, _ title: Phrase, _ stories: [JobTrail.SlipStory]
    ) -> Table.Row {
        Table.Row(level, key: key, [.phrase(title)] + .blanks(5) + [.money(stories.map(\.slip.change.fen).sum)] + .blanks(6))
    }

    private static let columns: [Table.Column] = [
        .job,
        .init("slip", Phrase("号", "no"), .count),
        .init("reason", Phrase("原因", "reason"), .text),
        .init("filedBy", Phrase("申报人", "filed by"), .name),
        .init("signedBy", Phrase("签认人", "signed by"), .name),
        .init("day", Phrase("日期", "day"), .day),
        .init("change", Phrase("增减额", "change"), .money),
        .init("before", Phrase("签认前", "before"), .money),
        .init("after", Phrase("签认后", "after"), .money),
        .init("share", Phrase("增幅", "share"), .percent),
        .init("shareInAll", Phrase("累计增幅", "share in all"), .percent),
        .init("behindWork", Phrase("完工后签", "after the finish"), .flag),
        .init("state", Phrase("状态", "state"), .name),
    ]

    private static let notes = [
        Phrase("增幅＝增减额÷首次签认额；日期为签认日，未签认的为申报日；合计只计已签认的签证。",
               "Share = change ÷ first signed total; the day is that of the signature, before it that of the filing; sums "
                   + "are of signed slips."),
    ]
}
