import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// How the budget classifies an appropriation: said once, when it is opened, and in the forms of the official codes.
struct ClassificationTests {
    private static func given(_ classification: String, _ more: String = "") -> String {
        "finance1 fund.appropriate appropriation=C26 source=minsheng amount=9.00 \(more) classification:=\(classification)"
    }

    @Test("a code has its digits, and every part may be left out", arguments: [
        ("{'function':'2120399'}", nil), ("{'deptEconomic':'30213'}", nil), ("{'govEconomic':'50209'}", nil),
        ("{'fundNature':'stateCapital','level':'upper'}", nil), ("{'project':{'code':'JJ','name':'急修'}}", nil), ("{}", nil),
        ("{'function':'212039'}", "with.classification.function"), ("{'function':'21203991'}", "with.classification.function"),
        ("{'function':'212039a'}", "with.classification.function"), ("{'function':'２120399'}", "with.classification.function"),
        ("{'deptEconomic':'302'}", "with.classification.deptEconomic"),
        ("{'govEconomic':'5020９'}", "with.classification.govEconomic"),
        ("{'fundNature':'public'}", "with.classification.fundNature"), ("{'level':'city'}", "with.classification.level"),
        ("{'project':{'code':'JJ'}}", "with.classification.project.name"), ("{'kind':'x'}", "with.classification.kind"),
    ] as [(String, String?)])
    func digits(form: String, field: String?) {
        var street = MemoryStreet.funded
        let refusal = street.line(Self.given(form)).refusal
        #expect(refusal?.facts.first { $0.name == "field" }?.value == field)
        #expect((refusal == nil) == (field == nil))
    }

    @Test("it is kept as it was opened, and a supplement says the same or nothing")
    func fixed() throws {
        var street = MemoryStreet.funded
        let form = "{'function':'2120399','level':'own'}"
        street.play("""
            \(Self.given(form))
            finance1 fund.appropriate appropriation=C26 source=minsheng kind=supplement amount=1.00
            \(Self.given(form, "kind=supplement"))
            \(Self.given("{}", "kind=supplement"))
            \(Self.given("{'function':'2120301','level':'own'}", "kind=supplement")) ! appropriation.fixed
            \(Self.given("{'function':'2120399'}", "kind=supplement")) ! appropriation.fixed
            """)
        let known = try #require(street.state.ledger.appropriation(Code("C26")))
        #expect(known.classification?.function?.text == "2120399")
        #expect(known.classification?.level == .own)
        #expect(known.classification?.deptEconomic == nil)
    }

    @Test("what says nothing is none")
    func empty() throws {
        var street = MemoryStreet.funded
        street.play(Self.given("{}"))
        #expect(try street.state.ledger.appropriation(Code("C26"))?.classification == nil)
    }
}
