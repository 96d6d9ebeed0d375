import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Several invoices for one settlement, and those that are taken out of force (cases 32 and 36).
struct InvoiceVoidTests {
    /// Approved at 900.00, retention of 27.00.
    private static let reviewed = """
        grid1       call
        grid1       accept   #1
        officer1    survey   #1 total=1000.00
        head1       sign     #1
        dispatcher1 dispatch #1
        crew1       start    #1
        crew1       finish   #1
        inspector1  inspect  #1
        officer1    claim    #1 total=1000.00
        finance1    review   #1 approved=900.00

        """
    private static func number(_ last: Int) -> String { "2632000000000000000\(last)" }
    private static func red(_ last: Int, of original: Int, _ total: String) -> String {
        "{'number':'\(number(last))','date':'2026-01-02','original':'\(number(original))','total':'\(total)'}"
    }

    @Test("invoices add up to the approved amount, and no further")
    func several() throws {
        var street = MemoryStreet.funded
        street.play(Self.reviewed + """
            finance1 invoice #1 total=500.00 number=\(Self.number(1))
            finance1 invoice #1 total=400.01 number=\(Self.number(2))                 ! invoice.sum
            finance1 invoice #1 total=373.00 number=\(Self.number(2))
            head1    settle  #1 retentionRate=3
            cashier1 pay     #1
            """)
        let moment = try Instant("2026-02-01T00:00:00+08:00")
        // 873.00 are paid and invoiced; the invoice of the retention comes with its release.
        #expect(try #require(street.job(1)).uninvoiced == .zero)
        street.play("cashier1 release #1")
        #expect(try #require(street.job(1)).marks(at: moment).map(\.title.zh).contains("缺发票 27.00 元"))
        street.play("""
            finance1 invoice #1 total=27.00 number=\(Self.number(3))
            finance1 invoice #1 total=0.01 number=\(Self.number(4))                   ! invoice.present
            """)
        #expect(try #require(street.job(1)).marks(at: moment).contains { $0.kind == .uninvoiced } == false)
    }

    @Test("a number has 18 or 20 digits", arguments: [(17, false), (18, true), (19, false), (20, true), (21, false), (40, false)])
    func digits(count: Int, isNumber: Bool) {
        var street = MemoryStreet.funded
        street.play(Self.reviewed)
        let refused = street.line("finance1 invoice #1 total=500.00 number=" + String(repeating: "7", count: count)).refusal
        #expect(refused?.code.rawValue == (isNumber ? nil : "input.value"))
    }

    /// 970.87 and 29.13 are 1,000.00; so would 970.87 and 30.00 be, were the sums not compared one by one.
    @Test("the sums of the lines are those of the invoice, one by one", arguments: [("29.13", nil), ("30.00", "invoice.amounts")]
        as [(String, String?)])
    func sums(tax: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play(Self.reviewed.replacing("approved=900.00", with: "approved=1000.00"))
        let lines = "lines:=[{'item':'管道维修','amount':'970.87','taxRate':'3%','tax':'29.13'}]"
        let step = "finance1 invoice #1 total=1000.00 amount=970.87 tax=\(tax) \(lines)"
        #expect(street.line(step).refusal?.code.rawValue == refusal)
    }

    @Test("paid and closed without one is marked as what it is")
    func missing() throws {
        var street = MemoryStreet.funded
        street.play(Self.reviewed + "head1 settle #1 \n cashier1 pay #1 amount=100.00")
        #expect(try #require(street.job(1)).uninvoiced.yuan == "100.00")
        street.play("cashier1 pay #1 paymentNo=P2 \n grid1 callback #1 \n dispatcher1 close #1")
        #expect(try #require(street.job(1)).uninvoiced.yuan == "900.00")
        street.play("cashier1 recover #1 amount=50.00")
        #expect(try #require(street.job(1)).uninvoiced.yuan == "850.00")
    }

    @Test("an invoice that is void counts no longer; its number and its red one's stay used")
    func void() {
        var street = MemoryStreet.funded
        street.play(Self.reviewed + """
            finance1 invoice     #1 total=900.00 number=\(Self.number(1))
            finance1 voidInvoice #1 number=\(Self.number(2))                          ! invoice.unknown
            officer1 voidInvoice #1 number=\(Self.number(1))                          ! role.required
            finance1 voidInvoice #1 number=\(Self.number(1)) red:=\(Self.red(1, of: 1, "-900.00"))   ! invoice.taken
            finance1 voidInvoice #1 number=\(Self.number(1)) red:=\(Self.red(2, of: 1, "-899.99"))   ! invoice.red
            finance1 voidInvoice #1 number=\(Self.number(1)) red:=\(Self.red(2, of: 3, "-900.00"))   ! invoice.red
            finance1 voidInvoice #1 number=\(Self.number(1)) red:=\(Self.red(2, of: 1, "-900.00"))
            finance1 voidInvoice #1 number=\(Self.number(1))                          ! invoice.unknown
            finance1 invoice     #1 total=900.00 number=\(Self.number(1))              ! invoice.taken
            finance1 invoice     #1 total=900.00 number=\(Self.number(2))              ! invoice.taken
            finance1 invoice     #1 total=900.00 number=\(Self.number(3))
            """)
        #expect(street.job(1)?.invoicesInForce.map(\.invoice.number.text) == [Self.number(3)])
    }

    @Test("also after the settlement was taken back, and after the end")
    func late() throws {
        var street = MemoryStreet.funded
        street.play(Self.reviewed + """
            finance1    invoice     #1 total=900.00 number=\(Self.number(1))
            head1       settle      #1
            leader1     reverse     #1
            finance1    voidInvoice #1 number=\(Self.number(1))
            officer1    claim       #1 total=900.00
            finance1    review      #1 approved=900.00
            finance1    invoice     #1 total=900.00 number=\(Self.number(2))
            head1       settle      #1
            cashier1    pay         #1
            grid1       callback    #1
            dispatcher1 close       #1
            finance1    voidInvoice #1 number=\(Self.number(2))
            finance1    invoice     #1 total=900.00 number=\(Self.number(3))
            """)
        #expect(street.status(1) == "closed/closed" && street.job(1)?.uninvoiced == .zero)
    }
}
