package import Documents
import Jobs
import Kernel
import Ledger

/// 质保金台账 (audit.md B2): every settlement with retention, by its due day, also where all of it was released.
package enum RetentionReport {
    /// The snapshot needs jobs, what was booked of them, and funds. It proves that what is not released
    /// stands on 2307 and 2502.
    package static func make(_ snapshot: Snapshot) -> Document {
        let items = snapshot.trails.compactMap { Item($0, snapshot) }
            .sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        let sum = { (part: (Item) -> Fen) in Cell.money(items.map(part).sum) }
        let total = Table.Row(.total, [
            .phrase(Phrase("合计 \(items.count) 件", "total: \(items.count)")), .blank, .blank, sum(\.approved), .blank,
            sum(\.retention), .blank, .blank, .blank, sum(\.released), .blank, sum(\.withheld), sum(\.open),
        ] + .blanks(3))
        return snapshot.report(
            "retention", Phrase("质保金台账", "Retention ledger"), headings: snapshot.headings(), columns: columns,
            rows: items.map(\.row) + [total], lead: 2, notes: notes,
            checks: [snapshot.tiesRetention(items.map(\.open).sum)])
    }

    private static let columns: [Table.Column] = [
        .sheet, .job, .firm, .approved,
        .init("rate", Phrase("比例", "rate"), .percent),
        .init("retention", Phrase("质保金", "retention"), .money),
        .init("from", Phrase("起算日", "from"), .day),
        .init("months", Phrase("期限（月）", "months"), .count),
        .init("due", Phrase("到期日", "due"), .day),
        .init("released", Phrase("已返还", "released"), .money),
        .init("releasedOn", Phrase("返还日", "released on"), .day),
        .init("withheld", Phrase("已扣留", "withheld"), .money),
        .init("open", Phrase("未返还", "not released"), .money),
        .init("overdue", Phrase("逾期（天）", "overdue (days)"), .count),
        .init("account", Phrase("科目", "account"), .text),
        .init("appropriation", Phrase("指标", "appropriation"), .text),
    ]

    private static let notes = [
        Phrase("起算日为验收合格日；质保金＝已返还＋已扣留＋未返还。一年以内的列 2307，一年以上的列 2502。",
               "From the day of acceptance; retention = released + withheld + not released. Up to a year on 2307, else 2502."),
    ]
}

/// A settlement with retention: what it is sorted and summed by, and its row.
private struct Item {
    let number: String
    let due: Day
    let approved, retention, released, withheld, open: Fen
    let row: Table.Row

    /// nil for a job without retention.
    init?(_ trail: JobTrail, _ snapshot: Snapshot) {
        guard let settlement = trail.job.settlement, settlement.retention.isPositive else { return nil }
        let releases = trail.transfers.filter { $0.kind == .retention }
        number = settlement.document?.number.text ?? ""
        due = settlement.retentionDue ?? settlement.at.day
        (approved, retention) = (settlement.approved, settlement.retention)
        (released, withheld, open) = (releases.map(\.amount).sum, trail.job.withheld ?? .zero, trail.retention)
        row = Table.Row(.detail, Self.place(trail.job, settlement, snapshot.names) + [
            .day(due), .money(released), .day(releases.map(\.day).max()), .money(withheld), .money(open),
            open.isPositive && snapshot.asOf.day > due ? .count(snapshot.asOf.day - due) : .blank,
            .joined(Self.accounts(settlement)),
            .joined(settlement.shares.filter { $0.retention != .zero }.map(\.appropriation.text)),
        ])
    }

    private static func place(_ job: Job, _ settlement: Settlement, _ names: ReportNames) -> [Cell] {
        [
            .document(settlement.document?.number), .job(job.number),
            names.contractor(settlement.document?.payee.code ?? job.contractor), .money(settlement.approved),
            settlement.retentionRate.map { .ratio(Ratio($0.tenThousandths, of: Percent.whole.tenThousandths)) } ?? .blank,
            .money(settlement.retention), .day(job.acceptedOn), months(of: settlement, since: job.acceptedOn),
        ]
    }

    /// What the warranty was agreed for; nothing where none was.
    private static func months(of settlement: Settlement, since start: Day?) -> Cell {
        guard let start, let end = settlement.warranty else { return .blank }
        return .count((end.year - start.year) * 12 + end.month - start.month)
    }

    /// Where the settlement booked it.
    private static func accounts(_ settlement: Settlement) -> [String] {
        let lines = settlement.booked.map(\.account)
        return [Account.otherPayables, .longTermPayables].filter(lines.contains).map { String($0.rawValue.dropFirst()) }
    }
}
