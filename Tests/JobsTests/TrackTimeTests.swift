import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// What a step asks of the other track was so at the step's own time; nothing is dated into a suspension that is over;
/// visits and notes are free (design §12, cases 6x-open-tracks and 6x-open-suspended).
struct TrackTimeTests {
    private static let signed = """
        03-02T09:00 grid1    call
        03-02T10:00 grid1    accept #1
        03-04T10:00 officer1 survey #1 total=100.00
        03-05T10:00 head1    sign   #1

        """

    @Test("a dispatch before the signature", arguments: [
        ("03-05T09:59", "dispatch.unsigned"), ("03-05T10:00", nil),
    ] as [(String, String?)])
    func dispatch(at: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play(Self.signed)
        #expect(street.line("\(at) dispatcher1 dispatch #1").refusal?.code.rawValue == refusal)
    }

    @Test("an authorisation counts from when it was given", arguments: [
        ("03-03T11:59", "dispatch.unsigned"), ("03-03T12:00", nil),
    ] as [(String, String?)])
    func authorized(at: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play("""
            03-02T09:00 grid1 call
            03-02T10:00 grid1 accept #1 urgency=urgent
            03-03T12:00 head1 authorize #1 ceiling=100.00
            """)
        #expect(street.line("\(at) dispatcher1 dispatch #1").refusal?.code.rawValue == refusal)
    }

    @Test("a claim before the inspection passed", arguments: [("03-10T15:59", "time.order"), ("03-10T16:00", nil)]
        as [(String, String?)])
    func claim(at: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play(Self.signed + """
            03-06 dispatcher1 dispatch #1
            03-06 crew1 start #1
            03-10T12:00 crew1 finish #1
            03-10T16:00 inspector1 inspect #1
            """)
        #expect(street.line("\(at) officer1 claim #1 total=100.00").refusal?.code.rawValue == refusal)
    }

    @Test("a survey before the acceptance is before its time")
    func survey() {
        var street = MemoryStreet.funded
        street.play("""
            03-02T09:00 grid1    call
            03-02T10:00 grid1    accept #1
            03-02T09:30 officer1 survey #1 total=100.00                              ! time.order
            """)
    }

    @Test("a job that holds money ends no earlier than it came to hold it", arguments: [
        ("reject", "03-05T09:59", "time.order"), ("transfer", "03-05T09:59", "time.order"), ("reject", "03-05T10:00", nil),
    ] as [(String, String, String?)])
    func ends(verb: String, at: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play(Self.signed)
        #expect(street.line("\(at) dispatcher1 \(verb) #1").refusal?.code.rawValue == refusal)
        // What holds nothing may be turned away as of an earlier day.
        var other = MemoryStreet.funded
        other.play("03-02T09:00 grid1 call \n grid1 accept #1 \n 03-04 officer1 survey #1 total=9.00 \n 03-03 dispatcher1 \(verb) #1")
    }

    private static let rested = signed + """
        03-06T09:00 dispatcher1 dispatch #1
        03-07T09:00 head1 suspend #1 until=2026-03-20
        03-15T09:00 head1 resume  #1

        """

    @Test("nothing is dated into a suspension that is over, but what it takes", arguments: [
        ("03-06T15:00 crew1 start #1", nil), ("03-07T09:00 crew1 start #1", "time.order"),
        ("03-10 crew1 start #1", "time.order"), ("03-15T08:59 officer1 change #1 delta=1.00", "time.order"),
        ("03-15T09:00 crew1 start #1", nil), ("03-10 grid1 visit #1", nil), ("03-10 grid1 note #1", nil),
        ("03-10 head1 suspend #1 until=2026-03-30", "time.order"),
    ] as [(String, String?)])
    func suspended(line: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play(Self.rested)
        #expect(street.line(line).refusal?.code.rawValue == refusal)
    }

    @Test("visits and notes are free in time after the call; an earlier visit is the arrival")
    func free() {
        var street = MemoryStreet.funded
        street.play(Self.signed + """
            03-06 dispatcher1 dispatch #1
            03-09 grid1 visit #1
            03-03T08:00 officer1 visit #1
            03-04 crew1 note #1
            03-02T08:59 grid1 visit #1                                               ! time.order
            """)
        #expect(street.job(1)?.arrivedAt?.text.prefix(16) == "2026-03-03T08:00")
    }
}
