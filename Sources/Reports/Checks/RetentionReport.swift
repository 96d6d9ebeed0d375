package import Documents
import Jobs
import Kernel
import Ledger

/// 质保金台账 (audit.md B2): every settlement with retention, by its due day, also where all of it was released.
package enum RetentionReport {
    /// The snapshot needs jobs, steps and funds. It proves that what is not released stands on 2307 and 2502.
    package static func make(_ snapshot: Snapshot) -> Document {
        let items = snapshot.trails.compactMap(Item.init)
            .sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        let sum = { (part: (Item) -> Fen) in Cell.money(items.map(part).sum) }
        let total = Table.Row(.total, [
            .phrase(Phrase("合计 \(items.count) 件", "total: \(items.count)")), .blank, .blank, sum(\.settlement.approved), .blank,
            sum(\.settlement.retention), .blank, .blank, .blank, sum(\.released), .blank, sum(\.withheld), sum(\.open),
        ] + .blanks(3))
        return snapshot.report(
            "retention", Phrase("质保金台账", "Retention ledger"), headings: snapshot.headings(), columns: columns,
            rows: items.map { $0.row(snapshot) } + [total], lead: 2, notes: notes,
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

private struct Item {
    let job: Job
    let settlement: Settlement
    let due: Day
    let released: Fen
    let releasedOn: Day?
    let open: Fen

    /// nil for a job without retention.
    init?(_ trail: JobTrail) {
        guard let settlement = trail.job.settlement, settlement.retention.isPositive else { return nil }
        let releases = trail.transfers.filter { $0.kind == .retention }
        (job, self.settlement) = (trail.job, settlement)
        due = settlement.retentionDue ?? settlement.at.day
        released = releases.map(\.amount).sum
        releasedOn = releases.map(\.day).max()
        open = trail.retention
    }

    var number: String { settlement.document?.number.text ?? "" }
    var withheld: Fen { job.withheld ?? .zero }

    func row(_ snapshot: Snapshot) -> Table.Row {
        return Table.Row(.detail, [
            .document(settlement.document?.number), .job(job.number),
            snapshot.names.contractor(settlement.document?.payee.code ?? job.contractor), .money(settlement.approved),
            settlement.retentionRate.map { .ratio(Ratio($0.tenThousandths, of: Percent.whole.tenThousandths)) } ?? .blank,
            .money(settlement.retention), .day(job.acceptedOn), months(since: job.acceptedOn), .day(due),
            .money(released), .day(releasedOn), .money(withheld), .money(open),
            open.isPositive && snapshot.asOf.day > due ? .count(snapshot.asOf.day - due) : .blank,
            .joined(accounts), .joined(settlement.shares.filter { $0.retention != .zero }.map(\.appropriation.text)),
        ])
    }

    /// What the warranty was agreed for; nothing where none was.
    private func months(since start: Day?) -> Cell {
        guard let start, let end = settlement.warranty else { return .blank }
        return .count((end.year - start.year) * 12 + end.month - start.month)
    }

    /// Where the settlement booked it.
    private var accounts: [String] {
        let lines = settlement.booked.map(\.account)
        return [Account.otherPayables, .longTermPayables].filter(lines.contains).map { String($0.rawValue.dropFirst()) }
    }
}
