import Documents
import Kernel
@testable import Press
import Reports
import TestKit
import Testing

/// Charts over made-up tables; golden files of SVG, and figures counted by hand.
@Suite struct ChartTests {
    static let money = Table(
        [
            .init("class", Phrase("账龄", "age"), .label), .init("open", Phrase("应付", "payable"), .money),
        ],
        [
            Table.Row(.detail, [.text("≤30"), .money(Fen(5_000_000))]), Table.Row(.detail, [.text("31–60"), .money(Fen(1_250_000))]),
            Table.Row(.detail, [.text("61–90"), .money(Fen(0))]), Table.Row(.detail, [.text(">90"), .money(Fen(1))]),
            Table.Row(.total, [.text("合计"), .money(Fen(6_250_001))]),
        ])

    static let months: Table = {
        let rows = (1...12).map { month -> Table.Row in
            let used: Cell = month <= 7 ? .ratio(Ratio(Int64(month * month), of: 100)) : .blank
            return Table.Row(.detail, [.text("\(month)月"), used, .ratio(Ratio(Int64(month), of: 12))])
        }
        return Table([
            .init("month", Phrase("月份", "month"), .label), .init("used", Phrase("累计执行", "executed"), .percent),
            .init("pace", Phrase("序时进度", "pace"), .percent),
        ], rows)
    }()

    static let rates = Table(
        [
            .init("source", Phrase("资金来源", "source"), .label), .init("used", Phrase("使用率", "utilisation"), .percent),
            .init("paid", Phrase("执行率", "execution"), .percent),
        ],
        [Table.Row(.total, [.text("合计"), .ratio(Ratio(949_950, of: 1_000_000)), .ratio(Ratio(1, of: 2))])])

    static let uses = Table(
        [.init("source", Phrase("来源", "source"), .label)] + ["a", "b", "c", "d", "e", "f"].map { .init($0, Phrase(both: $0), .money) },
        [Table.Row(.subtotal, key: "X", [.text("<X>")] + [700, 100, 50, 50, 50, 50].map { .money(Fen($0)) })])

    private static func document(_ parts: [(Table, Chart)]) -> Document {
        Document(
            name: "charts", title: Phrase("图", "Charts"), facts: [],
            sections: parts.map { Section(nil, [.table($0), .chart($1)]) }, sandbox: false)
    }

    private static func target() -> Percent { do { return try Percent("95") } catch { preconditionFailure("95") } }

    static let all: [(String, Table, Chart)] = [
        ("gauge", rates, Chart(.gauge, Phrase("使用率与目标", "Utilisation"), level: .total, category: "source", series: ["used", "paid"], target: target())),
        ("months", months, Chart(.months, Phrase("执行进度", "Progress"), level: .detail, category: "month", series: ["used", "pace"], target: target())),
        ("stacked", uses, Chart(.stacked, Phrase("去向", "Uses"), level: .subtotal, category: "source", series: ["a", "b", "c", "d", "e", "f"], target: target())),
        ("bars", money, Chart(.bars, Phrase("应付账龄", "Payables by age"), level: .detail, category: "class", series: ["open"])),
    ]

    @Test("each kind, in both languages")
    func golden() throws {
        for (name, table, chart) in Self.all {
            for language in Language.allCases {
                let bytes = try Self.document([(table, chart)]).svg(language)
                expectGolden(String(decoding: bytes, as: UTF8.self), "chart.\(name).\(language).svg")
            }
        }
    }

    @Test("bars are as long as their figures: the longest fills the field, a fen can still be seen")
    func lengths() {
        let (_, table, chart) = Self.all[3]
        let boxes = ChartFigures(chart, table, .zh).bars.shapes.compactMap { shape -> Int? in
            if case .box(_, let width, _, _, _) = shape { width } else { nil }
        }
        // 12,500.00 of 50,000.00 is a quarter of 560 pixels; nought has no bar; one fen would be none, and has 1.5.
        #expect(boxes == [5600, 1400, 15])
    }

    @Test("a share lies on the arc where it belongs")
    func angles() {
        let (_, table, chart) = Self.all[0]
        let arcs = ChartFigures(chart, table, .zh).gauge.shapes.compactMap { shape -> [Int]? in
            if case .arc(_, _, let from, let to, _) = shape { [from, to] } else { nil }
        }
        // 95.00 % of 240° from −120°: 108°; a half: 0°.
        #expect(arcs == [[-1200, 1200], [-1200, 1080], [-1200, 1200], [-1200, 0]])
    }

    @Test("a line ends with its last figure, and the others go on")
    func lines() {
        let (_, table, chart) = Self.all[1]
        let lines = ChartFigures(chart, table, .zh).months.shapes.compactMap { shape -> Int? in
            if case .lines(let lines, _) = shape, let first = lines.first, first.count > 2 { first.count } else { nil }
        }
        #expect(lines == [13, 8])
    }

    @Test("a page of HTML has the same picture, and nothing in it comes from elsewhere")
    func page() throws {
        let (_, table, chart) = Self.all[0]
        let page = HTMLWriter.text(Self.document([(table, chart)]))
        #expect(page.contains("<svg width=\"300\" height=\"254\" viewBox=\"0 0 300 254\" role=\"img\"") && !page.contains("http"))
    }

    @Test("several charts stand one below the other in one picture; none is refused by name")
    func documents() throws {
        let two = String(decoding: try Self.document(Self.all.suffix(2).map { ($0.1, $0.2) }).svg(), as: UTF8.self)
        #expect(two.hasPrefix("<svg xmlns") && two.split(separator: "<svg").count == 1 && two.contains(">去向<") && two.contains(">应付账龄<"))
        do throws(Refusal) {
            _ = try SampleReports.funds.svg()
            Issue.record("drawn")
        } catch {
            #expect(error.code == .chartNone)
        }
    }
}
