import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// The edges of rules over money, time and reviews, where one that is a little wider would go unnoticed elsewhere.
struct RuleEdgeTests {
    private static func last(_ text: String, _ step: String) -> String? {
        var street = MemoryStreet.funded
        street.play(text)
        return street.line(step).refusal?.code.rawValue
    }

    private static let carried = "finance1 fund.appropriate source=minsheng kind=carried"

    @Test("what earlier years left is taken over once, and in the street's first year only")
    func carried() {
        let first = Self.carried + " appropriation=M25 originYear:=2025 amount=100.00"
        #expect(Self.last("", first) == nil)
        #expect(Self.last(first, first) == "appropriation.taken")
        #expect(Self.last("", "2027-01-05T09:00 " + first) == "carried.year")
    }

    /// The address on the envelope is the street that is opened; another name would open a street that nobody can reach.
    @Test("a street is opened under the code that the command is for", arguments: [("NHL", nil), ("XJK", "input.value")]
        as [(String, String?)])
    func opening(code: String, refusal: String?) {
        var street = MemoryStreet()
        let step = street.envelope("2026-01-02T09:00 admin1 org.open code=\(code) name=宁海路街道 year:=2026 sandbox:=true")
        let answer = street.run(step.with("org", .string("NHL")))
        #expect(answer.refusal?.code.rawValue == refusal)
    }

    /// Whoever announces next year's policy and then mends this year's has not brought next year's forward.
    @Test("a policy that was adopted later holds no longer than until the next one's day", arguments: [
        ("2026-03-31", "95"), ("2026-04-01", "80"), ("2026-05-31", "80"), ("2026-06-01", "90"),
    ])
    func policies(day: String, target: String) throws {
        var street = MemoryStreet.standard
        for (target, effective) in [("90", "2026-06-01"), ("80", "2026-04-01")] {
            let answer = street.adopt(
                replacing: "'utilisationTarget':'95'", with: "'utilisationTarget':'\(target)'", effective: effective)
            #expect(answer.refusal == nil)
        }
        #expect(try street.state.policy(on: try Day(day)).utilisationTarget.text == target)
    }

    @Test("nothing is transferred between channels, or origin years", arguments: [
        ("channel=bank", "transfer.kind"), ("channel=authorized", nil),
    ] as [(String, String?)])
    func transfer(channel: String, refusal: String?) {
        let text = "finance1 fund.appropriate appropriation=A source=minsheng amount=9.00 channel=authorized \n"
            + "finance1 fund.appropriate appropriation=B source=minsheng amount=9.00 \(channel)"
        #expect(Self.last(text, "finance1 fund.transfer from=A to=B amount=1.00") == refusal)
    }

    @Test("a receipt that a statement has shown is corrected only once that is undone")
    func matched() throws {
        var street = MemoryStreet.funded
        street.play("""
            finance1 fund.appropriate appropriation=B26 source=minsheng amount=9000.00 channel=bank
            cashier1 fund.receive appropriation=B26 amount=4000.00 receiptNo=R1
            """)
        let receipt = street.records.count
        street.play("finance1 bank.import rows=01-02:4000.00")
        street.play("finance1 match.make on=\(street.records.count).1 pay=receipt:R1")
        let match = street.records.count
        let correct = "leader1 fund.correct record:=\(receipt) amount=400.00"
        #expect(street.line(correct).refusal?.code.rawValue == "match.taken")
        street.play("finance1 match.undo match:=\(match)")
        #expect(street.line(correct).refusal == nil)
    }

    /// What came back is another line of the statement; what was never made cannot stand in one.
    @Test("a payment that a statement shows may come back", arguments: [
        ("", nil), ("cause=returned", nil), ("cause=mistaken", "refund.matched"),
    ] as [(String, String?)])
    func refund(cause: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play(JobLines.settled(1, "03-02", total: "100.00") + "03-03 cashier1 pay #1 paymentNo=P1\n"
            + "03-04 finance1 bank.import custody=treasury bank=treasury account=9 rows=03-03:-100.00:P1")
        street.play("03-04 finance1 match.make on=\(street.records.count).1 pay=P1")
        #expect(street.line("03-05 cashier1 refund #1 paymentNo=P1 \(cause)").refusal?.code.rawValue == refusal)
    }

    @Test("the clock of a practice street does not go back")
    func clock() throws {
        var street = MemoryStreet.funded
        street.play("03-10T09:00 grid1 call \n 03-05T09:00 grid1 call")
        let last = try #require(street.records.last)
        #expect(try last.at == Instant("2026-03-05T09:00:00+08:00"))
        #expect(try last.recorded == Instant("2026-03-10T09:00:00+08:00"))
    }

