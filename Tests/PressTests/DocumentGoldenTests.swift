import Documents
import Kernel
import Press
import Reports
import TestKit
import Testing

/// A document with one of everything, through every writer.
@Suite struct DocumentGoldenTests {
    static let document: Document = {
        var prices = Table([.text("项目", "item"), .number("数量", "quantity"), .money("金额", "amount")])
        prices.add([.text("疏通 <管>"), .count(2), .money(Fen(1_200_000))])
        prices.add([.text("=1+1"), .count(1), .money(Fen(-5))])
        prices.total([.phrase(Phrase("合计", "total")), .blank, .money(Fen(1_199_995))])
        let money = Table(
            [
                .init("source", Phrase("资金来源", "source"), .name), .init("paid", Phrase("已支付", "paid"), .money),
                .init("open", Phrase("可用", "available"), .money), .init("voucher", Phrase("凭证", "voucher"), .label),
            ],
            [
                Table.Row(.subtotal, key: "WMBS", [
                    .named("WMBS", Phrase("为民办实事", "people's projects")), .money(Fen(300)), .money(Fen(100)), .voucher(code("2026-000012")),
                ]),
                Table.Row(.subtotal, key: "SGYY", [.named("SGYY", Phrase("三供一业", "handed over")), .money(Fen(0)), .money(Fen(0)), .blank]),
            ])
        let chart = Chart(
            .stacked, Phrase("去向", "use"), level: .subtotal, category: "source", series: ["paid", "open"], target: percent("95"))
        var document = Document(
            name: "everything", title: Phrase("工单 2026-0001", "Job 2026-0001"),
            facts: [
                Pair("类别", "category", .text("下水道堵塞")), Pair("外部编号", "ref", .text("12345-778")), Pair("空", "empty", .blank),
                Pair("地点", "site", .text("西桥7号院\n2号楼")), Pair("工单", "job", .job(code("2026-0001"))),
            ],
            sections: [
                Section(Phrase("经过", "Timeline"), [.timeline([
                    Happening(instant("2026-03-05T09:12:00+08:00"), Phrase("来电", "call"), record: 7),
                    Happening(instant("2026-03-06T10:00:00+08:00"), Phrase("派工：甲公司", "dispatched"), record: 12),
                ])]),
                Section(Phrase("备注", "Remarks"), [
                    .list([Phrase("先围挡", "fence first"), Phrase("后清掏\u{1B}[2J", "then \"clean\" & go")]),
                    .text(Phrase("一行。\n又一行很长很长很长很长很长很长很长很长。", "A line.\nAnother one.")),
                    .pairs([Pair("上限", "ceiling", .money(Fen(800_000)))]),
                ]),
                Section(Phrase("明细", "Lines"), [.table(prices)]), Section(nil, [.table(money), .chart(chart)]),
            ],
            sandbox: true)
        document.checks = [
            Check("sum", Phrase("合计相符", "the sum agrees"), expected: .money(Fen(1_199_995)), found: .money(Fen(1_199_995))),
            Check("open", Phrase("未决", "open"), expected: .count(0), found: .count(2)),
        ]
        document.notes = [Phrase("红字冲减。", "Red entries lower.")]
        document.signatures = [
            Signature(Phrase("施工单位", "contractor")),
            Signature(Phrase("审定", "settled by"), name: "孙燕", day: instant("2026-03-09T09:00:00+08:00").day),
        ]
        document.stamps = [Stamp(seq: 12, hash: "9f2c")]
        return document
    }()

    @Test("the terminal", arguments: Language.allCases)
    func terminal(_ language: Language) {
        expectGolden(TerminalWriter.text(Self.document, .init(language: language)), "everything.\(language).txt")
        expectGolden(TerminalWriter.text(Self.document, .init(language: language, width: 30)), "everything.30.\(language).txt")
        expectGolden(TerminalWriter.text(Self.document, .init(language: language, style: .colour)), "everything.colour.\(language).txt")
    }

    @Test("the files", arguments: Language.allCases)
    func files(_ language: Language) throws {
        for format in [Format.csv, .json, .html] {
            let bytes = try format.bytes(of: Self.document.without("\u{1B}"), .init(language: language, heading: true))
            expectGolden(String(decoding: bytes, as: UTF8.self), "everything.\(language).\(format.rawValue)")
        }
    }

    @Test("a document keeps to the terminal's width, as far as figures let it")
    func keepsToItsWidth() {
        let lines = TerminalWriter.text(Self.document, .init(width: 40)).split(separator: "\n")
        #expect(lines.map { String($0).displayWidth }.allSatisfy { $0 <= 40 })
    }

    @Test("what does not hold is said, and the document does not hold")
    func checks() {
        #expect(!Self.document.holds)
        let text = TerminalWriter.text(Self.document)
        #expect(text.contains("✓ 合计相符：11,999.95\n") && text.contains("✗ 未决：应为 0，实为 2\n"))
        var kept = Self.document
        kept.checks.removeLast()
        #expect(kept.holds)
    }

    @Test("nothing that was typed becomes markup, and nothing is fetched")
    func markup() {
        let words = "\"><img src=x onerror=1></script>'&"
        let cell = Cell.text(words)
        let table = Table([.text(words, words)], [Table.Row(.detail, [cell])])
        let document = Document(
            name: "x", title: Phrase(both: words), facts: [Pair(words, Phrase(both: words), cell)],
            sections: [Section(Phrase(both: words), [.table(table), .list([Phrase(both: words)]), .text(Phrase(both: words))])],
            sandbox: false)
        let page = HTMLWriter.text(document)
        #expect(!page.contains("<img") && !page.contains("</script>") && !page.contains("http"))
        #expect(page.split(separator: "&lt;img src=x onerror=1&gt;").count == 10)
    }

    private static func code(_ text: String) -> Code {
        do { return try Code(text) } catch { preconditionFailure("\(text)") }
    }

    private static func percent(_ text: String) -> Percent {
        do { return try Percent(text) } catch { preconditionFailure("\(text)") }
    }

    private static func instant(_ text: String) -> Instant {
        do { return try Instant(text) } catch { preconditionFailure("\(text)") }
    }
}

extension Document {
    /// A file of CSV takes no control characters.
    fileprivate func without(_ character: Character) -> Document {
        let sections = sections.map { section in
            Section(section.heading, section.parts.map { part in
                guard case .list(let items) = part else { return part }
                return .list(items.map { Phrase($0.zh.filter { $0 != character }, $0.en) })
            })
        }
        var copy = Document(name: name, title: title, facts: facts, sections: sections, sandbox: sandbox)
        (copy.checks, copy.notes, copy.signatures, copy.stamps) = (checks, notes, signatures, stamps)
        return copy
    }
}
