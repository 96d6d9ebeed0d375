import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// What a job's columns say, over an urgent job called on a Friday at 17:00: four running hours to arrive
/// (21:00), forty-eight to finish (Sunday 17:00).
struct JobFactsTests {
    private static let accepted = "03-06T17:00 grid1 call \n 03-06T17:30 grid1 accept #1 urgency=urgent"
    private static let visited = accepted + "\n 03-06T20:00 grid1 visit #1"
    private static let passed = accepted + """
        \n 03-06T17:40 head1 authorize #1 ceiling=50.00
        03-06T18:00 dispatcher1 dispatch #1
        03-06T20:00 crew1 start #1
        03-06T21:00 crew1 finish #1
        03-06T21:30 inspector1 inspect #1
        """

    @Test("the next deadline, and from when it is near: a quarter of its time, or two hours", arguments: [
        ("03-06T17:00 grid1 call", "–", "–"),
        // The arrival: an hour is a quarter, so two hours. The finish is near from Sunday 05:00.
        (accepted, "03-06T21:00", "03-06T19:00"),
        (visited, "03-08T17:00", "03-08T05:00"),
        // Time stands still: what was late stays late, the rest has no deadline.
        (accepted + "\n 03-07T17:00 head1 suspend #1 until=2026-03-30", "03-06T21:00", "03-06T19:00"),
        (visited + "\n 03-07T17:00 head1 suspend #1 until=2026-03-30", "–", "–"),
        (visited + "\n 03-07T17:00 head1 suspend #1 until=2026-03-30 \n 03-09T17:00 head1 resume #1", "03-10T17:00", "03-10T05:00"),
        // The survey form after an authorisation: five days and twenty minutes, of which a quarter is 30:05
        // hours.
        (passed, "03-11T18:00", "03-10T11:55"),
        (passed + "\n 03-07T10:00 officer1 survey #1 total=40.00", "–", "–"),
        (accepted + "\n 03-09 dispatcher1 reject #1", "–", "–"),
    ])
    func deadlines(steps: String, due: String, soon: String) throws {
        var street = MemoryStreet.funded
        street.play(steps)
        let facts = JobFacts(try #require(street.job(1)))
        #expect(facts[.due] == (try Self.moment(due)))
        #expect(facts[.soon] == (try Self.moment(soon)))
    }

    private static func moment(_ text: String) throws -> JobValue {
        text == "–" ? .number(JobFacts.noDeadline) : .number(try Instant("2026-\(text):00+08:00").milliseconds)
    }

    @Test("amounts are those signed, approved and paid; a job that left has none signed")
    func amounts() throws {
        var street = MemoryStreet.funded
        street.play(Self.accepted + """
            \n 03-06T18:00 officer1 survey #1 total=1000.00
            03-06T18:30 head1 sign #1
            03-06T18:40 dispatcher1 dispatch #1
            03-06T20:00 crew1 start #1
            03-06T21:00 crew1 finish #1
            03-06T21:30 inspector1 inspect #1
            03-07 officer1 claim #1 total=990.00
            03-08 finance1 review #1 approved=900.00
            03-09 head1 settle #1 retentionRate=3
            03-10 cashier1 pay #1 amount=100.00 paymentNo=P1
            """)
        let facts = JobFacts(try #require(street.job(1)))
        #expect([.estimate, .approved, .paid, .amount].map { facts[$0] } == [100_000, 90_000, 10_000, 90_000].map { .number($0) })
        #expect(facts[.people] == .text(" grid1 officer1 crew1 "))
        #expect(facts[.funds] == .text(" M26 "))
        var left = MemoryStreet.funded
        left.play(Self.accepted + "\n 03-06T18:00 officer1 survey #1 total=40.00 \n 03-06T19:00 head1 sign #1 \n 03-07 head1 cancel #1")
        #expect(JobFacts(try #require(left.job(1)))[.estimate] == .none)
        #expect(JobFacts(try #require(left.job(1)))[.amount] == .number(0))
    }

    @Test("an address is compared without its blanks, widths and cases", arguments: [
        ("南苑路 102 号", "南苑路102号"), ("南苑路１０２号　Ｂ座", "南苑路102号b座"), ("B座", "b座"),
    ])
    func address(text: String, compared: String) { #expect(text.comparedAddress == compared) }

    @Test("numbers are in the order of their count, also past 9999")
    func place() throws {
        let order = try ["2025-10000", "2026-0001", "2026-9999", "2026-10000"].map { text in
            var street = MemoryStreet.funded
            street.play("grid1 call")
            let call = try #require(street.job(1))
            return JobFacts(Job(number: try Code(text), call: call.call, at: call.calledAt, by: call.calledBy))[.place]
        }
        let numbers = order.compactMap { if case .number(let number) = $0 { number } else { nil } }
        #expect(numbers.count == 4 && numbers == numbers.sorted() && Set(numbers).count == 4)
    }
}
