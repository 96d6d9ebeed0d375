import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// The edges of guards, where one that is a little wider or narrower would go unnoticed elsewhere.
struct GuardEdgeTests {
    private static let accepted = """
        03-02T09:00 grid1    call
        03-02T10:00 grid1    accept #1 urgency=urgent
        03-02T11:00 officer1 survey #1 total=100.00

        """

    private static let passed = accepted + """
        03-02T12:00 head1       sign     #1
        03-03T09:00 dispatcher1 dispatch #1
        03-03T10:00 crew1       start    #1
        03-03T11:00 crew1       finish   #1
        03-03T12:00 inspector1  inspect  #1

        """

    private static func last(_ text: String, _ step: String) -> String? {
        var street = MemoryStreet.funded
        street.play(text)
        return street.line(step).refusal?.code.rawValue
    }

    @Test("the authorisation is enough for a dispatch between it and the signature")
    func dispatch() {
        let text = Self.accepted + "03-02T12:00 head1 authorize #1 ceiling=200.00 \n 03-04T12:00 head1 sign #1"
        #expect(Self.last(text, "03-03T12:00 dispatcher1 dispatch #1") == nil)
        #expect(Self.last(text, "03-02T11:59 dispatcher1 dispatch #1") == "dispatch.unsigned")
    }

    @Test("three attempts to reach the caller are enough to close, two are not", arguments: [(2, "close.callback"), (3, nil)]
        as [(Int, String?)])
    func attempts(count: Int, refusal: String?) {
        let settled = """
            03-04T09:00 officer1    claim    #1 total=100.00
            03-04T10:00 finance1    review   #1 approved=100.00
            03-04T11:00 head1       settle   #1
            03-05T09:00 cashier1    pay      #1

            """
        let calls = String(repeating: "03-06T09:00 grid1 callback #1 contacted:=false -solved -satisfied\n", count: count)
        #expect(Self.last(Self.passed + settled + calls, "03-07T09:00 dispatcher1 close #1") == refusal)
    }

    @Test("a call-back that reached nobody says nothing of the work", arguments: [
        ("", "callback.form"), ("-solved", "callback.form"), ("-satisfied", "callback.form"), ("-solved -satisfied", nil),
    ] as [(String, String?)])
    func silent(left: String, refusal: String?) {
        #expect(Self.last(Self.passed, "03-06T09:00 grid1 callback #1 contacted:=false \(left)") == refusal)
    }

    @Test("a slip that was sent back does not hold up another one")
    func slips() {
        let text = Self.accepted + """
            03-02T12:00 head1    sign   #1
            03-03T09:00 officer1 change #1 delta=5.00
            03-03T10:00 officer1 change #1 delta=6.00
            03-03T11:00 head1    return #1 what=slip slip:=1

            """
        #expect(Self.last(text, "03-03T12:00 head1 sign #1 slip:=2") == nil)
        #expect(Self.last(text, "03-03T12:00 head1 sign #1 slip:=1") == "paper.returned")
    }

    /// A payment of the retention alone, after the payment of the rest came back, is money that is out.
    @Test("a settlement with its retention paid out is not reversed")
    func retention() {
        let text = Self.passed + """
            03-04T09:00 officer1 claim   #1 total=100.00
            03-04T10:00 finance1 review  #1 approved=100.00
            03-04T11:00 head1    settle  #1 retentionRate=3 warrantyMonths:=1
            03-05T09:00 cashier1 pay     #1 paymentNo=P1
            04-10T09:00 cashier1 release #1 paymentNo=P2
            04-11T09:00 cashier1 refund  #1 paymentNo=P1

            """
        #expect(Self.last(text, "04-12T09:00 leader1 reverse #1") == "reverse.paid")
    }

    /// What came back on 15 March is owed again from then on.
    @Test("no payment is dated before its money came back", arguments: [("03-14", "pay.day"), ("03-15", nil)]
        as [(String, String?)])
    func paidAgain(day: String, refusal: String?) {
        let text = Self.passed + """
            03-04T09:00 officer1 claim  #1 total=100.00
            03-04T10:00 finance1 review #1 approved=100.00
            03-04T11:00 head1    settle #1
            03-10T09:00 cashier1 pay    #1 paymentNo=P1
            03-15T09:00 cashier1 refund #1 paymentNo=P1

            """
        #expect(Self.last(text, "03-16T09:00 cashier1 pay #1 paymentNo=P2 day=2026-\(day)") == refusal)
    }

    /// The policy has 普工 a 工日 at 260.00 as labour.
    @Test("the policy's rate is that of a kind, an item and a unit", arguments: [
        ("labour", "普工", "工日", true), ("plant", "普工", "工日", false), ("labour", "技工", "工日", false),
        ("labour", "普工", "小时", false),
    ])
    func rate(kind: String, item: String, unit: String, isAbove: Bool) throws {
        var street = MemoryStreet.funded
        street.play("grid1 call \n grid1 accept #1")
        let line = "{'kind':'\(kind)','item':'\(item)','quantity':'1','unit':'\(unit)','unitPrice':'300.00'}"
        #expect(street.line("officer1 survey #1 lines:=[\(line)]").refusal == nil)
        #expect((try #require(street.job(1)?.survey).above?.isEmpty == false) == isAbove)
    }
}
