import Journal
import Kernel
import Reports
import TestKit
import Testing

/// Timeliness against tables computed by hand. A drain that is urgent: arrival within 4 hours, finish within 48, counted from
/// the call, day and night.
struct TimelinessTableTests {
    private static let columns =
        "category | calls | onTime | overdue | open | overdueOpen | due | closedOnTimeRate | arrivedOnTimeRate"

    private static func played(_ script: String) -> MemoryStreet {
        var street = MemoryStreet.funded
        street.play(script)
        return street
    }

    /// Job 1 is on time to the minute, in arriving and in finishing; job 2 is a minute late in both; job 3 is open and late; job 4 is
    /// open and has time; job 5 was rejected.
    ///
    ///     job  called       arrived              finished             asked 03-05 07:30
    ///     1    03-02 08:00  12:00  4h00 = due    03-04 08:00  48h = due   on time
    ///     2    03-02 08:00  12:01  4h01          03-04 08:01              late
    ///     3    03-02 09:00  –      due 13:00     due 03-04 09:00          late, open
    ///     4    03-05 07:00  –      due 11:00     due 03-07 07:00          open, not due
    ///     5    03-02 08:30  rejected: of no clock
    ///
    /// Due: 1, 2, 3. On time of them: 1 → 33.33 %. Arrivals due: 1, 2, 3; on time: 1 → 33.33 %.
    /// 5 calls, 4 of ours: 2 late, so 2 on time (1 and, so far, 4). Open: 3, 4.
    private static let mixed = """
        03-02T08:00 grid1       call
        03-02T08:00 grid1       call
        03-02T09:00 grid1       call
        03-02T08:30 grid1       call
        03-02T08:05 grid1       accept    #1 urgency=urgent
        03-02T08:05 grid1       accept    #2 urgency=urgent
        03-02T09:05 grid1       accept    #3 urgency=urgent
        03-02T09:06 dispatcher1 reject    #4
        03-02T09:10 head1       authorize #1 ceiling=100.00
        03-02T09:10 head1       authorize #2 ceiling=100.00
        03-02T09:20 dispatcher1 dispatch  #1
        03-02T09:20 dispatcher1 dispatch  #2
        03-02T12:00 crew1       start     #1
        03-02T12:01 officer1    visit     #2
        03-02T13:00 crew1       start     #2
        03-04T08:00 crew1       finish    #1
        03-04T08:01 crew1       finish    #2
        03-04T09:00 inspector1  inspect   #1
        03-04T09:00 inspector1  inspect   #2
        03-05T07:00 grid1       call
        03-05T07:05 grid1       accept    #5 urgency=urgent
        """

    @Test("a call that comes later is not counted yet")
    func laterCall() {
        let street = Self.played("03-02T08:00 grid1 call \n 03-10T08:00 grid1 call")
        expectTable(TimelinessReport.make(street.snapshot("2026-03-05T08:00")), """
            category | calls
            Drain    | 1
            total    | 1
            """)
    }

    /// Due at 08:00 and asked at 08:00: its time has come, it is not late yet, and nothing was finished.
    @Test("an open job counts as due from the very moment, though it is not late before the next")
    func moment() {
        let street = Self.played("03-02T08:00 grid1 call \n 03-02T08:05 grid1 accept #1 urgency=urgent")
        expectTable(TimelinessReport.make(street.snapshot("2026-03-04T08:00")), """
            category | calls | onTime | overdue | open | due | finishedOnTime | closedOnTimeRate
            Drain    | 1     | 1      | 0       | 1    | 1   | 0              | 0.00
            total    | 1     | 1      | 0       | 1    | 1   | 0              | 0.00
            """)
    }

    @Test("on time to the minute, a minute late, open and late, open with time, rejected")
    func counts() {
        let snapshot = Self.played(Self.mixed).snapshot("2026-03-05T07:30")
        expectTable(TimelinessReport.make(snapshot), Self.columns + """

            Drain | 5 | 2 | 2 | 2 | 1 | 3 | 33.33 | 33.33
            total | 5 | 2 | 2 | 2 | 1 | 3 | 33.33 | 33.33
            """)
        // p50 of two values is the first, p90 the second.
        expectTable(TimelinessReport.make(snapshot), """
            category | arriveP50 | arriveP90 | finishP50 | finishP90 | settleP50 | settleP90
            Drain    | 4h00m     | 4h01m     | 48h00m    | 48h01m    | ·         | ·
            total    | 4h00m     | 4h01m     | 48h00m    | 48h01m    | ·         | ·
            """)
    }

