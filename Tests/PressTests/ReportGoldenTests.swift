import Press
import Kernel
import Reports
import TestKit
import Testing

@Suite struct ReportGoldenTests {
    @Test(arguments: Language.allCases)
    func drawsATable(_ language: Language) {
        expectGolden(TerminalWriter.text(SampleReports.funds, .init(language: language)), "funds.\(language).txt")
    }

    @Test func drawsInColour() {
        let text = TerminalWriter.text(SampleReports.funds, .init(style: .colour))
        expectGolden(text, "funds.colour.txt")
        let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "").split(separator: "\n").map(String.init)
        let lines = TerminalWriter.text(SampleReports.funds).split(separator: "\n").map(String.init)
        #expect(zip(plain, lines).allSatisfy { $0.hasPrefix($1) }, "colour says nothing that plain does not")
    }

    @Test func drawsAnEmptyReport() {
        expectGolden(TerminalWriter.text(SampleReports.empty), "empty.txt")
    }

    @Test func cutsTextButNeverFigures() {
        expectGolden(TerminalWriter.text(SampleReports.long, .init(width: 60)), "long.60.txt")
        expectGolden(TerminalWriter.text(SampleReports.long, .init(width: 10)), "long.10.txt")
        expectGolden(TerminalWriter.text(SampleReports.long), "long.txt")
    }

    @Test func linesUpByDisplayWidth() {
        let lines = TerminalWriter.text(SampleReports.long).split(separator: "\n")
        let rule = lines.first { $0.hasPrefix("─") }
        let rows = lines.filter { $0.hasPrefix("2026-") }
        #expect(rows.count == 2)
        #expect(rows.allSatisfy { String($0).displayWidth == rule.map { String($0).displayWidth } })
    }

    @Test func writesJSON() {
        expectGolden(SampleReports.funds.json().pretty + "\n", "funds.json")
        expectGolden(SampleReports.empty.json(.en).pretty + "\n", "empty.json")
    }

    @Test func writesCSV() throws {
        expectGolden(String(decoding: try SampleReports.funds.csv(heading: true, mark: false), as: UTF8.self), "funds.csv")
        let long = try SampleReports.long.csv()
        #expect(long.starts(with: [0xEF, 0xBB, 0xBF]))
        expectGolden(String(decoding: long.dropFirst(3), as: UTF8.self), "long.csv")
    }

    @Test func aColumnOfNamesGivesCodeAndName() throws {
        let report = SampleReports.coded
        #expect(String(decoding: try report.csv(.zh, mark: false), as: UTF8.self) == """
            contractor,contractorName,marks,marksName,number,level
            QL,清澜,overdue;split,逾期、拆分预警,\t26322000000000000001,detail
            ,合计,,,,total

            """)
        let json = report.json(.en)
        #expect(json["rows"]?.text == #"[{"contractor":"QL","contractorName":"Qinglan","marks":["overdue","split"],"#
            + #""marksName":"overdue, split alarm","number":"26322000000000000001","level":"detail"}]"#)
        #expect(json["total"]?["contractor"] == .null && json["total"]?["contractorName"] == .string("total"))
    }

    /// Numbers, codes, names are whole at any width; words give way first; a row of several lines is named once, by its first.
    @Test(arguments: [20, 40, 60, 80])
    func neverCutsWhatIdentifies(width: Int) {
        let text = TerminalWriter.text(SampleReports.wide, .init(width: width))
        for whole in ["2026-000012", "宁财预〔2026〕3号", "绿筑建筑修缮有限公司（样例）", "3200000000009009", "12,345.67"] {
            #expect(text.contains(whole), "\(width): \(whole)")
        }
        let heads = text.split(separator: "\n").filter { $0.hasPrefix("凭证号") }
        #expect(heads.count == 1 && !text.contains("冲销"), "no line for what is empty")
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("2026-000012") }.count == 1)
    }

    @Test(arguments: [20, 40, 60, 80, nil] as [Int?])
    func nothingIsCut(width: Int?) {
        #expect(!TerminalWriter.text(SampleReports.wide, .init(width: width)).contains("…"))
    }

    @Test func theJSONIsReadAgain() throws {
        let json = SampleReports.funds.json()
        #expect(try JSONParser.parse(Array(json.text.utf8)) == json)
    }
}
