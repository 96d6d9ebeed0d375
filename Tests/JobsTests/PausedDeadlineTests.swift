import Jobs
import Kernel
import TestKit
import Testing

/// Suspensions before the acceptance: the deadlines count from the call, without the time in which the job was suspended.
struct PausedDeadlineTests {
    /// Called at 08:00 on 2 March. Urgent: 4 h and 48 h of running time. A day of suspension: 12:00 on the 3rd and 08:00 on the 5th.
    @Test("a job suspended before it was accepted has that much longer", arguments: [
        ("", "2026-03-02 12:00", "2026-03-04 08:00"),
        ("03-02T09:00 head1 suspend #1 until=2026-05-01 \n 03-03T09:00 head1 resume #1", "2026-03-03 12:00", "2026-03-05 08:00"),
        ("""
         03-02T09:00 head1 suspend #1 until=2026-05-01
         03-02T10:00 head1 resume  #1
         03-02T11:00 head1 suspend #1 until=2026-05-01
         03-02T13:30 head1 resume  #1
         """, "2026-03-02 15:30", "2026-03-04 11:30"),
    ])
    func before(script: String, arrive: String, finish: String) {
        var street = MemoryStreet.funded
        street.play("03-02T08:00 grid1 call")
        street.play(script)
        street.play("03-03T10:00 grid1 accept #1 urgency=urgent")
        #expect(street.job(1)?.due?.arrive.short == arrive)
        #expect(street.job(1)?.due?.finish.short == finish)
    }
}
