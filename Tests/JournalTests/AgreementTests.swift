import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Rate agreements and what they flag in a claim.
struct AgreementTests {
    /// A job dispatched to c1 on 10 March and claimed on 1 July: three lines of 疏通 by 项, priced as given.
    private func claimed(_ agreements: String, prices: String = "100.00,90.00,80.00") -> MemoryStreet {
        var street = MemoryStreet.funded
        street.play(agreements)
        street.play("""
            03-09T08:00 grid1       call
            03-09T09:00 grid1       accept   #1
            03-09T10:00 officer1    survey   #1 total=1000.00
            03-09T11:00 head1       sign     #1
            03-10T08:00 dispatcher1 dispatch #1
            03-11T08:00 crew1       start    #1
            03-11T09:00 crew1       finish   #1
            03-11T10:00 inspector1  inspect  #1
            07-01T09:00 officer1    claim    #1 total=\(prices)
            """)
        return street
    }

    @Test("a line above the price that held on the day of dispatch is flagged", arguments: [
        ("rates=疏通/项/85.00", "1 A1 85.00, 2 A1 85.00"),
        ("rates=疏通/项/100.00", "none"),
        ("rates=疏通/项/85.00 from=2026-03-10 to=2026-03-10", "1 A1 85.00, 2 A1 85.00"),
        ("rates=疏通/项/85.00 from=2026-03-11", "none"),
        ("rates=疏通/项/85.00 to=2026-03-09", "none"),
        ("rates=疏通/米/85.00", "none"), ("rates=清掏/项/85.00", "none"),
        ("contractor=c2 rates=疏通/项/85.00", "none"),
        ("rates=清掏/项/1.00,疏通/项/99.99", "1 A1 99.99"),
    ])
    func flags(agreement: String, expected: String) {
        let street = claimed("02-01 finance1 contractor.agree agreement=A1 \(agreement)")
        #expect(text(street) == expected)
    }

    @Test("of several agreements on one item the one that began last holds")
    func latest() {
        let street = claimed("""
            02-01 finance1 contractor.agree agreement=A2 rates=疏通/项/70.00 from=2026-01-01
            02-02 finance1 contractor.agree agreement=A1 rates=疏通/项/95.00 from=2026-02-01
            02-03 finance1 contractor.agree agreement=A3 rates=疏通/项/60.00 from=2026-04-01
            """)
        #expect(text(street) == "1 A1 95.00")
    }

    @Test("a flagged line needs a reason, approved in full or cut; the others as before")
    func review() {
        var street = claimed("02-01 finance1 contractor.agree agreement=A1 rates=疏通/项/95.00")
        let rest = "{'line':2,'approved':'90.00'},{'line':3,'approved':'80.00'}]"
        street.play("""
            07-02 finance1 review #1 lines:=[{'line':1,'approved':'100.00'},\(rest)                 ! review.agreedPrice
            07-02 finance1 review #1 lines:=[{'line':1,'approved':'95.00'},\(rest)                  ! review.reason
            07-02 finance1 review #1 lines:=[{'line':1,'approved':'100.00','reason':'夜间作业'},\(rest)
            """)
        #expect(street.status(1) == "passed/reviewed")
    }

    @Test("who may register an agreement, and for whom", arguments: [
        ("grid1 contractor.agree agreement=A rates=疏通/项/9.00", "role.required"),
        ("cashier1 contractor.update code=c1 bank=1", "role.required"),
        ("finance1 contractor.agree agreement=A contractor=c9 rates=疏通/项/9.00", "contractor.unknown"),
        ("finance1 contractor.update code=c9 bank=1", "contractor.unknown"),
        ("finance1 contractor.agree agreement=A rates=疏通/项/0.00", "amount.zero"),
        ("finance1 contractor.agree agreement=A lines:=[]", "agreement.lines"),
        ("finance1 contractor.agree agreement=A rates=疏通/项/9.00", nil),
        ("officer1 contractor.update code=c1 bank=1", nil),
    ] as [(String, String?)])
    func duties(line: String, refusal: String?) {
        var street = MemoryStreet.funded
        #expect(street.line(line).refusal?.code.rawValue == refusal)
    }

    private func text(_ street: MemoryStreet) -> String {
        let flags = street.job(1)?.claim?.above?.map { "\($0.line) \($0.agreement?.text ?? "policy") \($0.agreed.yuan)" }
        return flags?.joined(separator: ", ") ?? "none"
    }
}
