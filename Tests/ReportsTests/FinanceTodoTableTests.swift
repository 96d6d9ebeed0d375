import Documents
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// The finance desk's work list against tables computed by hand. To be paid within 30 days of acceptance (2 March): the
/// thirtieth day is 1 April, the sixtieth 1 May.
struct FinanceTodoTableTests {
    /// Settled for 1,000.00 on 2 March with 3 % for a warranty of 6 months: 970.00 payable, 30.00 retained until 2 September.
    private static let settled: MemoryStreet = {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00", "retentionRate=3 warrantyMonths:=6"))
        return street
    }()

    @Test("a payable on its last day, the day after, and past sixty days", arguments: [
        ("2026-04-01", "30", false, false), ("2026-04-02", "31", true, false), ("2026-05-01", "60", true, false),
        ("2026-05-02", "61", true, true),
    ])
    func payable(day: String, days: String, overdue: Bool, longest: Bool) {
        let report = FinanceTodoReport.make(Self.settled.snapshot(day + "T10:00"))
        let row = report.rows.first { ReportWords.word($0.cells[0]) == "payable" }
        #expect(row.map { $0.cells[1...8].map(ReportWords.word) } == [
            "2026-0001", "JS2026-0001", "疏通一队", "2026-03-02", days, "2026-04-01", "970.00", String(overdue),
        ])
        #expect(row.map { ReportWords.word($0.cells[10]).contains("past 60 days") } == longest)
    }

    @Test("retention is shown from thirty days before it is due, and is overdue the day after", arguments: [
        ("2026-08-02", nil), ("2026-08-03", "false"), ("2026-09-02", "false"), ("2026-09-03", "true"),
    ] as [(String, String?)])
    func retention(day: String, overdue: String?) {
        let report = FinanceTodoReport.make(Self.settled.snapshot(day + "T10:00"))
        let row = report.rows.first { ReportWords.word($0.cells[0]) == "retention due" }
        #expect(row.map { ReportWords.word($0.cells[8]) } == overdue)
        if let row { #expect(row.cells[6...7].map(ReportWords.word) == ["2026-09-02", "30.00"]) }
    }

    /// Job 1 was settled first and is under warranty for two months, job 2 for one.
    @Test("what is due first comes first, whenever it was settled")
    func dueFirst() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "100.00", "retentionRate=3 warrantyMonths:=2"))
        street.play(JobLines.settled(2, "03-05", total: "100.00", "retentionRate=3 warrantyMonths:=1"))
        let rows = FinanceTodoReport.make(street.snapshot("2026-05-01T10:00")).rows
        let jobs = rows.filter { ReportWords.word($0.cells[0]) == "retention due" }.map { ReportWords.word($0.cells[1]) }
        #expect(jobs == ["2026-0002", "2026-0001"])
    }

    /// Jobs 2 and 3 are claimed on 3 and 4 March, 4 reviewed, 5 claimed and disputed, 6 claimed and suspended, 1 settled. What waits
    /// longest comes first; a disputed one waits for nobody but the dispute.
    @Test("each section with its sum, the oldest first")
    func sections() {
        var street = Self.settled
        for (number, day) in [(2, "03-04"), (3, "03-03"), (4, "03-05"), (5, "03-05"), (6, "03-06")] {
            street.play(JobLines.passed(number, day, total: "\(number)00.00"))
            street.play("\(day)T13:00 officer1 claim #\(number) total=\(number)00.00")
        }
        street.play("""
            03-07T10:00 finance1 review  #4 approved=350.00
            03-07T11:00 crew1    dispute #5
            03-07T12:00 head1    suspend #6 until=2026-06-01
            """)
        let report = FinanceTodoReport.make(street.snapshot("2026-03-10T10:00"))
        expectTable(report, """
            section          | job       | since      | days | due        | amount  | overdue
            payable          | 2026-0001 | 2026-03-02 | 8    | 2026-04-01 | 970.00  | false
            payable: 1       | ·         | ·          | ·    | ·          | 970.00  | ·
            retention due: 0 | ·         | ·          | ·    | ·          | 0.00    | ·
            to review        | 2026-0003 | 2026-03-03 | 7    | ·          | 300.00  | false
            to review        | 2026-0002 | 2026-03-04 | 6    | ·          | 200.00  | false
            to review        | 2026-0006 | 2026-03-06 | 4    | ·          | 600.00  | false
            to review: 3     | ·         | ·          | ·    | ·          | 1100.00 | ·
            to settle        | 2026-0004 | 2026-03-07 | 3    | ·          | 350.00  | false
            to settle: 1     | ·         | ·          | ·    | ·          | 350.00  | ·
            dispute          | 2026-0005 | 2026-03-07 | 3    | ·          | 500.00  | false
            dispute: 1       | ·         | ·          | ·    | ·          | 500.00  | ·
            paid without invoice: 0 | ·  | ·          | ·    | ·          | 0.00    | ·
            """)
        let marks = report.rows.map { ReportWords.word($0.cells[9]) }
        #expect(marks[5].contains("suspended") && marks.filter { $0.contains("suspended") }.count == 1)
    }

    /// 45 days instead of 30, as the policy says; the law's 60 stay.
    @Test("the policy's own limit decides the due day")
    func ownLimit() {
        var street = Self.settled
        let answer = street.adopt(
            replacing: "'retentionCap'", with: "'paymentDays':45,'retentionCap'", effective: "2026-01-01")
        #expect(answer.refusal == nil)
        for (day, overdue) in [("2026-04-16", "false"), ("2026-04-17", "true")] {
            let row = FinanceTodoReport.make(street.snapshot(day + "T10:00")).rows[0]
            #expect([row.cells[6], row.cells[8]].map(ReportWords.word) == ["2026-04-16", overdue])
        }
    }

    /// Whatever was paid in part is owed for the rest; whatever was taken back is owed no more.
    @Test("a payable is what is still owed")
    func rest() {
        var street = Self.settled
        street.play("03-10 cashier1 pay #1 amount=969.99 paymentNo=P1")
        #expect(ReportWords.word(FinanceTodoReport.make(street.snapshot("2026-03-10T12:00")).rows[0].cells[7]) == "0.01")
        street.play("03-11 cashier1 pay #1 paymentNo=P2")
        expectTable(FinanceTodoReport.make(street.snapshot("2026-03-11T12:00")), """
            section          | amount
            payable: 0       | 0.00
            retention due: 0 | 0.00
            to review: 0     | 0.00
            to settle: 0     | 0.00
            dispute: 0       | 0.00
            paid without invoice    | 970.00
            paid without invoice: 1 | 970.00
            """)
    }
}
