package import Documents
import Kernel
import Jobs
import Ledger

/// The year's utilisation: a row per appropriation, a row per source, and the total.
package enum UtilisationReport {
    /// `asOf` of the snapshot bounds the year; the snapshot needs funds.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let day = min(snapshot.asOf.day, Day.last(of: year))
        let figures = FundFigures.figures(of: snapshot.ledger, year: year, until: day)
        let target = snapshot.policy.utilisationTarget
        let table = FundTable(zero: FundFigures(), add: +, lead: [] as [FundTable<FundFigures>.Lead]) { cells($0, target) }
        return snapshot.report(
            "utilisation", Phrase("资金使用率报告", "Fund utilisation"),
            headings: [
                Pair("year", Phrase("年度", "year"), .count(year)),
                Pair("asOf", Phrase("截至", "as of"), .day(day)),
                Pair("target", Phrase("目标", "target"), .ratio(Ratio(target.tenThousandths, of: 1_000_000))),
            ] + silence(snapshot, year),
            columns: columns, rows: table.rows(snapshot, figures), lead: 2, notes: notes,
            charts: [gauge(target), stacked(target)])
    }

    /// The rate that the target is compared with, and the part of it that is paid.
    private static func gauge(_ target: Percent) -> Chart {
        Chart(
            .gauge, Phrase("使用率与目标", "Utilisation and target"), level: .total, category: "source",
            series: ["utilisationRateGross", "executionRate"], target: target)
    }

    private static func stacked(_ target: Percent) -> Chart {
        Chart(
            .stacked, Phrase("净额去向", "Where the net is"), level: .subtotal, category: "source",
            series: ["paid", "payable", "retention", "encumbered", "preEncumbered", "available"], target: target)
    }

    /// Says so where the year has no movement at all.
    private static func silence(_ snapshot: Snapshot, _ year: Int) -> [Pair] {
        let days = snapshot.ledger.turnover.keys.map(\.day).filter { $0 <= snapshot.asOf.day }
        guard !days.contains(where: { $0.year == year }) else { return [] }
        let years = Set(days.map(\.year)).sorted().map(String.init).joined(separator: "、")
        let words = Phrase(
            "\(year) 年没有任何资金变动；有变动的年度：\(years.isEmpty ? "无" : years)",
            "nothing moved in \(year); years with movements: \(years.isEmpty ? "none" : years)")
        return [Pair("remark", Phrase("提示", "remark"), .phrase(words))]
    }

    /// A cell for each of ``figureColumns``; without a target nothing is said about reaching it.
    static func cells(_ figures: FundFigures, _ target: Percent?) -> [Cell] {
        let money = { (account: Account) in Cell.money(figures.standing[account]) }
        let meets = target.flatMap { figures.utilisationRateGross.reaches($0) }
        return [
            money(.granted), money(.supplement), money(.broughtForward), money(.transfers),
            money(.recalled), .money(figures.net), money(.available), money(.preEncumbered), money(.encumbered),
            money(.payable), money(.retention), money(.paid), money(.carriedForward), .ratio(figures.executionRate),
            .ratio(figures.utilisationRate), .ratio(figures.utilisationRateGross), meets.map { .flag($0) } ?? .blank,
        ]
    }

    private static let columns = FundTable<FundFigures>.labels + figureColumns

    /// The columns that show ``FundFigures``.
    static let figureColumns: [Table.Column] = [
        .init("granted", Account.granted.title, .money),
        .init("supplement", Account.supplement.title, .money),
        .init("broughtForward", Account.broughtForward.title, .money),
        .init("transfers", Account.transfers.title, .money),
        .init("recalled", Account.recalled.title, .money),
        .init("net", Phrase("净额", "net"), .money),
        .init("available", Account.available.title, .money),
        .init("preEncumbered", Account.preEncumbered.title, .money),
        .init("encumbered", Account.encumbered.title, .money),
        .init("payable", Account.payable.title, .money),
        .init("retention", Account.retention.title, .money),
        .init("paid", Account.paid.title, .money),
        .init("carriedForward", Account.carriedForward.title, .money),
        .init("executionRate", Phrase("预算执行率%", "execution %"), .percent),
        .init("utilisationRate", Phrase("资金使用率%", "utilisation %"), .percent),
        .init("utilisationRateGross", Phrase("不扣收回使用率%", "gross utilisation %"), .percent),
        .init("meetsTarget", Phrase("达标", "meets target"), .flag),
    ]

    static let notes = [
        Phrase("预算执行率＝已支付÷净额；资金使用率＝（已支付＋已结算待支付＋质保金待支付）÷净额。",
               "Execution = paid ÷ net; utilisation = (paid + payable + retention) ÷ net."),
        Phrase("是否达标按不扣收回的使用率精确比较：年底交回资金不能使街道达标。",
               "The target is compared exactly with the gross rate: giving money back in December lifts nobody over it."),
    ]
}
