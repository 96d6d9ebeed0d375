package import Documents
package import Jobs
import Kernel
import Ledger

/// The list of jobs, with what each was signed for, approved and paid, and its marks.
package enum JobsReport {
    /// The snapshot needs jobs.
    package static func make(
        _ snapshot: Snapshot, amounts: Bool = true, where included: (JobClocks) -> Bool = { _ in true }
    ) -> Document {
        let alarms = SplitAlarm.jobs(snapshot.jobs, policy: snapshot.policy)
        let shown = snapshot.jobs.filter { $0.calledAt <= snapshot.asOf }
            .map { JobClocks($0, asOf: snapshot.asOf) }.filter(included)
        let rows = shown.map { row($0, alarms, snapshot.policy) } + [total(shown)]
        return snapshot.report(
            "jobs", Phrase("工单一览", "Jobs"),
            headings: [Pair("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf))],
            columns: columns.filter { amounts || $0.kind != .money },
            rows: amounts ? rows : rows.map { row in
                Table.Row(row.level, key: row.key, zip(columns, row.cells).filter { $0.0.kind != .money }.map(\.1))
            }, notes: notes)
    }

    private static func row(_ line: JobClocks, _ alarms: Set<Code>, _ policy: Policy) -> Table.Row {
        let job = line.job
        return Table.Row(.detail, [
            .job(job.number), .instant(job.calledAt), policy.cell(category: job.category),
            .text(job.scope.address.text),
            .named(job.works.rawValue, job.works.title), .named(job.papers.rawValue, job.papers.title),
            job.urgency.map { .named($0.rawValue, $0.title) } ?? .blank,
            money(signed(line)), money(job.settlement?.approved), money(paid(job)),
            .marks(job.marks(at: line.asOf, split: alarms)),
        ])
    }

    private static func total(_ lines: [JobClocks]) -> Table.Row {
        let sum = { (value: (JobClocks) -> Fen?) in
            Cell.money(lines.reduce(.zero) { $0 + (value($1) ?? .zero) })
        }
        return Table.Row(.total, [
            .phrase(Phrase("合计 \(lines.count) 件", "total of \(lines.count)")), .blank, .blank, .blank, .blank, .blank,
            .blank, sum(signed), sum { $0.job.settlement?.approved }, sum { paid($0.job) }, .blank,
        ])
    }

    /// Nothing is signed any more for a job that left.
    private static func signed(_ line: JobClocks) -> Fen? { line.left ? nil : line.job.signedTotal }

    private static func money(_ amount: Fen?) -> Cell { .money(amount) }

    private static func paid(_ job: Job) -> Fen? {
        let paid = job.held(.paid)
        return paid == .zero ? nil : paid
    }

    private static let columns: [Table.Column] = [
        .init("number", Phrase("工单", "job"), .label),
        .init("calledAt", Phrase("来电时间", "called at"), .day),
        .init("category", Phrase("类别", "category"), .name),
        .init("address", Phrase("地点", "site"), .label),
        .init("works", Phrase("施工", "works"), .name),
        .init("papers", Phrase("单据", "papers"), .name),
        .init("urgency", Phrase("紧急程度", "urgency"), .name),
        .init("signed", Phrase("签认额", "signed"), .money),
        .init("approved", Phrase("审定额", "approved"), .money),
        .init("paid", Phrase("已支付", "paid"), .money),
        .init("marks", Phrase("标记", "marks"), .name),
    ]

    private static let notes = [
        Phrase("拆分预警：同一地点同类工单在规定天数内的签认额各自未达、合计跨越审批分级。",
               "Split alarm: jobs of one site and category, close in time, whose signed totals together cross an approval tier."),
    ]
}
