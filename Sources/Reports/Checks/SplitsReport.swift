package import Documents
import Jobs
import Kernel
import Ledger

/// 拆分疑似清单 (audit.md B2 §2): the groups of each rule, the greatest sum first.
package enum SplitsReport {
    /// The snapshot needs jobs and steps.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let search = SplitSearch(snapshot.trails.compactMap { SplitJob($0) }, snapshot.policy, year: year)
        let groups = search.groups
        let rows = SplitRule.allCases.flatMap { rule -> [Table.Row] in
            let own = groups.filter { $0.rule == rule }
            let lines = own.enumerated().flatMap { index, group in
                group.jobs.map { row($0, of: group, "\(rule.rawValue)-\(index + 1)", snapshot) }
            }
            return lines + [Table.Row(.subtotal, key: rule.rawValue, [
                .blank, .named(rule.rawValue, Phrase(
                    "\(rule.rawValue) \(rule.title.zh)：\(own.count) 组", "\(rule.rawValue) \(rule.title.en): \(own.count)")),
            ] + .blanks(6) + [.money(own.map(\.sum).sum)] + .blanks(4))]
        }
        return snapshot.report(
            "splits", Phrase("拆分疑似清单", "Suspected splits"), headings: snapshot.headings(year: year) + [
                Pair("edgeShare", Phrase("临界工单占比", "share of jobs at the edge of a tier"), .ratio(search.edgeShare)),
            ],
            columns: columns, rows: rows, lead: 3, notes: notes)
    }

    private static func row(_ job: SplitJob, of group: SplitGroup, _ name: String, _ snapshot: Snapshot) -> Table.Row {
        let own = snapshot.policy.tier(of: job.total)
        return Table.Row(.detail, [
            .text(name), .named(group.rule.rawValue, Phrase(
                group.rule.rawValue + " " + group.rule.title.zh, group.rule.rawValue + " " + group.rule.title.en)),
            .job(job.number), .day(group.day(of: job)), .text(job.site), snapshot.policy.cell(category: job.category),
            snapshot.names.contractor(job.contractor), .money(group.amount(of: job)), .money(group.sum),
            .named(own.rawValue, own.title), group.tier.map { .named($0.rawValue, $0.title) } ?? .blank,
            job.signedBy.map(snapshot.names.user) ?? .blank, .text(job.explanation),
        ])
    }

    private static let columns: [Table.Column] = [
        .init("group", Phrase("组", "group"), .label),
        .init("rule", Phrase("规则", "rule"), .name),
        .job,
        .init("day", Phrase("日期", "day"), .day),
        .init("place", Phrase("社区、地址", "community, address"), .text),
        .init("category", Phrase("类别", "category"), .name),
        .firm,
        .init("amount", Phrase("金额", "amount"), .money),
        .init("sum", Phrase("组合计", "sum of the group"), .money),
        .init("tier", Phrase("单件级别", "tier of the job"), .name),
        .init("tierOfSum", Phrase("合计应属级别", "tier of the sum"), .name),
        .init("signedBy", Phrase("签认人", "signed by"), .name),
        .init("explanation", Phrase("说明", "explanation"), .text),
    ]

    private static let notes = [
        Phrase("S1 同址（或同小区同楼栋）同类，来电相距在制度天数内；S2 同一施工单位、同一社区，签认相距 10 日内：单件各自未达、合计须由更高一级签认。"
               + "S3 单件在某级上限的 90 % 以上至 100 %；S4 同一施工单位年度审定合计超过采购限额（制度 procurement.limit，未设不查）。",
               "S1: one place (or building of an estate) and category, called within the policy's days; S2: one firm and "
                   + "community, signed within 10 days: together they need a higher tier than any alone. S3: above 90 % of a "
                   + "tier, up to all of it. S4: what a firm was approved in the year is above the policy's procurement.limit "
                   + "(not looked at without one)."),
        Phrase("金额为签认总额（含签证），S4 为审定额。疑似不等于认定；“说明”取自含“拆分说明”的工单备注。",
               "Amounts are signed totals with slips, of S4 what was approved. A suspicion is no finding; the explanation "
                   + "is the job's note with the word 拆分说明."),
    ]
}
