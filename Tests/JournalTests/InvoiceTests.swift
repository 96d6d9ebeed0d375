import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Invoices registered for a job that was approved at 900.00.
struct InvoiceTests {
    private func reviewed(_ count: Int = 1, claim: String = "") -> MemoryStreet {
        var street = MemoryStreet.funded
        for number in 1...count {
            street.play("""
                grid1       call
                grid1       accept   #\(number)
                officer1    survey   #\(number) total=1000.00
                head1       sign     #\(number)
                dispatcher1 dispatch #\(number)
                crew1       start    #\(number)
                crew1       finish   #\(number)
                inspector1  inspect  #\(number)
                officer1    claim    #\(number) total=1000.00 \(claim)
                finance1    review   #\(number) approved=900.00
                """)
        }
        return street
    }

    private static let number = "26322000000012345678"

    @Test("what an invoice must be", arguments: [
        ("total=900.00", nil), ("total=900.00 source=xml", nil), ("amount=873.79 tax=26.21 total=900.00", nil),
        ("total=900.00 number=044001900111" + "12345678", nil), ("total=900.00 number=4400190011" + "12345678", nil),
        ("total=900.00 number=12345678", "input.value"), ("total=900.00 number=2632200000001234567A", "input.value"),
        ("total=900.00 date=2026-12-31", "input.value"), ("total=0.00", "amount.zero"), ("total=-900.00", "money.format"),
        ("total=899.99", nil), ("total=900.01", "invoice.sum"), ("amount=900.00 tax=27.00 total=927.00", "invoice.sum"),
        ("amount=900.00 tax=27.00 total=900.00", "invoice.amounts"),
        ("total=900.00 lines:=[{'item':'a','amount':'1000.00'},{'item':'折扣','amount':'-100.00'}]", nil),
        ("total=900.00 lines:=[{'item':'a','amount':'899.99'}]", "invoice.amounts"),
        ("amount=873.79 tax=26.21 total=900.00 lines:=[{'item':'a','amount':'873.79','tax':'26.20'}]", "invoice.amounts"),
        ("total=900.00 seller:={'name':'疏通一队'}", "invoice.seller"),
        ("total=900.00 buyer:={'name':'南湖里街道'}", "invoice.buyer"),
    ] as [(String, String?)])
    func form(fields: String, refusal: String?) {
        var street = reviewed()
        #expect(street.line("finance1 invoice #1 \(fields)").refusal?.code.rawValue == refusal)
    }

    @Test("a policy that names the buyer decides by the code")
    func buyer() {
        var street = reviewed()
        let code = MemoryStreet.creditCode(3)
        let answer = street.adopt(
            replacing: "'retentionCap':'3',",
            with: "'retentionCap':'3','buyer':{'name':'南湖里街道办','creditCode':'\(code)'},", effective: "2026-01-01")
        #expect(answer.refusal == nil)
        let other = MemoryStreet.creditCode(4)
        street.play("""
            finance1 invoice #1 total=900.00                                                    ! invoice.buyer
            finance1 invoice #1 total=900.00 buyer:={'name':'南湖里','creditCode':'\(other)'}     ! invoice.buyer
            finance1 invoice #1 total=900.00 buyer:={'name':'南湖里街道','creditCode':'\(code)'}
            """)
    }

    @Test("the limit of payment is a policy's, within the law", arguments: [
        (nil, 30), (1, 1), (45, 45), (60, 60), (0, nil), (61, nil),
    ] as [(Int?, Int?)])
    func limit(days: Int?, expected: Int?) throws {
        var street = MemoryStreet.funded
        let field = days.map { "'paymentDays':\($0)," } ?? ""
        let answer = street.adopt(
            replacing: "'retentionCap':'3',", with: " 'retentionCap':'3',\(field)", effective: "2026-02-01")
        #expect((answer.refusal?.code == .policyInvalid) == (expected == nil))
        if let expected { #expect(try street.state.policy(on: Day("2026-02-01")).payWithin == expected) }
    }

    @Test("a number is known for ever, but the one that the job's own claim announced")
    func known() {
        var street = reviewed(2)
        street.play("""
            finance1 invoice #1 total=900.00 number=\(Self.number)
            finance1 invoice #2 total=900.00 number=\(Self.number)                              ! invoice.taken
            """)
        var announced = reviewed(claim: "invoice:={'number':'\(Self.number)','date':'2026-01-02','amount':'1000.00'}")
        announced.play("""
            finance1 invoice #1 total=900.00 number=\(Self.number)
            finance1 invoice #1 total=900.00 number=\(Self.number)                              ! invoice.taken
            """)
    }

    @Test("an invoice counts for the sum and the claim it was made for; later ones need a new one")
    func inForce() {
        var street = reviewed()
        street.play("""
            finance1 invoice #1 total=900.00 number=\(Self.number)
            crew1    dispute #1
            finance1 invoice #1 total=900.00                                                    ! job.disputed
            head1    resolve #1
            finance1 invoice #1 total=900.00                                                    ! job.state
            finance1 review  #1 approved=800.00
            """)
        #expect(street.job(1)?.invoicesInForce.isEmpty == true)
        street.play("""
            finance1 invoice #1 total=800.00
            head1    settle  #1
            """)
        #expect(street.job(1)?.invoicesInForce.map(\.invoice.total.yuan) == ["800.00"])
        street.play("""
            leader1  reverse #1
            officer1 claim   #1 total=800.00
            finance1 review  #1 approved=800.00
            """)
        #expect(street.job(1)?.invoicesInForce.isEmpty == true && street.job(1)?.invoices?.count == 2)
        #expect(StreetCheck.firstFailure(of: [], from: street) == nil)
    }
}
