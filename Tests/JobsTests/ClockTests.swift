import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// Arrived, finished, due, late and standing still (docs/DECISIONS.md), over an urgent job called on a Friday at 17:00: four
/// running hours to arrive (21:00), forty-eight to finish (Sunday 17:00).
struct ClockTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let steps: String
        let asOf: String
        let arrival: String
        let finish: String
        var isOpen = true

        var testDescription: String { steps.split(separator: " ").joined(separator: " ") + " @ " + asOf }
    }

    private static let accepted = "03-06T17:00 grid1 call \n 03-06T17:30 grid1 accept #1 urgency=urgent"
    private static let signed = accepted + """
        \n 03-06T18:00 officer1 survey #1 total=100.00
        03-06T18:30 head1 sign #1
        03-06T18:40 dispatcher1 dispatch #1
        """
    private static let started = signed + "\n 03-06T22:00 crew1 start #1"
    private static let finished = started + "\n 03-08T16:00 crew1 finish #1"
    private static let failed = finished + "\n 03-08T16:30 inspector1 inspect #1 pass:=false"

    private static let rows = [
        Row(steps: "03-06T17:00 grid1 call", asOf: "03-20", arrival: "–", finish: "–"),
        Row(steps: accepted, asOf: "03-06T21:00", arrival: "running 0", finish: "running -2640"),
        Row(steps: accepted, asOf: "03-06T21:01", arrival: "overdue 1", finish: "running -2639"),
        Row(steps: accepted + "\n 03-06T20:00 grid1 visit #1", asOf: "03-08T17:01", arrival: "met -60", finish: "overdue 1"),
        Row(steps: started, asOf: "03-08T17:00", arrival: "missed 60", finish: "running 0"),
        // What the crew reports counts from the inspection that passes it, and then from its own time.
        Row(steps: finished, asOf: "03-08T16:30", arrival: "missed 60", finish: "running -30"),
        Row(steps: finished, asOf: "03-08T18:00", arrival: "missed 60", finish: "overdue 60"),
        Row(steps: finished + "\n 03-08T19:00 inspector1 inspect #1", asOf: "03-20", arrival: "missed 60", finish: "met -60"),
        Row(steps: failed, asOf: "03-08T18:00", arrival: "missed 60", finish: "overdue 60"),
        Row(steps: failed + "\n 03-08T20:00 crew1 finish #1", asOf: "03-08T21:00", arrival: "missed 60", finish: "overdue 240"),
        Row(
            steps: failed + "\n 03-08T20:00 crew1 finish #1 \n 03-10T09:00 inspector1 inspect #1", asOf: "03-20",
            arrival: "missed 60", finish: "missed 180"),
        // A suspension stops both clocks, also one that had run out; resuming moves what had not.
        Row(
            steps: accepted + "\n 03-07T17:00 head1 suspend #1 until=2026-03-30", asOf: "03-20",
            arrival: "overdue 1200 still", finish: "running -1440 still"),
        Row(
            steps: accepted + "\n 03-09T17:00 head1 suspend #1 until=2026-03-30", asOf: "03-20",
            arrival: "overdue 4080 still", finish: "overdue 1440 still"),
        Row(
            steps: accepted + "\n 03-07T17:00 head1 suspend #1 until=2026-03-30 \n 03-09T17:00 head1 resume #1",
            asOf: "03-10T16:00", arrival: "overdue 5460", finish: "running -60"),
        // What has left has no deadlines.
        Row(steps: accepted + "\n 03-09 dispatcher1 reject #1", asOf: "03-20", arrival: "–", finish: "–", isOpen: false),
        Row(
            steps: finished + "\n 03-09 head1 cancel #1", asOf: "03-20", arrival: "–", finish: "–", isOpen: false),
    ]

    @Test("a deadline is met, missed, running or overdue by so many minutes", arguments: rows)
    func standing(row: Row) throws {
        var street = MemoryStreet.funded
        street.play(row.steps)
        let clocks = JobClocks(try #require(street.job(1)), asOf: try Self.moment(row.asOf))
        #expect(Self.words(clocks.arrival) == row.arrival)
        #expect(Self.words(clocks.finish) == row.finish)
        #expect(clocks.isOpen == row.isOpen)
        #expect(clocks.isOverdue == row.finish.hasPrefix("overdue"))
    }

    @Test("the form that follows an authorisation runs on in a suspension, and is what its mark says", arguments: [
        ("", "03-11T18:00", "running 0"), ("", "03-11T18:01", "overdue 1"),
        ("03-10 head1 suspend #1 until=2026-03-30", "03-11T19:00", "overdue 60"),
        ("03-11T17:00 officer1 survey #1 total=40.00", "03-20", "met -60"),
        ("03-11T19:00 officer1 survey #1 total=40.00", "03-20", "missed 60"),
        ("03-11T17:00 officer1 survey #1 total=40.00 \n 03-12 officer1 survey #1 total=41.00", "03-20", "met 0"),
    ])
    func form(steps: String, asOf: String, standing: String) throws {
        var street = MemoryStreet.funded
        street.play(Self.accepted + "\n 03-06T17:40 head1 authorize #1 ceiling=50.00")
        street.play(steps)
        let clocks = JobClocks(try #require(street.job(1)), asOf: try Self.moment(asOf))
        #expect(Self.words(clocks.form) == standing)
    }

    @Test("a call that another system tracks is due and done there until it is accepted here")
    func outside() throws {
        let facts = "outside:={'target':'2026-03-07T09:00:00+08:00','closed':'2026-03-07T10:00:00+08:00'}"
        var street = MemoryStreet.funded
        street.play("03-06T17:00 grid1 call \(facts) \n 03-06T17:00 grid1 call outside:={'target':'2026-03-07T09:00:00+08:00'}")
        let clocks = { (number: Int, asOf: String) in
            JobClocks(try #require(street.job(number)), asOf: try Self.moment(asOf))
        }
        #expect(try Self.words(clocks(1, "03-07T09:30").finish) == "overdue 30")
        #expect(try clocks(1, "03-07T09:30").isOpen)
        #expect(try Self.words(clocks(1, "03-07T11:00").finish) == "missed 60")
        #expect(try !clocks(1, "03-07T11:00").isOpen)
        #expect(try Self.words(clocks(2, "03-07T11:00").finish) == "overdue 120")
        street.play("03-07T10:00 head1 suspend #2 until=2026-03-30")
        #expect(try Self.words(clocks(2, "03-07T11:00").finish) == "overdue 120")
        street.play("03-07T10:30 grid1 accept #1 urgency=urgent")
        #expect(try Self.words(clocks(1, "03-08T16:00").finish) == "running -60")
        #expect(try Self.words(clocks(1, "03-08T16:00").outside) == "missed 60")
        #expect(try clocks(1, "03-08T16:00").isOpen)
    }

    @Test("payment counts from the inspection that passed, and the law's sixty days with it")
    func payment() throws {
        var street = MemoryStreet.funded
        street.play(Self.finished + """
            \n 03-08T19:00 inspector1 inspect #1
            03-20 officer1 claim #1 total=100.00
            03-20 finance1 review #1 approved=100.00
            03-21 head1 settle #1 retentionRate=3 warrantyMonths:=12
            """)
        let job = try #require(street.job(1))
        let policy = try street.state.policy(on: try Day("2026-03-21"))
        let due = { (day: String) in job.payment(policy, asOf: try Self.moment(day)) }
        // 8 March and 30 days.
        #expect(try due("04-07")?.day.text == "2026-04-07")
        #expect(try due("04-07")?.isOverdue == false)
        #expect(try due("04-08")?.isOverdue == true)
        #expect(try due("05-07")?.isPastLongest == false)
        #expect(try due("05-08")?.isPastLongest == true)
        let retention = { (day: String) in job.retention(asOf: try Self.moment(day)) }
        #expect(try retention("03-22")?.day.text == "2027-03-08")
        #expect(try job.retention(asOf: Instant(Day("2027-03-08"), hour: 23))?.isOverdue == false)
        #expect(try job.retention(asOf: Instant(Day("2027-03-09")))?.isOverdue == true)
    }

    private static func moment(_ text: String) throws -> Instant {
        try Instant("2026-\(text.count > 5 ? text : text + "T10:00"):00+08:00")
    }

    private static func words(_ deadline: Deadline?) -> String {
        deadline.map { "\($0.standing) \($0.margin / Instant.minute)" + ($0.stopped ? " still" : "") } ?? "–"
    }
}
