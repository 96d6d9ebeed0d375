package import Documents
import Kernel
import Ledger

/// What an appropriation had in its budget and what each month paid of it.
struct ExecutionFigures {
    var funds = FundFigures()
    /// What each month paid, from January.
    var months = [Fen](repeating: .zero, count: 12)

    /// 年初预算数: granted at the beginning, and brought forward.
    var first: Fen { funds.standing[.granted] + funds.standing[.broughtForward] }
    /// 调整数: whatever changed it in the year.
    var adjusted: Fen { funds.net - first }
    var paid: Fen { funds.standing[.paid] }

    static func + (a: Self, b: Self) -> Self {
        Self(funds: a.funds + b.funds, months: zip(a.months, b.months).map { $0 + $1 })
    }

    static func figures(of ledger: Ledger, year: Int, until day: Day) -> [Code: ExecutionFigures] {
        var all = FundFigures.figures(of: ledger, year: year, until: day).mapValues { ExecutionFigures(funds: $0) }
        for (key, sums) in ledger.turnover
        where key.account == .paid && key.day.year == year && key.day <= day && key.phase != .closing {
            all[key.appropriation]?.months[key.day.month - 1] += sums.effect(on: .paid)
        }
        return all
    }
}

/// 预算执行情况表: the budget, what each month paid of it, and how that compares with the part of the year that is
/// over (audit.md B2, `execution`).
package enum ExecutionReport {
    /// `asOf` of the snapshot bounds the year; the snapshot needs funds.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let day = snapshot.day(in: year)
        let months = day.year < year ? 0 : day.month
        let figures = ExecutionFigures.figures(of: snapshot.ledger, year: year, until: day)
        let table = FundTable(zero: ExecutionFigures(), add: +, lead: lead(snapshot, figures)) { cells($0, months) }
        let total = figures.values.reduce(ExecutionFigures(), +)
        let paid = total.months.reduce(Fen.zero, +)
        return snapshot.report(
            "execution", Phrase("预算执行情况表", "Execution of the budget"), headings: snapshot.headings(year),
            sections: [
                Section(Phrase("按指标", "By appropriation"), [
                    .table(Table(table.leadColumns + columns, lead: 2, table.rows(snapshot, figures))),
                ]),
                Section(Phrase("按月", "By month"), [.table(byMonth(total, months)), .chart(chart)]),
            ],
            notes: notes,
            checks: [Check("months", Phrase("各月执行数合计与 2501 相符", "the months add up to 2501"),
                           expected: .money(total.paid), found: .money(paid))])
    }

    /// The classification has columns where some appropriation has one; then 资金性质 is the budget's.
    private static func lead(_ snapshot: Snapshot, _ figures: [Code: ExecutionFigures]) -> [FundTable<ExecutionFigures>.Lead] {
        let isClassified = snapshot.ledger.appropriations.contains { figures[$0.code] != nil && $0.classification != nil }
        guard isClassified else { return [.documentNo, .nature] }
        return [.documentNo, .project, .function, .deptEconomic, .govEconomic, .fundNature]
    }

    private static func cells(_ figures: ExecutionFigures, _ months: Int) -> [Cell] {
        let net = figures.funds.net
        let pace = Ratio(Int64(months), of: 12)
        let ahead = net.isPositive ? Ratio(12 * figures.paid.value - Int64(months) * net.value, of: 12 * net.value) : nil
        return [.money(figures.first), .money(figures.adjusted), .money(net)] + figures.months.map { .money($0) } + [
            .money(figures.paid), .money(net - figures.paid), .ratio(Ratio(figures.paid, of: figures.first)),
            .ratio(figures.funds.executionRate), .ratio(Ratio(figures.paid, of: figures.funds.arrived)), .ratio(pace),
            ahead.map { .ratio($0) } ?? .blank,
        ]
    }

    /// The months that have begun have figures; the others only where the year should be by then.
    private static func byMonth(_ total: ExecutionFigures, _ months: Int) -> Table {
        var sum = Fen.zero
        let rows = total.months.enumerated().map { index, paid in
            sum += paid
            let pace = Cell.ratio(Ratio(Int64(index + 1), of: 12))
            let name = Cell.named(String(index + 1), Phrase("\(index + 1) 月", "\(index + 1)"))
            guard index < months else { return Table.Row(.detail, [name, .blank, .blank, .blank, pace]) }
            return Table.Row(.detail, [
                name, .money(paid), .money(sum), .ratio(Ratio(sum, of: total.funds.net)), pace,
            ])
        }
        return Table([
            .init("month", Phrase("月份", "month"), .name), .init("paid", Phrase("执行数", "paid"), .money),
            .init("sum", Phrase("累计执行数", "paid so far"), .money),
            .init("executionRate", Phrase("执行率%", "execution %"), .percent),
            .init("pace", Phrase("序时进度%", "pace %"), .percent),
        ], rows)
    }

    private static let chart = Chart(
        .months, Phrase("执行进度与序时进度", "Execution and pace"), level: .detail, category: "month",
        series: ["executionRate", "pace"])

    private static let columns: [Table.Column] = [
        .init("first", Phrase("年初预算数", "budget at first"), .money),
        .init("adjusted", Phrase("调整数", "adjusted"), .money),
        .init("net", Phrase("全年预算数", "budget of the year"), .money),
    ] + (1...12).map { .init("month\($0)", Phrase("\($0) 月", "month \($0)"), .money) } + [
        .init("paid", Phrase("累计执行数", "paid so far"), .money),
        .init("rest", Phrase("结余", "rest"), .money),
        .init("rateOfFirst", Phrase("占年初%", "of the first %"), .percent),
        .init("executionRate", Phrase("占全年%", "of the year's %"), .percent),
        .init("rateOfArrived", Phrase("占到位%", "of arrived %"), .percent),
        .init("pace", Phrase("序时进度%", "pace %"), .percent),
        .init("ahead", Phrase("偏差%", "ahead %"), .percent),
    ]

    private static let notes = [
        Phrase("年初预算数＝年初下达＋上年结转；调整数＝追加＋以前年度退回＋调剂－收回；执行数＝已支付（2501）。",
               "Budget at first = granted + brought forward; adjusted = supplements + what came back + transfers − recalled; "
                   + "paid is 2501."),
        Phrase("序时进度＝月份÷12；偏差＝执行率（占全年）－序时进度，百分点。",
               "Pace = month ÷ 12; ahead = execution of the year's budget − pace, in points."),
    ]
}
