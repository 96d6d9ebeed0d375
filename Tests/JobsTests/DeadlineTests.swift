import Jobs
import Kernel
import TestKit
import Testing

/// Deadlines from the acceptance, suspension, and the marks of late forms (design §6, §8).
struct DeadlineTests {
    struct Row: Sendable {
        let call: String
        let urgency: String
        let arrive: String
        let finish: String
    }

    @Test("deadlines count from the call, over holidays and make-up days", arguments: [
        Row(call: "03-06T17:00", urgency: "ordinary", arrive: "2026-03-09 18:00", finish: "2026-03-13 18:00"),
        Row(call: "03-06T17:00", urgency: "urgent", arrive: "2026-03-06 21:00", finish: "2026-03-08 17:00"),
        Row(call: "03-06T17:00", urgency: "critical", arrive: "2026-03-06 19:00", finish: "2026-03-07 17:00"),
        Row(call: "04-30T10:00", urgency: "ordinary", arrive: "2026-05-06 11:00", finish: "2026-05-11 18:00"),
        Row(call: "03-07T03:00", urgency: "ordinary", arrive: "2026-03-10 10:00", finish: "2026-03-13 18:00"),
    ])
    func due(row: Row) {
        var street = MemoryStreet.funded
        street.play("""
            \(row.call) grid1 call
            +20h        grid1 accept #1 urgency=\(row.urgency)
            """)
        #expect(street.job(1)?.due?.arrive.short == row.arrive)
        #expect(street.job(1)?.due?.finish.short == row.finish)
    }

    @Test("a suspension moves running time by its length, working time by its working time", arguments: [
        ("urgent", "03-07T10:00", "03-09T10:00", "2026-03-06 21:00", "2026-03-10 17:00"),
        ("ordinary", "03-09T09:00", "03-10T09:00", "2026-03-10 18:00", "2026-03-16 18:00"),
        ("ordinary", "03-07T10:00", "03-08T10:00", "2026-03-09 18:00", "2026-03-13 18:00"),
        ("ordinary", "03-09T17:30", "03-09T18:00", "2026-03-10 09:30", "2026-03-16 09:30"),
    ])
    func suspension(urgency: String, from: String, to: String, arrive: String, finish: String) {
        var street = MemoryStreet.funded
        street.play("""
            03-06T17:00 grid1 call
            03-06T17:30 grid1 accept  #1 urgency=\(urgency)
            \(from)     head1 suspend #1 until=2026-03-20
            \(to)       head1 resume  #1
            """)
        #expect(street.job(1)?.due?.arrive.short == arrive)
        #expect(street.job(1)?.due?.finish.short == finish)
    }

    @Test("nobody resumes a job before it was suspended")
    func resumeBefore() {
        var street = MemoryStreet.funded
        street.play("""
            03-06T17:00 grid1 call
            03-06T17:30 grid1 accept  #1 urgency=urgent
            03-07T10:00 head1 suspend #1 until=2026-03-20
            03-07T09:00 head1 resume  #1                             ! time.order
            03-07T10:00 head1 resume  #1
            """)
    }

    @Test("a form that the work ran ahead of is 补单, and past its due day 逾期补办", arguments: [
        ("", "03-16T10:00", Survey.Mark.inTime),
        ("03-06T10:00 dispatcher1 dispatch #1", "03-06T11:00", .late),
        ("03-06T10:00 dispatcher1 dispatch #1", "03-11T18:00", .late),
        ("03-06T10:00 dispatcher1 dispatch #1", "03-11T18:01", .overdue),
        ("03-10 head1 authorize #1 ceiling=60.00 \n 03-10 dispatcher1 dispatch #1", "03-11T18:01", .overdue),
    ])
    func marks(dispatch: String, at: String, mark: Survey.Mark) {
        var street = MemoryStreet.funded
        street.play("""
            03-06T08:00 grid1    call
            03-06T08:30 grid1    accept    #1 urgency=urgent
            """)
        if !dispatch.isEmpty { street.play("03-06T09:00 head1 authorize #1 ceiling=50.00") }
        street.play(dispatch)
        street.play("\(at) officer1 survey #1 total=40.00")
        #expect(street.job(1)?.survey?.mark == mark)
    }
}
