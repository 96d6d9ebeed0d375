package import Documents
import Jobs
import Kernel
import Ledger

/// 结算审核情况表 (audit.md B2): what was claimed, reviewed and approved in a year, by whom and how fast.
package enum SettlementsReport {
    /// A settled revision of a job, with its row; of its papers it keeps what the sums are made of.
    private struct Item {
        let number: String
        let day: Day
        let firm: Code?
        let isStanding: Bool
        let row: Table.Row
        let signed, slips, claimed, approved, cut, aboveSigned: Fen
        let aboveAgreed: Int

        init(_ trail: JobTrail, _ revision: JobTrail.Revision, _ names: ReportNames) {
            (number, day) = (revision.document?.number.text ?? "", revision.settledAt.day)
            (firm, isStanding) = (trail.payee(revision), revision.reversedAt == nil)
            (signed, slips, aboveSigned) = (revision.signed, revision.slips, revision.aboveSigned)
            (claimed, approved, cut) = (revision.claim.total, revision.approved, revision.cut)
            aboveAgreed = (revision.claim.above ?? []).count { $0.agreement != nil }
            row = SettlementsReport.row(trail, revision, firm, aboveAgreed, names)
        }
    }

    /// The snapshot needs jobs and steps. Those that were settled in the year and stand; with `history` also
    /// those that were taken back. It proves that nothing was approved above its claim.
    package static func make(_ snapshot: Snapshot, year: Int, history: Bool) -> Document {
        let items = snapshot.trails.flatMap { trail in
            trail.revisions.filter { $0.settledAt.day.year == year && (history || $0.reversedAt == nil) }
                .map { Item(trail, $0, snapshot.names) }
        }.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
        let standing = items.filter(\.isStanding)
        let firms = Set(standing.compactMap(\.firm)).sorted { $0.text < $1.text }
        let sums = firms.map { firm in
            sum(.subtotal, key: "firm." + firm.text, snapshot.names.contractor(firm), standing.filter { $0.firm == firm })
        }
        let total = sum(.total, .phrase(Phrase("合计 \(standing.count) 件", "total: \(standing.count)")), standing)
        return snapshot.report(
            "settlements", Phrase("结算审核情况表", "Settlements and reviews"), headings: snapshot.headings(year: year),
            columns: columns, rows: items.map(\.row) + sums + [total], lead: 3, notes: notes,
            checks: [Check(
                "aboveClaim", Phrase("审定超过送审的件数", "settlements above their claim"), expected: .count(0),
                found: .count(items.count { $0.cut.isNegative }))])
    }

    private static func row(
        _ trail: JobTrail, _ revision: JobTrail.Revision, _ firm: Code?, _ aboveAgreed: Int, _ names: ReportNames
    ) -> Table.Row {
        Table.Row(.detail, [
            .document(revision.document?.number), .count(revision.document?.revision ?? trail.job.revision),
            .job(trail.job.number), names.contractor(firm), .money(revision.signed), .money(revision.slips),
            .money(revision.claim.total), .money(revision.approved), .money(revision.cut),
            .share(revision.cut, of: revision.claim.total), .money(revision.aboveSigned), names.user(revision.claim.by),
            names.user(revision.review.by), names.user(revision.settledBy), .day(revision.claimedAt.day),
            .day(revision.reviewedAt.day), .day(revision.settledAt.day),
            .count(revision.settledAt.day - revision.claimedAt.day),
            .count(aboveAgreed),
            .text(revision.review.lines.lazy.compactMap(\.reason).first?.text), .only(revision.reversedAt != nil),
        ])
    }

    private static func sum(_ level: Table.Level, key: String? = nil, _ title: Cell, _ items: [Item]) -> Table.Row {
        let (claimed, cut) = (items.map(\.claimed).sum, items.map(\.cut).sum)
        return Table.Row(level, key: key, [level == .total ? title : .blank, .blank, .blank, level == .total ? .blank : title] + [
            .money(items.map(\.signed).sum), .money(items.map(\.slips).sum), .money(claimed),
            .money(items.map(\.approved).sum), .money(cut), .share(cut, of: claimed),
            .money(items.map(\.aboveSigned).sum),
        ] + .blanks(6) + [
            .blank, .count(items.reduce(0) { $0 + $1.aboveAgreed }), .blank, .blank,
        ])
    }

    private static let columns: [Table.Column] = [
        .sheet,
        .init("revision", Phrase("修订", "revision"), .count),
        .job, .firm,
        .init("signed", Phrase("签认", "signed"), .money),
        .init("slips", Phrase("签证", "slips"), .money),
        .init("claimed", Phrase("送审", "claimed"), .money),
        .approved,
        .init("cut", Phrase("核减", "cut"), .money),
        .init("cutRate", Phrase("核减率", "cut rate"), .percent),
        .init("aboveSigned", Phrase("超签认", "above signed"), .money),
        .init("claimedBy", Phrase("送审人", "claimed by"), .name),
        .init("reviewedBy", Phrase("审核人", "reviewed by"), .name),
        .init("settledBy", Phrase("审定人", "settled by"), .name),
        .init("claimedOn", Phrase("送审日", "claimed on"), .day),
        .init("reviewedOn", Phrase("审核日", "reviewed on"), .day),
        .init("settledOn", Phrase("审定日", "settled on"), .day),
        .init("days", Phrase("送审至审定（天）", "claim to settlement (days)"), .count),
        .init("aboveAgreed", Phrase("协议价偏离行", "lines above agreed prices"), .count),
        .init("reason", Phrase("核减原因", "reason"), .text),
        .init("reversed", Phrase("已冲销", "taken back"), .flag),
    ]

    private static let notes = [
        Phrase("核减＝送审－审定；核减率＝核减÷送审，小计、合计由合计数计算；超签认＝审定高于首次签认的部分。小计、合计不计已冲销的。",
               "Cut = claimed − approved; cut rate = cut ÷ claimed, in sums made of the sums; above signed = what was approved "
                   + "above the first signed total. What was taken back is in no sum."),
    ]
}
