import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Tax on top of a survey's prices, or in them: a claim is compared like with like (issue §3).
struct SurveyTaxTests {
    private static func passed(_ survey: String, slips: String = "") -> MemoryStreet {
        var street = MemoryStreet.funded
        street.play("""
            03-02T09:00 grid1 call
            grid1       accept   #1
            officer1    survey   #1 \(survey)
            head1       sign     #1
            \(slips)
            dispatcher1 dispatch #1
            crew1       start    #1
            crew1       finish   #1
            inspector1  inspect  #1
            """)
        return street
    }

    @Test("the claim of the very lines that were signed is taken, and not a fen more", arguments: [
        ("total=1000.00 taxRate=3", "total=1000.00 taxRate=3", "1030.00", nil),
        ("total=1000.00 taxRate=3", "total=1000.01 taxRate=3", "1030.00", "claim.exceeds"),
        ("total=1000.00 taxRate=3", "total=1030.00", "1030.00", nil),
        ("total=1000.00", "total=1000.00", "1000.00", nil),
        ("total=1000.00", "total=1000.00 taxRate=3", "1000.00", "claim.exceeds"),
        ("total=1000.00", "total=970.87 taxRate=3", "1000.00", nil),
    ] as [(String, String, String, String?)])
    func claim(survey: String, claim: String, signed: String, refusal: String?) {
        var street = Self.passed(survey)
        #expect(street.job(1)?.currentTotal.yuan == signed)
        let answer = street.line("officer1 claim #1 \(claim)")
        #expect(answer.refusal?.code.rawValue == refusal)
    }

    /// 0.16 at 3 % is less than half a fen each; 0.32 together is one fen.
    @Test("in however many papers the lines were signed, the tax is that of their sum", arguments: [
        ("0.16", ["0.16"], "0.33"), ("0.16", ["0.16", "0.16"], "0.49"), ("100.00", ["-0.17", "0.17"], "103.00"),
        ("0.50", ["0.50"], "1.03"),
    ])
    func slips(survey: String, slips: [String], signed: String) {
        let filed = slips.map { "officer1 change #1 delta=\($0)" }
        let signatures = slips.indices.reversed().map { "head1 sign #1 slip:=\($0 + 1)" }
        var street = Self.passed("total=\(survey) taxRate=3", slips: (filed + signatures).joined(separator: "\n"))
        #expect(street.job(1)?.currentTotal.yuan == signed)
        let net = ([survey] + slips).compactMap { try? Fen(yuan: $0, signed: true) }.reduce(Fen.zero, +)
        #expect(street.line("officer1 claim #1 total=\(net.yuan) taxRate=3").refusal == nil)
    }

    @Test("the refusal names the tax and the terms")
    func words() throws {
        var street = Self.passed("total=1000.00")
        let refusal = try #require(street.line("officer1 claim #1 total=1000.00 taxRate=3").refusal)
        #expect(refusal["tax"] == "30.00" && refusal["claimed"] == "1030.00" && refusal["signed"] == "1000.00")
        #expect(refusal.message(.zh).contains("30.00") && refusal.message(.zh).contains("含税"))
    }

    @Test("a line above the policy's rate, or an agreed price, is flagged in a survey, a slip and a claim")
    func flags() throws {
        var street = MemoryStreet.funded
        let line = { (price: String) in
            "[{'kind':'labour','item':'普工','quantity':'1','unit':'工日','unitPrice':'\(price)'}]"
        }
        street.play("""
            finance1    contractor.agree agreement=A1 rates=普工/工日/250.00
            03-02T09:00 grid1 call
            grid1       accept   #1
            officer1    survey   #1 lines:=\(line("260.01"))
            head1       sign     #1
            dispatcher1 dispatch #1
            officer1    change   #1 lines:=\(line("255.00"))
            """)
        let job = try #require(street.job(1))
        let words = { (flags: [PriceFlag]?) in
            (flags ?? []).map { "\($0.line) \($0.agreement?.text ?? "policy") \($0.agreed.yuan)" }
        }
        #expect(words(job.survey?.above) == ["1 policy 260.00"] && words(job.slips[0].above) == ["1 A1 250.00"])
        #expect(try job.marks(at: Instant("2026-03-02T12:00:00+08:00")).map(\.title.zh) == ["高于协议价", "高于指导价"])
    }
}
