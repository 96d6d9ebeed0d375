import Documents
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// 绩效自评: scores against hand-computed tables, metrics of a small street, and what an assessor may say.
struct PerformanceTests {
    private static func indicator(_ direction: String, target: String?, weight: Int = 10) -> Indicator {
        let aim = target.map { ",'target':'\($0)'" } ?? ""
        do {
            return try quoted("""
                {'level1':'output','level2':{'zh':'数量','en':'quantity'},'code':'x','name':{'zh':'项','en':'item'},
                 'direction':'\(direction)','weight':\(weight)\(aim)}
                """).decode()
        } catch {
            preconditionFailure("a test's indicator is wrong: \(error)")
        }
    }

    /// w × min(1, B ÷ A), half-up to 0.01: 10 × 2 ÷ 3 = 6.67; a reason below A and above 130 % of it.
    @Test("more is better", arguments: [
        ("3", "2", 667, true), ("3", "3", 1000, false), ("3", "3.9", 1000, false), ("3", "3.901", 1000, true), ("3", "0", 0, true),
        ("8", "1", 125, true), ("0", "0", 1000, false), ("0", "1", 1000, true), ("98", "97.999", 1000, true), ("98", "97.95", 999, true),
    ])
    func up(target: String, reached: String, score: Int64, reason: Bool) throws {
        let (one, value) = (Self.indicator("up", target: target), Indicator.Reached.value(try Quantity(reached)))
        #expect(one.score(value) == score)
        #expect(one.demandsReason(value) == reason)
    }

    /// w up to A, else w × A ÷ B: 10 × 5 ÷ 6 = 8.33.
    @Test("less is better", arguments: [
        ("5", "5", 1000, false), ("5", "0", 1000, false), ("5", "6", 833, true), ("5", "5.001", 1000, true), ("5", "10", 500, true),
        ("0", "0", 1000, false), ("0", "1", 0, true),
    ])
    func down(target: String, reached: String, score: Int64, reason: Bool) throws {
        let (one, value) = (Self.indicator("down", target: target), Indicator.Reached.value(try Quantity(reached)))
        #expect(one.score(value) == score)
        #expect(one.demandsReason(value) == reason)
    }

    @Test("a score lies in its band: the lower end belongs to it, the upper to the next", arguments: [
        ("10", [Indicator.Band.reached]), ("8", [.reached]), ("7.99", [.partly]), ("6", [.partly]), ("5.99", [.missed]),
        ("0", [.missed]), ("10.01", []), ("-0.01", []),
    ])
    func bands(score: String, bands: [Indicator.Band]) throws {
        let one = Self.indicator("grade", target: nil)
        let score = try Quantity(score)
        #expect(Indicator.Band.allCases.filter { one.holds(score, in: $0) } == bands)
    }

    @Test("the proposed set has the weights of the form")
    func proposed() {
        #expect(Policy.proposedIndicators.count == 11)
        #expect(Set(Policy.proposedIndicators.compactMap(\.metric)).count == Indicator.Metric.allCases.count)
        for level in Indicator.Level.allCases {
            #expect(Policy.proposedIndicators.filter { $0.level1 == level }.reduce(0) { $0 + $1.weight } == level.weight)
        }
    }

    /// Four works passed, one after a failed inspection; the second of one address 63 days after the first, the third 108
    /// days after the second; 600.00 of 1,000.00 paid; one resident asked; a fifth call that nobody took up.
    private static let street: MemoryStreet = {
        var street = MemoryStreet.standard
        street.play("finance1 fund.appropriate appropriation=M26 source=minsheng amount=1000.00 documentNo=甲")
        street.play(JobLines.settled(1, "03-02", total: "600.00"))
        street.play("""
            03-03 cashier1 pay #1
            03-04 grid1 callback #1
            """)
        street.play(JobLines.passed(2, "05-04", total: "100.00") + JobLines.passed(3, "08-20", total: "100.00"))
        street.play("""
            09-01T08:00 grid1       call     site:={'address':'乙'}
            09-01T08:10 grid1       accept   #4
            09-01T08:20 officer1    survey   #4 total=100.00
            09-01T08:30 committee1  sign     #4
            09-01T09:00 dispatcher1 dispatch #4
            09-01T10:00 crew1       start    #4
            09-01T11:00 crew1       finish   #4
            09-01T12:00 inspector1  inspect  #4 pass:=false
            09-01T14:00 crew1       finish   #4
            09-01T15:00 inspector1  inspect  #4
            09-02T08:00 grid1       call     site:={'address':'丙'}
            """)
        return street
    }()

    private func part(_ report: Document, _ index: Int, _ table: String) {
        let one = Document(
            name: report.name, title: report.title, facts: [], sections: [Section(nil, [.table(report.tables[index])])], sandbox: true)
        expectTable(one, table)
    }

