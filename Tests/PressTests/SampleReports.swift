import Documents
import Kernel

/// Made-up reports for the renderers' tests.
enum SampleReports {
    static let hash = "9f2c" + String(repeating: "0123456789ab", count: 5)

    static let funds = Document(
        name: "funds", title: Phrase("资金使用情况表", "Use of funds"),
        headings: [
            .init("org", Phrase("街道", "Street"), .text("宁海路街道")),
            .init("year", Phrase("年度", "Year"), .count(2026)),
            .init("asOf", Phrase("截至", "As of"), .day(day("2026-12-31"))),
        ],
        columns: [
            .init("source", Phrase("资金来源", "Source"), .text), .init("granted", Phrase("净额", "Net"), .money),
            .init("paid", Phrase("已支付", "Paid"), .money), .init("rate", Phrase("预算执行率", "Rate"), .percent),
            .init("jobs", Phrase("工单数", "Jobs"), .count), .init("meets", Phrase("达标", "Meets"), .flag),
            .init("median", Phrase("完工中位时间", "Median"), .count), .init("last", Phrase("最近支付", "Last paid"),
            .day),
        ],
        rows: [
            row(.detail, .text("为民办实事经费"), 100_000_000, 94_995_000, 83, true, 183_900_000, "2026-12-30"),
            row(.detail, .text("　其中：雨季排水"), 1_200_000, -50_000, 7, false, 59_999, nil),
            row(.subtotal, .phrase(Phrase("小计", "Subtotal")), 101_200_000, 94_945_000, 90, false, 0, nil),
            row(.detail, .text("三供一业经费\n（第二批）"), 0, 0, 0, true, 0, nil),
            row(.total, .phrase(Phrase("合计", "Total")), 101_200_000, 94_945_000, 90, false, 0, nil),
        ],
        notes: [Phrase("执行率按已支付除以净额计算。", "The rate is paid divided by net.")],
        stamps: [.init(seq: 1234, hash: hash)], sandbox: true)

    static let empty = Document(
        name: "overdue", title: Phrase("逾期工单", "Overdue jobs"), headings: [],
        columns: [.init("job", Phrase("工单", "Job"), .text), .init("late", Phrase("逾期", "Late"),
        .count)], rows: [],
        stamps: [.init(seq: 1, hash: hash)], sandbox: false)

    static let long = Document(
        name: "jobs", title: Phrase("工单表", "Jobs"), headings: [],
        columns: [
            .init("job", Phrase("工单", "Job"), .text), .init("site", Phrase("地点", "Site"), .text),
            .init("cause", Phrase("原因", "Cause"), .text), .init("amount", Phrase("金额", "Amount"), .money),
        ],
        rows: [
            .init(cells: "2026-0001", "宁海路街道西桥社区西桥7号院2号楼与3号楼之间", "化粪池板结，污水井冒水，漫到单元门口", 1_234_567),
            .init(cells: "2026-0002", "天目路21号", "=HYPERLINK(\"x\")", 8_000),
        ],
        stamps: [.init(seq: 2, hash: hash)], sandbox: false)

    /// A column of names, one of lists, and a number that a spreadsheet would spoil.
    static let coded = Document(
        name: "coded", title: Phrase("表", "Table"), headings: [],
        columns: [
            .init("contractor", Phrase("施工单位", "contractor"), .name), .init("marks", Phrase("标记", "marks"), .name),
            .init("number", Phrase("编号", "number"), .label),
        ],
        rows: [
            Table.Row(.detail, [
                .named("QL", Phrase("清澜", "Qinglan")),
                .list([
                    Cell.Named("overdue", Phrase("逾期", "overdue")), Cell.Named("split", Phrase("拆分预警", "split alarm")),
                ]),
                .text("26322000000000000001"),
            ]),
            Table.Row(.total, [.phrase(Phrase("合计", "total")), .blank, .blank]),
        ],
        stamps: [.init(seq: 1, hash: hash)], sandbox: false)

    static let wide: Document = {
        let report = Document(
            name: "wide", title: Phrase("表", "Table"), headings: [],
            columns: [
                .init("voucher", Phrase("凭证号", "voucher"), .label), .init("document", Phrase("文号", "document"), .label),
                .init("party", Phrase("对方", "party"), .name), .init("account", Phrase("账号", "account"), .label),
                .init("amount", Phrase("金额", "amount"), .money), .init("remark", Phrase("说明", "remark"), .text),
                .init("reverses", Phrase("冲销", "reverses"), .label),
            ],
            rows: [Table.Row(.detail, [
                .text("2026-000012"), .text("宁财预〔2026〕3号"), .named("LZ", Phrase("绿筑建筑修缮有限公司（样例）", "Lüzhu")),
                .text("3200000000009009"), .money(Fen(1_234_567)),
                .text("化粪池板结，污水井冒水，漫到单元门口，居民多次反映，已连夜组织清掏并做了临时围挡，第二天再查看，第三天验收"), .blank,
            ])],
            stamps: [.init(seq: 1, hash: hash)], sandbox: false)
        return report
    }()

    private static func row(
        _ level: Table.Level, _ name: Cell, _ granted: Int64, _ paid: Int64, _ jobs: Int,
        _ meets: Bool, _ median: Int64, _ last: String?
    ) -> Table.Row {
        Table.Row(level, [
            name, .money(Fen(granted)), .money(Fen(paid)), .ratio(Ratio(Fen(paid), of: Fen(granted))),
            .count(jobs),
            level == .detail ? .flag(meets) : .blank, median == 0 ? .blank : .duration(median),
            last.map { .day(day($0)) } ?? .blank,
        ])
    }

    private static func day(_ text: String) -> Day {
        do {
            return try Day(text)
        } catch {
            preconditionFailure("\(text) is no day")
        }
    }
}

extension Table.Row {
    fileprivate init(cells job: String, _ site: String, _ cause: String, _ amount: Int64) {
        self.init(.detail, [.text(job), .text(site), .text(cause), .money(Fen(amount))])
    }
}

extension Document {
    /// A report: one table.
    fileprivate init(
        name: String, title: Phrase, headings: [Pair], columns: [Table.Column], rows: [Table.Row], notes: [Phrase] = [],
        stamps: [Stamp], sandbox: Bool
    ) {
        self.init(
            name: name, title: title, facts: headings, sections: [Section(nil, [.table(Table(columns, rows))])],
            sandbox: sandbox)
        self.notes = notes
        self.stamps = stamps
    }
}
