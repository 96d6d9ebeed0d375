import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// Settlement, payment, refund, release and reversal, as tables (design §7; figures of the issue).
struct SettlementScenarioTests {
    /// A street whose first job is reviewed: granted, signed, claimed, approved as given.
    private func reviewed(
        money: String, survey: String, signer: String = "leader1", claim: String, approved: String
    ) -> MemoryStreet {
        var street = MemoryStreet.standard
        street.play(money)
        street.play("""
            03-05T09:00 grid1       call
            03-05T10:00 grid1       accept   #1
            03-06T10:00 officer1    survey   #1 \(survey)
            03-06T11:00 \(signer)   sign     #1
            03-06T12:00 dispatcher1 dispatch #1
            03-07T08:00 crew1       start    #1
            03-07T16:00 crew1       finish   #1
            03-08T09:00 inspector1  inspect  #1
            03-09T09:00 officer1    claim    #1 total=\(claim)
            03-10T09:00 finance1    review   #1 approved=\(approved)
            """)
        return street
    }

    @Test("the issue's job: 12,000.00 estimated, 11,850.00 claimed, 11,260.50 approved at 3 % retention")
    func issue() throws {
        var street = reviewed(
            money: "finance1 fund.appropriate appropriation=M26 source=minsheng amount=600000.00",
            survey: "total=12000.00", claim: "11850.00", approved: "11260.50")
        let before = street.records.count
        street.play("03-11 leader2 settle #1 retentionRate=3 warrantyMonths:=12")
        #expect(street.vouchers(after: before) == """
            3   03-11 Dr I2301    12000.00 M26 c1
                      Cr I2401    10922.68 M26 c1
                      Cr I2402      337.82 M26 c1
                      Cr I2101      739.50 M26 c1
            """)
        let settlement = try #require(street.job(1)?.settlement)
        #expect(settlement.retentionDue?.text == "2027-03-08")
        #expect(Ratio(Fen(1_185_000 - 1_126_050), of: Fen(1_185_000)).percent == "4.97")
        street.play("03-12 cashier1 pay #1")
        #expect(street.balances == """
                                    M26
            granted           600000.00
            available         588739.50
            retention            337.82
            paid               10922.68
            """)
        let standing = street.state.ledger.standing(of: try Code("M26"))
        #expect(Ratio(standing[.paid], of: standing.net).percent == "1.82")
        let used = standing[.paid] + standing[.payable] + standing[.retention]
        #expect(Ratio(used, of: standing.net).percent == "1.88")
        #expect(street.status(1) == "passed/paid")
    }

    private static let two = """
        finance1 fund.appropriate appropriation=A source=minsheng amount=50000.00
        finance1 fund.appropriate appropriation=B source=minsheng amount=50000.00
        """

    @Test("two shares 60/40: held, approved, retained, paid in parts and refunded in proportion")
    func shares() {
        var street = reviewed(
            money: Self.two, survey: "total=10000.01 fund=A:60%,B:40%", claim: "10000.01", approved: "9999.99")
        let before = street.records.count
        street.play("""
            03-11 leader2  settle #1 retentionRate=3
            03-12 cashier1 pay    #1 amount=5000.00 paymentNo=P1
            03-13 cashier1 refund #1 paymentNo=P1
            03-14 cashier1 pay    #1 paymentNo=P2
            03-15 cashier1 release #1 amount=100.01 paymentNo=R1
            """)
        #expect(street.vouchers(after: before) == """
            4   03-11 Dr I2301     6000.01 A c1
                      Cr I2401     5820.00 A c1
                      Cr I2402      180.00 A c1
                      Cr I2101        0.01 A c1
                      Dr I2301     4000.00 B c1
                      Cr I2401     3879.99 B c1
                      Cr I2402      120.00 B c1
                      Cr I2101        0.01 B c1
            5   03-12 Dr I2401     3000.00 A c1
                      Cr I2501     3000.00 A c1
                      Dr I2401     2000.00 B c1
                      Cr I2501     2000.00 B c1
            6   03-13 Dr I2401    -3000.00 A c1 reverses 5
                      Cr I2501    -3000.00 A c1
                      Dr I2401    -2000.00 B c1
                      Cr I2501    -2000.00 B c1
            7   03-14 Dr I2401     5820.00 A c1
                      Cr I2501     5820.00 A c1
                      Dr I2401     3879.99 B c1
                      Cr I2501     3879.99 B c1
            8   03-15 Dr I2402       60.01 A c1
                      Cr I2501       60.01 A c1
                      Dr I2402       40.00 B c1
                      Cr I2501       40.00 B c1
            """)
    }

    @Test("a reversal takes every line of the settlement back in red, linked to it, and the claim starts again")
    func reversal() throws {
        var street = reviewed(
            money: Self.two, survey: "total=8000.00", claim: "8000.00", approved: "7000.00")
        street.play("03-11 head1 settle #1 retentionRate=3")
        let held = street.balances
        let before = street.records.count
        street.play("""
            03-12 cashier1 pay     #1 amount=1000.00 paymentNo=P1
            03-13 leader1  reverse #1                                ! reverse.paid
            03-13 cashier1 refund  #1 paymentNo=P1
            03-14 leader1  reverse #1
            """)
        #expect(street.vouchers(after: before) == """
            5   03-12 Dr I2401     1000.00 A c1
                      Cr I2501     1000.00 A c1
            6   03-13 Dr I2401    -1000.00 A c1 reverses 5
                      Cr I2501    -1000.00 A c1
            7   03-14 Dr I2301    -8000.00 A c1 reverses 4
                      Cr I2401    -6790.00 A c1
                      Cr I2402     -210.00 A c1
                      Cr I2101    -1000.00 A c1
            """)
        #expect(street.status(1) == "passed/signed" && street.job(1)?.revision == 2)
        street.play("""
            03-15 leader1  reverse #1                                ! job.state
            03-16 officer1 claim   #1 total=8000.00
            03-17 finance1 review  #1 approved=7000.00
            03-18 head1    settle  #1 retentionRate=3
            """)
        #expect(street.balances == held)
    }

    @Test("a reversal is refused when the money that the cut set free is no longer there")
    func reversalWithoutMoney() {
        var street = reviewed(
            money: "finance1 fund.appropriate appropriation=A source=minsheng amount=8000.00",
            survey: "total=8000.00", claim: "8000.00", approved: "7000.00")
        street.play("""
            03-11 head1    settle  #1
            03-12 finance1 fund.recall appropriation=A amount=0.01
            03-13 leader1  reverse #1                                ! funds.insufficient
            03-14 finance1 fund.appropriate appropriation=A source=minsheng amount=0.01 kind=supplement
            03-15 leader1  reverse #1
            """)
        #expect(street.balance(.available, "A") == "0.00" && street.balance(.encumbered, "A") == "8000.00")
    }

    @Test("a slip is divided in proportion to the shares, and a share that lacks money refuses it")
    func slipOverShares() {
        var street = MemoryStreet.standard
        street.play("""
            finance1    fund.appropriate appropriation=A source=minsheng amount=6000.00
            finance1    fund.appropriate appropriation=B source=minsheng amount=50000.00
            grid1       call
            grid1       accept #1
            officer1    survey #1 total=10000.00 fund=A:60%,B:40%
            leader1     sign   #1
            officer1    change #1 delta=0.01
            leader1     sign   #1 slip:=1                            ! funds.insufficient
            officer1    change #1 delta=-0.03
            leader1     sign   #1 slip:=2
            leader1     sign   #1 slip:=1
            """)
        let shares = street.job(1)?.shares(of: .encumbered).map(\.amount.yuan)
        #expect(shares == ["5999.99", "3999.99"])
        // 600.00 for each 400.00, not one half each.
        street.play("officer1 change #1 delta=-100.00 \n leader1 sign #1 slip:=3")
        #expect(street.job(1)?.shares(of: .encumbered).map(\.amount.yuan) == ["5939.99", "3959.99"])
    }

    @Test("nothing approved is settled without a payment, and the job can be closed and reversed")
    func nothingApproved() {
        var street = reviewed(money: Self.two, survey: "total=500.00", claim: "500.00", approved: "0.00")
        street.play("""
            03-11 head1       settle   #1 retentionRate=3
            03-12 cashier1    pay      #1                            ! pay.nothing
            03-13 grid1       callback #1
            03-14 dispatcher1 close    #1
            """)
        #expect(street.status(1) == "closed/closed" && street.balance(.available, "A") == "50000.00")
        street.play("03-15 leader1 reverse #1")
        #expect(street.status(1) == "passed/signed" && street.balance(.encumbered, "A") == "500.00")
    }

    @Test("a payment's lines stand on its day, and its voucher is numbered in the year of that day")
    func dayOfPayment() throws {
        var street = reviewed(money: Self.two, survey: "total=500.00", claim: "500.00", approved: "500.00")
        street.play("""
            12-30             head1    settle #1
            2027-01-05T10:00  cashier1 pay    #1 amount=200.00 day=2026-12-31
            2027-01-06T10:00  cashier1 pay    #1 day=2027-01-06
            """)
        let numbers = street.records.suffix(2).flatMap(\.vouchers).map { "\($0.number.text) \($0.day.text)" }
        #expect(numbers == ["2026-000005 2026-12-31", "2027-000001 2027-01-06"])
    }
}