    private static let claimed = """
        03-02T08:00 grid1       call
        03-02T08:10 grid1       accept   #1
        03-02T08:20 officer1    survey   #1 total=1000.00
        03-02T08:30 head1       sign     #1
        03-02T09:00 dispatcher1 dispatch #1
        03-02T10:00 crew1       start    #1
        03-02T11:00 crew1       finish   #1
        03-02T12:00 inspector1  inspect  #1
        03-02T13:00 officer1    claim    #1 total=600.00,400.00

        """

    @Test("a review names every line of the claim once", arguments: [
        ([1, 2], nil), ([2, 1], nil), ([1, 1], "review.line"), ([2, 3], "review.line"), ([1], "review.line"),
    ] as [([Int], String?)])
    func review(lines: [Int], refusal: String?) {
        let named = lines.map { "{'line':\($0),'approved':'1.00','reason':'核减'}" }.joined(separator: ",")
        #expect(Self.last(Self.claimed, "03-02T14:00 finance1 review #1 lines:=[\(named)]") == refusal)
    }

    /// The payment of the 3rd never was; the one of the 20th stands.
    @Test("a firm pays nothing back before it was paid", arguments: [("03-10", "pay.day"), ("03-20", nil)]
        as [(String, String?)])
    func recover(day: String, refusal: String?) {
        let text = Self.claimed + """
            03-02T14:00 finance1 review #1 approved=600.00,400.00
            03-02T15:00 head1    settle #1
            03-03T09:00 cashier1 pay    #1 paymentNo=P1
            03-04T09:00 cashier1 refund #1 paymentNo=P1 cause=mistaken
            03-20T09:00 cashier1 pay    #1 paymentNo=P2

            """
        #expect(Self.last(text, "03-25T09:00 cashier1 recover #1 amount=10.00 day=2026-\(day)") == refusal)
    }

    /// 1,000.00 were paid and came back; 200.00 of them were paid again.
    @Test("a firm pays back no more than what stands paid", arguments: [("200.00", nil), ("200.01", "recover.exceeds")]
        as [(String, String?)])
    func recovered(amount: String, refusal: String?) {
        let text = JobLines.settled(1, "03-02", total: "1000.00") + """
            03-03 cashier1 pay    #1 paymentNo=P1
            03-04 cashier1 refund #1 paymentNo=P1
            03-05 cashier1 pay    #1 paymentNo=P2 amount=200.00

            """
        #expect(Self.last(text, "03-06 cashier1 recover #1 amount=\(amount)") == refusal)
    }

    /// The tests' policy without the tier of 党工委, in one word.
    private static let withoutCommittee = StreetPolicy.text
        .replacing(",{'role':'committee'}", with: "").replacing("{'upTo':'50000.00','role':'leader'}", with: "{'role':'leader'}")
        .split(separator: "\n").map { $0.drop { $0 == " " } }.joined().replacing(" ", with: "\\u0020")

    private static func drawn(_ total: String) -> String {
        """
        finance1 fund.appropriate appropriation=Z26 source=minsheng amount=900000.00
        03-02T08:00 grid1    call
        03-02T08:10 grid1    accept #1
        03-02T08:20 officer1 survey #1 total=\(total) fund=Z26:100%

        """
    }

    private static let built = """
        03-02T08:30 committee1  sign     #1
        03-02T09:00 dispatcher1 dispatch #1
        03-02T10:00 crew1       start    #1
        03-02T11:00 crew1       finish   #1
        03-02T12:00 inspector1  inspect  #1

        """

    @Test("a tier that somebody waits for is not dropped: of a survey, a slip, a review", arguments: [
        (drawn("50000.00"), nil), (drawn("50000.01"), "policy.inUse"), (drawn("60000.00") + built, nil),
        (drawn("60000.00") + "03-02T08:30 committee1 sign #1 \n 03-02T08:40 officer1 change #1 delta=1.00", "policy.inUse"),
        (drawn("60000.00") + built + """
            03-02T13:00 officer1 claim  #1 total=60000.00
            03-02T14:00 finance1 review #1 approved=60000.00
            """, "policy.inUse"),
    ] as [(String, String?)])
    func tiers(steps: String, refusal: String?) {
        let step = "03-03T09:00 leader1 policy.adopt effective=2026-03-04 policy:=\(Self.withoutCommittee)"
        #expect(Self.last(steps, step) == refusal)
    }
}
