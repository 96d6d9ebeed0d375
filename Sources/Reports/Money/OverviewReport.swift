import Bank
package import Documents
import Jobs
import Journal
import Kernel
import Ledger

/// 年度概览: a street's year on one screen — what was used of the money, what is still to be paid, how the jobs
/// stand, and whether the bank agrees.
package enum OverviewReport {
    /// `asOf` of the snapshot bounds the year; the snapshot needs funds, jobs and the bank.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let day = min(snapshot.asOf.day, Day.last(of: year))
        let figures = FundFigures.figures(of: snapshot.ledger, year: year, until: day)
        let rows = money(snapshot, figures) + jobs(snapshot, year) + bank(snapshot, day)
        return snapshot.report(
            "overview", Phrase("年度概览", "The year at a glance"),
            headings: [
                Pair("year", Phrase("年度", "year"), .count(year)),
                Pair("asOf", Phrase("截至", "as of"), .day(day)),
            ],
            columns: columns, rows: rows)
    }

    private static func row(
        _ key: String, _ title: Phrase, count: Int? = nil, amount: Fen? = nil, rate: Ratio? = nil, _ remark: Phrase? = nil
    ) -> Table.Row {
        Table.Row(.detail, [
            .named(key, title), count.map { .count($0) } ?? .blank, .money(amount),
            rate.map { .ratio($0) } ?? .text(""), .phrase(remark),
        ])
    }

    private static func money(_ snapshot: Snapshot, _ figures: [Code: FundFigures]) -> [Table.Row] {
        let sum = figures.values.reduce(FundFigures(), +)
        let target = snapshot.policy.utilisationTarget
        let meets = sum.utilisationRateGross.reaches(target).map { reaches in
            reaches ? Phrase("✓ 达到目标 \(target.text) %", "✓ meets \(target.text) %")
                : Phrase("✗ 未达目标 \(target.text) %", "✗ below \(target.text) %")
        }
        let sources = snapshot.policy.sources.compactMap { source -> Table.Row? in
            let own = snapshot.ledger.appropriations.filter { $0.source == source.code }.compactMap { figures[$0.code] }
            guard !own.isEmpty else { return nil }
            let part = own.reduce(FundFigures(), +)
            let title = Phrase("其中 \(source.name.zh)", "of it \(source.name.en)")
            return row("used." + source.code.text, title, amount: part.used, rate: part.utilisationRateGross)
        }
        return [
            row("net", Phrase("指标净额", "money granted, net"), count: figures.count, amount: sum.net),
            row("used", Phrase("已使用（不扣收回）", "used, recalls not deducted"), amount: sum.used,
                rate: sum.utilisationRateGross, meets),
        ] + sources + [
            row("paid", Phrase("已支付", "paid"), amount: sum.standing[.paid], rate: sum.executionRate),
            row("payable", Phrase("已结算待支付", "settled, to be paid"), amount: sum.standing[.payable]),
            row("retention", Phrase("质保金待支付", "retention held"), amount: sum.standing[.retention]),
            row("encumbered", Phrase("占用与预占", "held for jobs"), amount: sum.standing[.encumbered] + sum.standing[.preEncumbered]),
            row("available", Phrase("可用", "available"), amount: sum.standing[.available]),
        ]
    }

    private static func jobs(_ snapshot: Snapshot, _ year: Int) -> [Table.Row] {
        var counts = TimelinessCounts()
        snapshot.times.each { job in
            if job.calledAt <= snapshot.asOf, job.calledAt.day.year == year { counts.add(JobClocks(job, asOf: snapshot.asOf)) }
        }
        return [
            row("jobs", Phrase("来电", "calls"), count: counts.calls),
            row("closed", Phrase("已结案", "closed"), count: counts.closed),
            row("open", Phrase("办理中", "open"), count: counts.open),
            row("overdue", Phrase("逾期未完工", "overdue, unfinished"), count: counts.overdue),
            row("closedOnTimeRate", Phrase("按期结案率", "closed on time"), rate: counts.onTimeRate),
        ]
    }

    /// Three lines, of whatever statements there are.
    private static func bank(_ snapshot: Snapshot, _ day: Day) -> [Table.Row] {
        guard !snapshot.bank.accounts.isEmpty else {
            return [row("statements", Phrase("对账", "reconciliation"), Phrase("尚未导入对账单", "no statement has been imported"))]
        }
        let treasury = Reconciliation(snapshot.bank, .treasury, on: day)
        let bank = Reconciliation(snapshot.bank, .bank, on: day)
        let closes = bank.closes
            ? Phrase("✓ 余额调节相符", "✓ balances agree") : Phrase("✗ 余额调节不符", "✗ balances differ")
        return [
            row("treasuryOpen", Phrase("国库未勾对", "treasury, unmatched"), count: treasury.lines.count + treasury.items.count),
            row("bankOpen", Phrase("银行未勾对", "bank, unmatched"), count: bank.lines.count + bank.items.count),
            row("difference", Phrase("银行存款差额", "bank, difference"), amount: bank.difference, closes),
        ]
    }

    private static let columns: [Table.Column] = [
        .init("item", Phrase("项目", "item"), .name),
        .init("count", Phrase("数量", "count"), .count),
        .init("amount", Phrase("金额（元）", "yuan"), .money),
        .init("rate", Phrase("比率", "rate"), .percent),
        .init("remark", Phrase("说明", "remark"), .text),
    ]
}
