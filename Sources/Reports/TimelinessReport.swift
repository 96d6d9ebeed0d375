import Kernel
import Jobs

/// Timeliness by category: arrival, finish and settlement, what was on time and what is overdue. Computed from the times,
/// never read from a label.
package enum TimelinessReport {
    /// The snapshot needs jobs.
    package static func make(_ snapshot: Snapshot, year: Int? = nil) -> Report {
        let jobs = snapshot.jobs.filter { $0.calledAt <= snapshot.asOf && (year == nil || $0.calledAt.day.year == year) }
            .map { Timeline($0, asOf: snapshot.asOf) }
        let categories = snapshot.policy.categories
        var rows = categories.compactMap { category -> Report.Row? in
            let own = jobs.filter { $0.job.category == category.code }
            return own.isEmpty ? nil : row(.detail, .text(category.code.text), .phrase(category.name), own)
        }
        let rest = jobs.filter { line in !categories.contains { $0.code == line.job.category } }
        if !rest.isEmpty { rows.append(row(.detail, .text("—"), .phrase(Phrase("其他类别", "other categories")), rest)) }
        rows.append(row(.total, .named("", Phrase("合计", "total")), .blank, jobs))
        return snapshot.report(
            "timeliness", Phrase("时效报告", "Timeliness"),
            headings: headings(snapshot, jobs, year), columns: columns, rows: rows, notes: notes)
    }

    private static func headings(_ snapshot: Snapshot, _ jobs: [Timeline], _ year: Int?) -> [Report.Heading] {
        let labelled = jobs.filter { $0.job.call.outside?.label != nil }
        let agreeing = labelled.filter { ($0.job.call.outside?.label == .late) == $0.isLate }
        let asOf = [Report.Heading("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf))]
            + (year.map { [Report.Heading("year", Phrase("年度", "year"), .count($0))] } ?? [])
        guard !labelled.isEmpty else { return asOf }
        return asOf + [
            Report.Heading("labelled", Phrase("外部系统已标注", "labelled by the other system"), .count(labelled.count)),
            Report.Heading("labelsAgree", Phrase("与本报告一致", "agreeing with this report"), .count(agreeing.count)),
        ]
    }

    private static func row(
        _ level: Report.Level, _ code: Report.Cell, _ name: Report.Cell, _ jobs: [Timeline]
    ) -> Report.Row {
        let late = jobs.filter(\.isLate)
        let due = jobs.filter(\.isDue)
        let dueOnTime = due.filter { !$0.isLate && $0.done != nil }
        let reworked = due.filter { $0.job.reworks > 0 }
        let arrival = times(jobs) { $0.job.arrivedAt }
        let finish = times(jobs) { $0.done }
        let settlement = times(jobs) { $0.job.settledAt }
        return Report.Row(level, [
            code, name, .count(jobs.count), .count(jobs.count { !$0.left } - late.count), .count(late.count),
            .count(jobs.count { $0.isOpen }), .count(late.count { $0.isOpen }), .count(due.count),
            .ratio(Ratio(Int64(dueOnTime.count), of: Int64(due.count))),
            .ratio(Ratio(Int64(reworked.count), of: Int64(due.count))),
            .ratio(onTimeArrivals(jobs)), duration(50, arrival), duration(90, arrival), duration(50, finish),
            duration(90, finish), duration(50, settlement), duration(90, settlement),
        ])
    }

    private static func onTimeArrivals(_ jobs: [Timeline]) -> Ratio {
        let due = jobs.filter { line in
            guard let arrive = line.job.due?.arrive, !line.left else { return false }
            return arrive <= line.clock || line.job.arrivedAt != nil
        }
        let onTime = due.filter { line in line.job.arrivedAt.map { $0 <= (line.job.due?.arrive ?? $0) } ?? false }
        return Ratio(Int64(onTime.count), of: Int64(due.count))
    }

    private static func times(_ jobs: [Timeline], _ end: (Timeline) -> Instant?) -> [Int64] {
        jobs.compactMap { line in end(line).map { $0 - line.job.calledAt } }
    }

    private static func duration(_ percent: Int, _ times: [Int64]) -> Report.Cell {
        Percentiles.value(percent, of: times).map { .duration($0) } ?? .blank
    }

    private static let columns: [Report.Column] = [
        .init("category", Phrase("类别", "category"), .text),
        .init("name", Phrase("名称", "name"), .text),
        .init("calls", Phrase("来电", "calls"), .count),
        .init("onTime", Phrase("按期", "on time"), .count),
        .init("overdue", Phrase("逾期", "overdue"), .count),
        .init("open", Phrase("未结", "open"), .count),
        .init("overdueOpen", Phrase("逾期未结", "overdue open"), .count),
        .init("due", Phrase("应结", "due"), .count),
        .init("closedOnTimeRate", Phrase("按期结案率%", "closed on time %"), .percent),
        .init("reworkRate", Phrase("返工率%", "rework %"), .percent),
        .init("arrivedOnTimeRate", Phrase("按期到场率%", "arrived on time %"), .percent),
        .init("arriveP50", Phrase("到场p50", "arrive p50"), .count),
        .init("arriveP90", Phrase("到场p90", "arrive p90"), .count),
        .init("finishP50", Phrase("完工p50", "finish p50"), .count),
        .init("finishP90", Phrase("完工p90", "finish p90"), .count),
        .init("settleP50", Phrase("结算p50", "settle p50"), .count),
        .init("settleP90", Phrase("结算p90", "settle p90"), .count),
    ]

    private static let notes = [
        Phrase("逾期：有期限，且完工时间（未完工的按截至时间）晚于期限。按期结案率＝按期完工÷应结，逾期未结计入分母。",
               "Overdue: there is a target, and the finish (or, while open, the as-of time) is after it. Open overdue jobs count as due."),
    ]
}

/// The overdue jobs that are still open, longest overdue first.
package enum OverdueReport {
    /// The snapshot needs jobs.
    package static func make(_ snapshot: Snapshot) -> Report {
        let late = snapshot.jobs.map { Timeline($0, asOf: snapshot.asOf) }.filter { $0.isOpen && $0.isLate }
            .sorted { ($0.target ?? $0.asOf, $0.job.number.text) < ($1.target ?? $1.asOf, $1.job.number.text) }
        let rows = late.map { line in
            Report.Row(.detail, [
                .text(line.job.number.text), .instant(line.job.calledAt), .text(line.job.category.text),
                .text(line.job.call.site.address.text), .phrase(line.job.works.title), .phrase(line.job.papers.title),
                line.target.map { .instant($0) } ?? .blank, .duration(line.clock - (line.target ?? line.clock)),
            ])
        }
        return snapshot.report(
            "overdue", Phrase("逾期未结工单", "Overdue open jobs"),
            headings: [
                Report.Heading("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf)),
                Report.Heading("jobs", Phrase("件数", "jobs"), .count(late.count)),
            ],
            columns: [
                .init("number", Phrase("工单", "job"), .text),
                .init("calledAt", Phrase("来电时间", "called at"), .day),
                .init("category", Phrase("类别", "category"), .text),
                .init("address", Phrase("地点", "site"), .text),
                .init("works", Phrase("施工", "works"), .text),
                .init("papers", Phrase("单据", "papers"), .text),
                .init("target", Phrase("期限", "target"), .day),
                .init("overdueBy", Phrase("已逾期", "overdue by"), .count),
            ],
            rows: rows)
    }
}
