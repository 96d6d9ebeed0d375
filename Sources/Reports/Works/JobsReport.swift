package import Documents
package import Jobs
import Kernel
import Ledger

/// The list of jobs, with what each was signed for, approved and paid, and its marks.
package enum JobsReport {
    /// A page of a list, with the sums of the whole list. The snapshot needs nothing but the street.
    package static func make(_ snapshot: Snapshot, _ page: JobPage, amounts: Bool = true) -> Document {
        let rows = page.jobs.map { row($0, JobFacts($0), at: snapshot.asOf, page.split, snapshot.policy) }
        return make(snapshot, rows, page.sums, next: page.next, amounts: amounts)
    }

    private static func make(
        _ snapshot: Snapshot, _ jobs: [Table.Row], _ sums: JobSums, next: JobCursor? = nil, amounts: Bool = true
    ) -> Document {
        let rows = jobs + [total(sums)]
        let next = next.map { Pair("next", Phrase("下一页自", "next page after"), .text($0.text)) }
        return snapshot.report(
            "jobs", Phrase("工单一览", "Jobs"),
            headings: [Pair("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf))] + (next.map { [$0] } ?? []),
            columns: columns.filter { amounts || $0.kind != .money },
            rows: amounts ? rows : rows.map { row in
                Table.Row(row.level, key: row.key, zip(columns, row.cells).filter { $0.0.kind != .money }.map(\.1))
            }, notes: notes)
    }

    /// All the jobs that had come by the moment of the snapshot, which needs jobs.
    package static func make(_ snapshot: Snapshot) -> Document {
        var sums = JobSums()
        let alarms = snapshot.alarms
        let rows = snapshot.jobs.compactMap { job -> Table.Row? in
            guard job.calledAt <= snapshot.asOf else { return nil }
            let facts = JobFacts(job)
            sums.add(facts)
            return row(job, facts, at: snapshot.asOf, alarms, snapshot.policy)
        }
        return make(snapshot, rows, sums)
    }

    private static func row(
        _ job: Job, _ facts: JobFacts, at moment: Instant, _ alarms: Set<Code>, _ policy: Policy
    ) -> Table.Row {
        Table.Row(.detail, [
            .job(job.number), .instant(job.calledAt), policy.cell(category: job.category),
            .text(job.scope.address.text),
            .named(job.works.rawValue, job.works.title), .named(job.papers.rawValue, job.papers.title),
            job.urgency.map { .named($0.rawValue, $0.title) } ?? .blank,
            .money(facts.estimate), .money(facts.approved), .money(facts.paid),
            .marks(job.marks(at: moment, split: alarms)),
        ])
    }

    private static func total(_ sums: JobSums) -> Table.Row {
        Table.Row(.total, [
            .phrase(Phrase("合计 \(sums.count) 件", "total of \(sums.count)")), .blank, .blank, .blank, .blank, .blank,
            .blank, .money(sums.estimate), .money(sums.approved), .money(sums.paid), .blank,
        ])
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
