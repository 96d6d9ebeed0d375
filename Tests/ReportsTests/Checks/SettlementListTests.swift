import Documents
import Jobs
import Journal
import Kernel
import Ledger
import Reports
import TestKit
import Testing

/// Settlements, slips and what was taken back, against tables computed by hand.
struct SettlementListTests {
    /// Job 1 signed for 1,000.00 and 1,200.00 with a slip behind the work; settled for 1,100.00 of 1,150.00, reversed, settled for
    /// 1,050.00. Job 2 of the other firm, settled as claimed.
    private static let street: MemoryStreet = {
        var street = MemoryStreet.funded
        street.play(JobLines.passed(1, "03-02", total: "1000.00") + """
            03-02T12:10 officer1 change #1 delta=200.00
            03-02T12:20 head1    sign   #1 slip:=1
            03-02T12:30 officer1 change #1 delta=-50.00
            03-03T13:00 officer1 claim  #1 total=1150.00
            03-05T14:00 finance1 review #1 approved=1100.00
            03-08T15:00 head1    settle #1
            03-09T10:00 leader1  reverse #1
            03-10T13:00 officer1 claim  #1 total=1100.00
            03-11T13:00 officer1 claim  #1 total=1060.00
            03-12T14:00 finance1 review #1 approved=1050.00
            03-15T15:00 head1    settle #1

            """)
        street.play(JobLines.settled(2, "03-16", total: "500.00").replacing("dispatch #2", with: "dispatch #2 contractor=c2"))
        return street
    }()

    @Test("settlements that stand, with what the review took off, and the sums of each firm")
    func settlements() {
        let report = SettlementsReport.make(Self.street.snapshot("2026-12-31T10:00"), year: 2026, history: false)
        expectTable(report, """
            settlement  | revision | contractor | signed  | slips  | claimed | approved | cut   | cutRate | aboveSigned | claimedBy | reviewedBy | settledBy | claimedOn  | settledOn  | days | reason
            JS2026-0002 | 3        | c1         | 1000.00 | 200.00 | 1060.00 | 1050.00  | 10.00 | 0.94    | 50.00       | officer1  | finance1   | head1     | 2026-03-11 | 2026-03-15 | 4    | 按实核减
            JS2026-0003 | 1        | c2         | 500.00  | 0.00   | 500.00  | 500.00   | 0.00  | 0.00    | 0.00        | officer1  | finance1   | committee1 | 2026-03-16 | 2026-03-16 | 0   | 按实核减
            ·           | ·        | c1         | 1000.00 | 200.00 | 1060.00 | 1050.00  | 10.00 | 0.94    | 50.00       | ·         | ·          | ·         | ·          | ·          | ·    | ·
            ·           | ·        | c2         | 500.00  | 0.00   | 500.00  | 500.00   | 0.00  | 0.00    | 0.00        | ·         | ·          | ·         | ·          | ·          | ·    | ·
            total: 2    | ·        | ·          | 1500.00 | 200.00 | 1560.00 | 1550.00  | 10.00 | 0.64    | 50.00       | ·         | ·          | ·         | ·          | ·          | ·    | ·
            """)
        #expect(report.holds)
    }

