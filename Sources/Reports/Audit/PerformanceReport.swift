package import Documents
import Jobs
import Journal
import Kernel
import Ledger

/// 项目支出绩效自评表, laid out like the ministry's form (audit.md B2 §1).
package enum PerformanceReport {
    /// The snapshot needs funds, jobs, steps and assessments; it is taken at the end of the year, or earlier.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let money = Money(snapshot, year)
        let lines = lines(snapshot, year)
        let total = money.score + lines.reduce(0) { $0 + $1.score }
        let unexplained = lines.count { $0.lacksReason }
        let grade = grade(total)
        return snapshot.report(
            "performance", Phrase("项目支出绩效自评表", "Self-assessment of the project"),
            headings: snapshot.headings(year) + [
                Pair("score", Phrase("总分", "score"), points(total)), Pair("grade", Phrase("等级", "grade"), grade),
            ],
            sections: [
                Section(Phrase("项目", "Project"), [.pairs(project(snapshot, year))]),
                Section(Phrase("项目资金（万元）", "Funds of the project (10,000 yuan)"), [.table(money.table.inWan)]),
                Section(Phrase("年度总体目标", "Goal of the year"), [.pairs(goals(snapshot, year))]),
                Section(Phrase("绩效指标", "Indicators"), [.table(table(lines, money.score, total, grade))]),
            ],
            notes: notes(unexplained))
    }

    /// 优 ≥ 90, 良 ≥ 80, 中 ≥ 60, 差; in hundredths of a point.
    static func grade(_ total: Int64) -> Cell {
        switch total {
        case 9000...: .named("excellent", Phrase("优", "excellent"))
        case 8000...: .named("good", Phrase("良", "good"))
        case 6000...: .named("fair", Phrase("中", "fair"))
        default: .named("poor", Phrase("差", "poor"))
        }
    }

    /// Hundredths of a point are written as an amount is: with two decimals.
    private static func points(_ hundredths: Int64) -> Cell { .money(Fen(hundredths)) }

    /// The budget's projects, where appropriations of the year name some.
    private static func project(_ snapshot: Snapshot, _ year: Int) -> [Pair] {
        let figures = FundFigures.figures(of: snapshot.ledger, year: year, until: snapshot.day(in: year))
        let named = snapshot.ledger.appropriations.filter { figures[$0.code] != nil }
            .compactMap { $0.classification?.project?.name.text }
        let names = named.enumerated().filter { named.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        let usual = Phrase("房屋共用部位应急维修", "emergency repairs of shared parts")
        return [
            Pair("project", Phrase("项目名称", "project"),
                 names.isEmpty ? .phrase(usual) : .text(names.joined(separator: "、"))),
            Pair("department", Phrase("主管部门", "department"), .text(snapshot.street.parent?.text ?? snapshot.street.name.text)),
            Pair("unit", Phrase("实施单位", "carried out by"), .text(snapshot.street.name.text)),
        ]
    }

    private static func goals(_ snapshot: Snapshot, _ year: Int) -> [Pair] {
        let told = { (text: Prose?) in text.map { Cell.text($0.text.withoutPhones) } ?? .phrase(Phrase("未填写", "not told yet")) }
        return [
            Pair("goal", Phrase("预期目标", "goal"), told(snapshot.assessments.goal(of: year))),
            Pair("achieved", Phrase("实际完成情况", "achieved"), told(snapshot.assessments.achieved(in: year))),
        ]
    }

    /// A line of block 4.
    struct Line {
        let indicator: Indicator
        let reached: Phrase?
        /// In hundredths.
        let score: Int64
        let reason: Phrase?
        let lacksReason: Bool
    }

    private static func lines(_ snapshot: Snapshot, _ year: Int) -> [Line] {
        let metrics = YearMetrics(snapshot, year: year)
        return snapshot.policy.indicators.map { indicator in
            let said = snapshot.assessments.of(indicator.code, in: year)
            let reason = said?.reason.map { Phrase($0.text.withoutPhones, $0.text.withoutPhones) }
            if indicator.direction == .grade {
                guard let band = said?.band, let score = said?.score, indicator.holds(score, in: band) else {
                    return Line(indicator: indicator, reached: nil, score: 0, reason: reason, lacksReason: false)
                }
                return Line(
                    indicator: indicator, reached: band.title, score: score.thousandths / 10, reason: reason, lacksReason: false)
            }
            let reached = indicator.metric.map(metrics.value) ?? said?.actual.map { Indicator.Reached.value($0) }
            let score = reached.map(indicator.score) ?? 0
            let lacks = reason == nil && (reached.map(indicator.demandsReason) ?? false)
            return Line(
                indicator: indicator, reached: reached.map { indicator.words($0.text) }, score: score, reason: reason,
                lacksReason: lacks)
        }
    }

    private static func table(_ lines: [Line], _ execution: Int64, _ total: Int64, _ grade: Cell) -> Table {
        let rows = lines.map { line in
            let indicator = line.indicator
            return Table.Row(.detail, [
                .named(indicator.level1.rawValue, indicator.level1.title), .phrase(indicator.level2),
                .named(indicator.code.text, indicator.name), .phrase(indicator.aim ?? Phrase("定性", "qualitative")),
                .phrase(line.reached ?? Phrase("无数据", "no data")), points(Int64(indicator.weight) * 100), points(line.score),
                .phrase(line.reason ?? (line.lacksReason ? Phrase("须说明原因", "a reason is needed") : nil)),
            ])
        }
        let blanks = [Cell](repeating: .blank, count: 4)
        let title = { (zh: String, en: String) in Cell.named("", Phrase(zh, en)) }
        let budget = Table.Row(
            .subtotal, key: "execution",
            [title("预算执行率", "execution of the budget")] + blanks + [points(1000), points(execution), .blank])
        let weight = lines.reduce(10) { $0 + $1.indicator.weight }
        let sum = Table.Row(.total, [title("总分", "total")] + blanks + [points(Int64(weight) * 100), points(total), grade])
        return Table(columns, lead: 3, rows + [budget, sum])
    }

    private static let columns: [Table.Column] = [
        .init("level1", Phrase("一级指标", "level 1"), .name), .init("level2", Phrase("二级指标", "level 2"), .label),
        .init("indicator", Phrase("三级指标", "indicator"), .name), .init("target", Phrase("年度指标值", "target"), .label),
        .init("reached", Phrase("实际完成值", "reached"), .label), .init("weight", Phrase("分值", "points"), .count),
        .init("score", Phrase("得分", "score"), .count), .init("reason", Phrase("偏差原因分析及改进措施", "why, and what is done"), .text),
    ]

    private static func notes(_ unexplained: Int) -> [Phrase] {
        let open = unexplained == 0 ? [] : [
            Phrase("\(unexplained) 项指标须说明偏差原因（yjb year assess）。",
                   "\(unexplained) indicator(s) need a reason (yjb year assess)."),
        ]
        return open + [
            Phrase("得分逐项四舍五入到 0.01 后相加。执行率得分＝10×min(1, 全年执行数÷全年预算数)；正向指标＝分值×min(1, 完成值÷指标值)；"
                       + "反向指标不超过指标值得满分，否则＝分值×指标值÷完成值；定性指标由自评人在达成 100–80 %、部分达成 80–60 %、"
                       + "未达成 60–0 % 的区间内打分；无数据得 0 分。",
                   "Each score is rounded half-up to 0.01, then they are added. Execution: 10 × min(1, paid ÷ budget); more is "
                       + "better: points × min(1, reached ÷ target); less is better: all points up to the target, then points × "
                       + "target ÷ reached; qualitative: given by the assessor within the band; no data: 0."),
            Phrase("完成值未达指标值，或正向指标超过指标值 130 % 的，须说明原因。优 ≥ 90，良 ≥ 80，中 ≥ 60，其余为差。"
                       + "指标按本年来电的工单计算，截至年末。",
                   "A reason is needed where the target is missed, or passed by more than 30 %. Excellent ≥ 90, good ≥ 80, "
                       + "fair ≥ 60. Indicators are computed from the jobs called in the year, as of its end."),
        ]
    }
}

