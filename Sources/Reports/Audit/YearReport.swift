package import Documents
import Jobs
import Kernel
import Ledger

/// 年度资金使用情况报告: what became of the year's money, by source and appropriation, and then by community,
/// category, contractor and quarter (audit.md B2, `year`).
package enum YearReport {
    /// `asOf` of the snapshot bounds the year; the snapshot needs funds, lines and jobs.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let (day, target) = (snapshot.day(in: year), snapshot.policy.utilisationTarget)
        let figures = YearFigures.figures(of: snapshot.ledger, lines: snapshot.lines, year: year, until: day)
        let table = FundTable(
            zero: YearFigures(), add: +, lead: [.documentNo, .originYear, .channel]) { $0.cells(target) }
        let funds = Table(table.leadColumns + YearFigures.columns, lead: 2, table.rows(snapshot, figures))
        let entries = JobMoney.lines(of: snapshot.lines, year: year, until: day)
        let jobs = Dictionary(snapshot.jobs.compactMap { ($0.number, JobDivision.Member($0)) }) { first, _ in first }
        let divisions: [JobDivision] = [
            .community, .category(snapshot.policy), .contractor(snapshot.names), .quarter(of: year),
        ]
        return snapshot.report(
            "year", Phrase("年度资金使用情况报告", "The year's use of funds"),
            headings: snapshot.headings(year) + [
                Pair("target", Phrase("目标", "target"), .ratio(Ratio(target.tenThousandths, of: 1_000_000))),
            ],
            sections: [Section(Phrase("按资金来源", "By source"), [.table(funds), .chart(gauge(target)), .chart(stacked)])]
                + divisions.map { Section($0.heading, [.table($0.table(entries, jobs))]) },
            notes: notes, checks: checks(figures.values.reduce(YearFigures(), +).funds, entries))
    }

    /// The jobs' money is the funds' money, in every status.
    private static func checks(_ total: FundFigures, _ entries: [FundLedgerReport.Entry]) -> [Check] {
        var money = JobMoney()
        for entry in entries { money.add(entry.line) }
        return JobMoney.accounts.map { account in
            Check(
                account.rawValue,
                Phrase("\(account.title.zh)：各工单合计与指标账相符", "\(account.title.en): the jobs add up to the books"),
                expected: .money(total.standing[account]), found: .money(money[account]))
        }
    }

    private static func gauge(_ target: Percent) -> Chart {
        Chart(
            .gauge, Phrase("使用率与目标", "Utilisation and target"), level: .total, category: "source",
            series: ["utilisationRateGross", "executionRate"], target: target)
    }

    private static let stacked = Chart(
        .stacked, Phrase("预算去向", "Where the budget is"), level: .subtotal, category: "source",
        series: ["paid", "payable", "retention", "encumbered", "preEncumbered", "available"])

    private static let notes = UtilisationReport.notes + [
        Phrase("到位数：实有资金账户为账上余额加本年支出；其他渠道为全年预算数。",
               "Arrived: of a bank account what lies there and what the year paid from it; of other channels the budget."),
        Phrase("与目标差额＝目标×（全年预算数＋收回）－已使用，进位到分；负数为已超过目标。",
               "Short of target = target × (budget + recalled) − used, rounded up to the fen; negative: passed."),
        Phrase("按季度：已支付按付款日，已结算待支付和质保金按结算日。",
               "By quarter: what was paid by the day of payment, what is settled by that of the settlement."),
    ]
}
