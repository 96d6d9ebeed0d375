import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// A call within the warranty of an earlier job of the same place and category names it, and both know (issue: the firm
/// mends it for nothing).
struct WarrantyTests {
    /// Passed on 5 March 2026 and settled with a warranty of 12 months: until 5 March 2027.
    private static func settled(_ warranty: String = "warrantyMonths:=12") -> MemoryStreet {
        var street = MemoryStreet.funded
        street.play("""
            03-05T09:00 grid1 call site:={'address':'宁海路12号'}
            grid1       accept   #1
            officer1    survey   #1 total=100.00
            head1       sign     #1
            dispatcher1 dispatch #1
            crew1       start    #1
            crew1       finish   #1
            inspector1  inspect  #1
            officer1    claim    #1 total=100.00
            finance1    review   #1 approved=100.00
            head1       settle   #1 \(warranty)
            """)
        return street
    }

    @Test("the same place and category, from the inspection to the last day", arguments: [
        ("03-06", "宁海路 12 号", "drain", true), ("03-06", "宁海路12号", "drain", true),
        ("2027-03-05", "宁海路 12 号", "drain", true), ("2027-03-06", "宁海路 12 号", "drain", false),
        ("03-05T08:00", "宁海路 12 号", "drain", false), ("03-06", "宁海路 13 号", "drain", false),
        ("03-06", "宁海路 12 号", "wall", false),
    ])
    func covers(day: String, address: String, category: String, covered: Bool) throws {
        var street = Self.settled()
        let at = day.count == 10 ? "\(day)T10:00:00+08:00" : "2026-\(day.contains("T") ? day : day + "T10:00"):00+08:00"
        let envelope = street.envelope("grid1 call category=\(category)")
        let with = try #require(envelope["with"])
        _ = street.run(envelope.with("at", .string(at))
            .with("with", with.with("site", .members(["address": .string(address)]))))
        let earlier = street.job(1)?.warrantyCalls?.map(\.text) ?? []
        #expect((earlier.count == 1) == covered)
        let new = street.state.jobs.values.first { $0.number.text != "2026-0001" }
        #expect((new?.warrantyOf?.text == "2026-0001") == covered)
        #expect(try new?.marks(at: Instant(at)).map(\.title.zh) == (covered ? ["质保期内再报（2026-0001）"] : []))
    }

    @Test("without a warranty, or after a reversal, there is none", arguments: ["", "warrantyMonths:=12"])
    func none(warranty: String) {
        var street = Self.settled(warranty)
        if !warranty.isEmpty { street.play("leader1 reverse #1") }
        street.play("+1d grid1 call site:={'address':'宁海路12号'}")
        #expect(street.job(2)?.warrantyOf == nil)
    }

    @Test("a later job at the place that is settled without one leaves the warranty of the earlier one")
    func later() {
        var street = Self.settled()
        street.play("+1d grid1 call site:={'address':'宁海路12号'}")
        street.play("""
            grid1       accept   #2
            officer1    survey   #2 total=100.00
            head1       sign     #2
            dispatcher1 dispatch #2
            crew1       start    #2
            crew1       finish   #2
            inspector1  inspect  #2
            officer1    claim    #2 total=100.00
            finance1    review   #2 approved=100.00
            head1       settle   #2
            +1d grid1   call site:={'address':'宁海路12号'}
            """)
        #expect(street.job(3)?.warrantyOf?.text == "2026-0001")
    }

    @Test("where the job turns out to be is where its warranty holds")
    func regraded() {
        var street = Self.settled()
        street.play("""
            grid1 regrade #1 address=宁海路14号
            +1d grid1 call site:={'address':'宁海路12号'}
            grid1 call site:={'address':'宁海路14号'}
            """)
        #expect(street.job(2)?.warrantyOf == nil && street.job(3)?.warrantyOf?.text == "2026-0001")
    }
}