    @Test("with its history, what was taken back stands beside what replaced it; another year has none")
    func history() {
        let snapshot = Self.street.snapshot("2026-12-31T10:00")
        let report = SettlementsReport.make(snapshot, year: 2026, history: true)
        #expect(report.rows.prefix(3).map { [$0.cells[0], $0.cells[7], $0.cells[20]].map(ReportWords.word) } == [
            ["JS2026-0001", "1100.00", "true"], ["JS2026-0002", "1050.00", "·"], ["JS2026-0003", "500.00", "·"],
        ])
        #expect(SettlementsReport.make(snapshot, year: 2027, history: true).rows.map { ReportWords.word($0.cells[0]) } == ["total: 0"])
    }

    @Test("slips with the total before and after, and whether the work was done")
    func slips() {
        expectTable(SlipsReport.make(Self.street.snapshot("2026-12-31T10:00"), year: 2026), """
            job                | slip | filedBy  | signedBy | day        | change | before  | after   | share | shareInAll | behindWork | state
            2026-0001          | 1    | officer1 | head1    | 2026-03-02 | 200.00 | 1000.00 | 1200.00 | 20.00 | 20.00      | true       | signed
            2026-0001          | 2    | officer1 | ·        | 2026-03-02 | -50.00 | ·       | ·       | -5.00 | ·          | ·          | waiting
            increases: 1       | ·    | ·        | ·        | ·          | 200.00 | ·       | ·       | ·     | ·          | ·          | ·
            decreases: 0       | ·    | ·        | ·        | ·          | 0.00   | ·       | ·       | ·     | ·          | ·          | ·
            total signed: 1    | ·    | ·        | ·        | ·          | 200.00 | ·       | ·       | ·     | ·          | ·          | ·
            """)
    }

    @Test("what was taken back, what it took back, and what followed")
    func corrections() throws {
        var street = Self.street
        street.play("""
            03-17 cashier1 pay    #2 paymentNo=P1
            03-18 cashier1 refund #2 paymentNo=P1
            03-19 cashier1 pay    #2 paymentNo=P2
            03-20 cashier1 refund #2 paymentNo=P2 cause=mistaken
            03-21 cashier1 pay    #2 paymentNo=P2
            03-22 cashier1 recover #2 amount=40.00
            """)
        let all = street.records.flatMap(\.vouchers).map(\.number.text)
        // The last nine: reversal and settlement of job 1, signatures and settlement of job 2, then its payments.
        let (pay, back, again, mistake, third, recovered) = (
            all[all.count - 6], all[all.count - 5], all[all.count - 4], all[all.count - 3], all[all.count - 2], all[all.count - 1])
        let report = CorrectionsReport.make(street.snapshot("2026-12-31T10:00").with(street), year: 2026)
        let rows = report.rows.map { row in [0, 3, 4, 5, 8, 11].map { ReportWords.word(row.cells[$0]) } }
        #expect(rows[0][..<3] == ["2026-03-09", "settlement reversed", "2026-0001"] && rows[0][4] == "1100.00")
        #expect(rows[1] == ["2026-03-11", "claim made anew", "2026-0001", "·", "1100.00", "·"])
        #expect(rows[2] == ["2026-03-18", "payment came back", "2026-0002", pay, "500.00", again])
        #expect(rows[3] == ["2026-03-20", "payment by mistake", "2026-0002", again, "500.00", third])
        #expect(rows[4][..<3] == ["2026-03-22", "recovered after an audit", "2026-0002"] && rows[4][4] == "40.00")
        #expect([2, 3, 4].map { ReportWords.word(report.rows[$0].cells[2]) } == [back, mistake, recovered])
        #expect(report.rows.filter { $0.level == .subtotal }.map { $0.cells[8] } == [
            .money(Fen(50_000)), .money(Fen(50_000)), .money(Fen(110_000)), .money(Fen(4_000)), .money(Fen(110_000)), .money(.zero),
        ])
    }

    @Test("a match that was undone, with the sum of its lines")
    func undone() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "500.00") + "03-03 cashier1 pay #1 paymentNo=P1 \n 03-04 finance1 bank.import bank=treasury account=9001 rows=03-03:-500.00:P1:T1")
        let record = street.records.count
        street.play("03-05 finance1 match.make on=\(record).1 pay=P1 \n 03-06 finance1 match.undo match:=\(record + 1)")
        let report = CorrectionsReport.make(street.snapshot("2026-12-31T10:00").with(street), year: 2026)
        expectTable(report, """
            day        | kind                        | job       | originalDay | amount | reason
            2026-03-06 | match undone                | 2026-0001 | 2026-03-05  | 500.00 | 勾错
            ·          | payment came back: 0        | ·         | ·           | 0.00   | ·
            ·          | payment by mistake: 0       | ·         | ·           | 0.00   | ·
            ·          | settlement reversed: 0      | ·         | ·           | 0.00   | ·
            ·          | recovered after an audit: 0 | ·         | ·           | 0.00   | ·
            ·          | claim made anew: 0          | ·         | ·           | 0.00   | ·
            ·          | match undone: 1             | ·         | ·           | 500.00 | ·
            """)
    }
}

extension Snapshot {
    /// The same with the street's vouchers.
    fileprivate func with(_ street: MemoryStreet) -> Snapshot {
        var book = VoucherBook(until: asOf.day)
        for record in street.records { book.take(record) }
        return Snapshot(
            street: self.street, stamp: stamp, policy: policy,
            .init(ledger: ledger, jobs: jobs.all, bank: bank, vouchers: book, steps: registers), asOf: asOf)
    }
}
