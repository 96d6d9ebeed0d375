import Documents
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// The split alarm (design §8). Up to 10,000.00 the head signs, up to 50,000.00 the leader, above it the committee; jobs of one
/// site and category within 30 days are looked at together.
struct SplitAlarmTests {
    @Test("jobs of one site and category whose sum needs a higher tier than each of them", arguments: [
        // day:total …, and which of them are alarmed
        ("03-02:6000.00 03-03:4000.01", "1 2"),  // 10,000.01: the leader's
        ("03-02:6000.00 03-03:4000.00", ""),  // 10,000.00: still the head's
        ("03-02:6000.00 04-01:5000.00", "1 2"),  // 30 days apart
        ("03-02:6000.00 04-02:5000.00", ""),  // 31 days apart
        ("03-02:10000.01 03-03:9000.00", ""),  // one of them is the leader's, and so is the sum
        ("03-02:30000.00 03-03:20000.01", "1 2"),  // 50,000.01: the committee's
        ("03-02:4000.00 03-17:4000.00 04-01:4000.00", "1 2 3"),  // all within 30 days: 12,000.00
        ("03-02:4000.00 03-22:4000.00 04-11:4000.00", ""),  // no 30 days hold more than two: 8,000.00
        ("03-02:2000.00 03-22:7000.00 04-11:7000.00", "2 3"),  // the last two: 14,000.00; the first two: 9,000.00
        ("03-02:9000.00", ""),
        // A larger job of the same place does not hide the two small ones.
        ("03-02:6000.00 03-03:5000.00 03-04:20000.00", "1 2"),
        ("03-02:20000.00 03-03:6000.00 03-04:5000.00", "2 3"),
    ])
    func sums(jobs: String, alarmed: String) {
        var street = MemoryStreet.funded
        for (index, job) in jobs.split(separator: " ").enumerated() {
            let parts = job.split(separator: ":").map(String.init)
            street.play(JobLines.passed(index + 1, parts[0], total: parts[1]))
        }
        #expect(Self.alarmed(street) == alarmed)
    }

    @Test("another site or another category is another job")
    func apart() {
        var street = MemoryStreet.funded
        street.play(JobLines.passed(1, "03-02", total: "6000.00", site: "甲楼"))
        street.play(JobLines.passed(2, "03-03", total: "6000.00", site: "乙楼"))
        street.play("""
            03-04T08:00 grid1      call     category=wall site:={'address':'甲楼'}
            03-04T08:10 grid1      accept   #3
            03-04T08:20 officer1   survey   #3 total=6000.00
            03-04T08:30 head1      sign     #3
            """)
        #expect(Self.alarmed(street) == "")
        street.play(JobLines.passed(4, "03-05", total: "6000.00", site: "乙楼"))
        #expect(Self.alarmed(street) == "2 4")
    }

    @Test("an address is the same however it is written")
    func written() {
        var street = MemoryStreet.funded
        street.play(JobLines.passed(1, "03-02", total: "6000.00", site: "南苑路102号"))
        street.play(JobLines.passed(2, "03-03", total: "6000.00", site: "南苑路１０２号"))
        #expect(Self.alarmed(street) == "1 2")
    }

    @Test("what was signed with its slips counts; unsigned and cancelled jobs do not, closed ones do")
    func counted() {
        var street = MemoryStreet.funded
        street.play(JobLines.passed(1, "03-02", total: "6000.00"))
        street.play("""
            03-03T08:00 grid1      call
            03-03T08:10 grid1      accept   #2
            03-03T08:20 officer1   survey   #2 total=4000.00
            """)
        #expect(Self.alarmed(street) == "")
        street.play("03-03T08:30 head1 sign #2")
        #expect(Self.alarmed(street) == "")
        street.play("03-04T08:00 officer1 change #2 delta=0.01 \n 03-04T08:10 leader1 sign #2 slip:=1")
        #expect(Self.alarmed(street) == "1 2")
        street.play("""
            03-05T10:00 officer1    claim    #1 total=6000.00
            03-05T11:00 finance1    review   #1 approved=6000.00
            03-05T12:00 head1       settle   #1
            03-05T13:00 cashier1    pay      #1
            03-05T14:00 grid1       callback #1
            03-05T15:00 dispatcher1 close    #1
            """)
        #expect(Self.alarmed(street) == "1 2")
        street.play("03-06 head1 cancel #2")
        #expect(Self.alarmed(street) == "")
    }

    @Test("the list of jobs marks them")
    func marked() {
        var street = MemoryStreet.funded
        street.play(JobLines.passed(1, "03-02", total: "6000.00") + JobLines.passed(2, "03-03", total: "6000.00"))
        let report = JobsReport.make(street.snapshot("2026-03-04T10:00"))
        #expect(report.rows.map { ReportWords.word($0.cells.last ?? .blank).contains("split alarm") } == [true, true, false])
        expectTable(report, """
            number     | works  | papers | signed   | approved | paid
            2026-0001  | passed | signed | 6000.00  | ·        | ·
            2026-0002  | passed | signed | 6000.00  | ·        | ·
            total of 2 | ·      | ·      | 12000.00 | 0.00     | 0.00
            """)
    }

    private static func alarmed(_ street: MemoryStreet) -> String {
        let snapshot = street.snapshot("2026-12-31T10:00")
        return SplitAlarm.jobs(snapshot.jobs.all, policy: snapshot.policy)
            .map { String(Int($0.text.suffix(4)) ?? 0) }.sorted().joined(separator: " ")
    }
}
