import Documents
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// The reports for auditors against tables computed by hand, on a street of two years.
struct YearReportTests {
    /// M26 1,000.00 and 300.00 more, of which 100.00 go to N26 (200.00) and 50.00 are recalled; B26 500.00, of which 400.00 arrive; S26 50.00.
    /// Job 1 on M26 600.00, 18.00 retained, 582.00 paid in December; job 2 on B26 240.00, 200.00 paid in the quarter after its
    /// settlement; job 3 on N26 70.00 is passed, not settled.
    private static let street: MemoryStreet = {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=M26 source=minsheng amount=1000.00 documentNo=甲
            finance1 fund.appropriate appropriation=N26 source=minsheng amount=200.00 documentNo=乙
            finance1 fund.appropriate appropriation=B26 source=minsheng amount=500.00 channel=bank documentNo=丙
            finance1 fund.appropriate appropriation=M26 source=minsheng amount=300.00 kind=supplement documentNo=丁
            finance1 fund.transfer from=M26 to=N26 amount=100.00 documentNo=戊
            finance1 fund.recall appropriation=M26 amount=50.00 documentNo=己
            cashier1 fund.receive appropriation=B26 amount=400.00 receiptNo=庚
            finance1 fund.appropriate appropriation=S26 source=sangong amount=50.00 documentNo=辛
            """)
        street.play(JobLines.settled(1, "03-02", total: "600.00", fund: "M26:100%", "retentionRate=3"))
        street.play(JobLines.settled(2, "05-11", total: "240.00", fund: "B26:100%"))
        street.play(JobLines.passed(3, "06-10", total: "70.00", fund: "N26:100%"))
        street.play("""
            07-06 cashier1 pay #2 amount=200.00
            12-21 cashier1 pay #1
            """)
        return street
    }()

    private func funds(_ report: Document, _ table: String, part: Int = 0) {
        let one = Document(
            name: report.name, title: report.title, facts: report.facts,
            sections: [Section(nil, [.table(report.tables[part])])], sandbox: true)
        expectTable(one, table)
    }

    /// Target 95 %: of M26 1,200.00 gross, 1,140.00 are to be used, 600.00 are; of N26 300.00, 285.00; of B26 500.00, 475.00 less 240.00.
    @Test func year() {
        let report = YearReport.make(Self.street.full("2026-12-31T10:00"), year: 2026)
        #expect(report.holds)
        funds(report, """
            appropriation | granted | supplement | movedIn | movedOut | recalled | net     | arrived | paid   | payable | retention | encumbered | available | executionRate | utilisationRate | utilisationRateGross | missing | meetsTarget
            M26           | 1000.00 | 300.00     | 0.00    | 100.00   | 50.00    | 1150.00 | 1150.00 | 582.00 | 0.00    | 18.00     | 0.00       | 550.00    | 50.61         | 52.17           | 50.00                | 540.00  | false
            N26           | 200.00  | 0.00       | 100.00  | 0.00     | 0.00     | 300.00  | 300.00  | 0.00   | 0.00    | 0.00      | 70.00      | 230.00    | 0.00          | 0.00            | 0.00                 | 285.00  | false
            B26           | 500.00  | 0.00       | 0.00    | 0.00     | 0.00     | 500.00  | 400.00  | 200.00 | 40.00   | 0.00      | 0.00       | 260.00    | 40.00         | 48.00           | 48.00                | 235.00  | false
            subtotal      | 1700.00 | 300.00     | 100.00  | 100.00   | 50.00    | 1950.00 | 1850.00 | 782.00 | 40.00   | 18.00     | 70.00      | 1040.00   | 40.10         | 43.08           | 42.00                | 1060.00 | false
            S26           | 50.00   | 0.00       | 0.00    | 0.00     | 0.00     | 50.00   | 50.00   | 0.00   | 0.00    | 0.00      | 0.00       | 50.00     | 0.00          | 0.00            | 0.00                 | 47.50   | false
            subtotal      | 50.00   | 0.00       | 0.00    | 0.00     | 0.00     | 50.00   | 50.00   | 0.00   | 0.00    | 0.00      | 0.00       | 50.00     | 0.00          | 0.00            | 0.00                 | 47.50   | false
            ·             | 1750.00 | 300.00     | 100.00  | 100.00   | 50.00    | 2000.00 | 1900.00 | 782.00 | 40.00   | 18.00     | 70.00      | 1090.00   | 39.10         | 42.00           | 40.98                | 1107.50 | false
            """)
        funds(report, """
            quarter        | jobs | paid   | payable | retention | used   | share  | encumbered
            quarter 1      | 1    | 0.00   | 0.00    | 18.00     | 18.00  | 2.14   | 0.00
            quarter 2      | 1    | 0.00   | 40.00   | 0.00      | 40.00  | 4.76   | 0.00
            quarter 3      | 1    | 200.00 | 0.00    | 0.00      | 200.00 | 23.81  | 0.00
            quarter 4      | 1    | 582.00 | 0.00    | 0.00      | 582.00 | 69.29  | 0.00
            not settled    | 1    | 0.00   | 0.00    | 0.00      | 0.00   | 0.00   | 70.00
            total          | 3    | 782.00 | 40.00   | 18.00     | 840.00 | 100.00 | 70.00
            """, part: 4)
    }

    /// By the end of September: 200.00 of 2,000.00 paid, three quarters of the year over: 10.00 % less 75.00 %.
    @Test func execution() {
        let report = ExecutionReport.make(Self.street.full("2026-12-31T10:00"), year: 2026)
        #expect(report.holds)
        funds(report, """
            appropriation | first   | adjusted | net     | month7 | month12 | paid   | rest    | rateOfFirst | executionRate | rateOfArrived | pace   | ahead
            M26           | 1000.00 | 150.00   | 1150.00 | 0.00   | 582.00  | 582.00 | 568.00  | 58.20       | 50.61         | 50.61         | 100.00 | -49.39
            N26           | 200.00  | 100.00   | 300.00  | 0.00   | 0.00    | 0.00   | 300.00  | 0.00        | 0.00          | 0.00          | 100.00 | -100.00
            B26           | 500.00  | 0.00     | 500.00  | 200.00 | 0.00    | 200.00 | 300.00  | 40.00       | 40.00         | 50.00         | 100.00 | -60.00
            subtotal      | 1700.00 | 250.00   | 1950.00 | 200.00 | 582.00  | 782.00 | 1168.00 | 46.00       | 40.10         | 42.27         | 100.00 | -59.90
            S26           | 50.00   | 0.00     | 50.00   | 0.00   | 0.00    | 0.00   | 50.00   | 0.00        | 0.00          | 0.00          | 100.00 | -100.00
            subtotal      | 50.00   | 0.00     | 50.00   | 0.00   | 0.00    | 0.00   | 50.00   | 0.00        | 0.00          | 0.00          | 100.00 | -100.00
            ·             | 1750.00 | 250.00   | 2000.00 | 200.00 | 582.00  | 782.00 | 1218.00 | 44.69       | 39.10         | 41.16         | 100.00 | -60.90
            """)
        let september = ExecutionReport.make(Self.street.full("2026-09-30T10:00"), year: 2026)
        #expect(september.tables[0].rows.last?.cells.last == .ratio(Ratio(12 * 200_00 - 9 * 2000_00, of: 12 * 2000_00)))
    }

    @Test("the budget's classification has columns where an appropriation of the year has one")
    func classified() {
        var street = Self.street
        let before = ExecutionReport.make(street.full("2026-12-31T10:00"), year: 2026).tables[0]
        #expect(before.columns.prefix(5).map(\.key) == ["source", "appropriation", "documentNo", "nature", "first"])
        street.play("""
            12-28 finance1 fund.appropriate appropriation=C26 source=minsheng amount=9.00 documentNo=壬 classification:=\
            {'function':'2120399','govEconomic':'50209','fundNature':'governmentFund','project':{'code':'JJ','name':'急修'}}
            """)
        let report = ExecutionReport.make(street.full("2026-12-31T10:00"), year: 2026)
        #expect(report.holds)
        funds(report, """
            appropriation | project | function | deptEconomic | govEconomic | fundNature       | first
            M26           | ·       | ·        | ·            | ·           | ·                | 1000.00
            N26           | ·       | ·        | ·            | ·           | ·                | 200.00
            B26           | ·       | ·        | ·            | ·           | ·                | 500.00
            C26           | 急修    | 2120399  | ·            | 50209       | government fund  | 9.00
            subtotal      | ·       | ·        | ·            | ·           | ·                | 1709.00
            S26           | ·       | ·        | ·            | ·           | ·                | 50.00
            subtotal      | ·       | ·        | ·            | ·           | ·                | 50.00
            ·             | ·       | ·        | ·            | ·           | ·                | 1759.00
            """)
    }

    /// S26 of 2026 lapses two years later; in the next year, which is not closed before, all of it is brought forward.
    @Test func carryover() {
        let report = CarryoverReport.make(Self.street.full("2026-12-31T10:00"), year: 2026)
        #expect(report.holds)
        funds(report, """
            appropriation | broughtForward | budget  | paid   | recalled | left    | held  | payable | retention | available | kind    | toReturn | rate
            M26           | 0.00           | 1200.00 | 582.00 | 50.00    | 568.00  | 0.00  | 0.00    | 18.00     | 550.00    | carried | 0.00     | 97.59
            N26           | 0.00           | 300.00  | 0.00   | 0.00     | 300.00  | 70.00 | 0.00    | 0.00      | 230.00    | carried | 0.00     | —
            B26           | 0.00           | 500.00  | 200.00 | 0.00     | 300.00  | 0.00  | 40.00   | 0.00      | 260.00    | carried | 0.00     | 150.00
            S26           | 0.00           | 50.00   | 0.00   | 0.00     | 50.00   | 0.00  | 0.00    | 0.00      | 50.00     | carried | 0.00     | —
            ·             | 0.00           | 2050.00 | 782.00 | 50.00    | 1218.00 | 70.00 | 40.00   | 18.00     | 1090.00   | ·       | 0.00     | 155.75
            """)
        let later = CarryoverReport.make(Self.street.full("2028-12-31T10:00"), year: 2028)
        #expect(later.holds)
        funds(later, """
            appropriation | broughtForward | budget | left    | available | age | kind    | toReturn | rate
            M26           | 568.00         | 0.00   | 568.00  | 550.00    | 2   | carried | 0.00     | —
            N26           | 300.00         | 0.00   | 300.00  | 230.00    | 2   | carried | 0.00     | —
            B26           | 300.00         | 0.00   | 300.00  | 260.00    | 2   | carried | 0.00     | —
            S26           | 50.00          | 0.00   | 50.00   | 50.00     | 2   | lapsed  | 50.00    | —
            ·             | 1218.00        | 0.00   | 1218.00 | 1090.00   | ·   | ·       | 50.00    | —
            """)
    }

    @Test func grants() {
        let report = GrantsReport.make(Self.street.full("2026-12-31T10:00"), year: 2026)
        #expect(report.holds)
        funds(report, """
            documentNo | appropriation | kind       | increase | decrease
            甲         | M26           | granted    | 1000.00  | ·
            乙         | N26           | granted    | 200.00   | ·
            丙         | B26           | granted    | 500.00   | ·
            丁         | M26           | supplement | 300.00   | ·
            戊         | N26           | transfer   | 100.00   | ·
            戊         | M26           | transfer   | ·        | 100.00
            己         | M26           | recall     | ·        | 50.00
            庚         | B26           | received   | 400.00   | ·
            辛         | S26           | granted    | 50.00    | ·
            ·          | ·             | granted    | 1750.00  | 0.00
            ·          | ·             | supplement | 300.00   | 0.00
            ·          | ·             | transfer   | 100.00   | 100.00
            ·          | ·             | recall     | 0.00     | 50.00
            ·          | ·             | received   | 400.00   | 0.00
            ·          | ·             | ·          | 2150.00  | 150.00
            """)
        let open = GrantsReport.make(Self.street.full("2027-06-30T10:00"), year: 2027)
        #expect(open.holds)
        funds(open, """
            appropriation | kind    | increase | voucher
            M26           | carried | 568.00   | ·
            N26           | carried | 300.00   | ·
            B26           | carried | 300.00   | ·
            S26           | carried | 50.00    | ·
            ·             | carried | 1218.00  | ·
            ·             | ·       | 1218.00  | ·
            """)
    }

    /// Expense 840.00 and income 982.00 (582.00 paid by the treasury, 400.00 received): surplus 142.00. Budget: 982.00 less 782.00 is
    /// 200.00; the difference of 58.00 is 40.00 payable and 18.00 retained.
    @Test func statements() {
        let report = StatementsReport.make(Self.street.full("2026-12-31T10:00"), year: 2026)
        #expect(report.holds)
        let last = { (part: Int) in report.tables[part].rows.last?.cells.last }
        #expect(last(0) == .money(Fen(200_00)), "200.00 in the bank; 58.00 owed and 142.00 of surplus")
        #expect(report.tables[1].rows.last?.cells[2] == .money(Fen(142_00)))
        #expect(report.tables[2].rows.last?.cells[2] == .money(Fen(200_00)))
        #expect(last(3) == .money(Fen(200_00)))
        #expect(last(4) == .money(.zero))
        let next = StatementsReport.make(Self.street.full("2027-06-30T10:00"), year: 2027)
        #expect(next.holds)
        #expect(next.tables[1].rows.last?.cells.suffix(2) == [.money(.zero), .money(Fen(142_00))])
        #expect(next.tables[0].rows.last?.cells.suffix(2) == [.money(Fen(200_00)), .money(Fen(200_00))])
    }

    /// One settlement short of five: whole amounts, 15 and 30 working days. N26 holds 70.00 since 10 June: idle for more than 30 days.
    @Test func pacing() {
        let report = PacingReport.make(Self.street.full("2026-09-30T10:00"))
        funds(report, """
            source     | gross   | used   | needed | held  | due  | kept   | expected | low    | available | toPlace | reachable | gap
            Livelihood | 2000.00 | 840.00 | 1060.00 | 70.00 | 0.00 | 100.00 | 0.00    | 840.00 | 1040.00   | 1060.00 | false     | 20.00
            Utilities  | 50.00   | 0.00   | 47.50  | 0.00  | 0.00 | 100.00 | 0.00     | 0.00   | 50.00     | 47.50   | true      | 0.00
            total      | 2050.00 | 840.00 | 1107.50 | 70.00 | 0.00 | 100.00 | 0.00    | 840.00 | 1090.00   | 1107.50 | false     | 17.50
            """)
        funds(report, """
            job       | appropriation | amount | days | lastStep
            2026-0003 | N26           | 70.00  | 112  | 2026-06-10
            total     | ·             | 70.00  | ·    | ·
            """, part: 1)
    }

    @Test("a street says itself after how many days without a step a hold is idle")
    func idleDays() {
        for (days, day, isIdle) in [(10, "06-20", false), (10, "06-21", true), (nil, "06-21", false), (nil, "07-11", true)] {
            var street = MemoryStreet.standard
            if let days {
                let answer = street.adopt(
                    replacing: "'utilisationTarget':'95',", with: "'utilisationTarget':'95','idleDays':\(days),", effective: "2026-01-01")
                #expect(answer.refusal == nil)
            }
            street.play("01-05 finance1 fund.appropriate appropriation=M26 source=minsheng amount=1000.00 documentNo=甲")
            street.play(JobLines.passed(1, "06-10", total: "70.00"))
            let idle = PacingReport.make(street.full("2026-\(day)T10:00")).tables[1].rows.filter { $0.level == .detail }
            #expect(idle.count == (isIdle ? 1 : 0), "\(days ?? 30) days, on \(day)")
        }
    }
}
