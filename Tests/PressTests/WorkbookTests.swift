import Documents
import Formats
import Kernel
import Press
import Reports
import TestKit
import Testing

/// Workbooks, read back by the reader that imports use.
@Suite struct WorkbookTests {
    private func sheet(_ document: Document, _ index: Int, _ language: Language = .zh) throws -> [[SheetRow.Cell]] {
        let book = try Workbook(try document.workbook(language))
        var rows: [[SheetRow.Cell]] = []
        let kept = Kept()
        try book.each(of: index) { (row) throws(Refusal) in kept.rows.append(row.cells) }
        rows = kept.rows
        return rows
    }

    private final class Kept { var rows: [[SheetRow.Cell]] = [] }

    @Test("numbers are numbers, days are days, words are words; the head is the third row")
    func cells() throws {
        let rows = try sheet(SampleReports.funds, 0)
        #expect(rows[0].first?.text == "资金使用情况表")
        #expect(rows[1].first?.text == "街道：宁海路街道　年度：2026　截至：2026-12-31　单位：元")
        #expect(rows[2].map(\.text) == ["资金来源", "净额", "已支付", "预算执行率", "工单数", "达标", "完工中位时间", "最近支付"])
        // 949,950.00 of 1,000,000.00 is 95.00 % in a spreadsheet's own way of percent; 30 December 2026 is its day 46386.
        #expect(rows[3].map(\.text) == ["为民办实事经费", "1000000", "949950", "0.95", "83", "✓ 是", "2天 03:05", "46386"].enumerated().map {
            $0 == 6 ? rows[3][6].text : $1
        })
        #expect(rows[3].map(\.isNumber) == [false, true, true, true, true, false, rows[3][6].isNumber, true])
        #expect(rows[4][2].text == "-500" && rows[4][2].isNumber)
        #expect(rows.last?.first?.text == "合计")
    }

    @Test("what a person typed is never a formula, and a number of twenty digits keeps them")
    func words() throws {
        let rows = try sheet(SampleReports.long, 0)
        #expect(rows[4][2].text == "=HYPERLINK(\"x\")" && !rows[4][2].isNumber)
        #expect(try sheet(SampleReports.coded, 0)[3].map(\.text) == ["清澜", "逾期、拆分预警", "26322000000000000001"])
    }

    @Test("amounts beyond a spreadsheet's fifteen digits are words", arguments: [
        (999_999_999_999_999, "9999999999999.99", true), (1_000_000_000_000_000, "10,000,000,000,000.00", false),
        (-999_999_999_999_999, "-9999999999999.99", true),
    ] as [(Int64, String, Bool)])
    func large(value: Int64, text: String, isNumber: Bool) throws {
        let table = Table([.money("金额", "amount")], [Table.Row(.detail, [.money(Fen(value))])])
        let document = Document(name: "x", title: Phrase(both: "x"), facts: [], sections: [Section(nil, [.table(table)])], sandbox: false)
        let cell = try #require(try sheet(document, 0).last?.first)
        #expect(cell.isNumber == isNumber)
        #expect(cell.text.hasPrefix(String(text.prefix(13))), "\(cell.text)")
    }

    @Test("a sheet a table, named by its heading; the last one says what it was computed from")
    func sheets() throws {
        let document = DocumentGoldenTests.document
        let book = try Workbook(try document.workbook())
        #expect(book.sheets == ["经过", "明细", "工单 2026-0001", "说明"])
        let about = try sheet(document, 3).map { $0.map(\.text).joined(separator: "|") }
        #expect(about.first == "工单 2026-0001" && about.contains("演练账套"))
        #expect(about.contains("|✓ 合计相符：11,999.95") && about.contains("审定|孙燕 2026-03-09") && about.last == "|依据记录 12，哈希 9f2c")
        #expect(try Workbook(try document.workbook(.en)).sheets == ["Timeline", "Lines", "Job 2026-0001", "About"])
    }

    @Test("names of sheets: what a spreadsheet does not take is left out, equal ones are numbered")
    func names() throws {
        let table = Table([.text("甲", "a")], [])
        let heads = ["a/b:c?*[1]", "A/B:C?*[1]", "'x'", String(repeating: "长", count: 40), String(repeating: "长", count: 41), "History", ""]
        let document = Document(
            name: "x", title: Phrase("标题", "t"), facts: [], sections: heads.map { Section(Phrase(both: $0), [.table(table)]) }, sandbox: false)
        let long = String(repeating: "长", count: 31)
        #expect(try Workbook(try document.workbook()).sheets == [
            "a b c   1", "A B C   1 (2)", "x", long, String(repeating: "长", count: 27) + " (2)", "History (2)", "Sheet", "说明",
        ])
    }

    @Test("the same document gives the same bytes, and says when it is of instead of when it was made")
    func same() throws {
        let bytes = try SampleReports.funds.workbook()
        #expect(try SampleReports.funds.workbook() == bytes)
        #expect(ZipArchive.isZip(bytes))
    }
}