extension PerformanceReport {
    /// Block 2: the budget at first, the year's, and what was paid, by where the money came from.
    struct Money {
        private struct Sums {
            var first = Fen.zero
            var net = Fen.zero
            var paid = Fen.zero

            static func + (a: Self, b: Self) -> Self { Self(first: a.first + b.first, net: a.net + b.net, paid: a.paid + b.paid) }
        }

        private var (granted, before, others) = (Sums(), Sums(), Sums())

        init(_ snapshot: Snapshot, _ year: Int) {
            let figures = FundFigures.figures(of: snapshot.ledger, year: year, until: snapshot.day(in: year))
            for appropriation in snapshot.ledger.appropriations {
                guard let own = figures[appropriation.code] else { continue }
                let sums = Sums(
                    first: own.standing[.granted] + own.standing[.broughtForward], net: own.net, paid: own.standing[.paid])
                let cameOver = own.standing[.broughtForward] != .zero || own.standing[.cameBack] != .zero
                if appropriation.kind == .nonFiscal {
                    others = others + sums
                } else if cameOver {
                    before = before + sums
                } else {
                    granted = granted + sums
                }
            }
        }

        private var all: Sums { granted + before + others }

        /// Of 10 points, in hundredths; nothing without a budget.
        var score: Int64 {
            guard all.net.isPositive else { return 0 }
            return min(1000, max(0, Int64((Int128(all.paid.value) * 1000).dividedHalfUp(by: Int128(all.net.value)))))
        }

        var table: Table {
            let cells = { (sums: Sums) -> [Cell] in
                [.money(sums.first), .money(sums.net), .money(sums.paid)]
            }
            let row = { (code: String, title: Phrase, sums: Sums) in
                Table.Row(.detail, [.named(code, title)] + cells(sums) + [.blank, .ratio(Ratio(sums.paid, of: sums.net)), .blank])
            }
            return Table([
                .init("money", Phrase("项目资金", "funds"), .name), .init("first", Phrase("年初预算数", "budget at first"), .money),
                .init("net", Phrase("全年预算数", "budget of the year"), .money), .init("paid", Phrase("全年执行数", "paid"), .money),
                .init("weight", Phrase("分值", "points"), .count), .init("executionRate", Phrase("执行率%", "execution %"), .percent),
                .init("score", Phrase("得分", "score"), .count),
            ], [
                Table.Row(.total, [.named("", Phrase("年度资金总额", "funds of the year"))] + cells(all)
                    + [points(1000), .ratio(Ratio(all.paid, of: all.net)), points(score)]),
                row("granted", Phrase("其中：本年财政拨款", "granted this year"), granted),
                row("carried", Phrase("上年结转资金", "carried from last year"), before),
                row("other", Phrase("其他资金", "other funds"), others),
            ])
        }
    }
}
