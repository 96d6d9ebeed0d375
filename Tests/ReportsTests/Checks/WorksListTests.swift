import Documents
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// What was late, the register, and suspected splits, against tables computed by hand.
struct WorksListTests {
    /// Called on Monday 2 March at 08:00: arrival within 8 working hours (to 16:00 of Tuesday: 3 h morning and 4 h afternoon of
    /// Monday, one hour of Tuesday), finish within 5 working days.
    @Test("arrival, finish, review, payment, retention and call-back that were late, each to the minute or day")
    func late() {
        var street = MemoryStreet.funded
        street.play("""
            03-02T08:00 grid1       call
            03-02T08:10 grid1       accept   #1
            03-02T08:20 officer1    survey   #1 total=1000.00
            03-02T08:30 head1       sign     #1
            03-02T09:00 dispatcher1 dispatch #1
            03-03T10:30 crew1       start    #1
            03-10T11:00 crew1       finish   #1
            03-10T12:00 inspector1  inspect  #1
            03-11T13:00 officer1    claim    #1 total=1000.00
            04-02T14:00 finance1    review   #1 approved=1000.00
            04-03T15:00 head1       settle   #1 retentionRate=3 warrantyMonths:=1
            04-20 cashier1 pay #1 paymentNo=P1
            """)
        // Due: 9 March 18:00; 31 March; 9 April; 10 April; 17 March.
        expectTable(LateReport.make(street.snapshot("2026-04-30T10:00"), year: 2026), """
            kind                    | job       | due                       | done                      | late   | lateDays | role         | open
            arrival                 | 2026-0001 | 2026-03-03T10:00:00+08:00 | 2026-03-03T10:30:00+08:00 | 0h30m  | ·        | grid officer | ·
            arrival: 1              | ·         | ·                         | ·                         | ·      | ·        | ·            | open: 0
            finish                  | 2026-0001 | 2026-03-09T18:00:00+08:00 | 2026-03-10T11:00:00+08:00 | 17h00m | ·        | crew         | ·
            finish: 1               | ·         | ·                         | ·                         | ·      | ·        | ·            | open: 0
            form: 0                 | ·         | ·                         | ·                         | ·      | ·        | ·            | open: 0
            review                  | 2026-0001 | 2026-03-31                | 2026-04-02                | ·      | 2        | finance      | ·
            review: 1               | ·         | ·                         | ·                         | ·      | ·        | ·            | open: 0
            payment                 | 2026-0001 | 2026-04-09                | 2026-04-20                | ·      | 11       | cashier      | ·
            payment: 1              | ·         | ·                         | ·                         | ·      | ·        | ·            | open: 0
            release of retention    | 2026-0001 | 2026-04-10                | ·                         | ·      | 20       | cashier      | true
            release of retention: 1 | ·         | ·                         | ·                         | ·      | ·        | ·            | open: 1
            call-back               | 2026-0001 | 2026-03-17                | ·                         | ·      | 44       | grid officer | true
            call-back: 1            | ·         | ·                         | ·                         | ·      | ·        | ·            | open: 1
            total: 6                | ·         | ·                         | ·                         | ·      | ·        | ·            | open: 2
            """)
    }

