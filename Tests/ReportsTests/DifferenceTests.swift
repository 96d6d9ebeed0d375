import Bank
import Documents
import Journal
import Kernel
import Ledger
import Reports
import TestKit
import Testing

/// Expense and expenditure over the turn of a year, by hand.
struct DifferenceTests {
    /// 1,000.00 settled and paid in December, refunded in January: 1,000.00 of expense, no expenditure any more, 1,000.00 owed.
    @Test("a refund of last year's payment is taken from expenditure, and the difference is what is owed again")
    func refunded() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "12-20", total: "1000.00"))
        street.play("""
            12-21            cashier1 pay    #1 paymentNo=P1
            2027-01-05T10:00 cashier1 refund #1 paymentNo=P1
            """)
        let report = DifferenceReport.make(street.snapshot("2027-01-06T10:00"), entries: street.entries)
        #expect(report.holds)
        expectTable(report, """
            job       | expense | expenditure | difference | payable | retention | prepayment | remainder
            2026-0001 | 1000.00 | 0.00        | 1000.00    | 1000.00 | 0.00      | 0.00       | 0.00
            ·         | 0.00    | 0.00        | 0.00       | 0.00    | 0.00      | 0.00       | 0.00
            ·         | 1000.00 | 0.00        | 1000.00    | 1000.00 | 0.00      | 0.00       | 0.00
            """)
    }

    /// 1,000.00 and 500.00 settled last year, 30.00 of the first retained and 970.00 paid; the second reversed in January (3501) and settled
    /// again for 400.00.
    @Test("a settlement taken back in a later year leaves what was settled anew")
    func reversed() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "12-20", total: "1000.00", "retentionRate=3"))
        street.play(JobLines.settled(2, "12-21", total: "500.00"))
        street.play("""
            12-22            cashier1 pay     #1
            2027-01-05T10:00 leader1  reverse #2
            2027-01-06T10:00 officer1 claim   #2 total=500.00
            2027-01-06T11:00 finance1 review  #2 approved=400.00
            2027-01-06T12:00 head1    settle  #2
            """)
        let report = DifferenceReport.make(street.snapshot("2027-01-07T10:00"), entries: street.entries)
        #expect(report.holds)
        expectTable(report, """
            job       | expense | expenditure | difference | payable | retention | remainder
            2026-0001 | 1000.00 | 970.00      | 30.00      | 0.00    | 30.00     | 0.00
            2026-0002 | 400.00  | 0.00        | 400.00     | 400.00  | 0.00      | 0.00
            ·         | 0.00    | 0.00        | 0.00       | 0.00    | 0.00      | 0.00
            ·         | 1400.00 | 970.00      | 430.00     | 400.00  | 30.00     | 0.00
            """)
        // As of the last day of the year before, the first settlement of job 2 stands.
        expectTable(DifferenceReport.make(street.snapshot("2026-12-31T23:59"), entries: street.entries), """
            job       | expense | expenditure | payable | retention
            2026-0001 | 1000.00 | 970.00      | 0.00    | 30.00
            2026-0002 | 500.00  | 0.00        | 500.00  | 0.00
            ·         | 0.00    | 0.00        | 0.00    | 0.00
            ·         | 1500.00 | 970.00      | 500.00  | 30.00
            """)
    }

    /// 1,000.00 came in and 1,000.00 went out of the street's bank: the books say nothing is left, but no statement says so.
    @Test("items that add up to nothing do not close without a statement")
    func noStatement() throws {
        var street = MemoryStreet.funded
        street.play("""
            finance1 fund.appropriate appropriation=B26 source=minsheng amount=1000.00 channel=bank
            cashier1 fund.receive appropriation=B26 amount=1000.00
            """)
        street.play(JobLines.settled(1, "03-02", total: "1000.00", fund: "B26:100%"))
        street.play("03-03 cashier1 pay #1")
        let side = Reconciliation(street.state.bank, .bank, on: try Day("2026-03-31"))
        #expect(side.book == .zero && side.items.count == 2)
        #expect(side.bank == nil && side.difference == nil && !side.closes)
        #expect(!ReconciliationReport.make(street.snapshot("2026-03-31T10:00")).holds)
        let before = Reconciliation(street.state.bank, .bank, on: try Day("2026-01-01"))
        #expect(before.items.isEmpty && before.closes)
    }
}
