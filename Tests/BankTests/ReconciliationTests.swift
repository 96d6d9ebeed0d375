import Bank
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// The 银行存款余额调节表 over scripts: a statement that begins at nothing, a receipt and a payment that both sides show, one
/// payment that only the books show, two lines that only the bank shows.
struct ReconciliationTests {
    /// The list shows on the 3rd what the books paid on the 5th: on the 4th it stands on the list only.
    @Test("a match counts from the later of its two days", arguments: [("03-04", 1), ("03-05", 0)])
    func laterItem(day: String, open: Int) throws {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "100.00") + "03-05 cashier1 pay #1 paymentNo=P1\n"
            + "03-06 finance1 bank.import custody=treasury bank=treasury account=9 rows=03-03:-100.00:P1")
        street.play("finance1 match.make on=\(street.records.count).1 pay=P1")
        let sides = Reconciliation(street.state.bank, .treasury, on: try Day("2026-" + day))
        #expect(sides.lines.count == open && sides.items.isEmpty)
    }

    @Test("it closes while everything that stands on one side is listed")
    func closes() throws {
        var street = try Self.street()
        let line = street.records.count
        let before = Reconciliation(street.state.bank, .bank, on: try Day("2026-01-31"))
        #expect(before.lines.count == 4 && before.items.map(\.name.text) == ["P1", "receipt:R1", "P2"])
        #expect(before.closes && before.bank?.yuan == "8495.00" && before.book.yuan == "8000.00")
        street.play("""
            finance1 match.make on=\(line).2 pay=P1 rule=number confidence=sure
            finance1 match.make on=\(line).1 pay=receipt:R1
            """)
        let after = Reconciliation(street.state.bank, .bank, on: try Day("2026-01-31"))
        #expect(after.closes && after.items.map(\.name.text) == ["P2"])
        #expect([after.inBankOnly, after.outBankOnly, after.inBookOnly, after.outBookOnly].map(\.yuan)
            == ["0.00", "105.00", "0.00", "600.00"])
        #expect(after.adjustedBook.yuan == "7895.00" && after.adjustedBank?.yuan == "7895.00")
    }

    @Test("a match counts from the day on which all of it has happened")
    func later() throws {
        var street = try Self.street()
        street.play("finance1 match.make on=\(street.records.count).2 pay=P1")
        for (day, items, lines) in [("2026-01-02", 2, 1), ("2026-01-03", 1, 1), ("2026-01-01", 0, 0)] {
            let side = Reconciliation(street.state.bank, .bank, on: try Day(day))
            #expect(side.items.count == items && side.lines.count == lines && side.closes, "\(day)")
        }
    }

    @Test("what does not follow from the lines does not close")
    func opens() throws {
        var street = MemoryStreet.funded
        street.play("""
            02-01 finance1 bank.import lines:=\(Self.line("01-05", "out", "5.00", "95.00"))
            """)
        let side = Reconciliation(street.state.bank, .bank, on: try Day("2026-01-31"))
        #expect(!side.closes && side.difference?.yuan == "100.00")
        #expect(Reconciliation(street.state.bank, .bank, on: try Day("2026-01-04")).bank?.yuan == "100.00")
        #expect(Reconciliation(BankBook(), .bank, on: try Day("2026-01-31")).closes)
    }

    @Test("what earlier years left in the bank belongs to the book balance, until it is corrected")
    func carries() throws {
        var street = MemoryStreet.funded
        let grant = street.records.count + 1
        street.play("""
            finance1 fund.appropriate kind=carried appropriation=B25 source=minsheng amount=2500.00 originYear:=2025 channel=bank cash=2000.00
            02-01 finance1 bank.import lines:=\(Self.line("01-05", "out", "5.00", "1995.00"))
            """)
        let side = Reconciliation(street.state.bank, .bank, on: try Day("2026-01-31"))
        #expect(side.book.yuan == "2000.00" && side.items.isEmpty && side.closes)
        #expect([side.adjustedBook, side.adjustedBank].map { $0?.yuan } == ["1995.00", "1995.00"])
        street.play("leader1 fund.correct record:=\(grant)")
        #expect(Reconciliation(street.state.bank, .bank, on: try Day("2026-02-01")).difference?.yuan == "2000.00")
    }

    @Test("a balance that the statement states as a whole counts from its last day, and its opening before its first")
    func stated() throws {
        var street = MemoryStreet.funded
        street.play("""
            02-01 finance1 bank.import bank=camt rows=01-05:100.00::A,01-08:-30.00::B stated:=[{'from':'2026-01-04',\
            'to':'2026-01-20','opening':'20.00','closing':'90.00'}]
            finance1 bank.import bank=camt rows=01-25:-1.00::C
            """)
        let balances = ["01-03", "01-05", "01-20", "01-24", "01-25"].map { day in
            Reconciliation(street.state.bank, .bank, on: (try? Day("2026-" + day)) ?? Day(number: 0)).bank?.yuan
        }
        // Within the span of a statement its lines lead on from the opening balance.
        #expect(balances == ["20.00", "120.00", "90.00", "90.00", "89.00"])
    }

    @Test("a statement that is missing is named")
    func gap() throws {
        var street = MemoryStreet.funded
        street.play("""
            02-01 finance1 bank.import bank=camt rows=01-05:100.00::A stated:=[{'from':'2026-01-04','to':'2026-01-20',\
            'opening':'0.00','closing':'100.00'}]
            finance1 bank.import bank=camt rows=01-25:-1.00::C stated:=[{'from':'2026-01-22','to':'2026-01-30',\
            'opening':'70.00','closing':'69.00'}]
            """)
        let side = { (day: String) throws in Reconciliation(street.state.bank, .bank, on: try Day(day)) }
        #expect(try side("2026-01-31").gaps.map(\.before.text) == ["2026-01-22"] && side("2026-01-21").gaps.isEmpty)
        #expect(try side("2026-01-31").bank?.yuan == "69.00")
    }

    /// P1 400.00 on 01-02 (its line the day after), P2 600.00 on 01-10 without a line.
    private static func street() throws -> MemoryStreet {
        var street = MemoryStreet.funded
        street.play("""
            finance1 fund.appropriate appropriation=B26 source=minsheng amount=9000.00 channel=bank
            cashier1 fund.receive appropriation=B26 amount=9000.00 receiptNo=R1
            grid1 call
            grid1 accept #1
            officer1 survey #1 total=1000.00 fund=B26:100%
            head1 sign #1
            dispatcher1 dispatch #1
            crew1 start #1
            crew1 finish #1
            inspector1 inspect #1
            officer1 claim #1 total=1000.00
            finance1 review #1 approved=1000.00
            head1 settle #1
            cashier1 pay #1 paymentNo=P1 amount=400.00
            01-10 cashier1 pay #1 paymentNo=P2
            """)
        let lines = [
            line("01-02", "in", "9000.00", "9000.00"), line("01-03", "out", "400.00", "8600.00"),
            line("01-04", "out", "5.00", "8595.00"), line("01-12", "out", "100.00", "8495.00"),
        ].map { $0.dropFirst().dropLast() }.joined(separator: ",")
        street.play("02-01 finance1 bank.import lines:=[\(lines)]")
        return street
    }

    private static func line(_ day: String, _ direction: String, _ amount: String, _ balance: String) -> String {
        "[{'day':'2026-\(day)','direction':'\(direction)','amount':'\(amount)','balance':'\(balance)'}]"
    }
}
