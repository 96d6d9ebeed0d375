import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Work that passed goes back to the crew; who says that it is not solved is heard (design §5, case 49).
struct ReworkTests {
    private static let passed = """
        03-05T09:00 grid1 call
        grid1       accept   #1
        officer1    survey   #1 total=100.00
        head1       sign     #1
        dispatcher1 dispatch #1
        crew1       start    #1
        crew1       finish   #1
        inspector1  inspect  #1

        """
    private static let paid = passed + """
        officer1 claim  #1 total=100.00
        finance1 review #1 approved=100.00
        head1    settle #1 retentionRate=3
        cashier1 pay    #1 paymentNo=P1

        """
    private static let again = """
        dispatcher1 rework  #1
        crew1       start   #1
        crew1       finish  #1
        inspector1  inspect #1

        """

    @Test("it counts as rework, and what was said of the work before counts no longer")
    func counts() throws {
        var street = MemoryStreet.funded
        street.play(Self.passed + "grid1 callback #1 \n 03-06 inspector2 rework #1")
        var job = try #require(street.job(1))
        #expect(job.reworks == 1 && job.works == .dispatched && job.papers == .signed)
        #expect(job.passedAt == nil && job.finishedAt == nil, "the work is not done any more")
        #expect(!job.contacted && job.callbackAttempts == 0 && job.solved == nil && job.satisfied == nil)
        #expect(JobClocks(job, asOf: try Instant("2026-03-07T00:00:00+08:00")).finished == nil)
        street.play("crew1 start #1 \n crew1 finish #1 \n inspector1 inspect #1 pass:=false \n crew1 finish #1 \n inspector1 inspect #1")
        job = try #require(street.job(1))
        #expect(job.reworks == 2 && job.works == .passed && job.finishedAt?.day.text == "2026-03-06")
    }

    @Test("an unsolved call-back stands in the way of closing", arguments: [
        ("grid1 callback #1 solved=no satisfied:=1", "close.unsolved"),
        ("grid1 callback #1 solved=no satisfied:=1 \n grid1 callback #1", nil),
        ("grid1 callback #1 \n grid1 callback #1 solved=no satisfied:=1", "close.unsolved"),
        ("grid1 callback #1 solved=partly satisfied:=3", nil),
        ("grid1 callback #1 solved=no satisfied:=1 \n \(again)", "close.callback"),
        ("grid1 callback #1 solved=no satisfied:=1 \n \(again) grid1 callback #1", nil),
        (
            "grid1 callback #1 solved=no satisfied:=1 \n grid1 callback #1 contacted:=false -solved -satisfied",
            "close.unsolved"
        ),
    ] as [(String, String?)])
    func closing(steps: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play(Self.paid + steps)
        #expect(street.line("dispatcher1 close #1").refusal?.code.rawValue == refusal)
    }

    @Test("the leader's word closes it, with its reason")
    func word() throws {
        var street = MemoryStreet.funded
        street.play(Self.paid + """
            grid1       callback #1 solved=no satisfied:=1
            dispatcher1 close #1 reason=居民已搬离                ! role.required
            leader1     close #1                                ! role.required
            leader1     close #1 reason=居民已搬离
            """)
        let job = try #require(street.job(1))
        #expect(try job.works == .closed && job.marks(at: Instant("2026-04-01T00:00:00+08:00")).contains { $0.kind == .unsolved })
    }

    @Test("the bank goes on while the work is done again")
    func bank() throws {
        var street = MemoryStreet.funded
        street.play(Self.paid + "dispatcher1 rework #1 \n cashier1 refund #1 paymentNo=P1")
        #expect(street.status(1) == "dispatched/settled")
        street.play("""
            crew1      start   #1
            cashier1   pay     #1 paymentNo=P2                  ! job.state
            crew1      finish  #1
            inspector1 inspect #1
            cashier1   pay     #1 paymentNo=P2
            dispatcher1 rework #1
            cashier1   recover #1 amount=10.00
            """)
        #expect(street.status(1) == "dispatched/paid")
        #expect(street.job(1)?.recovered.yuan == "10.00")
    }
}
