import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// What only the bank knows (books.md B1 §9).
struct BankEntryTests {
    /// 1,236.83 of a grant of 2,000.00 lies in the bank.
    private static let street: MemoryStreet = {
        var street = MemoryStreet.standard
        street.play("""
            01-05 finance1 fund.appropriate appropriation=B source=minsheng channel=bank amount=2000.00
            01-06 finance1 fund.appropriate appropriation=D source=minsheng amount=2000.00
            01-12 cashier1 fund.receive appropriation=B amount=1236.83
            """)
        return street
    }()

    @Test("the example: interest is the treasury's, advances are to be made good, the budget book stays")
    func example() {
        var street = Self.street
        street.play("""
            03-21 finance1 bank.entry kind=interest appropriation=B amount=12.36
            03-22 finance1 bank.entry kind=advance  appropriation=B amount=15.00
            03-23 finance1 bank.entry kind=advance  appropriation=B amount=9.00
            """)
        #expect(street.balances(of: [.financial, .budget]) == """
                                      B           D
            F1002               1225.19        0.00
            F1218                 24.00        0.00
            F2103                 12.36        0.00
            F4001               1236.83        0.00
            B6001               1236.83        0.00
            B8001.02            1236.83        0.00
            """)
    }

    @Test("each kind on its accounts, in each book")
    func kinds() {
        var street = Self.street
        let before = street.records.count
        street.play("""
            03-01 finance1 bank.entry kind=interest     appropriation=B amount=5.00
            03-02 finance1 bank.entry kind=surrender    appropriation=B amount=5.00 clears:=\(before + 1)
            03-03 finance1 bank.entry kind=fee          appropriation=B amount=6.00
            03-04 finance1 bank.entry kind=advance      appropriation=B amount=7.00
            03-05 finance1 bank.entry kind=recovered    appropriation=B amount=7.00 clears:=\(before + 4)
            03-06 finance1 bank.entry kind=unidentified appropriation=B amount=8.00
            03-07 finance1 bank.entry kind=sentBack     appropriation=B amount=8.00 clears:=\(before + 6)
            """)
        #expect(street.vouchers(after: before, of: [.control, .financial, .budget]) == """
            4   03-01 Dr F1002           5.00 B
                      Cr F2103           5.00 B
            5   03-02 Dr F2103           5.00 B
                      Cr F1002           5.00 B
            6   03-03 Dr I2101           6.00 B
                      Cr I2501           6.00 B
                      Dr F5001           6.00 B
                      Cr F1002           6.00 B
                      Dr B7101           6.00 B
                      Cr B8001.02        6.00 B
            7   03-04 Dr F1218           7.00 B
                      Cr F1002           7.00 B
            8   03-05 Dr F1002           7.00 B
                      Cr F1218           7.00 B
            9   03-06 Dr F1002           8.00 B
                      Cr F2307.09        8.00 B
            10  03-07 Dr F2307.09        8.00 B
                      Cr F1002           8.00 B
            """)
    }

    @Test("no more is surrendered, made good or sent back than stands there, on its day and after")
    func bounds() {
        var street = Self.street
        street.play("""
            03-01 finance1 bank.entry kind=interest     appropriation=B amount=5.00 reference=L1
            03-02 finance1 bank.entry kind=interest     appropriation=B amount=5.00 reference=ｌ-1     ! entry.taken
            03-03 finance1 bank.entry kind=surrender    appropriation=B amount=5.01                  ! entry.exceeds
            03-03 finance1 bank.entry kind=surrender    appropriation=B amount=5.00 day=2026-02-28   ! entry.exceeds
            03-03 finance1 bank.entry kind=recovered    appropriation=B amount=0.01                  ! entry.exceeds
            03-03 finance1 bank.entry kind=sentBack     appropriation=B amount=0.01                  ! entry.exceeds
            03-03 finance1 bank.entry kind=fee          appropriation=B amount=2000.01               ! entry.exceeds
            03-03 finance1 bank.entry kind=advance      appropriation=B amount=1241.84               ! pay.bank
            03-03 finance1 bank.entry kind=fee          appropriation=D amount=1.00                  ! entry.channel
            03-03 finance1 bank.entry kind=interest     appropriation=B amount=1.00 day=2026-03-04   ! receive.day
            03-03 finance1 bank.entry kind=surrender    appropriation=B amount=1.00 clears:=2        ! correct.unknown
            03-03 finance1 bank.entry kind=recovered    appropriation=B amount=1.00 clears:=48       ! entry.exceeds
            03-03 cashier1 bank.entry kind=interest     appropriation=B amount=1.00                  ! role.required
            """)
    }

    @Test("what is cleared is of the same appropriation")
    func otherAppropriation() {
        var street = Self.street
        street.play("""
            03-01 finance1 fund.appropriate appropriation=E source=minsheng amount=100.00 channel=bank
            03-01 finance1 bank.entry kind=interest appropriation=B amount=5.00
            03-01 finance1 bank.entry kind=interest appropriation=E amount=5.00
            """)
        let last = street.records.count
        street.play("""
            03-02 finance1 bank.entry kind=surrender appropriation=B amount=5.00 clears:=\(last)      ! entry.clears
            03-02 finance1 bank.entry kind=surrender appropriation=B amount=5.00 clears:=\(last - 1)
            """)
    }

    @Test("interest does not use up the room for the grant's own money, an advance does not free any")
    func limit() {
        var street = Self.street
        street.play("""
            03-01 finance1 bank.entry kind=interest appropriation=B amount=100.00
            03-02 finance1 bank.entry kind=advance  appropriation=B amount=50.00
            03-03 cashier1 fund.receive appropriation=B amount=763.18   ! receive.exceeds
            03-03 cashier1 fund.receive appropriation=B amount=763.17
            """)
    }
}