    @Test("on the last day nothing is late, and what was due before the year is told while it is open")
    func edges() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00"))
        let kinds = { (at: String, year: Int) in
            LateReport.make(street.snapshot(at), year: year).rows.filter { $0.level == .detail }.map { ReportWords.word($0.cells[0]) }
        }
        #expect(kinds("2026-03-09T23:00", 2026) == [])
        #expect(kinds("2026-03-10T00:00", 2026) == ["call-back"])
        #expect(kinds("2026-04-01T23:00", 2026) == ["call-back"])
        #expect(kinds("2027-02-01T10:00", 2027) == ["payment", "call-back"])
        street.play("2027-02-02 cashier1 pay #1 \n 2027-02-02 grid1 callback #1")
        #expect(kinds("2027-02-03T10:00", 2027) == [])
        #expect(kinds("2027-02-03T10:00", 2026) == ["payment", "call-back"])
    }

    @Test("a job is a row of the register of its year, with the sums of its money")
    func register() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "1000.00", "retentionRate=3 warrantyMonths:=6") + "03-05 cashier1 pay #1 paymentNo=P1")
        street.play("03-06T08:00 grid1 call site:={'address':'甲'}")
        let snapshot = street.snapshot("2026-12-31T10:00")
        expectTable(RegisterReport.make(snapshot, year: 2026), """
            job       | channel | address              | tenure  | contractor | signedBy   | signed  | slips | claimed | approved | cut  | retention | paid   | unpaid | appropriation | works      | papers
            2026-0001 | 电话    | 幸福里 1 号楼与 2 号楼之间 | unowned | c1         | committee1 | 1000.00 | 0.00  | 1000.00 | 1000.00  | 0.00 | 30.00     | 970.00 | 30.00  | M26           | passed     | paid
            2026-0002 | 电话    | 甲                   | ·       | ·          | ·          | ·       | ·     | ·       | ·        | ·    | ·         | ·      | ·      | ·             | registered | none
            total: 2  | ·       | ·                    | ·       | ·          | ·          | 1000.00 | 0.00  | 1000.00 | 1000.00  | 0.00 | 30.00     | 970.00 | 30.00  | ·             | ·          | ·
            """)
        #expect(RegisterReport.make(snapshot, year: 2025).rows.count == 1)
        #expect(RegisterReport.make(snapshot, year: nil).rows.count == 3)
    }
}

/// Suspected splits. Up to 10,000.00 the head signs, up to 50,000.00 the leader, above it the committee.
struct SplitListTests {
    private static func groups(_ street: MemoryStreet, year: Int = 2026) -> [String] {
        let report = SplitsReport.make(street.snapshot("2026-12-31T10:00"), year: year)
        let rows = report.rows.filter { $0.level == .detail }.map { $0.cells.map(ReportWords.word) }
        return Dictionary(grouping: rows) { $0[0] }.sorted { $0.key < $1.key }.map { name, rows in
            name + ": " + rows.map { String(Int($0[2].suffix(4)) ?? 0) }.joined(separator: " ") + " = " + rows[0][8]
        }
    }

    private static func passed(_ number: Int, _ day: String, at site: String) -> String {
        JobLines.passed(number, day, total: "6000.00").replacing("grid1       call", with: "grid1       call site:=\(site)")
    }

    @Test("the largest sets within the days, each once", arguments: [
        (["03-02:4000.00", "03-17:4000.00", "04-01:4000.00"], ["S1-1: 1 2 3 = 12000.00"]),
        (["03-02:6000.00", "03-22:6000.00", "04-15:6000.00"], ["S1-1: 1 2 = 12000.00", "S1-2: 2 3 = 12000.00"]),
        // The greatest sum first.
        (["03-02:6000.00", "03-22:6000.00", "04-15:7000.00"], ["S1-1: 2 3 = 13000.00", "S1-2: 1 2 = 12000.00"]),
        (["03-02:6000.00", "03-03:5000.00", "03-04:20000.00"], ["S1-1: 1 2 = 11000.00"]),
        (["03-02:6000.00", "03-03:2000.00"], []),
    ])
    func places(jobs: [String], found: [String]) {
        var street = MemoryStreet.funded
        for (index, job) in jobs.enumerated() {
            let parts = job.split(separator: ":").map(String.init)
            street.play(JobLines.passed(index + 1, parts[0], total: parts[1]))
        }
        #expect(Self.groups(street) == found)
    }

    @Test("one building of an estate is one place, and so is an address however it is written")
    func buildings() {
        var street = MemoryStreet.funded
        street.play(Self.passed(1, "03-02", at: "{'estate':'e2','address':'花园12号楼东侧'}")
            + Self.passed(2, "03-03", at: "{'estate':'e2','address':'南湖12栋二单元'}"))
        #expect(Self.groups(street).first?.hasPrefix("S1-1: 1 2") == true)
        var other = MemoryStreet.funded
        other.play(JobLines.passed(1, "03-02", total: "6000.00", site: "南苑路102号") + JobLines.passed(2, "03-03", total: "6000.00", site: "南苑路１０２号"))
        #expect(Self.groups(other) == ["S1-1: 1 2 = 12000.00"])
    }

