import Documents
import Kernel
import Ledger

/// The figures of a year for auditors: those of the funds, with what was moved in and out apart (audit.md B2,
/// `year`).
struct YearFigures {
    var funds = FundFigures()
    /// 调入: the positive lines of 1004.
    var movedIn = Fen.zero
    /// 调出: its red lines, as a positive amount.
    var movedOut = Fen.zero

    static func + (a: Self, b: Self) -> Self {
        Self(funds: a.funds + b.funds, movedIn: a.movedIn + b.movedIn, movedOut: a.movedOut + b.movedOut)
    }

    /// Lines of the control book may be of any year and any day.
    static func figures(
        of ledger: Ledger, lines: [FundLedgerReport.Entry], year: Int, until day: Day
    ) -> [Code: YearFigures] {
        var all = FundFigures.figures(of: ledger, year: year, until: day).mapValues { YearFigures(funds: $0) }
        for entry in lines where entry.day.year == year && entry.day <= day && entry.line.account == .transfers {
            let effect = entry.line.effect
            if effect.isNegative {
                all[entry.line.appropriation]?.movedOut -= effect
            } else {
                all[entry.line.appropriation]?.movedIn += effect
            }
        }
        return all
    }

    /// A cell for each of ``columns``.
    func cells(_ target: Percent) -> [Cell] {
        let money = { (account: Account) in Cell.money(funds.standing[account]) }
        let meets = funds.utilisationRateGross.reaches(target)
        return [
            money(.granted), money(.supplement), money(.broughtForward), money(.cameBack), .money(movedIn),
            .money(movedOut), money(.recalled), .money(funds.net), .money(funds.arrived), money(.paid), money(.payable),
            money(.retention), money(.encumbered), money(.preEncumbered), money(.available), money(.carriedForward),
            .ratio(funds.executionRate), .ratio(funds.utilisationRate), .ratio(funds.utilisationRateGross),
            .ratio(funds.newUtilisationRate), .money(funds.missing(to: target)), meets.map { .flag($0) } ?? .blank,
        ]
    }

    static let columns: [Table.Column] = [
        .init("granted", Account.granted.title, .money),
        .init("supplement", Account.supplement.title, .money),
        .init("broughtForward", Phrase("上年结转", "brought forward"), .money),
        .init("cameBack", Account.cameBack.title, .money),
        .init("movedIn", Phrase("调入", "moved in"), .money),
        .init("movedOut", Phrase("调出", "moved out"), .money),
        .init("recalled", Account.recalled.title, .money),
        .init("net", Phrase("全年预算数", "budget of the year"), .money),
        .init("arrived", Phrase("到位数", "arrived"), .money),
        .init("paid", Account.paid.title, .money),
        .init("payable", Account.payable.title, .money),
        .init("retention", Phrase("质保金", "retention"), .money),
        .init("encumbered", Account.encumbered.title, .money),
        .init("preEncumbered", Account.preEncumbered.title, .money),
        .init("available", Account.available.title, .money),
        .init("carriedForward", Account.carriedForward.title, .money),
        .init("executionRate", Phrase("执行率%", "execution %"), .percent),
        .init("utilisationRate", Phrase("使用率%", "utilisation %"), .percent),
        .init("utilisationRateGross", Phrase("不扣收回%", "gross utilisation %"), .percent),
        .init("newUtilisationRate", Phrase("本年新增使用率%", "this year's utilisation %"), .percent),
        .init("missing", Phrase("与目标差额", "short of target"), .money),
        .init("meetsTarget", Phrase("达标", "meets target"), .flag),
    ]
}
