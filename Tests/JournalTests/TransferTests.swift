import Bank
import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// One transfer may pay several jobs of one firm (design §12): the books have one item of it, the sum.
struct TransferTests {
    /// Jobs 1 and 2 of c1 owe 970.00 and retain 30.00 each, job 3 of c2 the same.
    private static let settled: MemoryStreet = {
        var street = MemoryStreet.funded
        for (number, firm) in [(1, "c1"), (2, "c1"), (3, "c2")] { street.play(job(number, firm)) }
        return street
    }()

    static func job(_ number: Int, _ firm: String, fund: String = "") -> String {
        """
        grid1 call
        grid1 accept #\(number)
        officer1 survey #\(number) total=1000.00 \(fund)
        head1 sign #\(number)
        dispatcher1 dispatch #\(number) contractor=\(firm)
        crew1 start #\(number)
        crew1 finish #\(number)
        inspector1 inspect #\(number)
        officer1 claim #\(number) total=1000.00
        finance1 review #\(number) approved=1000.00
        head1 settle #\(number) retentionRate=3

        """
    }

    @Test("payments of one contractor, day and custody share a number, however it is written")
    func shares() throws {
        var street = Self.settled
        street.play("""
            cashier1 pay #1 paymentNo=ZF-01
            cashier1 pay #2 paymentNo=zf01
            cashier1 release #2 paymentNo=ＺＦ０１
            """)
        #expect(Self.items(street) == ["ZF-01 -1970.00 2026-0001 2026-0002"])
        #expect(street.job(2)?.payments.map(\.paymentNo.text) == ["ZF-01", "ZF-01"])
        #expect(street.state.register.owner(of: .payment(try Label("z f-01")))?.text == "2026-0002")
    }

    @Test("nothing else shares it, and the refusal says why", arguments: [
        ("cashier1 pay #3 paymentNo=P1", "another contractor"),
        ("+1d cashier1 pay #2 paymentNo=P1", "another day: 2026-01-02"),
        ("cashier1 pay #2 paymentNo=p-1 custody=bank", ""),
        ("cashier1 refund #1 paymentNo=P1 \n cashier1 pay #2 paymentNo=P1", "money of it came back"),
    ])
    func refused(script: String, why: String) throws {
        var street = Self.settled
        street.play("cashier1 pay #1 paymentNo=P1")
        let lines = script.split(separator: "\n").map(String.init)
        street.play(lines.dropLast().joined(separator: "\n"))
        let refusal = try #require(street.line(lines.last ?? "").refusal)
        #expect(refusal["differs"] == (why.isEmpty ? nil : why))
        #expect(refusal.code == (why.isEmpty ? .payNothing : .paymentTaken))
    }

    @Test("a payment of two custodies under one number is refused with its parts, and made in two")
    func custodies() throws {
        var street = MemoryStreet.funded
        street.play("""
            finance1 fund.appropriate appropriation=B26 source=minsheng amount=9000.00 channel=bank
            cashier1 fund.receive appropriation=B26 amount=9000.00 receiptNo=R1
            """)
        street.play(Self.job(1, "c1", fund: "fund=M26:60%,B26:40%"))
        let refusal = try #require(street.line("cashier1 pay #1 paymentNo=P1").refusal)
        #expect(refusal.code == .payCustody && refusal["treasury"] == "582.00" && refusal["bank"] == "388.00")
        #expect(street.line("cashier1 pay #1 paymentNo=P1 custody=bank amount=388.01").refusal?["available"] == "388.00")
        street.play("""
            cashier1 pay #1 paymentNo=P1 custody=bank
            cashier1 pay #1 paymentNo=P1 custody=treasury ! payment.taken
            cashier1 pay #1 paymentNo=P2
            cashier1 release #1 paymentNo=P1 custody=bank
            """)
        #expect(Self.items(street) == ["P1 -400.00 2026-0001", "P2 -582.00 2026-0001", "receipt:R1 9000.00 "])
        #expect(street.status(1) == "passed/paid")
    }

    @Test("what comes back of a transfer is one item too, part by part")
    func refunds() throws {
        var street = Self.settled
        street.play("""
            cashier1 pay #1 paymentNo=P1
            cashier1 pay #2 paymentNo=P1
            cashier1 release #2 paymentNo=P1
            cashier1 refund #1 paymentNo=p1
            +2d cashier1 refund #2 paymentNo=P1
            cashier1 refund #2 paymentNo=P1
            cashier1 refund #2 paymentNo=P1 ! payment.refunded
            """)
        #expect(Self.items(street) == [
            "P1 -1970.00 2026-0001 2026-0002", "refund:P1 1970.00 2026-0001 2026-0002",
        ])
        let refund = street.state.bank.items.values.first { $0.name.known == .refund }
        #expect(refund?.day.text == "2026-01-02")
        #expect(street.job(2)?.held(.payable).yuan == "970.00" && street.job(2)?.held(.retention).yuan == "30.00")
    }

    @Test("a transfer that is matched gets no further part before the match is undone")
    func matched() throws {
        var street = Self.settled
        street.play("""
            cashier1 pay #1 paymentNo=P1
            finance1 bank.import bank=treasury account=国库 rows=01-02:-970.00:P1,01-02:-1940.00:P1,01-02:970.00:P1
            """)
        let line = street.records.count
        street.play("finance1 match.make on=\(line).1 pay=p1")
        let refusal = try #require(street.line("cashier1 pay #2 paymentNo=P1").refusal)
        #expect(refusal.code == .matchTaken && refusal["item"] == "P1" && refusal["match"] == "\(line + 1)")
        street.play("""
            finance1 match.undo match:=\(line + 1)
            cashier1 pay #2 paymentNo=P1
            finance1 match.make on=\(line).1 pay=P1 ! match.sum
            finance1 match.make on=\(line).2 pay=P1
            cashier1 refund #1 paymentNo=P1
            finance1 match.make on=\(line).3 pay=refund:P1
            """)
        let second = try #require(street.line("cashier1 refund #2 paymentNo=P1").refusal)
        #expect(second.code == .matchTaken && second["item"] == "refund:P1")
    }

    @Test("the journal read again gives the same items")
    func replay() {
        let script = """
            cashier1 pay #1 paymentNo=ZF-01
            cashier1 pay #2 paymentNo=zf01
            cashier1 refund #2 paymentNo=ZF01
            """
        let lines = script.split(separator: "\n").map(String.init)
        #expect(StreetCheck.firstFailure(of: lines, from: Self.settled) == nil)
    }

    private static func items(_ street: MemoryStreet) -> [String] {
        street.state.bank.items.values.map { item in
            "\(item.name.text) \(item.effect.fen.yuan) " + item.jobs.map(\.text).joined(separator: " ")
        }.sorted()
    }
}
