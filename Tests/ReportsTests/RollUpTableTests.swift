import Documents
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// Roll-ups against tables computed by hand: sums are added, rates are made from the sums (design §9).
struct RollUpTableTests {
    /// A street that used `used` of `granted`; the policy's target is 95 % unless given.
    private static func street(
        _ code: String, parent: String?, granted: String, used: String?, target: String? = nil
    ) -> MemoryStreet {
        let district = parent.map { " parent=" + $0 } ?? ""
        var street = MemoryStreet.staffed(
            "2026-01-02T09:00 admin1 org.open code=\(code) name=\(code) year:=2026 sandbox:=true" + district)
        if let target {
            let answer = street.adopt(
                replacing: "'utilisationTarget':'95'", with: "'utilisationTarget':'\(target)'", effective: "2026-01-01")
            #expect(answer.refusal == nil)
        }
        street.play("finance1 fund.appropriate appropriation=M26 source=minsheng amount=\(granted)")
        if let used { street.play(JobLines.settled(1, "03-02", total: used)) }
        return street
    }

    /// A 900.00 of 1,000.00 = 90 %; B 1,000.00 of 1,000.00 = 100 %; C (no district) 50.00 of 3,000.00 = 1.67 %; D nothing of 0.01.
    /// X = A + B: 1,900.00 of 2,000.00 = 95 %, exactly the target, though the mean of no pair says so for A alone.
    /// All: 1,950.00 of 5,000.01 = 38.9999 % → 39.00.
    private static let streets = [
        street("A", parent: "X", granted: "1000.00", used: "900.00"),
        street("B", parent: "X", granted: "1000.00", used: "1000.00"),
        street("C", parent: nil, granted: "3000.00", used: "50.00"),
        street("D", parent: "Y", granted: "0.01", used: nil),
    ]

    private static func snapshots(_ streets: [MemoryStreet]) -> [Snapshot] {
        streets.map { $0.snapshot("2026-12-31T10:00") }
    }

    @Test("by street")
    func byStreet() {
        expectTable(UtilisationRollUp.make(Self.snapshots(Self.streets), year: 2026, by: .org), """
            org   | name | district | granted | net     | payable | utilisationRate | meetsTarget
            A     | A    | X        | 1000.00 | 1000.00 | 900.00  | 90.00           | false
            B     | B    | X        | 1000.00 | 1000.00 | 1000.00 | 100.00          | true
            C     | C    | ·        | 3000.00 | 3000.00 | 50.00   | 1.67            | false
            D     | D    | Y        | 0.01    | 0.01    | 0.00    | 0.00            | false
            total | ·    | ·        | 5000.01 | 5000.01 | 1950.00 | 39.00           | false
            """)
    }

    @Test("by district: those without one come last, and a district meets its target by its sums")
    func byDistrict() {
        let report = UtilisationRollUp.make(Self.snapshots(Self.streets.reversed()), year: 2026, by: .district)
        expectTable(report, """
            district | streets | net     | payable | utilisationRate | meetsTarget
            X        | 2       | 2000.00 | 1900.00 | 95.00           | true
            Y        | 1       | 0.01    | 0.00    | 0.00            | false
            (none)   | 1       | 3000.00 | 50.00   | 1.67            | false
            total    | 4       | 5000.01 | 1950.00 | 39.00           | false
            """)
        #expect(report.facts.map { ReportWords.word($0.value) }.contains("2026-12-31"))
        #expect(report.stamps.map { $0.org?.text } == ["D", "C", "B", "A"] && report.sandbox)
    }

    /// 980.00 of 1,000.00 against 95 % and against 99 %: each by its own target, together by none.
    @Test("streets with other targets are compared with none together, and the note says so")
    func otherTargets() {
        let streets = [
            Self.street("A", parent: "X", granted: "1000.00", used: "980.00"),
            Self.street("B", parent: "X", granted: "1000.00", used: "980.00", target: "99"),
        ]
        let report = UtilisationRollUp.make(Self.snapshots(streets), year: 2026, by: .org)
        expectTable(report, """
            org   | utilisationRate | meetsTarget
            A     | 98.00           | true
            B     | 98.00           | false
            total | 98.00           | ·
            """)
        #expect(report.notes.contains { $0.en.hasPrefix("The streets have different targets") })
        expectTable(UtilisationRollUp.make(Self.snapshots(streets), year: 2026, by: .district), """
            district | streets | meetsTarget
            X        | 2       | ·
            total    | 2       | ·
            """)
    }

    @Test("no street at all: one row, nothing to divide by")
    func none() throws {
        let report = UtilisationRollUp.make([], unready: [try Code("E")], unopened: [try Code("F")], year: 2026, by: .org)
        expectTable(report, """
            org   | granted | net  | executionRate | utilisationRate | meetsTarget
            total | 0.00    | 0.00 | —             | —               | ·
            """)
        #expect(report.notes.suffix(2).map(\.en) == [
            "No policy adopted yet, and no money: E.", "Not opened yet at that time, and left out: F.",
        ])
    }
}
