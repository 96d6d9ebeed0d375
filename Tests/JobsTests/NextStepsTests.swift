import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// What a refused step says of the steps there are, against a table written from design §6.
struct NextStepsTests {
    private static let accepted = "grid1 call \n grid1 accept #1"
    private static let passed = accepted + """
        \n officer1 survey #1 total=100.00
        head1 sign #1
        dispatcher1 dispatch #1
        crew1 start #1
        crew1 finish #1
        inspector1 inspect #1
        """
    private static let settled = passed + """
        \n officer1 claim #1 total=100.00
        finance1 review #1 approved=100.00
        head1 settle #1
        """

    @Test("the steps that lead on, and by whom", arguments: [
        ("grid1 call", "受理（网格员、调度员）、不予受理（调度员）、转办（调度员）、并单（调度员）"),
        (accepted, "不予受理（调度员）、转办（调度员）、并单（调度员）、踏勘（城管专员）"),
        (
            "grid1 call \n grid1 accept #1 urgency=urgent \n head1 authorize #1 ceiling=10.00",
            "不予受理（调度员）、转办（调度员）、并单（调度员）、派工（调度员）、踏勘（城管专员）、应急先行（科室负责人）"
        ),
        (passed, "回访（网格员、调度员）、签认（科室负责人、分管领导、党工委）、签证（城管专员）、送审（城管专员）"),
        (settled, "回访（网格员、调度员）、登记发票（城管专员、财务审核）、支付（出纳）、质保金返还（出纳）"),
        (settled + "\n grid1 callback #1 \n cashier1 pay #1",
         "回访（网格员、调度员）、登记发票（城管专员、财务审核）、质保金返还（出纳）、结案（调度员、分管领导）"),
        (settled + "\n crew1 dispute #1", "回访（网格员、调度员）、争议解决（科室负责人、分管领导）、质保金返还（出纳）"),
        (accepted + "\n head1 suspend #1 until=2026-12-31", "恢复（科室负责人）"),
    ])
    func leadOn(steps: String, expected: String) throws {
        var street = MemoryStreet.funded
        street.play(steps)
        #expect(NextSteps.words(NextSteps.of(try #require(street.job(1)))).zh == expected)
    }

    @Test("a refused step says them")
    func refused() throws {
        var street = MemoryStreet.funded
        street.play(Self.accepted)
        let refusal = try #require(street.line("crew1 finish #1").refusal)
        #expect(refusal.message(.en) == "The job 2026-0001 is at accepted / none; it takes no finish now. What it takes: "
            + "reject (dispatcher), transfer (dispatcher), merge (dispatcher), survey (officer).")
        #expect(refusal["next"] == "job.reject, job.transfer, job.merge, job.survey")
    }
}
