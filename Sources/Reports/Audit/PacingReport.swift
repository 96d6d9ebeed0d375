package import Documents
import Jobs
import Journal
import Kernel
import Ledger

/// 使用进度预测: whether the year's target can still be reached, by source and in all; what lies idle, and what
/// lapses when (books.md B4).
package enum PacingReport {
    /// At the day of the snapshot, which needs funds, lines and jobs.
    package static func make(_ snapshot: Snapshot) -> Document {
        let terms = PacingTerms(snapshot)
        let figures = FundFigures.figures(of: snapshot.ledger, year: terms.day.year, until: terms.day)
        let last = terms.last
        return snapshot.report(
            "pacing", Phrase("使用进度预测", "Pacing to the target"),
            headings: [
                Pair("asOf", Phrase("截至", "as of"), .day(terms.day)), Pair("last", Phrase("年末", "the year's end"), .day(last)),
                Pair("target", Phrase("目标", "target"),
                     .ratio(Ratio(snapshot.policy.utilisationTarget.tenThousandths, of: 1_000_000))),
                Pair("median", Phrase("签认至结算工作日（中位）", "working days to settlement, p50"), .count(terms.median)),
                Pair("ninth", Phrase("签认至结算工作日（九成）", "working days to settlement, p90"), .count(terms.ninth)),
                Pair("lastUsual", Phrase("最晚派工日（中位）", "last day to place work, p50"), .day(terms.lastUsual)),
                Pair("lastSlow", Phrase("最晚派工日（九成）", "last day to place work, p90"), .day(terms.lastSlow)),
                Pair("workdays", Phrase("剩余工作日", "working days left"), .count(terms.workdays)),
            ],
            sections: [
                Section(Phrase("预测", "Forecast"), [.table(forecast(snapshot, terms, figures)), .chart(gauge(snapshot))]),
                Section(Phrase("久未推进的占用", "Idle holds"), [.table(PacingLists.idle(snapshot, terms))]),
                Section(Phrase("到期日", "When money lapses"), [.table(PacingLists.lapses(snapshot, terms, figures))]),
            ], notes: notes(idle: terms.idleDays))
    }

    private static func forecast(_ snapshot: Snapshot, _ terms: PacingTerms, _ figures: [Code: FundFigures]) -> Table {
        let groups = snapshot.bySource { figures[$0] != nil }
        let rows = groups.map { source, appropriations in
            let own = pacing(snapshot, terms, source, appropriations, figures)
            return Table.Row(.detail, [snapshot.policy.cell(source: source)] + cells(own))
        }
        let all = pacing(snapshot, terms, nil, groups.flatMap(\.appropriations), figures)
        return Table(columns, rows + [Table.Row(.total, [.named("", Phrase("合计", "total"))] + cells(all))])
    }

    private static func pacing(
        _ snapshot: Snapshot, _ terms: PacingTerms, _ source: Code?, _ appropriations: [Appropriation],
        _ figures: [Code: FundFigures]
    ) -> Pacing {
        let sum = appropriations.reduce(FundFigures()) { $0 + (figures[$1.code] ?? FundFigures()) }
        var pacing = Pacing()
        pacing.gross = sum.gross
        pacing.used = sum.used
        pacing.held = sum.held
        pacing.due = terms.due(source)
        pacing.available = appropriations.filter { snapshot.lapsed($0, before: terms.day) == nil }
            .reduce(.zero) { $0 + (figures[$1.code]?.standing[.available] ?? .zero) }
        pacing.target = snapshot.policy.utilisationTarget
        pacing.kept = terms.kept(source)
        pacing.placed = terms.placed(source, snapshot.lines)
        pacing.workdays = terms.workdays
        return pacing
    }

    private static func cells(_ own: Pacing) -> [Cell] {
        let forecast = { (amount: Fen?) -> [Cell] in
            guard let amount else { return [.blank, .blank, .blank] }
            let rate = Ratio(amount, of: own.gross)
            return [.money(amount), .ratio(rate), rate.reaches(own.target).map { .flag($0) } ?? .blank]
        }
        let aDay = own.placed.map { Fen(Int64(Int128($0.part).dividedHalfUp(by: Int128($0.whole)))) }
        return [
            .money(own.gross), .money(own.used), .ratio(Ratio(own.used, of: own.gross)), .money(own.needed), .money(own.held),
            .money(own.due), .ratio(own.kept), .money(own.expected), .money(aDay),
        ] + forecast(own.low) + forecast(own.mid) + forecast(own.high) + [
            .money(own.available), .money(own.toPlace), .money(own.toPlaceEachDay), .flag(own.isReachable), .money(own.gap),
        ]
    }

    private static func gauge(_ snapshot: Snapshot) -> Chart {
        Chart(
            .gauge, Phrase("预测使用率与目标", "Forecast and target"), level: .total, category: "source",
            series: ["rate", "lowRate"], target: snapshot.policy.utilisationTarget)
    }

    private static let columns: [Table.Column] = [
        .init("source", Phrase("资金来源", "source"), .name), .init("gross", Phrase("预算总额", "gross"), .money),
        .init("used", Phrase("已使用", "used"), .money), .init("rate", Phrase("使用率%", "utilisation %"), .percent),
        .init("needed", Phrase("尚需使用", "needed"), .money), .init("held", Phrase("已承诺", "held"), .money),
        .init("due", Phrase("年内到期", "due this year"), .money), .init("kept", Phrase("审定占承诺%", "approved of held %"), .percent),
        .init("expected", Phrase("预计结算", "expected"), .money), .init("placedEachDay", Phrase("日均派工", "placed a day"), .money),
    ] + forecast("low", "低", "low") + forecast("mid", "中", "mid") + forecast("high", "高", "high") + [
        .init("available", Phrase("可派", "can be placed"), .money), .init("toPlace", Phrase("需派", "to be placed"), .money),
        .init("toPlaceEachDay", Phrase("每日需派", "to place a day"), .money),
        .init("reachable", Phrase("可达", "reachable"), .flag), .init("gap", Phrase("缺口", "gap"), .money),
    ]

    private static func forecast(_ key: String, _ zh: String, _ en: String) -> [Table.Column] {
        [
            .init(key, Phrase("预测（\(zh)）", "forecast, \(en)"), .money),
            .init(key + "Rate", Phrase("\(zh)%", "\(en) %"), .percent),
            .init(key + "Meets", Phrase("\(zh)达标", "\(en) meets target"), .flag),
        ]
    }

    private static func notes(idle: Int) -> [Phrase] {
        lasting + [
            Phrase("有争议、停工到年后或 \(idle) 天未推进的占用不计入年内到期。",
                   "Holds that are disputed, suspended beyond the year or idle for \(idle) days are not due this year."),
        ]
    }

    private static let lasting = [
        Phrase("预计结算＝年内到期的承诺×审定占承诺；低＝已使用＋预计结算；中再加按近 60 个工作日速度还能派出的；高＝已使用＋（承诺＋可派）×审定占承诺。",
               "Expected = held and due this year × approved of held; low = used + expected; mid adds what can be placed at the "
                   + "pace of the last 60 working days; high = used + (held + what can be placed) × approved of held."),
        Phrase("近一年结算不足 5 件时，审定占承诺按 100 %，签认至结算按 15 和 30 个工作日；不足 20 个工作日不预测新派工。",
               "With fewer than 5 settlements in a year approved of held is 100 % and settlement takes 15 and 30 working days; "
                   + "with fewer than 20 working days no new work is forecast."),
    ]
}

extension Snapshot {
    /// The lapse that blocks an appropriation on a day: its last year was over before. What the street took
    /// over in its first year was left to it.
    func lapsed(_ appropriation: Appropriation, before day: Day) -> Lapse? {
        day.year > street.year ? policy.lapse(of: appropriation, atEndOf: day.year - 1) : nil
    }
}
