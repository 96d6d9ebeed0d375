import Bank
import Documents
import Journal
import Kernel
import Ledger
import Reports
import TestKit
import Testing

/// The edges of reports, where a figure that is a little wrong would go unnoticed elsewhere.
struct ReportEdgeTests {
    /// 1,100.00 granted, 100.00 recalled, 500.00 paid: half of what is left, not 45.45 % of what was there.
    @Test("what was recalled is no longer there to be paid")
    func execution() {
        var street = MemoryStreet.standard
        street.play("finance1 fund.appropriate appropriation=M26 source=minsheng amount=1100.00")
        street.play(JobLines.settled(1, "03-02", total: "500.00", fund: "M26:100%"))
        street.play("03-02T16:00 cashier1 pay #1 \n 03-03 finance1 fund.recall appropriation=M26 amount=100.00")
        expectTable(UtilisationReport.make(street.snapshot("2026-03-04T10:00"), year: 2026), """
            appropriation | net     | paid   | executionRate
            M26           | 1000.00 | 500.00 | 50.00
            subtotal      | 1000.00 | 500.00 | 50.00
            ·             | 1000.00 | 500.00 | 50.00
            """)
    }

    /// The second job is critical: its day is over long before that of the first, which came earlier.
    @Test("what is due first comes first in the list of what is late")
    func overdue() {
        var street = MemoryStreet.funded
        street.play("""
            03-02T08:00 grid1 call
            03-02T08:10 grid1 accept #1
            03-02T09:00 grid1 call
            03-02T09:10 grid1 accept #2 urgency=urgent
            """)
        expectTable(OverdueReport.make(street.snapshot("2026-06-30T10:00")), """
            number
            2026-0002
            2026-0001
            """)
    }

    @Test("a voucher of a later day is not in the book, nor what it says of earlier ones", arguments: [
        ("2026-03-01", [String]()), ("2026-03-02", ["2026-03-02"]), ("2026-03-03", ["2026-03-02", "2026-03-03"]),
    ])
    func later(until: String, days: [String]) throws {
        var street = MemoryStreet.standard
        street.play("""
            03-02T10:00 finance1 fund.appropriate appropriation=M26 source=minsheng amount=1100.00
            03-03T10:00 finance1 fund.recall appropriation=M26 amount=100.00
            """)
        var book = VoucherBook(until: try Day(until))
        for record in street.records { book.take(record) }
        #expect(book.entries.map(\.voucher.day.text) == days)
    }

    /// What earlier years left in the bank is there from the day on which it was taken over.
    @Test("carried cash counts from its day", arguments: [("2026-01-04", "0.00"), ("2026-01-05", "300.00")])
    func carried(day: String, book: String) throws {
        var street = MemoryStreet.standard
        street.play("""
            01-05T10:00 finance1 fund.appropriate appropriation=B25 source=minsheng kind=carried originYear:=2025 amount=400.00 \
            channel=bank cash=300.00
            """)
        #expect(Reconciliation(street.state.bank, .bank, on: try Day(day)).book.yuan == book)
    }

    /// Two of 100.00 were signed; the second was called off, and holds nothing any more.
    @Test("a job that left shows no signed amount, and the sum is that of the column")
    func signed() {
        var street = MemoryStreet.funded
        for number in [1, 2] {
            street.play("""
                03-02T0\(number):00 grid1 call site:={'address':'\(number)号'}
                grid1    accept #\(number)
                officer1 survey #\(number) total=100.00
                head1    sign   #\(number)
                """)
        }
        street.play("head1 cancel #2")
        expectTable(JobsReport.make(street.snapshot("2026-03-04T10:00")), """
            number    | signed
            2026-0001 | 100.00
            2026-0002 | ·
            total of 2 | 100.00
            """)
    }

    /// What is held on the first day of a year is not brought forward; what was held on the day before is.
    @Test("the year begins on its first day", arguments: [("2026-12-31T15:00", "1000.00"), ("2027-01-01T15:00", "400.00")])
    func first(grant: String, opening: String) throws {
        var street = MemoryStreet.standard
        street.play("finance1 fund.appropriate appropriation=M26 source=minsheng amount=400.00")
        street.play("\(grant) finance1 fund.appropriate appropriation=N26 source=minsheng amount=600.00")
        let day = try Day("2027-01-02")
        let balance = TrialBalanceReport.make(street.snapshot("2027-01-02T10:00"), book: .control, year: 2027)
        let brought = balance.rows.first { ReportWords.word($0.cells[0]) == "I1003" }
        #expect(brought.map { ReportWords.word($0.cells[2]) } == opening)
        let sum = FundFigures.figures(of: street.state.ledger, year: 2027, until: day).values.reduce(FundFigures(), +)
        #expect(sum.standing[.broughtForward].yuan == opening)
    }

    /// Asked in March for the year before, the figures are those of its last day, and the page says so.
    @Test("a roll-up of an earlier year ends with that year")
    func endedYear() {
        var street = MemoryStreet.standard
        street.play("finance1 fund.appropriate appropriation=M26 source=minsheng amount=1000.00")
        street.play(JobLines.settled(1, "12-20", total: "400.00", fund: "M26:100%"))
        street.play("2027-01-05T10:00 cashier1 pay #1")
        let report = UtilisationRollUp.make([street.snapshot("2027-03-05T10:00")], year: 2026, by: .org)
        #expect(report.facts.contains { $0.key == "asOf" && $0.value == .day(Day.last(of: 2026)) })
        expectTable(report, """
            org   | net     | paid | payable | utilisationRate
            NHL   | 1000.00 | 0.00 | 400.00  | 40.00
            total | 1000.00 | 0.00 | 400.00  | 40.00
            """)
    }

    /// The second settlement was taken back: nothing of it was ever paid.
    @Test("what was taken back is not counted among what is paid in full")
    func paidInFull() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "500.00") + "03-02T16:00 cashier1 pay #1\n")
        street.play(JobLines.settled(2, "03-03", total: "300.00") + "03-03T16:00 leader1 reverse #2")
        let report = DifferenceReport.make(street.snapshot("2026-03-04T10:00"), entries: street.entries)
        #expect(report.rows.map(\.cells[0]).contains(.named("paidInFull", Phrase("已付清 1 件", "1 paid in full"))))
    }

    /// 1,000.00 granted in 2026 and 400.00 of it held at the year's end: the turnover of the year before is one brought forward.
    @Test("book I opens a later year with what stands and where it came from, in balance")
    func secondYear() {
        var street = MemoryStreet.standard
        street.play("finance1 fund.appropriate appropriation=M26 source=minsheng amount=1000.00")
        street.play(JobLines.passed(1, "12-20", total: "400.00", fund: "M26:100%"))
        street.play("2027-01-04T09:00 finance1 fund.recall appropriation=M26 amount=100.00")
        let report = TrialBalanceReport.make(street.snapshot("2027-01-05T10:00"), book: .control, year: 2027)
        #expect(report.holds)
        expectTable(report, """
            account | openingDebit | openingCredit | debit  | credit | closingDebit | closingCredit
            I1003   | 1000.00      | 0.00          | 0.00   | 0.00   | 1000.00      | 0.00
            I1009   | 0.00         | 0.00          | 0.00   | 100.00 | 0.00         | 100.00
            I2101   | 0.00         | 600.00        | 100.00 | 0.00   | 0.00         | 500.00
            I2301   | 0.00         | 400.00        | 0.00   | 0.00   | 0.00         | 400.00
            total   | 1000.00      | 1000.00       | 100.00 | 100.00 | 1000.00      | 1000.00
            """)
    }
}
