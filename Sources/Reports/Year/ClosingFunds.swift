import Documents
import Jobs
import Journal
import Kernel
import Ledger

/// What became of each appropriation in a closed year: its figures, and what of it was carried, lapsed and is
/// to be given back.
enum ClosingFunds {
    /// Where the money came from and where it went.
    static func sources(_ snapshot: Snapshot, _ close: YearClose) -> Table {
        table(snapshot, close, sourceColumns) { figures, _ in
            let accounts: [Account] = [.granted, .supplement, .broughtForward, .cameBack, .transfers, .recalled]
            return accounts.map { .money(figures.standing[$0]) } + [
                .money(figures.net), .money(figures.standing[.paid]), .ratio(figures.executionRate),
                .ratio(figures.utilisationRate), .ratio(figures.utilisationRateGross), .ratio(figures.newUtilisationRate),
            ]
        }
    }

    /// What stood open, and what the close made of it.
    static func ends(_ snapshot: Snapshot, _ close: YearClose) -> Table {
        table(snapshot, close, endColumns) { figures, sums in
            let accounts: [Account] = [.available, .preEncumbered, .encumbered, .payable, .retention, .carriedForward]
            return accounts.map { .money(figures.standing[$0]) }
                + [.money(sums.recalled), .money(sums.accrued), .money(sums.toReturn)]
        }
    }

    private static func table(
        _ snapshot: Snapshot, _ close: YearClose, _ columns: [Table.Column], _ cells: (FundFigures, Sums) -> [Cell]
    ) -> Table {
        let figures = FundFigures.figures(of: snapshot.ledger, year: close.year, until: Day.last(of: close.year))
        var (total, funds) = (FundFigures(), Sums())
        var rows: [Table.Row] = []
        for fund in close.perAppropriation {
            let own = figures[fund.appropriation] ?? FundFigures()
            let known = snapshot.ledger.appropriation(fund.appropriation)
            rows.append(Table.Row(.detail, [
                .text(fund.appropriation.text), source(known?.source, snapshot), known.map { .count($0.originYear) } ?? .blank,
            ] + cells(own, Sums(fund))))
            total = total + own
            funds.add(fund)
        }
        rows.append(Table.Row(.total, [.named("", Phrase("合计", "total")), .blank, .blank] + cells(total, funds)))
        return Table(leading + columns, lead: 1, rows)
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

    private static let leading: [Table.Column] = [
        .init("appropriation", Phrase("指标", "appropriation"), .label), .init("source", Phrase("资金来源", "source"), .name),
        .init("originYear", Phrase("指标年度", "origin year"), .count),
    ]

    private static let sourceColumns: [Table.Column] = [
        .init("granted", Account.granted.title, .money), .init("supplement", Account.supplement.title, .money),
        .init("broughtForward", Account.broughtForward.title, .money), .init("cameBack", Account.cameBack.title, .money),
        .init("transfers", Account.transfers.title, .money), .init("recalled", Account.recalled.title, .money),
        .init("net", Phrase("净额", "net"), .money), .init("paid", Account.paid.title, .money),
        .init("executionRate", Phrase("预算执行率%", "execution %"), .percent),
        .init("utilisationRate", Phrase("资金使用率%", "utilisation %"), .percent),
        .init("utilisationRateGross", Phrase("不扣收回使用率%", "gross utilisation %"), .percent),
        .init("newUtilisationRate", Phrase("本年新增使用率%", "this year's utilisation %"), .percent),
    ]

    private static let endColumns: [Table.Column] = [
        .init("available", Account.available.title, .money), .init("preEncumbered", Account.preEncumbered.title, .money),
        .init("encumbered", Account.encumbered.title, .money), .init("payable", Account.payable.title, .money),
        .init("retention", Account.retention.title, .money), .init("carriedForward", Account.carriedForward.title, .money),
        .init("lapsed", Phrase("年末收回", "lapsed at the end"), .money),
        .init("accrued", Phrase("确认额度", "accrued"), .money), .init("toReturn", Phrase("待缴回", "to be returned"), .money),
    ]
}
