package import Documents
import Jobs
import Kernel
import Ledger

/// 结转结余情况表: what each appropriation has left, what of it is promised, and when it is to be given back
/// (audit.md B2, `carryover`).
package enum CarryoverReport {
    private struct Row {
        var funds = FundFigures()
        var toReturn = Fen.zero

        static func + (a: Row, b: Row) -> Row { Row(funds: a.funds + b.funds, toReturn: a.toReturn + b.toReturn) }

        /// 本年预算: what the year itself added.
        var budget: Fen { funds.net - funds.standing[.broughtForward] + funds.standing[.recalled] }

        var money: [Cell] {
            let standing = funds.standing
            return [
                .money(standing[.broughtForward]), .money(budget), .money(standing[.paid]), .money(standing[.recalled]),
                .money(funds.open), .money(funds.held), .money(standing[.payable]), .money(standing[.retention]),
                .money(standing[.available]),
            ]
        }

        var rate: Cell { .ratio(Ratio(funds.open, of: funds.standing[.paid])) }
    }

    /// `asOf` of the snapshot bounds the year; the snapshot needs funds. It proves that what came, less
    /// what went, is what is left.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let figures = FundFigures.figures(of: snapshot.ledger, year: year, until: snapshot.day(in: year))
        let shown = snapshot.ledger.appropriations.filter { figures[$0.code] != nil }
            .sorted { ($0.originYear, $0.position) < ($1.originYear, $1.position) }
        var total = Row()
        var rows = shown.map { appropriation in
            let funds = figures[appropriation.code] ?? FundFigures()
            let lapse = snapshot.policy.lapse(of: appropriation, atEndOf: year)
            let own = Row(funds: funds, toReturn: lapse == nil ? .zero : funds.standing[.available])
            total = total + own
            return row(own, appropriation, year, snapshot.policy)
        }
        let blanks = [Cell](repeating: .blank, count: 2)
        rows.append(Table.Row(.total, [.named("", Phrase("合计", "total"))] + blanks + total.money + [
            .blank, .blank, .money(total.toReturn), .blank, total.rate,
        ]))
        let left = total.funds.standing[.broughtForward] + total.budget - total.funds.standing[.paid]
            - total.funds.standing[.recalled]
        return snapshot.report(
            "carryover", Phrase("结转结余情况表", "What is carried over"), headings: snapshot.headings(year), columns: columns,
            rows: rows, notes: notes,
            checks: [Check("left", Phrase("上年结转＋本年预算－支出－收回＝年末结转结余", "brought forward + budget − paid − recalled = left"),
                           expected: .money(total.funds.open), found: .money(left))],
            charts: [chart])
    }

    private static func row(_ own: Row, _ appropriation: Appropriation, _ year: Int, _ policy: Policy) -> Table.Row {
        let lapses = policy.lapse(of: appropriation, atEndOf: year) != nil
        let kind = lapses ? Cell.named("lapsed", Phrase("结余", "lapsed")) : .named("carried", Phrase("结转", "carried"))
        return Table.Row(.detail, [
            policy.cell(source: appropriation.source), .text(appropriation.code.text), .count(appropriation.originYear),
        ] + own.money + [
            .count(year - appropriation.originYear), kind, .money(own.toReturn),
            .day(policy.lastDay(of: appropriation)), own.rate,
        ])
    }

    private static let chart = Chart(
        .stacked, Phrase("年末结转结余", "What is left"), level: .detail, category: "appropriation",
        series: ["held", "payable", "retention", "available"])

    private static let columns = FundTable<FundFigures>.labels + [
        .init("originYear", Phrase("形成年度", "origin year"), .count),
        .init("broughtForward", Phrase("上年末结转", "brought forward"), .money),
        .init("budget", Phrase("本年预算", "budget of the year"), .money),
        .init("paid", Phrase("本年支出", "paid in the year"), .money),
        .init("recalled", Account.recalled.title, .money),
        .init("left", Phrase("年末结转结余", "left at the end"), .money),
        .init("held", Phrase("其中已承诺", "of it promised"), .money),
        .init("payable", Phrase("应付", "payable"), .money),
        .init("retention", Phrase("质保金", "retention"), .money),
        .init("available", Account.available.title, .money),
        .init("age", Phrase("年限", "years"), .count),
        .init("kind", Phrase("性质", "kind"), .name),
        .init("toReturn", Phrase("应收回", "to be recalled"), .money),
        .init("returnDay", Phrase("应收回日期", "to be recalled on"), .day),
        .init("rate", Phrase("结转结余率%", "left ÷ paid %"), .percent),
    ]

    private static let notes = [
        Phrase("年末结转结余＝可用＋预占＋占用＋已结算待支付＋质保金；已承诺＝预占＋占用；结转结余率＝年末结转结余÷本年支出。",
               "Left = available + pre-encumbered + encumbered + payable + retention; promised = pre-encumbered + encumbered."),
        Phrase("性质按制度的年末规则：到期的为结余，其可用数应收回；其余为结转。已收回的不再列为应收回。",
               "The policy's rule of the year's end tells the kind: what lapses is to be recalled as far as it is available."),
    ]
}

extension Policy {
    /// The last day on which an appropriation can be held; nil where it is carried for ever (books.md B4).
    func lastDay(of appropriation: Appropriation) -> Day? {
        guard let rule = sources.first(where: { $0.code == appropriation.source })?.yearEnd else { return nil }
        switch rule.rule {
        case .carry: return nil
        case .recall: return Day.last(of: appropriation.originYear + (rule.afterYears ?? 0))
        }
    }
}
