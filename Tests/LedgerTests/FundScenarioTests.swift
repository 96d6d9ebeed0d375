import Journal
import Ledger
import TestKit
import Testing

/// Postings of the funds and of a job's holds, as tables (design §7).
struct FundScenarioTests {
    @Test("appropriate, supplement, transfer, recall")
    func funds() {
        var street = MemoryStreet.standard
        let before = street.records.count
        street.play("""
            03-01 finance1 fund.appropriate appropriation=A source=minsheng amount=1000.00
            03-02 finance1 fund.appropriate appropriation=B source=minsheng amount=500.00 kind=supplement
            03-03 finance1 fund.appropriate appropriation=A source=minsheng amount=200.00 kind=supplement
            03-04 finance1 fund.transfer from=A to=B amount=300.00
            03-05 finance1 fund.recall appropriation=B amount=50.00
            """)
        #expect(street.vouchers(after: before) == """
            1   03-01 Dr I1001     1000.00 A
                      Cr I2101     1000.00 A
            2   03-02 Dr I1002      500.00 B
                      Cr I2101      500.00 B
            3   03-03 Dr I1002      200.00 A
                      Cr I2101      200.00 A
            4   03-04 Dr I1004      300.00 B
                      Cr I2101      300.00 B
                      Dr I1004     -300.00 A
                      Cr I2101     -300.00 A
            5   03-05 Dr I2101       50.00 B
                      Cr I1009       50.00 B
            """)
        #expect(street.balances == """
                                      A           B
            granted             1000.00        0.00
            supplement           200.00      500.00
            transfers           -300.00      300.00
            recalled               0.00       50.00
            available            900.00      750.00
            """)
    }

    struct Hold: Sendable, CustomTestStringConvertible {
        let name: String
        let script: String
        let lines: String
        var testDescription: String { name }
    }

    private static let opened = """
        finance1 fund.appropriate appropriation=A source=minsheng amount=10000.00
        grid1 call
        grid1 accept #1 urgency=urgent
        """

    /// 600.00 of 1,000.00 are pre-encumbered for the job itself: with the 400.00 that are left it can be signed whole.
    @Test("what a job holds already counts as money that it can be signed with", arguments: ["", " fund=Q:100%"])
    func own(wish: String) {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=Q source=minsheng amount=1000.00
            grid1    call
            grid1    accept    #1 urgency=urgent
            head1    authorize #1 ceiling=600.00
            officer1 survey    #1 total=1000.01\(wish)
            head1    sign      #1                        ! funds.insufficient
            officer1 survey    #1 total=1000.00\(wish)
            head1    sign      #1
            """)
        #expect(street.balance(.encumbered, "Q") == "1000.00" && street.balance(.preEncumbered, "Q") == "0.00")
    }

    @Test("authorize, sign, slip, cancel", arguments: [
        Hold(name: "signed above the ceiling", script: """
            03-01 head1 authorize #1 ceiling=1000.00
            03-02 officer1 survey #1 total=1500.00
            03-03 head1 sign #1
            """, lines: """
            2   03-01 Dr I2101     1000.00 A
                      Cr I2201     1000.00 A
            3   03-03 Dr I2201     1000.00 A
                      Dr I2101      500.00 A
                      Cr I2301     1500.00 A
            """),
        Hold(name: "signed below the ceiling", script: """
            03-01 head1 authorize #1 ceiling=1000.00
            03-02 officer1 survey #1 total=600.00
            03-03 head1 sign #1
            """, lines: """
            2   03-01 Dr I2101     1000.00 A
                      Cr I2201     1000.00 A
            3   03-03 Dr I2201     1000.00 A
                      Cr I2101      400.00 A
                      Cr I2301      600.00 A
            """),
        Hold(name: "authorised again, with more and with less", script: """
            03-01 head1 authorize #1 ceiling=1000.00
            03-02 head1 authorize #1 ceiling=1200.00
            03-03 head1 authorize #1 ceiling=700.00
            """, lines: """
            2   03-01 Dr I2101     1000.00 A
                      Cr I2201     1000.00 A
            3   03-02 Dr I2101      200.00 A
                      Cr I2201      200.00 A
            4   03-03 Dr I2201      500.00 A
                      Cr I2101      500.00 A
            """),
        Hold(name: "slips up and down", script: """
            03-01 officer1 survey #1 total=600.00
            03-02 head1 sign #1
            03-03 officer1 change #1 delta=150.00
            03-04 head1 sign #1 slip:=1
            03-05 officer1 change #1 delta=-250.00
            03-06 head1 sign #1 slip:=2
            """, lines: """
            2   03-02 Dr I2101      600.00 A
                      Cr I2301      600.00 A
            3   03-04 Dr I2101      150.00 A
                      Cr I2301      150.00 A
            4   03-06 Dr I2301      250.00 A
                      Cr I2101      250.00 A
            """),
        Hold(name: "cancelled when authorised", script: """
            03-01 head1 authorize #1 ceiling=1000.00
            03-02 dispatcher1 cancel #1
            """, lines: """
            2   03-01 Dr I2101     1000.00 A
                      Cr I2201     1000.00 A
            3   03-02 Dr I2201     1000.00 A
                      Cr I2101     1000.00 A
            """),
        Hold(name: "merged when signed", script: """
            03-01 officer1 survey #1 total=600.00
            03-02 head1 sign #1
            03-03 grid1 call
            03-04 dispatcher1 merge #1 into=2026-0002
            """, lines: """
            2   03-02 Dr I2101      600.00 A
                      Cr I2301      600.00 A
            3   03-04 Dr I2301      600.00 A
                      Cr I2101      600.00 A
            """),
        Hold(name: "nothing is held, nothing is given back", script: "03-01 dispatcher1 transfer #1", lines: ""),
    ])
    func holds(hold: Hold) {
        var street = MemoryStreet.standard
        street.play(Self.opened)
        let before = street.records.count
        street.play(hold.script)
        #expect(street.vouchers(after: before) == hold.lines)
    }
}
