package import Documents
import Kernel
import Jobs

/// Timeliness by category: arrival, finish and settlement, what was on time and what is overdue. Computed
/// from the times, never read from a label.
package enum TimelinessReport {
    /// The snapshot needs times.
    package static func make(_ snapshot: Snapshot, year: Int? = nil) -> Document {
        let categories = snapshot.policy.categories
        var (all, rest, own) = (Sums(), Sums(), [Code: Sums]())
        let listed = Set(categories.map(\.code))
        snapshot.times.each { job in
            guard job.calledAt <= snapshot.asOf, year == nil || job.calledAt.day.year == year else { return }
            let clocks = JobClocks(job, asOf: snapshot.asOf)
            all.add(clocks)
            if listed.contains(job.category) { own[job.category, default: Sums()].add(clocks) } else { rest.add(clocks) }
        }
        var rows = categories.compactMap { category in
            own[category.code].map { $0.row(.detail, .named(category.code.text, category.name)) }
        }
        if rest.counts.calls > 0 { rows.append(rest.row(.detail, .named("", Phrase("其他类别", "other categories")))) }
        rows.append(all.row(.total, .named("", Phrase("合计", "total"))))
        return snapshot.report(
            "timeliness", Phrase("时效报告", "Timeliness"),
            headings: headings(snapshot, all, year), columns: columns, rows: rows, notes: notes)
    }

    private static func headings(_ snapshot: Snapshot, _ all: Sums, _ year: Int?) -> [Pair] {
        let asOf = [Pair("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf))]
            + (year.map { [Pair("year", Phrase("年度", "year"), .count($0))] } ?? [])
        guard all.labelled > 0 else { return asOf }
        return asOf + [
            Pair("labelled", Phrase("外部系统已标注", "labelled by the other system"), .count(all.labelled)),
            Pair("labelsAgree", Phrase("与本报告一致", "agreeing with this report"), .count(all.agreeing)),
        ]
    }

    /// Counts and times of some jobs.
    private struct Sums {
        private(set) var counts = TimelinessCounts()
        /// What the other system has called late or not, and how often this report says the same.
        private(set) var (labelled, agreeing) = (0, 0)
        private var (arrival, finish, settlement): ([Int64], [Int64], [Int64]) = ([], [], [])

        mutating func add(_ clocks: JobClocks) {
            counts.add(clocks)
            let job = clocks.job
            if let at = job.arrivedAt { arrival.append(at - job.calledAt) }
            if let at = clocks.finished { finish.append(at - job.calledAt) }
            if let at = job.settledAt { settlement.append(at - job.calledAt) }
            guard let label = job.outside?.label else { return }
            labelled += 1
            if (label == .late) == (clocks.finish?.isLate ?? false) { agreeing += 1 }
        }

        func row(_ level: Table.Level, _ category: Cell) -> Table.Row {
            Table.Row(level, [category] + counts.cells + [arrival, finish, settlement].flatMap { times in
                [Self.duration(50, times), Self.duration(90, times)]
            })
        }

        private static func duration(_ percent: Int, _ times: [Int64]) -> Cell {
            Percentiles.value(percent, of: times).map { .duration($0) } ?? .blank
        }
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