    /// A target that falls on the moment of asking has come, and is not missed: due, but not overdue.
    @Test("at the very minute of its target an open job is due and not late; a minute later it is late")
    func boundary() {
        let street = Self.played("""
            03-02T08:00 grid1 call
            03-02T08:05 grid1 accept #1 urgency=urgent
            """)
        for (at, row) in [
            ("2026-03-04T07:59", "1 | 0 | 0 | — "), ("2026-03-04T08:00", "1 | 0 | 1 | 0.00"),
            ("2026-03-04T08:01", "0 | 1 | 1 | 0.00"),
        ] {
            expectTable(TimelinessReport.make(street.snapshot(at)), """
                category | onTime | overdue | due | closedOnTimeRate
                Drain | \(row)
                total | \(row)
                """)
        }
        for (at, rate) in [("2026-03-02T11:59", "—"), ("2026-03-02T12:00", "0.00")] {
            expectTable(TimelinessReport.make(street.snapshot(at)), """
                category | arrivedOnTimeRate
                Drain | \(rate)
                total | \(rate)
                """)
        }
    }

    /// The clock stood still before the arrival and the finish were due: nothing of it is due, however late it is asked.
    @Test("a job suspended before its deadlines is never late while it is suspended")
    func suspended() {
        let street = Self.played("""
            03-02T08:00 grid1 call
            03-02T08:05 grid1 accept  #1 urgency=urgent
            03-02T11:59 head1 suspend #1 until=2026-06-01
            """)
        expectTable(TimelinessReport.make(street.snapshot("2026-05-20T10:00")), Self.columns + """

            Drain | 1 | 1 | 0 | 1 | 0 | 0 | — | —
            total | 1 | 1 | 0 | 1 | 0 | 0 | — | —
            """)
    }

    /// Suspended at 09:00 on 03-05, an hour after its target: late by one hour, and that stands still.
    @Test("a job suspended when it was already late stays as late as it was")
    func suspendedLate() {
        let street = Self.played("""
            03-02T08:00 grid1 call
            03-02T08:05 grid1 accept  #1 urgency=urgent
            03-04T09:00 head1 suspend #1 until=2026-06-01
            """)
        expectTable(TimelinessReport.make(street.snapshot("2026-05-20T10:00")), Self.columns + """

            Drain | 1 | 0 | 1 | 1 | 1 | 1 | 0.00 | 0.00
            total | 1 | 0 | 1 | 1 | 1 | 1 | 0.00 | 0.00
            """)
        expectTable(OverdueReport.make(street.snapshot("2026-05-20T10:00")), """
            number    | target                    | overdueBy
            2026-0001 | 2026-03-04T08:00:00+08:00 | 1h00m
            """)
    }

    /// Two drains and a wall, called on one day; finished after 10 h and 20 h, settled after 30 h. One drain failed its inspection
    /// once: of the two that are due, half was reworked. The wall, called in 2025, counts in its own year.
    @Test("rework, settlement times, categories apart, and the year of the call")
    func rework() {
        let street = Self.played("""
            2025-12-30T08:00 grid1 call category=wall
            03-02T08:00 grid1 call
            03-02T08:00 grid1 call
            """ + "\n" + [1, 2].map { """
            03-02T08:05 grid1       accept    #\($0) urgency=urgent
            03-02T08:10 officer1    survey    #\($0) total=90.00
            03-02T08:20 head1       sign      #\($0)
            03-02T08:30 dispatcher1 dispatch  #\($0)
            03-02T09:00 crew1       start     #\($0)
            """ }.joined(separator: "\n") + "\n" + """
            03-02T10:00 crew1       finish    #2
            03-02T11:00 inspector1  inspect   #2 pass:=false
            03-02T18:00 crew1       finish    #1
            03-03T04:00 crew1       finish    #2
            03-03T05:00 inspector1  inspect   #1
            03-03T05:00 inspector1  inspect   #2
            03-03T06:00 officer1    claim     #1 total=90.00
            03-03T07:00 finance1    review    #1 approved=90.00
            03-03T14:00 head1       settle    #1
            """)
        let snapshot = street.snapshot("2026-03-05T08:00")
        expectTable(TimelinessReport.make(snapshot), """
            category | calls | due | closedOnTimeRate | reworkRate | arrivedOnTimeRate | arriveP50 | finishP50 | finishP90 | settleP50 | settleP90
            Drain    | 2     | 2   | 100.00           | 50.00      | 100.00            | 1h00m     | 10h00m    | 20h00m    | 30h00m    | 30h00m
            Wall     | 1     | 0   | —                | —          | —                 | ·         | ·         | ·         | ·         | ·
            total    | 3     | 2   | 100.00           | 50.00      | 100.00            | 1h00m     | 10h00m    | 20h00m    | 30h00m    | 30h00m
            """)
        expectTable(TimelinessReport.make(snapshot, year: 2025), """
            category | calls | open
            Wall     | 1     | 1
            total    | 1     | 1
            """)
    }
}
