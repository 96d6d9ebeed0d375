import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// Rules of grants and of dividing them that no other test holds.
struct GrantRuleTests {
    /// The bound of one amount is 99,999,999,999.99; supplements count towards it like originals, and 600,000.00 + 200,000.00 stand
    /// already.
    @Test("all that was ever granted or added keeps to the bound of one amount")
    func bound() {
        for kind in ["kind=supplement", ""] {
            var street = MemoryStreet.funded
            street.play("""
                finance1 fund.appropriate appropriation=Y26 source=minsheng amount=60000000000.00 \(kind)
                finance1 fund.appropriate appropriation=Z26 source=minsheng amount=60000000000.00          ! money.range
                finance1 fund.appropriate appropriation=Z26 source=minsheng kind=supplement amount=60000000000.00 ! money.range
                finance1 fund.appropriate appropriation=Z26 source=minsheng amount=9000000000.00
                """)
        }
    }

    @Test("an original or a supplement is of its own year, neither before nor after", arguments: ["original", "supplement"])
    func year(kind: String) {
        var street = MemoryStreet.standard
        let grant = "finance1 fund.appropriate source=minsheng amount=1.00 kind=\(kind)"
        street.play("""
            \(grant) appropriation=A originYear:=2025                                      ! appropriation.year
            \(grant) appropriation=A originYear:=2027                                      ! appropriation.year
            \(grant) appropriation=A originYear:=2026
            2027-01-04T09:00 \(grant.replacing("original", with: "supplement")) appropriation=A    ! appropriation.year
            """)
    }

    @Test("of what is carried no more lies in the bank than was carried, also after a correction")
    func cash() {
        var street = MemoryStreet.standard
        let grant = "finance1 fund.appropriate source=minsheng kind=carried originYear:=2025 channel=bank amount=400.00"
        street.play("\(grant) appropriation=A cash=400.01                                  ! carried.cash \n"
            + "\(grant) appropriation=A cash=400.00")
        street.play("leader1 fund.correct record:=\(street.records.count) amount=300.00")
        #expect(street.balance(.bankDeposit, "A") == "300.00")
    }

    @Test("a supplement goes by the appropriation's own channel, and may name it")
    func channel() {
        var street = MemoryStreet.funded
        street.play("""
            finance1 fund.appropriate appropriation=M26 source=minsheng kind=supplement amount=1.00 channel=bank       ! appropriation.fixed
            finance1 fund.appropriate appropriation=M26 source=minsheng kind=supplement amount=1.00 channel=authorized ! appropriation.fixed
            finance1 fund.appropriate appropriation=M26 source=minsheng kind=supplement amount=1.00 originYear:=2025   ! appropriation.fixed
            finance1 fund.appropriate appropriation=M26 source=minsheng kind=supplement amount=1.00 channel=direct
            finance1 fund.appropriate appropriation=M26 source=minsheng kind=supplement amount=1.00 originYear:=2026
            """)
        #expect(street.balance(.supplement, "M26") == "2.00")
    }

    /// B comes after A in the alphabet and before it in the street's list.
    @Test("of equal years and sources the one that was opened first pays first, whatever it is called")
    func position() {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=B source=minsheng amount=100.00
            finance1 fund.appropriate appropriation=A source=minsheng amount=100.00
            """)
        #expect(street.state.ledger.appropriations.map { "\($0.code.text) \($0.position)" }.sorted() == ["A 2", "B 1"])
        street.play(JobLines.passed(1, "03-02", total: "150.00"))
        #expect(street.job(1)?.shares(of: .encumbered).map { $0.appropriation.text + " " + $0.amount.yuan } == [
            "B 100.00", "A 50.00",
        ])
    }

    /// Signed 0.09 and 0.10, approved 0.18: 0.0852… and 0.0947… of it, so 0.09 and 0.09. The retention of 3 % is 0.0054, so 0.01; by the
    /// approved shares, which are equal, the earlier one has it. By the signed shares it would be the later one.
    @Test("retention is divided by what was approved of each share")
    func retention() {
        var street = MemoryStreet.funded
        street.play("finance1 fund.appropriate appropriation=N26 source=minsheng amount=100.00")
        street.play(JobLines.passed(1, "03-02", total: "0.19", fund: "M26:0.09,N26:0.10"))
        street.play("""
            officer1 claim  #1 total=0.19
            finance1 review #1 approved=0.18
            head1    settle #1 retentionRate=3
            """)
        #expect(street.job(1)?.settlement?.shares.map { [$0.approved.yuan, $0.retention.yuan] } == [
            ["0.09", "0.01"], ["0.09", "0.00"],
        ])
    }

    @Test("a payment and a release are booked on the day they were made, from the settlement on")
    func paymentDays() {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-12", total: "1000.00", "retentionRate=3"))
        let before = street.records.count
        street.play("""
            03-20 cashier1 pay     #1 day=2026-03-11 ! pay.day
            03-20 cashier1 pay     #1 day=2026-03-21 ! pay.day
            03-20 cashier1 pay     #1 day=2026-03-12 amount=70.00
            03-20 cashier1 pay     #1 day=2026-03-13
            03-20 cashier1 release #1 day=2026-03-11 ! pay.day
            03-20 cashier1 release #1 day=2026-03-18
            03-21 cashier1 note    #1
            """)
        #expect(street.records.dropFirst(before).flatMap(\.vouchers).map(\.day.text) == [
            "2026-03-12", "2026-03-13", "2026-03-18",
        ])
        #expect(street.job(1)?.payments.map(\.day.text) == ["2026-03-12", "2026-03-13", "2026-03-18"])
    }
}