    /// Signed on 2, 12 and 23 March: ten days lie between the first two, eleven between the last.
    @Test("one firm and community within ten days of signatures")
    func crews() {
        var street = MemoryStreet.funded
        for (index, day) in ["03-02", "03-12", "03-23"].enumerated() {
            street.play(Self.passed(index + 1, day, at: "{'community':'厂前','address':'\(index)'}"))
        }
        #expect(Self.groups(street) == ["S2-1: 1 2 = 12000.00"])
        #expect(Self.groups(street, year: 2027) == [])
    }

    @Test("above nine tenths of a tier, up to all of it; the share of such jobs is told", arguments: [
        ("9000.00", []), ("9000.01", ["S3-1: 1 = 9000.01"]), ("10000.00", ["S3-1: 1 = 10000.00"]), ("10000.01", []),
        ("50000.00", ["S3-1: 1 = 50000.00"]),
    ])
    func edges(total: String, found: [String]) {
        var street = MemoryStreet.funded
        street.play(JobLines.passed(1, "03-02", total: total) + JobLines.passed(2, "09-02", total: "100.00", site: "甲"))
        #expect(Self.groups(street) == found)
        let report = SplitsReport.make(street.snapshot("2026-12-31T10:00"), year: 2026)
        #expect(report.facts.first { $0.key == "edgeShare" }?.value == .ratio(Ratio(found.isEmpty ? 0 : 1, of: 2)))
    }

    @Test("a firm's sum of the year above the policy's limit, and not at it", arguments: [("1500.00", false), ("1499.99", true)])
    func limit(limit: String, fires: Bool) {
        var street = MemoryStreet.funded
        let answer = street.adopt(
            replacing: "'splitAlarm'", with: "'procurement':{'limit':'\(limit)'},'splitAlarm'", effective: "2026-01-01")
        #expect(answer.refusal == nil)
        street.play(JobLines.settled(1, "03-02", total: "1000.00") + JobLines.settled(2, "09-03", total: "500.00"))
        #expect(Self.groups(street) == (fires ? ["S4-1: 1 2 = 1500.00"] : []))
    }

    @Test("a note explains, and the tiers and who signed are told")
    func words() {
        var street = MemoryStreet.funded
        street.play(JobLines.passed(1, "03-02", total: "6000.00") + JobLines.passed(2, "03-03", total: "6000.00"))
        street.play("03-04 officer1 note #1 text=拆分说明：两处井")
        expectTable(SplitsReport.make(street.snapshot("2026-12-31T10:00"), year: 2026), """
            group | rule                             | job       | day        | amount  | sum      | tier            | tierOfSum | signedBy   | explanation
            S1-1  | S1 same place and category       | 2026-0001 | 2026-03-02 | 6000.00 | 12000.00 | head of section | leader    | committee1 | 拆分说明：两处井
            S1-1  | S1 same place and category       | 2026-0002 | 2026-03-03 | 6000.00 | 12000.00 | head of section | leader    | committee1 | ·
            ·     | S1 same place and category: 1    | ·         | ·          | ·       | 12000.00 | ·               | ·         | ·          | ·
            ·     | S2 same firm and community: 0    | ·         | ·          | ·       | 0.00     | ·               | ·         | ·          | ·
            ·     | S3 at the edge of a tier: 0      | ·         | ·          | ·       | 0.00     | ·               | ·         | ·          | ·
            ·     | S4 sum of the year: 0            | ·         | ·          | ·       | 0.00     | ·               | ·         | ·          | ·
            """)
    }
}

/// The policy's tender limit (采购限额).
struct ProcurementPolicyTests {
    @Test("a limit is above nothing, and a policy for people to read says it only where it is set", arguments: [
        ("0.00", false), ("0.01", true),
    ])
    func limit(limit: String, holds: Bool) throws {
        var street = MemoryStreet.funded
        let answer = street.adopt(
            replacing: "'splitAlarm'", with: "'procurement':{'limit':'\(limit)'},'splitAlarm'", effective: "2026-01-01")
        #expect(answer.refusal?.code == (holds ? nil : .policyInvalid))
        let page = PolicyDocument.make(street.snapshot("2026-12-31T10:00").policy, title: Phrase("制度", "policy"), sandbox: true)
        let pairs = page.sections.flatMap(\.parts).flatMap { if case .pairs(let pairs) = $0 { pairs } else { [Pair]() } }
        #expect(pairs.first { $0.title.zh == "采购限额（每家每年）" }?.value == (holds ? .money(Fen(1)) : nil))
    }
}
