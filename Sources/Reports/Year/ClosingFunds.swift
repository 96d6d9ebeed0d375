import Documents
import Jobs
import Journal
import Kernel
import Ledger

/// What became of each appropriation in a closed year: its figures, and what of it was carried, lapsed and is
/// to be given back.
enum ClosingFunds {
    static func table(_ snapshot: Snapshot, _ close: YearClose) -> Table {
        let figures = FundFigures.figures(of: snapshot.ledger, year: close.year, until: Day.last(of: close.year))
        var (total, funds) = (FundFigures(), Sums())
        var rows: [Table.Row] = []
        for fund in close.perAppropriation {
            let own = figures[fund.appropriation] ?? FundFigures()
            let known = snapshot.ledger.appropriation(fund.appropriation)
            rows.append(Table.Row(.detail, [
                .text(fund.appropriation.text), source(known?.source, snapshot),
                known.map { .count($0.originYear) } ?? .blank,
            ] + cells(own, Sums(fund))))
            total = total + own
            funds.add(fund)
        }
        rows.append(Table.Row(.total, [.named("", Phrase("合计", "total")), .blank, .blank] + cells(total, funds)))
        return Table(columns, lead: 1, rows)
    }

    private struct Sums {
        var recalled = Fen.zero
        var accrued = Fen.zero
        var toReturn = Fen.zero

        init() {}

        init(_ fund: YearClose.Fund) { add(fund) }

        mutating func add(_ fund: YearClose.Fund) {
            recalled += fund.recalled
            accrued += fund.accrued
            toReturn += fund.toReturn
        }
    }

    private static func source(_ code: Code?, _ snapshot: Snapshot) -> Cell {
        guard let code else { return .blank }
        let name = snapshot.policy.sources.first { $0.code == code }?.name
        return .named(code.text, name ?? Phrase(code.text, code.text))
    }

    private static func cells(_ figures: FundFigures, _ sums: Sums) -> [Cell] {
        let standing = figures.standing
        let accounts: [Account] = [
            .granted, .supplement, .broughtForward, .cameBack, .transfers, .recalled,
        ]
        let open: [Account] = [.available, .preEncumbered, .encumbered, .payable, .retention]
        return accounts.map { .money(standing[$0]) } + [.money(figures.net), .money(standing[.paid])]
            + open.map { .money(standing[$0]) } + [
                .money(standing[.carriedForward]), .money(sums.recalled), .money(sums.accrued), .money(sums.toReturn),
                .ratio(figures.executionRate), .ratio(figures.utilisationRate), .ratio(figures.utilisationRateGross),
                .ratio(figures.newUtilisationRate),
            ]
    }

    private static let columns: [Table.Column] = [
        .init("appropriation", Phrase("指标", "appropriation"), .label), .init("source", Phrase("资金来源", "source"), .name),
        .init("originYear", Phrase("指标年度", "origin year"), .count), .init("granted", Account.granted.title, .money),
        .init("supplement", Account.supplement.title, .money), .init("broughtForward", Account.broughtForward.title, .money),
        .init("cameBack", Account.cameBack.title, .money), .init("transfers", Account.transfers.title, .money),
        .init("recalled", Account.recalled.title, .money), .init("net", Phrase("净额", "net"), .money),
        .init("paid", Account.paid.title, .money), .init("available", Account.available.title, .money),
        .init("preEncumbered", Account.preEncumbered.title, .money), .init("encumbered", Account.encumbered.title, .money),
        .init("payable", Account.payable.title, .money), .init("retention", Account.retention.title, .money),
        .init("carriedForward", Account.carriedForward.title, .money),
        .init("lapsed", Phrase("其中年末收回", "lapsed at the year's end"), .money),
        .init("accrued", Phrase("确认额度", "accrued"), .money), .init("toReturn", Phrase("待缴回", "to be returned"), .money),
        .init("executionRate", Phrase("预算执行率%", "execution %"), .percent),
        .init("utilisationRate", Phrase("资金使用率%", "utilisation %"), .percent),
        .init("utilisationRateGross", Phrase("不扣收回使用率%", "gross utilisation %"), .percent),
        .init("newUtilisationRate", Phrase("本年新增使用率%", "this year's utilisation %"), .percent),
    ]
}