    /// 10 × 4 ÷ 100; 10 × 75 ÷ 98 = 7.65; 10 × 5 ÷ 20 = 2.50; in all 55.55, and 6.00 for 60 % of the budget.
    @Test func metrics() {
        let report = PerformanceReport.make(Self.street.snapshot("2026-12-31T10:00"), year: 2026)
        part(report, 1, """
            indicator                      | target        | reached  | weight | score | reason
            emergency works                | ≥ 100 jobs    | 4 jobs   | 10.00  | 0.40  | a reason is needed
            passed at the first inspection | ≥ 98 %        | 75 %     | 10.00  | 7.65  | a reason is needed
            settled with all papers        | ≥ 100 %       | 0 %      | 5.00   | 0.00  | a reason is needed
            arrived on time                | ≥ 95 %        | 100 %    | 8.00   | 8.00  | ·
            finished on time               | ≥ 90 %        | 100 %    | 7.00   | 7.00  | ·
            approved for a job             | ≤ 10000 yuan  | 600 yuan | 5.00   | 5.00  | ·
            settled above the signed total | ≤ 5 %         | 0 %      | 5.00   | 5.00  | ·
            hazards removed                | ≥ 10 jobs     | 0 jobs   | 10.00  | 0.00  | a reason is needed
            solved, as residents say       | ≥ 90 %        | 100 %    | 10.00  | 10.00 | ·
            called again within 90 days    | ≤ 5 %         | 20 %     | 10.00  | 2.50  | a reason is needed
            satisfied residents            | ≥ 90 %        | 100 %    | 10.00  | 10.00 | ·
            ·                              | ·             | ·        | 10.00  | 6.00  | ·
            ·                              | ·             | ·        | 100.00 | 61.55 | fair
            """)
        part(report, 0, """
            money              | first | net  | paid | weight | executionRate | score
            funds of the year  | 0.10  | 0.10 | 0.06 | 10.00  | 60.00         | 6.00
            granted this year  | 0.10  | 0.10 | 0.06 | ·      | 60.00         | ·
            carried from last year | 0.00 | 0.00 | 0.00 | ·   | —             | ·
            other funds        | 0.00  | 0.00 | 0.00 | ·      | —             | ·
            """)
        #expect(report.tables[0].unit == .wan)
    }

    @Test("nothing happened: no data where there is nothing to divide by, and no points")
    func empty() {
        let report = PerformanceReport.make(MemoryStreet.funded.snapshot("2026-12-31T10:00"), year: 2026)
        let shares = ["first-pass", "papers", "arrival", "finish", "average", "above", "solved", "repeats", "satisfied"]
        for row in report.tables[1].rows {
            guard case .named(let code, _) = row.cells[2], shares.contains(code) else { continue }
            #expect(row.cells[4] == .phrase(Phrase("无数据", "no data")))
            #expect(row.cells[6] == .money(.zero))
        }
        #expect(report.facts.last?.value == .named("poor", Phrase("差", "poor")))
    }

