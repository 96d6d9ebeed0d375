import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// Which appropriations carry a job (design §7, §12).
struct FundingTests {
    /// Four appropriations: the oldest one was opened last.
    static let street: MemoryStreet = {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=M26 source=minsheng amount=10000.00
            finance1 fund.appropriate appropriation=N26 source=minsheng amount=10000.00
            finance1 fund.appropriate appropriation=S26 source=sangong  amount=10000.00
            finance1 fund.appropriate appropriation=M25 source=minsheng amount=1000.00 kind=carried originYear:=2025
            grid1    call
            """)
        return street
    }()

    struct Row: Sendable, CustomTestStringConvertible {
        let accept: String
        let survey: String
        /// What each appropriation is asked to hold, or the refusal.
        let held: String
        var testDescription: String { accept + " " + survey }
    }

    @Test("oldest year first, then the source of fewest tenures, then as listed; only what fits; a given funding by the same rule", arguments: [
        Row(accept: "tenure=unowned", survey: "total=500.00", held: "M25 500.00"),
        Row(accept: "tenure=unowned", survey: "total=1000.00", held: "M25 1000.00"),
        Row(accept: "tenure=unowned", survey: "total=4000.00", held: "M25 1000.00, M26 3000.00"),
        Row(accept: "tenure=unowned", survey: "total=15000.00", held: "M25 1000.00, M26 10000.00, N26 4000.00"),
        Row(accept: "tenure=unowned", survey: "total=21000.01", held: "funds.insufficient 21000.00 of 21000.01"),
        Row(accept: "tenure=transferred estate=e1", survey: "total=30000.00",
            held: "M25 1000.00, S26 10000.00, M26 10000.00, N26 9000.00"),
        Row(accept: "tenure=managed urgency=critical hazard=collapse", survey: "total=21000.01",
            held: "funds.insufficient 21000.00 of 21000.01"),
        Row(accept: "tenure=unowned", survey: "total=4000.00 fund=N26:4000.00", held: "N26 4000.00"),
        Row(accept: "tenure=unowned", survey: "total=10000.01 fund=M26:60%,N26:40%", held: "M26 6000.01, N26 4000.00"),
        Row(accept: "tenure=unowned", survey: "total=0.01 fund=M26:60%,N26:40%", held: "M26 0.01"),
        Row(accept: "tenure=transferred estate=e1", survey: "total=9.00 fund=S26:4.00,M26:5.00", held: "S26 4.00, M26 5.00"),
        Row(accept: "tenure=unowned", survey: "total=2000.00 fund=M25:50%,M26:50%", held: "M25 1000.00, M26 1000.00"),
        Row(accept: "tenure=unowned", survey: "total=3000.00 fund=M25:50%,M26:50%",
            held: "funds.insufficient 1000.00 of 1500.00"),
        Row(accept: "tenure=unowned", survey: "total=9.00 fund=S26:9.00", held: "funding.tenure"),
        Row(accept: "tenure=unowned", survey: "total=9.00 fund=X26:9.00", held: "appropriation.unknown"),
        Row(accept: "tenure=unowned", survey: "total=9.00 fund=M26:8.99", held: "funding.sum"),
        Row(accept: "tenure=unowned", survey: "total=9.00 fund=M26:60%,N26:39.9999%", held: "funding.sum"),
        Row(accept: "tenure=unowned", survey: "total=9.00 fund=M26:60%,N26:4.00", held: "funding.form"),
        Row(accept: "tenure=unowned", survey: "total=9.00 fund=M26:4.00,M26:5.00", held: "funding.form"),
        Row(accept: "tenure=unowned", survey: "total=9.00 fund=M26:9.00,N26:0.00", held: "funding.form"),
        Row(accept: "tenure=unowned", survey: "total=9.00 funding:=[]", held: "funding.form"),
    ])
    func chooses(row: Row) {
        var street = Self.street
        street.play("grid1 accept #1 \(row.accept)")
        let surveyed = street.line("officer1 survey #1 \(row.survey)")
        let signed = surveyed.refusal == nil ? street.line("committee1 sign #1") : surveyed
        #expect(describe(signed, street) == row.held)
    }

    private func describe(_ answer: Answer, _ street: MemoryStreet) -> String {
        if let refusal = answer.refusal {
            let facts = refusal.code == .fundsInsufficient
                ? " \(refusal["available"] ?? "") of \(refusal["asked"] ?? "")" : ""
            return refusal.code.rawValue + facts
        }
        let shares = street.job(1)?.shares(of: .encumbered) ?? []
        return shares.map { "\($0.appropriation.text) \($0.amount.yuan)" }.joined(separator: ", ")
    }

    @Test("the refusal names each appropriation that was looked at, and why it was passed over")
    func looked() throws {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=A source=minsheng amount=5000.00
            finance1 fund.appropriate appropriation=B source=sangong amount=9000.00 documentNo=2号
            finance1 fund.appropriate appropriation=C source=minsheng amount=10.00 kind=carried originYear:=2025 documentNo=3号
            grid1 call \n grid1 accept #1 \n officer1 survey #1 total=5010.01
            """)
        let refusal = try #require(street.line("head1 sign #1").refusal)
        #expect(refusal.message(.zh) == "可用资金不足：可用 5,010.00 元，需要 5,010.01 元（C 有 10.00 元；A 有 5,000.00 元；"
            + "B 的来源（三供一业经费）不用于“无产权”）。请减少金额，或先追加、调剂指标。")
        #expect(refusal["looked"]
            == "C has 10.00; A has 5,000.00; B is of a source (Utilities) that does not pay for unowned")
        var empty = MemoryStreet.standard
        empty.play("grid1 call \n grid1 accept #1 \n officer1 survey #1 total=1.00")
        #expect(empty.line("head1 sign #1").refusal?["looked"] == "there is no appropriation")
    }

    @Test("5,000.01 of 5,000.00 is refused with both figures", arguments: ["recall", "transfer", "sign", "authorize"])
    func insufficient(way: String) throws {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=A source=minsheng amount=5000.00
            finance1 fund.appropriate appropriation=B source=sangong  amount=1.00
            finance1 fund.appropriate appropriation=C source=minsheng amount=1.00 -originYear
            finance1 fund.recall appropriation=C amount=1.00
            grid1    call
            grid1    accept #1 urgency=urgent
            officer1 survey #1 total=5000.01
            """)
        let lines = [
            "recall": "finance1 fund.recall appropriation=A amount=5000.01",
            "transfer": "finance1 fund.transfer from=A to=C amount=5000.01",
            "sign": "head1 sign #1", "authorize": "head1 authorize #1 ceiling=5000.01",
        ]
        let refusal = try #require(street.line(lines[way] ?? "").refusal)
        #expect(refusal.code == .fundsInsufficient)
        #expect(refusal["available"] == "5000.00" && refusal["asked"] == "5000.01")
        #expect(street.balance(.available, "A") == "5000.00")
    }
}
