package import Documents
import Kernel
import Jobs

/// Timeliness by category: arrival, finish and settlement, what was on time and what is overdue. Computed
/// from the times, never read from a label.
package enum TimelinessReport {
    /// The snapshot needs times.
    package static func make(_ snapshot: Snapshot, year: Int? = nil) -> Document {
        let jobs = snapshot.times.filter { $0.calledAt <= snapshot.asOf && (year == nil || $0.calledAt.day.year == year) }
            .map { JobClocks($0, asOf: snapshot.asOf) }
        let categories = snapshot.policy.categories
        var rows = categories.compactMap { category -> Table.Row? in
            let own = jobs.filter { $0.job.category == category.code }
            return own.isEmpty ? nil : row(.detail, .named(category.code.text, category.name), own)
        }
        let rest = jobs.filter { line in !categories.contains { $0.code == line.job.category } }
        if !rest.isEmpty { rows.append(row(.detail, .named("", Phrase("其他类别", "other categories")), rest)) }
        rows.append(row(.total, .named("", Phrase("合计", "total")), jobs))
        return snapshot.report(
            "timeliness", Phrase("时效报告", "Timeliness"),
            headings: headings(snapshot, jobs, year), columns: columns, rows: rows, notes: notes)
    }

    private static func headings(_ snapshot: Snapshot, _ jobs: [JobClocks], _ year: Int?) -> [Pair] {
        let labelled = jobs.filter { $0.job.outside?.label != nil }
        let agreeing = labelled.filter { ($0.job.outside?.label == .late) == ($0.finish?.isLate ?? false) }
        let asOf = [Pair("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf))]
            + (year.map { [Pair("year", Phrase("年度", "year"), .count($0))] } ?? [])
        guard !labelled.isEmpty else { return asOf }
        return asOf + [
            Pair("labelled", Phrase("外部系统已标注", "labelled by the other system"), .count(labelled.count)),
            Pair("labelsAgree", Phrase("与本报告一致", "agreeing with this report"), .count(agreeing.count)),
        ]
    }

    private static func row(
        _ level: Table.Level, _ category: Cell, _ jobs: [JobClocks]
    ) -> Table.Row {
        let counts = TimelinessCounts(jobs)
        let arrival = times(jobs) { $0.job.arrivedAt }
        let finish = times(jobs) { $0.finished }
        let settlement = times(jobs) { $0.job.settledAt }
        return Table.Row(level, [category] + counts.cells + [
            duration(50, arrival), duration(90, arrival), duration(50, finish), duration(90, finish),
            duration(50, settlement), duration(90, settlement),
        ])
    }

    private static func times(_ jobs: [JobClocks], _ end: (JobClocks) -> Instant?) -> [Int64] {
        jobs.compactMap { line in end(line).map { $0 - line.job.calledAt } }
    }

    private static func duration(_ percent: Int, _ times: [Int64]) -> Cell {
        Percentiles.value(percent, of: times).map { .duration($0) } ?? .blank
    }

    private static let columns: [Table.Column] = [.init("category", Phrase("类别", "category"), .name)]
        + TimelinessCounts.columns + [
        .init("arriveP50", Phrase("到场p50", "arrive p50"), .count),
        .init("arriveP90", Phrase("到场p90", "arrive p90"), .count),
        .init("finishP50", Phrase("完工p50", "finish p50"), .count),
        .init("finishP90", Phrase("完工p90", "finish p90"), .count),
        .init("settleP50", Phrase("结算p50", "settle p50"), .count),
        .init("settleP90", Phrase("结算p90", "settle p90"), .count),
    ]

    private static let notes = [
        Phrase("完工以验收合格的那次报完工为准；逾期：完工时间（未完工的按截至时间）晚于期限。",
               "Finished is the finish that the inspection passed; "
                   + "overdue: it (or, while unfinished, the as-of time) is after the target."),
        Phrase("按期结案率＝按期完工÷应完工，逾期未完工计入应完工；返工率＝返工÷应完工；按期到场率＝按期到场÷应到场。",
               "Closed on time = finished on time ÷ due, with what is overdue and unfinished; "
                   + "rework = reworked ÷ due; arrived on time ÷ arrivals due."),
    ]
}
