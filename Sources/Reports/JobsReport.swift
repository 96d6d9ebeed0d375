package import Jobs
package import Kernel
import Ledger

/// The list of jobs, with what each was signed for, approved and paid, and what is remarkable about it.
package enum JobsReport {
    /// The snapshot needs jobs.
    package static func make(_ snapshot: Snapshot, where included: (Timeline) -> Bool = { _ in true }) -> Report {
        let alarms = SplitAlarm.jobs(snapshot.jobs, policy: snapshot.policy)
        let shown = snapshot.jobs.filter { $0.calledAt <= snapshot.asOf }
            .map { Timeline($0, asOf: snapshot.asOf) }.filter(included)
        let rows = shown.map { row($0, split: alarms.contains($0.job.number)) } + [total(shown)]
        return snapshot.report(
            "jobs", Phrase("工单一览", "Jobs"),
            headings: [Report.Heading("asOf", Phrase("截至", "as of"), .instant(snapshot.asOf))],
            columns: columns, rows: rows, notes: notes)
    }

    private static func row(_ line: Timeline, split: Bool) -> Report.Row {
        let job = line.job
        return Report.Row(.detail, [
            .text(job.number.text), .instant(job.calledAt), .text(job.category.text), .text(job.call.site.address.text),
            .phrase(job.works.title), .phrase(job.papers.title), job.urgency.map { .phrase($0.title) } ?? .blank,
            money(job.signedTotal), money(job.settlement?.approved), money(paid(job)), .phrase(remarks(line, split)),
        ])
    }

    private static func total(_ lines: [Timeline]) -> Report.Row {
        let sum = { (value: (Job) -> Fen?) in
            Report.Cell.money(lines.filter { !$0.left }.reduce(.zero) { $0 + (value($1.job) ?? .zero) })
        }
        return Report.Row(.total, [
            .phrase(Phrase("合计 \(lines.count) 件", "total of \(lines.count)")), .blank, .blank, .blank, .blank, .blank,
            .blank, sum(\.signedTotal), sum { $0.settlement?.approved }, sum { paid($0) }, .blank,
        ])
    }

    private static func money(_ amount: Fen?) -> Report.Cell { amount.map { .money($0) } ?? .blank }

    private static func paid(_ job: Job) -> Fen? {
        let paid = job.held(.paid)
        return paid == .zero ? nil : paid
    }

    private static func remarks(_ line: Timeline, _ split: Bool) -> Phrase {
        let job = line.job
        let marks: [Phrase?] = [
            line.isLate ? Phrase("逾期", "overdue") : nil,
            job.survey?.mark == .late ? Phrase("补单", "late form") : nil,
            job.survey?.mark == .overdue ? Phrase("逾期补办", "overdue form") : nil,
            job.reworks > 0 ? Phrase("返工\(job.reworks)", "rework \(job.reworks)") : nil,
            job.disputed ? Phrase("争议", "disputed") : nil,
            job.suspension != nil ? Phrase("挂账", "suspended") : nil,
            split ? Phrase("拆分预警", "split alarm") : nil,
        ]
        let list = marks.compactMap(\.self)
        return Phrase(list.map(\.zh).joined(separator: "、"), list.map(\.en).joined(separator: ", "))
    }

    private static let columns: [Report.Column] = [
        .init("number", Phrase("工单", "job"), .text),
        .init("calledAt", Phrase("来电时间", "called at"), .day),
        .init("category", Phrase("类别", "category"), .text),
        .init("address", Phrase("地点", "site"), .text),
        .init("works", Phrase("施工", "works"), .text),
        .init("papers", Phrase("单据", "papers"), .text),
        .init("urgency", Phrase("紧急程度", "urgency"), .text),
        .init("signed", Phrase("签认额", "signed"), .money),
        .init("approved", Phrase("审定额", "approved"), .money),
        .init("paid", Phrase("已支付", "paid"), .money),
        .init("remarks", Phrase("备注", "remarks"), .text),
    ]

    private static let notes = [
        Phrase("拆分预警：同一地点同类工单在规定天数内的签认额各自未达、合计跨越审批分级。",
               "Split alarm: jobs of one site and category, close in time, whose signed totals together cross an approval tier."),
    ]
}

/// Jobs that look like one job split to stay under a tier (design §8).
package enum SplitAlarm {
    /// The numbers of signed jobs of the same site and category, called within the policy's days of each other, of which some
    /// together need a higher tier than any of them alone. It alarms; it forbids nothing.
    package static func jobs(_ jobs: [Job], policy: Policy) -> Set<Code> {
        let signed = jobs.filter { $0.signedTotal != nil && (!$0.works.isEnd || $0.works == .closed) }
        let groups = Dictionary(grouping: signed) { $0.call.site.address.text + "\u{1F}" + $0.category.text }
        var alarmed: Set<Code> = []
        for group in groups.values where group.count > 1 {
            let ordered = group.sorted { $0.calledAt < $1.calledAt }
            for (index, first) in ordered.enumerated() {
                let near = ordered[index...].prefix { $0.calledAt.day - first.calledAt.day <= policy.splitAlarm.days }
                alarmed.formUnion(split(near, policy))
            }
        }
        return alarmed
    }

    /// Each tier's jobs and the smaller ones, when their sum is above that tier: a large job does not hide small ones.
    private static func split(_ near: ArraySlice<Job>, _ policy: Policy) -> [Code] {
        policy.tiers.map(\.role.rank).flatMap { rank in
            let within = near.filter { policy.tier(of: $0.currentTotal).rank <= rank }
            guard within.count > 1, let sum = try? Fen.sum(within.map(\.currentTotal)) else { return [Code]() }
            return policy.tier(of: sum).rank > rank ? within.map(\.number) : []
        }
    }
}
