package import Documents
import Jobs
import Kernel

/// The unfinished jobs past their deadline, longest overdue first.
package enum OverdueReport {
    /// Jobs that may be late: a deadline is over, or the work is not taken up and the other system's facts
    /// say when it ends.
    static func looksAt(_ now: Instant) -> [JobCondition] {
        let early: [Works] = [.registered, .accepted]
        return [.any([.atMost(.dueFinish, now.milliseconds - 1), .oneOf(.works, early.map(\.rawValue))])]
    }

    /// The snapshot needs the jobs that may be late, and alarms.
    package static func make(_ snapshot: Snapshot) -> Document {
        let alarms = snapshot.alarms
        let late = snapshot.jobs.compactMap { job -> (due: Instant, row: Table.Row)? in
            guard let finish = JobClocks(job, asOf: snapshot.asOf).finish, finish.standing == .overdue else { return nil }
            return (finish.due, Table.Row(.detail, [
                .job(job.number), .instant(job.calledAt), snapshot.policy.cell(category: job.category),
                .text(job.scope.address.text), .named(job.works.rawValue, job.works.title),
                .named(job.papers.rawValue, job.papers.title),
                .instant(finish.due), .duration(finish.margin),
                .marks(job.marks(at: snapshot.asOf, split: alarms)),
            ]))
        }
        let rows = late.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element.row)
        return snapshot.report(
            "overdue", Phrase("逾期未完工工单", "Overdue unfinished jobs"),
            headings: [
                Pair("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf)),
                Pair("jobs", Phrase("件数", "jobs"), .count(late.count)),
            ],
            columns: [
                .init("number", Phrase("工单", "job"), .label),
                .init("calledAt", Phrase("来电时间", "called at"), .day),
                .init("category", Phrase("类别", "category"), .name),
                .init("address", Phrase("地点", "site"), .label),
                .init("works", Phrase("施工", "works"), .name),
                .init("papers", Phrase("单据", "papers"), .name),
                .init("target", Phrase("期限", "target"), .day),
                .init("overdueBy", Phrase("已逾期", "overdue by"), .count),
                .init("marks", Phrase("标记", "marks"), .name),
            ],
            rows: rows)
    }
}
