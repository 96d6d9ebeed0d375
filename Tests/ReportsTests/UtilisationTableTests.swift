import Journal
import Kernel
import Reports
import TestKit
import Testing

/// Utilisation against tables computed by hand (design §9).
struct UtilisationTableTests {
    /// Target 95 %. N26: 950.00 of 1,000.00 is exactly 95 %. M26: 949,950.00 of 1,000,000.00 is 94.995 %, which shows 95.00 and
    /// is below. Together 950,900.00 of 1,001,000.00 = 94.99500…%: below, shows 95.00 (94.995004… rounds up).
    /// Retention 3 % of 950.00 is 28.50; 921.50 is paid: execution 92.15 %.
    @Test("exactly at the target, and a hair below it")
    func atTarget() {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=M26 source=minsheng amount=1000000.00
            finance1 fund.appropriate appropriation=N26 source=minsheng amount=1000.00
            """)
        street.play(JobLines.settled(1, "03-02", total: "950.00", fund: "N26:100%", "retentionRate=3"))
        street.play("03-02T16:00 cashier1 pay #1")
        street.play(JobLines.settled(2, "03-03", total: "949950.00", fund: "M26:100%"))
        expectTable(UtilisationReport.make(street.snapshot("2026-03-04T10:00"), year: 2026), """
            appropriation | net        | available | payable   | retention | paid   | executionRate | utilisationRate | utilisationRateGross | meetsTarget
            M26           | 1000000.00 | 50050.00  | 949950.00 | 0.00      | 0.00   | 0.00          | 95.00           | 95.00                | false
            N26           | 1000.00    | 50.00     | 0.00      | 28.50     | 921.50 | 92.15         | 95.00           | 95.00                | true
            subtotal      | 1001000.00 | 50100.00  | 949950.00 | 28.50     | 921.50 | 0.09          | 95.00           | 95.00                | false
            ·             | 1001000.00 | 50100.00  | 949950.00 | 28.50     | 921.50 | 0.09          | 95.00           | 95.00                | false
            """)
    }

    /// 1,000.00 of 1,100.00 used: 90.91 %. On 30 December the rest is recalled: 1,000.00 of 1,000.00 net, still 90.91 % gross.
    /// Everything recalled: nothing to divide by in the net rate, 0 of 500.00 in the gross one.
    @Test("money recalled in December lifts nobody over the target")
    func december() {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=M26 source=minsheng amount=1100.00
            finance1 fund.appropriate appropriation=N26 source=minsheng amount=500.00
            """)
        street.play(JobLines.settled(1, "03-02", total: "1000.00", fund: "M26:100%"))
        street.play("12-30 finance1 fund.recall appropriation=M26 amount=100.00")
        street.play("12-30 finance1 fund.recall appropriation=N26 amount=500.00")
        expectTable(UtilisationReport.make(street.snapshot("2026-12-31T10:00"), year: 2026), """
            appropriation | granted | recalled | net     | available | utilisationRate | utilisationRateGross | meetsTarget
            M26           | 1100.00 | 100.00   | 1000.00 | 0.00      | 100.00          | 90.91                | false
            N26           | 500.00  | 500.00   | 0.00    | 0.00      | —               | 0.00                 | false
            subtotal      | 1600.00 | 600.00   | 1000.00 | 0.00      | 100.00          | 62.50                | false
            ·             | 1600.00 | 600.00   | 1000.00 | 0.00      | 100.00          | 62.50                | false
            """)
    }

    /// All of N26 went to M26: neither rate has anything to divide by, and nothing is said about the target.
    @Test("an appropriation that was transferred away has no rates")
    func nothing() {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=M26 source=minsheng amount=300.00
            finance1 fund.appropriate appropriation=N26 source=minsheng amount=200.00
            finance1 fund.transfer from=N26 to=M26 amount=200.00
            """)
        expectTable(UtilisationReport.make(street.snapshot("2026-03-04T10:00"), year: 2026), """
            source     | appropriation | granted | transfers | net    | executionRate | utilisationRate | utilisationRateGross | meetsTarget
            Livelihood | M26           | 300.00  | 200.00    | 500.00 | 0.00          | 0.00            | 0.00                 | false
            Livelihood | N26           | 200.00  | -200.00   | 0.00   | —             | —               | —                    | ·
            Livelihood | subtotal      | 500.00  | 0.00      | 500.00 | 0.00          | 0.00            | 0.00                 | false
            total      | ·             | 500.00  | 0.00      | 500.00 | 0.00          | 0.00            | 0.00                 | false
            """)
    }

    /// 2026: 1,000.00 granted, 600.00 settled, 200.00 of it paid on 28 December. 2027: the other 400.00 are paid, and 800.00 brought
    /// forward (400.00 free, 400.00 payable) are all the year has from M26. M27 is a grant of 2027.
    private static let twoYears: MemoryStreet = {
        var street = MemoryStreet.standard
        street.play("finance1 fund.appropriate appropriation=M26 source=minsheng amount=1000.00")
        street.play(JobLines.settled(1, "12-21", total: "600.00"))
        street.play("""
            12-28            cashier1 pay #1 amount=200.00
            2027-03-01T10:00 finance1 fund.appropriate appropriation=M27 source=minsheng amount=5000.00
            2027-04-01T10:00 cashier1 pay #1 amount=400.00
            """)
        return street
    }()

    @Test("a past year ends with its last day, whenever it is asked for")
    func pastYear() {
        expectTable(UtilisationReport.make(Self.twoYears.snapshot("2027-06-30T10:00"), year: 2026), """
            appropriation | granted | broughtForward | net     | available | payable | paid   | executionRate | utilisationRate
            M26           | 1000.00 | 0.00           | 1000.00 | 400.00    | 400.00  | 200.00 | 20.00         | 60.00
            subtotal      | 1000.00 | 0.00           | 1000.00 | 400.00    | 400.00  | 200.00 | 20.00         | 60.00
            ·             | 1000.00 | 0.00           | 1000.00 | 400.00    | 400.00  | 200.00 | 20.00         | 60.00
            """)
    }

    @Test("what stood open when the year began is brought forward; what was paid before is not")
    func nextYear() {
        expectTable(UtilisationReport.make(Self.twoYears.snapshot("2027-06-30T10:00"), year: 2027), """
            appropriation | granted | broughtForward | net     | available | payable | paid   | executionRate | utilisationRate
            M26           | 0.00    | 800.00         | 800.00  | 400.00    | 0.00    | 400.00 | 50.00         | 50.00
            M27           | 5000.00 | 0.00           | 5000.00 | 5000.00   | 0.00    | 0.00   | 0.00          | 0.00
            subtotal      | 5000.00 | 800.00         | 5800.00 | 5400.00   | 0.00    | 400.00 | 6.90          | 6.90
            ·             | 5000.00 | 800.00         | 5800.00 | 5400.00   | 0.00    | 400.00 | 6.90          | 6.90
            """)
    }

    /// On 1 January nothing of the new year has happened: all of 800.00 is brought forward, nothing is paid.
    @Test("the first day of a year is the year's, the last of the year before is not")
    func turn() {
        expectTable(UtilisationReport.make(Self.twoYears.snapshot("2027-01-01T00:00"), year: 2027), """
            appropriation | broughtForward | net    | available | payable | paid | utilisationRate
            M26           | 800.00         | 800.00 | 400.00    | 400.00  | 0.00 | 50.00
            subtotal      | 800.00         | 800.00 | 400.00    | 400.00  | 0.00 | 50.00
            ·             | 800.00         | 800.00 | 400.00    | 400.00  | 0.00 | 50.00
            """)
        expectTable(UtilisationReport.make(Self.twoYears.snapshot("2026-12-27T23:59"), year: 2026), """
            appropriation | net     | payable | paid
            M26           | 1000.00 | 600.00  | 0.00
            subtotal      | 1000.00 | 600.00  | 0.00
            ·             | 1000.00 | 600.00  | 0.00
            """)
    }
}
