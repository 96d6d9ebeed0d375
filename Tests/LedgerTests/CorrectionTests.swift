import Bank
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// What was entered wrong is taken back in red and booked right (design §5, `fund.correct`).
struct CorrectionTests {
    /// Record 45 grants 1,000,000.00 where 100,000.00 was meant.
    private static let wrong: MemoryStreet = {
        var street = MemoryStreet.standard
        street.play("01-05 finance1 fund.appropriate appropriation=M source=minsheng amount=1000000.00 documentNo=财预〔2026〕1号")
        return street
    }()

    private var grant: Int { Self.wrong.records.count }

    @Test("a grant typed wrong: both records stay, the figures are as if it had been entered right (case 46)")
    func granted() {
        var street = Self.wrong
        street.play("03-01 leader1 fund.correct record:=\(grant) amount=100000.00")
        #expect(street.vouchers(after: grant) == """
            2   03-01 Dr I1001 -1000000.00 M reverses 1
                      Cr I2101 -1000000.00 M
                      Dr I1001   100000.00 M
                      Cr I2101   100000.00 M
            """)
        #expect(street.balances == """
                                      M
            granted           100000.00
            available         100000.00
            """)
        let turnover = street.state.ledger.turnover.filter { $0.key.account == .granted }.values
        #expect(turnover.reduce(.zero) { $0 + $1.debit }.yuan == "100000.00" && turnover.allSatisfy { $0.credit == .zero })
    }

    @Test("the day of a receipt may be corrected up to the day of the correction itself", arguments: [
        ("2026-03-01", nil), ("2026-03-05", nil), ("2026-03-06", "receive.day"),
    ] as [(String, String?)])
    func day(day: String, refusal: String?) {
        var street = MemoryStreet.standard
        street.play("""
            finance1       fund.appropriate appropriation=B source=minsheng amount=100.00 channel=bank
            03-01 cashier1 fund.receive appropriation=B amount=40.00
            """)
        let answer = street.line("03-05 leader1 fund.correct record:=\(street.records.count) amount=50.00 day=\(day)")
        #expect(answer.refusal?.code.rawValue == refusal)
    }

    @Test("once a record; what corrects can be corrected, down to nothing; the document is free again then")
    func chain() {
        var street = Self.wrong
        let (first, again, sup) = ("财预〔2026〕1号", "财预(2026)1号", "kind=supplement amount=1.00")
        street.play("""
            03-01 finance1 fund.correct record:=\(grant) amount=1.00                          ! role.required
            03-01 leader1  fund.correct record:=2 amount=1.00                                 ! correct.unknown
            03-01 leader1  fund.correct record:=\(grant) amount=1000000.00                    ! correct.same
            03-01 leader1  fund.correct record:=\(grant) amount=0.00                          ! amount.zero
            03-01 leader1  fund.correct record:=\(grant) amount=110000.00
            03-02 leader1  fund.correct record:=\(grant) amount=100000.00                     ! correct.done
            03-02 leader1  fund.correct record:=\(grant + 1) amount=100000.00 documentNo=\(first)
            03-03 finance1 fund.appropriate appropriation=M source=minsheng \(sup) documentNo=\(again) ! document.taken
            03-04 leader1  fund.correct record:=\(grant + 2)
            03-05 leader1  fund.correct record:=\(grant + 3)                                  ! correct.nothing
            03-05 finance1 fund.appropriate appropriation=M source=minsheng \(sup) documentNo=\(again)
            """)
        #expect(street.balance(.granted, "M") == "0.00" && street.balance(.available, "M") == "1.00")
    }

    @Test("the limits look at the net, on every day from the correction's own")
    func limits() {
        var street = Self.wrong
        street.play("""
            02-01T08:00 grid1    call
            02-01T09:00 grid1    accept  #1
            02-01T10:00 officer1 survey  #1 total=150000.00
            02-01T11:00 committee1 sign  #1
            02-10 leader1 fund.correct record:=\(grant) amount=149999.99                      ! funds.insufficient
            02-11 head1   cancel #1
            02-12 leader1 fund.correct record:=\(grant) amount=100000.00 day=2026-02-05       ! funds.insufficient
            02-12 leader1 fund.correct record:=\(grant) amount=100000.00 day=2026-02-13       ! receive.day
            02-12 leader1 fund.correct record:=\(grant) amount=100000.00
            """)
    }

    @Test("a receipt typed wrong stays on the bank's day, and its number is used (case 47)")
    func received() {
        var street = MemoryStreet.standard
        street.play("""
            01-05 finance1 fund.appropriate appropriation=B source=minsheng channel=bank amount=50000.00
            01-12 cashier1 fund.receive appropriation=B amount=40000.00 receiptNo=SK1 day=2026-01-11
            """)
        let before = street.records.count
        street.play("""
            02-01 leader1  fund.correct record:=\(before) amount=4000.00
            02-02 cashier1 fund.receive appropriation=B amount=1.00 receiptNo=sk-1           ! receive.taken
            02-03 leader1  fund.correct record:=\(before + 1) amount=4000.00 day=2026-01-10
            02-04 leader1  fund.correct record:=\(before + 2)
            02-05 cashier1 fund.receive appropriation=B amount=1.00 receiptNo=sk-1
            """)
        #expect(street.vouchers(after: before, of: [.financial]) == """
            3   01-11 Dr F1002      -40000.00 B reverses 2
                      Cr F4001      -40000.00 B
                      Dr F1002        4000.00 B
                      Cr F4001        4000.00 B
            4   01-11 Dr F1002       -4000.00 B reverses 3
                      Cr F4001       -4000.00 B
            5   01-10 Dr F1002        4000.00 B
                      Cr F4001        4000.00 B
            6   01-10 Dr F1002       -4000.00 B reverses 5
                      Cr F4001       -4000.00 B
            7   02-05 Dr F1002           1.00 B
                      Cr F4001           1.00 B
            """)
        #expect(street.state.bank.items.values.map { $0.name.text + " " + $0.effect.fen.yuan } == ["receipt:sk-1 1.00"])
    }

    @Test("a receipt that was spent already is not taken back")
    func spent() {
        var street = BookScenarioTests.passed("""
            finance1 fund.appropriate appropriation=A source=minsheng amount=50000.00 channel=bank
            03-01T10:00 cashier1 fund.receive appropriation=A amount=40000.00
            """, total: "12000.00")
        let receipt = street.records.first { $0.command["do"]?.string == "fund.receive" }?.seq ?? 0
        street.play("""
            03-09 officer1 claim  #1 total=12000.00
            03-10 finance1 review #1 approved=12000.00
            03-11 leader2  settle #1
            03-12 cashier1 pay    #1
            03-13 leader1 fund.correct record:=\(receipt) amount=11999.99                      ! pay.bank
            03-13 leader1 fund.correct record:=\(receipt) amount=12000.00
            """)
        #expect(street.balance(.bankDeposit, "A") == "0.00")
    }

    @Test("transfers, recalls, returns and bank entries are corrected too")
    func others() {
        var street = MemoryStreet.standard
        street.play("""
            01-05 finance1 fund.appropriate appropriation=M source=minsheng amount=1000.00
            01-05 finance1 fund.appropriate appropriation=N source=minsheng amount=1000.00
            01-05 finance1 fund.appropriate appropriation=B source=minsheng channel=bank amount=1000.00
            01-06 cashier1 fund.receive appropriation=B amount=800.00
            """)
        let start = street.records.count
        street.play("""
            01-07 finance1 fund.transfer from=M to=N amount=100.00
            01-08 finance1 fund.recall appropriation=N amount=200.00
            01-09 cashier1 fund.return appropriation=B amount=300.00
            01-10 finance1 bank.entry kind=fee appropriation=B amount=40.00
            02-01 leader1 fund.correct record:=\(start + 1) amount=10.00
            02-02 leader1 fund.correct record:=\(start + 2) amount=20.00
            02-03 leader1 fund.correct record:=\(start + 3) amount=30.00
            02-04 leader1 fund.correct record:=\(start + 4) amount=4.00
            """)
        #expect(street.balances == """
                                      M           N           B
            granted             1000.00     1000.00     1000.00
            transfers            -10.00       10.00        0.00
            recalled               0.00       20.00       30.00
            available            990.00      990.00      966.00
            paid                   0.00        0.00        4.00
            """)
        #expect(street.balance(.bankDeposit, "B") == "766.00" && street.balance(.fiscalIncome, "B") == "770.00")
    }
}