    @Test("the last word counts, and takes the reason that is wanted")
    func words() {
        var street = Self.street
        street.play("""
            12-01 leader1 year.assess year:=2026 indicator=works reason=一
            12-02 leader1 year.assess year:=2026 indicator=works reason=二
            12-03 leader1 year.assess year:=2026 goal=目标 achieved=未全部完成
            12-04 leader1 year.assess year:=2026 achieved=已完成
            """)
        let report = PerformanceReport.make(street.snapshot("2026-12-31T10:00"), year: 2026)
        #expect(report.tables[1].rows[0].cells.last == .phrase(Phrase("二", "二")))
        let texts = report.sections[2].parts
        #expect(texts == [.pairs([
            Pair("goal", Phrase("预期目标", "goal"), .text("目标")), Pair("achieved", Phrase("实际完成情况", "achieved"), .text("已完成")),
        ])])
    }

    private static let performance = """
        'performance':[
         {'level1':'output','level2':{'zh':'数量','en':'quantity'},'code':'m','name':{'zh':'人工','en':'by hand'},
          'direction':'up','target':'10','weight':50},
         {'level1':'benefit','level2':{'zh':'社会','en':'social'},'code':'g','name':{'zh':'定性','en':'quality'},
          'direction':'grade','weight':30},
         {'level1':'satisfaction','level2':{'zh':'满意','en':'satisfaction'},'code':'s','name':{'zh':'满意','en':'satisfied'},
          'direction':'up','target':'90','weight':10,'metric':'satisfied'}],'splitAlarm'
        """.replacing("\n", with: "")

    @Test("what an assessor may say, and must", arguments: [
        ("indicator=m actual=10", nil), ("indicator=m actual=13", nil), ("indicator=m actual=9 reason=少", nil),
        ("indicator=m actual=9", "with.reason"), ("indicator=m actual=13.001", "with.reason"), ("indicator=m", "with.actual"),
        ("indicator=m actual=-1", "with.actual"), ("indicator=m actual=10 score=1", "with.score"),
        ("indicator=g band=reached score=24", nil), ("indicator=g band=reached score=30", nil),
        ("indicator=g band=reached score=23.99", "with.score"), ("indicator=g band=partly score=20", "with.reason"),
        ("indicator=g band=partly score=20 reason=半", nil), ("indicator=g band=partly score=24 reason=半", "with.score"),
        ("indicator=g score=24", "with.band"), ("indicator=g band=reached", "with.score"),
        ("indicator=g band=reached score=24.001", "with.score"), ("indicator=g actual=1", "with.actual"),
        ("indicator=s reason=好", nil), ("indicator=s", "with.reason"), ("indicator=s actual=95", "with.actual"),
        ("indicator=other reason=好", "with.indicator"), ("goal=好", nil), ("achieved=好", nil), ("reason=好", "with.reason"),
        ("", "with.indicator"),
    ] as [(String, String?)])
    func rules(given: String, field: String?) {
        var street = MemoryStreet.funded
        let adopted = street.adopt(replacing: "'splitAlarm'", with: Self.performance, effective: "2026-01-01")
        #expect(adopted.refusal == nil)
        let refusal = street.line("03-01 leader1 year.assess year:=2026 \(given)").refusal
        #expect(refusal?["field"] == field)
        #expect((refusal == nil) == (field == nil))
    }

    @Test("scored by hand: 50 × 9 ÷ 10 and 24 points of 30")
    func judged() {
        var street = MemoryStreet.funded
        _ = street.adopt(replacing: "'splitAlarm'", with: Self.performance, effective: "2026-01-01")
        street.play("""
            03-01 leader1 year.assess year:=2026 indicator=m actual=9 reason=少
            03-01 leader1 year.assess year:=2026 indicator=g band=reached score=24
            """)
        part(PerformanceReport.make(street.snapshot("2026-12-31T10:00"), year: 2026), 1, """
            indicator | target      | reached | weight | score | reason
            by hand   | ≥ 10        | 9       | 50.00  | 45.00 | 少
            quality   | qualitative | reached | 30.00  | 24.00 | ·
            satisfied | ≥ 90        | no data | 10.00  | 0.00  | ·
            ·         | ·           | ·       | 10.00  | 0.00  | ·
            ·         | ·           | ·       | 100.00 | 69.00 | fair
            """)
    }

    @Test("who may assess, and which years")
    func who() {
        var street = MemoryStreet.funded
        street.play("""
            03-01 finance1 year.assess year:=2026 goal=好 ! role.required
            03-01 leader1 year.assess year:=2025 goal=好 ! year.unknown
            03-01 leader1 year.assess year:=2027 goal=好 ! input.value
            2027-03-01 leader1 year.assess year:=2026 goal=好
            """)
    }

    @Test("weights of a policy add up", arguments: [
        ("'weight':50", "'weight':49"), ("'weight':30", "'weight':31"), ("'code':'g'", "'code':'m'"),
        ("'target':'10',", ""), ("'direction':'grade'", "'direction':'grade','target':'1'"),
        ("'direction':'grade'", "'direction':'grade','metric':'solved'"),
    ])
    func weights(part: String, other: String) {
        var street = MemoryStreet.funded
        let changed = Self.performance.replacing(part, with: other)
        let answer = street.adopt(replacing: "'splitAlarm'", with: changed, effective: "2026-01-01")
        #expect(answer.refusal?.code.rawValue == "policy.invalid")
    }
}

/// Amounts in 万元, each half-up on its own.
struct MoneyUnitTests {
    @Test("each cell on its own, the total from the fen")
    func rounding() throws {
        let amounts = [5000, 5000, 14_999, -5000, 74_135_000].map { Fen(Int64($0)) }
        var table = Table([.init("a", Phrase("甲", "a"), .money), .init("n", Phrase("数", "n"), .count)])
        for amount in amounts { table.add([.money(amount), .count(1)]) }
        table.total([.money(amounts.reduce(.zero, +)), .count(5)])
        let document = Document(
            name: "x", title: Phrase("表", "table"), facts: [], sections: [Section(nil, [.table(table)])], sandbox: false)
        #expect(document.shown(in: .yuan) == document)
        let wan = document.shown(in: .wan)
        let shown = wan.tables[0].rows.map { row in if case .money(let fen) = row.cells[0] { fen.yuan } else { "" } }
        #expect(shown == ["0.01", "0.01", "0.01", "-0.01", "74.14", "74.15"])
        #expect(wan.notes.count == 1)
        #expect(wan.tables[0].unit == .wan)
        // Asked again, nothing is divided twice.
        #expect(wan.shown(in: .wan).tables == wan.tables)
    }
}
