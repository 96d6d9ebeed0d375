package import Documents
import Jobs
import Kernel
import Ledger

/// 结算审核情况表 (audit.md B2): what was claimed, reviewed and approved in a year, by whom and how fast.
package enum SettlementsReport {
    /// A settled revision of a job.
    private struct Item {
        let trail: JobTrail
        let revision: JobTrail.Revision

        var number: String { revision.document?.number.text ?? "" }
        var firm: Code? { trail.payee(revision) }
    }

    /// The snapshot needs jobs and steps. Those that were settled in the year and stand; with `history` also
    /// those that were taken back. It proves that nothing was approved above its claim.
    package static func make(_ snapshot: Snapshot, year: Int, history: Bool) -> Document {
        let all = snapshot.trails.flatMap { trail in trail.revisions.map { Item(trail: trail, revision: $0) } }
        let items = all.filter { $0.revision.settledAt.day.year == year && (history || $0.revision.reversedAt == nil) }
            .sorted { ($0.revision.settledAt.day, $0.number) < ($1.revision.settledAt.day, $1.number) }
        let standing = items.filter { $0.revision.reversedAt == nil }
        let firms = Set(standing.compactMap(\.firm)).sorted { $0.text < $1.text }
        let sums = firms.map { firm in
            sum(.subtotal, key: "firm." + firm.text, snapshot.names.contractor(firm), standing.filter { $0.firm == firm })
        }
        let total = sum(.total, .phrase(Phrase("合计 \(standing.count) 件", "total: \(standing.count)")), standing)
        return snapshot.report(
            "settlements", Phrase("结算审核情况表", "Settlements and reviews"), headings: snapshot.headings(year: year),
            columns: columns, rows: items.map { row($0, snapshot.names) } + sums + [total], lead: 3, notes: notes,
            checks: [Check(
                "aboveClaim", Phrase("审定超过送审的件数", "settlements above their claim"), expected: .count(0),
                found: .count(items.count { $0.revision.cut.isNegative }))])
    }

    private static func row(_ item: Item, _ names: ReportNames) -> Table.Row {
        let revision = item.revision
        return Table.Row(.detail, [
            .document(revision.document?.number), .count(revision.document?.revision ?? item.trail.job.revision),
            .job(item.trail.job.number), names.contractor(item.firm), .money(revision.signed), .money(revision.slips),
            .money(revision.claim.total), .money(revision.approved), .money(revision.cut),
            .share(revision.cut, of: revision.claim.total), .money(revision.aboveSigned), names.user(revision.claim.by),
            names.user(revision.review.by), names.user(revision.settledBy), .day(revision.claimedAt.day),
            .day(revision.reviewedAt.day), .day(revision.settledAt.day),
            .count(revision.settledAt.day - revision.claimedAt.day),
            .count((revision.claim.above ?? []).count { $0.agreement != nil }),
            .text(revision.review.lines.lazy.compactMap(\.reason).first?.text), .only(revision.reversedAt != nil),
        ])
    }

    private static func sum(_ level: Table.Level, key: String? = nil, _ title: Cell, _ items: [Item]) -> Table.Row {
        let revisions = items.map(\.revision)
        let (claimed, cut) = (revisions.map(\.claim.total).sum, revisions.map(\.cut).sum)
        return Table.Row(level, key: key, [level == .total ? title : .blank, .blank, .blank, level == .total ? .blank : title] + [
            .money(revisions.map(\.signed).sum), .money(revisions.map(\.slips).sum), .money(claimed),
            .money(revisions.map(\.approved).sum), .money(cut), .share(cut, of: claimed),
            .money(revisions.map(\.aboveSigned).sum),
        ] + .blanks(6) + [
            .blank, .count(revisions.flatMap { $0.claim.above ?? [] }.count { $0.agreement != nil }), .blank, .blank,
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
