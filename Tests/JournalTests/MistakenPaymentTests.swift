import Bank
import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// A payment that came back and one that was never made (job.refund with its cause), what is kept of the retention, and
/// what a firm pays back.
struct MistakenPaymentTests {
    private static let paid = """
        03-02T09:00 grid1 call
        grid1       accept   #1
        officer1    survey   #1 total=1000.00
        head1       sign     #1
        dispatcher1 dispatch #1
        crew1       start    #1
        crew1       finish   #1
        inspector1  inspect  #1
        officer1    claim    #1 total=1000.00
        finance1    review   #1 approved=1000.00
        head1       settle   #1 retentionRate=3 warrantyMonths:=12
        03-05 cashier1 pay   #1 paymentNo=P1

        """

    private func items(_ street: MemoryStreet) -> [String] {
        street.state.bank.items.values.map { "\($0.name.text) \($0.effect.fen.yuan)" }.sorted()
    }

    @Test("mistaken: its number is free again, and nothing of it stays open")
    func mistaken() {
        var street = MemoryStreet.funded
        street.play(Self.paid + "cashier1 refund #1 paymentNo=P1 cause=mistaken")
        #expect(street.status(1) == "passed/settled" && items(street) == [])
        #expect(street.balance(.payable, "M26") == "970.00" && street.balance(.paid, "M26") == "0.00")
        street.play("cashier1 pay #1 paymentNo=P1 amount=900.00")
        #expect(items(street) == ["P1 -900.00"])
        #expect(street.job(1)?.payments.map { "\($0.amount.yuan) \($0.refunded) \($0.cause?.rawValue ?? "")" }
            == ["970.00 true mistaken", "900.00 false "])
        // The one that stands is meant from now on.
        street.play("cashier1 refund #1 paymentNo=P1 \n cashier1 refund #1 paymentNo=P1 ! payment.refunded")
        #expect(items(street) == ["P1 -900.00", "refund:P1 900.00"])
    }

    @Test("came back, as before: the number stays used, and the statement shows both")
    func returned() {
        var street = MemoryStreet.funded
        street.play(Self.paid + """
            cashier1 refund #1 paymentNo=P1
            cashier1 pay    #1 paymentNo=P1                     ! payment.taken
            """)
        #expect(items(street) == ["P1 -970.00", "refund:P1 970.00"])
    }

    @Test("before its due day retention is released for a reason", arguments: [
        ("2027-03-01", "", "release.early"), ("2027-03-01", "reason=破产清算", nil), ("2027-03-02", "", nil),
    ] as [(String, String, String?)])
    func early(day: String, reason: String, refusal: String?) throws {
        var street = MemoryStreet.funded
        street.play(Self.paid)
        let answer = street.line("2027-04-01 cashier1 release #1 day=\(day) \(reason)")
        #expect(answer.refusal?.code.rawValue == refusal)
        let marks = try #require(street.job(1)).marks(at: try Instant("2027-04-02T00:00:00+08:00"))
        #expect(marks.contains { $0.kind == .releasedEarly } == !reason.isEmpty)
    }

    @Test("what is withheld is available again, and the rest can be released")
    func withheld() {
        var street = MemoryStreet.funded
        street.play(Self.paid + """
            head1    withhold #1 amount=5.00
            head1    withhold #1 amount=7.00
            leader1  withhold #1 amount=18.01                   ! withhold.exceeds
            2027-04-01 cashier1 release #1 amount=18.01         ! pay.exceeds
            2027-04-01 cashier1 release #1
            cashier1 withhold #1 amount=1.00                    ! role.required
            """)
        #expect(street.balance(.retention, "M26") == "0.00" && street.balance(.paid, "M26") == "988.00")
        #expect(street.balance(.available, "M26") == "599012.00" && street.job(1)?.withheld?.yuan == "12.00")
    }

    @Test("what the firm pays back revives no debt; the rest of a payment can no longer be refunded whole")
    func recovered() {
        var street = MemoryStreet.funded
        street.play(Self.paid + """
            03-09 cashier1 recover #1 amount=100.00 day=2026-03-08 reference=SK1
            cashier1 recover #1 amount=870.01                   ! recover.exceeds
            cashier1 recover #1 amount=1.00 reference=sk-1      ! recover.taken
            cashier1 recover #1 amount=1.00 day=2026-03-04      ! pay.day
            cashier1 refund  #1 paymentNo=P1                    ! refund.recovered
            """)
        #expect(street.status(1) == "passed/paid" && street.job(1)?.approvedInForce?.yuan == "900.00")
        #expect(items(street) == ["P1 -970.00", "receipt:SK1 100.00"])
        #expect(street.balance(.paid, "M26") == "870.00" && street.balance(.payable, "M26") == "0.00")
    }

    @Test("whoever changed the firm's account last does not pay to it, nor release")
    func payee() {
        var street = MemoryStreet.funded
        street.play("admin1 user.add user=both name=both roles:=['officer','cashier','finance']")
        street.play(Self.paid.split(separator: "\n").dropLast().joined(separator: "\n") + """
            \n both     contractor.update code=c1 bank=622200009
            both     pay     #1                                 ! duty.payee
            finance1 contractor.update code=c1 name=疏通队
            both     pay     #1                                 ! duty.payee
            officer1 contractor.update code=c1 bank=622200001
            both     pay     #1
            both     contractor.update code=c1 bank=622200009
            2027-04-01 both release #1                          ! duty.payee
            """)
    }
}
