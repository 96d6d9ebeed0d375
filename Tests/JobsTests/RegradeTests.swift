import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// What was said at the call or at acceptance is put right (design §5): deadlines, scope, money held.
struct RegradeTests {
    /// Called on Friday 6 March at 17:00; arrival and finish of `drain`: urgent 4 and 48 hours, critical 2 and 24; of
    /// `wall`: urgent 4 hours and 5 working days.
    private static let urgent = "03-06T17:00 grid1 call \n 03-06T17:30 grid1 accept #1 urgency=urgent\n"

    @Test("deadlines are counted anew from the call", arguments: [
        ("", "2026-03-06T21:00 2026-03-08T17:00"),
        ("03-07 grid1 regrade #1 urgency=critical", "2026-03-06T19:00 2026-03-07T17:00"),
        ("03-07 grid1 regrade #1 category=wall", "2026-03-06T21:00 2026-03-13T18:00"),
        ("03-07 grid1 regrade #1 address=幸福里3号", "2026-03-06T21:00 2026-03-08T17:00"),
        // Three hours of rest before: running hours move by them.
        (
            """
            03-06T18:00 head1 suspend #1 until=2026-03-07
            03-06T21:00 head1 resume #1
            03-07 dispatcher1 regrade #1 urgency=critical
            """, "2026-03-06T22:00 2026-03-07T20:00"
        ),
    ])
    func deadlines(steps: String, expected: String) throws {
        var street = MemoryStreet.funded
        street.play(Self.urgent + steps)
        let due = try #require(street.job(1)?.due)
        #expect("\(due.arrive.text.prefix(16)) \(due.finish.text.prefix(16))" == expected)
    }

    @Test("a job that was on time by its old grade is late by its new one")
    func late() throws {
        var street = MemoryStreet.funded
        street.play(Self.urgent)
        let moment = try Instant("2026-03-07T17:01:00+08:00")
        #expect(try #require(street.job(1)).marks(at: moment).isEmpty)
        street.play("03-06T20:00 dispatcher1 regrade #1 urgency=critical")
        #expect(try #require(street.job(1)).marks(at: moment).map(\.code) == ["overdue"])
    }

    @Test("the scope is judged as at acceptance", arguments: [
        ("tenure=managed", "scope.managed"), ("tenure=managed urgency=critical hazard=collapse", nil),
        ("tenure=transferred", "scope.estate"), ("tenure=transferred estate=e2", "estate.notTransferred"),
        ("tenure=transferred estate=e1", nil), ("estate=e9", "estate.unknown"), ("hazard=flood", "hazard.unknown"),
        ("category=moon", "category.unknown"), ("urgency=urgent", "regrade.same"), ("", "regrade.same"),
    ] as [(String, String?)])
    func scope(form: String, refusal: String?) {
        var street = MemoryStreet.funded
        street.play(Self.urgent)
        #expect(street.line("grid1 regrade #1 \(form)").refusal?.code.rawValue == refusal)
    }

    @Test("an estate brings its community; the old one goes with what was wrong")
    func community() {
        var street = MemoryStreet.funded
        street.play("""
            grid1 call site:={'address':'1号','community':'湖滨'}
            grid1 accept #1
            grid1 regrade #1 tenure=transferred estate=e1
            """)
        #expect(street.job(1)?.scope.community?.text == "厂前")
        street.play("grid1 regrade #1 community=湖滨 address=2号")
        #expect(street.job(1)?.scope.community?.text == "湖滨" && street.job(1)?.scope.address.text == "2号")
        #expect(street.job(1)?.call.site.address.text == "1号")
    }

    @Test("before acceptance nothing of the scope is decided, and no deadline runs")
    func registered() {
        var street = MemoryStreet.funded
        street.play("""
            grid1 call site:={'address':'1号','tenure':'managed'}
            grid1 regrade #1 address=2号 urgency=critical hazard=collapse
            """)
        #expect(street.job(1)?.due == nil && street.job(1)?.acceptedAt == nil)
        street.play("grid1 accept #1 tenure=managed urgency=critical")
        #expect(street.job(1)?.hazard?.text == "collapse")
    }

    @Test("whose it is stays while the job holds money; how urgent it is does not", arguments: [
        "officer1 survey #1 total=100.00 \n head1 sign #1", "head1 authorize #1 ceiling=100.00",
    ])
    func held(steps: String) {
        var street = MemoryStreet.funded
        street.play(Self.urgent + steps + """
            \n grid1 regrade #1 tenure=transferred estate=e1      ! regrade.held
            grid1 regrade #1 estate=e2                           ! regrade.held
            grid1 regrade #1 urgency=critical
            """)
        #expect(street.job(1)?.urgency == .critical)
    }

    @Test("at acceptance too; without an estate the call's community stays", arguments: [
        ("tenure=transferred estate=e1", "厂前"), ("tenure=unowned", "湖滨"),
    ])
    func accepted(scope: String, community: String) {
        var street = MemoryStreet.standard
        street.play("grid1 call site:={'address':'1号','community':'湖滨'} \n grid1 accept #1 \(scope)")
        #expect(street.job(1)?.scope.community?.text == community)
    }
}
