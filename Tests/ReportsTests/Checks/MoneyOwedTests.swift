import Documents
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// Payables, retention and the accounts of contractors against tables computed by hand.
struct MoneyOwedTests {
    /// Job 1: 1,000.00 on 2 March, 3 % retained for six months. Job 2: 200.00 on 1 May. Job 3: 5,000.00 on 4 March, 150.00 retained
    /// for two years, all that was payable paid.
    private static let street: MemoryStreet = {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00", "retentionRate=3 warrantyMonths:=6"))
        street.play(JobLines.settled(3 - 1, "03-04", total: "5000.00", "retentionRate=3 warrantyMonths:=24"))
        street.play("03-05 cashier1 pay #2 paymentNo=P1")
        street.play(JobLines.settled(3, "05-01", total: "200.00"))
        return street
    }()

    /// From 2 March to 10 June are 100 days, from 1 May 40. Due are they on 1 April and 31 May.
    @Test("what is owed, by due day, with its age and the sums of each class")
    func payables() {
        let report = PayablesReport.make(Self.street.snapshot("2026-06-10T10:00"))
        let rows = report.tables[0].rows.map { $0.cells.map(ReportWords.word) }
        #expect(rows.map { [0, 1, 4, 6, 7, 8, 9, 10, 11, 12, 13].map(cells($0)).joined(separator: " | ") } == [
            "JS2026-0001 | 2026-0001 | 2026-03-02 | 2026-04-01 | 1000.00 | 0.00 | 970.00 | 100 | 91–180 days | 70 | true",
            "JS2026-0003 | 2026-0003 | 2026-05-01 | 2026-05-31 | 200.00 | 0.00 | 200.00 | 40 | 31–60 days | 10 | ·",
            "total: 2 | · | · | · | 1200.00 | 0.00 | 1170.00 | · | · | · | ·",
        ])
        #expect(report.tables[1].rows.map { $0.cells.map(ReportWords.word).joined(separator: " ") } == [
            "up to 30 days 0 0.00", "31–60 days 1 200.00", "61–90 days 0 0.00", "91–180 days 1 970.00", "181–365 days 0 0.00",
            "366–730 days 0 0.00", "731–1095 days 0 0.00", "over 1095 days 0 0.00", "total 2 1170.00",
        ])
        #expect(report.holds && report.checks.map(\.expected) == [.money(Fen(117_000))])
    }

    @Test("the classes of an ageing, at their ends", arguments: [
        (0, "to30"), (30, "to30"), (31, "to60"), (60, "to60"), (61, "to90"), (90, "to90"), (91, "to180"), (180, "to180"),
        (181, "to365"), (365, "to365"), (366, "to730"), (730, "to730"), (731, "to1095"), (1095, "to1095"), (1096, "over1095"),
    ])
    func classes(days: Int, key: String) throws {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00"))
        let day = try Day("2026-03-02") + days
        let report = PayablesReport.make(street.snapshot(day.text + "T16:00"))
        let row = report.tables[1].rows.first { $0.cells[1] == .count(1) }
        #expect(row?.cells[0].code == key)
    }

    @Test("what was retained, released, withheld, and on which account it stands")
    func retention() {
        var street = Self.street
        street.play("""
            08-01 leader1  withhold #1 amount=10.00
            09-10 cashier1 release  #1 amount=15.00 paymentNo=P2
            """)
        let report = RetentionReport.make(street.snapshot("2026-09-12T10:00"))
        expectTable(report, """
            settlement  | approved | rate | retention | from       | months | due        | released | releasedOn | withheld | open   | overdue | account | appropriation
            JS2026-0001 | 1000.00  | 3.00 | 30.00     | 2026-03-02 | 6      | 2026-09-02 | 15.00    | 2026-09-10 | 10.00    | 5.00   | 10      | 2307    | M26
            JS2026-0002 | 5000.00  | 3.00 | 150.00    | 2026-03-04 | 24     | 2028-03-04 | 0.00     | ·          | 0.00     | 150.00 | ·       | 2502    | M26
            total: 2    | 6000.00  | ·    | 180.00    | ·          | ·      | ·          | 15.00    | ·          | 10.00    | 155.00 | ·       | ·       | ·
            """)
        #expect(report.holds && report.checks.map(\.expected) == [.money(Fen(15_500))])
    }

    /// In 2027 the payment of job 2 comes back and is made again (4,850.00), job 3 is paid (200.00) and 20.00 of it paid back after an
    /// audit, job 1 is reversed (1,000.00) and settled for 800.00 of the 900.00 claimed: approved −1,000.00 + 800.00 − 20.00, paid
    /// 4,850.00 + 200.00 − 20.00. Of a sum below nothing there is no share.
    @Test("what was owed, approved, paid and came back, and what is owed at the end")
    func contractors() {
        var street = Self.street
        street.play("""
            2027-01-10 cashier1 refund #2 paymentNo=P1
            2027-01-12 cashier1 pay    #2 paymentNo=P3
            2027-01-13 cashier1 pay    #3 paymentNo=P4
            2027-01-14 cashier1 recover #3 amount=20.00
            2027-01-15 leader1  reverse #1
            2027-01-16T13:00 officer1 claim  #1 total=900.00
            2027-01-16T14:00 finance1 review #1 approved=800.00
            2027-01-16T15:00 head1    settle #1
            """)
        expectTable(ContractorsReport.make(Self.street.snapshot("2026-12-31T23:00"), year: 2026), """
            contractor | openingPayable | openingRetention | approved | paid    | cameBack | payable | retention | jobs | cutRate | share
            c1         | 0.00           | 0.00             | 6200.00  | 4850.00 | 0.00     | 1170.00 | 180.00    | 3    | 0.00    | 100.00
            total: 1   | 0.00           | 0.00             | 6200.00  | 4850.00 | 0.00     | 1170.00 | 180.00    | 3    | 0.00    | 100.00
            """)
        let report = ContractorsReport.make(street.snapshot("2027-01-31T10:00"), year: 2027)
        expectTable(report, """
            contractor | openingPayable | openingRetention | approved | paid    | cameBack | payable | retention | jobs | cutRate | share
            c1         | 1170.00        | 180.00           | -220.00  | 5030.00 | 4850.00  | 800.00  | 150.00    | 1    | 11.11   | —
            total: 1   | 1170.00        | 180.00           | -220.00  | 5030.00 | 4850.00  | 800.00  | 150.00    | 1    | 11.11   | —
            """)
        #expect(report.holds && report.checks.count == 3)
    }
}

/// A cell of a row by its place.
private func cells(_ row: [String]) -> (Int) -> String { { row[$0] } }

extension Cell {
    fileprivate var code: String? { if case .named(let code, _) = self { code } else { nil } }
}
