import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// When a command happened, when it is recorded, and what follows from the day (design §5, §11, §12).
struct TimingTests {
    private func instant(_ text: String) throws -> Instant { try Instant(text + ":00+08:00") }

    @Test("outside a sandbox the clock is the system's, and the time of recording never decreases")
    func system() throws {
        var street = MemoryStreet.staffed("2026-01-02 admin1 org.open code=NHL name=南湖里 year:=2026")
        let now = try instant("2027-01-01T00:00")
        street.play("""
            2027-01-01T00:01 grid1 call                              ! time.future
            2027-01-01T00:00 grid1 call
            ~                grid1 call
            """)
        #expect(street.records.suffix(2).allSatisfy { $0.at == now && $0.recorded == now })
        street.clock = .system(try instant("2026-06-01T00:00"))
        street.play("~ grid1 call \n 2026-06-01T00:01 grid1 call     ! time.future")
        let last = try #require(street.records.last)
        #expect(last.at == (try instant("2026-06-01T00:00")) && last.recorded == now)
    }

    @Test("a sandbox's clock is the latest at it has seen, moved by accepted commands only")
    func sandbox() throws {
        var street = MemoryStreet.funded
        street.play("""
            2031-05-01T10:00 crew1 call                              ! role.required
            03-01T10:00      grid1 call
            02-01T10:00      grid1 call
            ~                grid1 call
            """)
        let times = street.records.suffix(3).map(\.at.short)
        #expect(times == ["2026-03-01 10:00", "2026-02-01 10:00", "2026-03-01 10:00"])
        #expect(street.records.suffix(3).allSatisfy { $0.recorded.short == "2026-03-01 10:00" })
    }

    @Test("a fixed clock is for a sandbox, and rules it")
    func fixed() throws {
        var street = MemoryStreet.funded
        street.clock = .fixed(try instant("2026-03-01T10:00"))
        street.play("""
            03-01T10:01 grid1 call                                   ! time.future
            03-01T09:00 grid1 call
            ~           grid1 call
            """)
        #expect(street.records.suffix(2).map(\.at.short) == ["2026-03-01 09:00", "2026-03-01 10:00"])
        var real = MemoryStreet()
        real.clock = street.clock
        real.play("""
            2026-01-02 admin1 org.open code=NHL name=南湖里 year:=2026 ! clock.forbidden
            2026-01-02 admin1 org.open code=NHL name=南湖里 year:=2026 sandbox:=true
            """)
    }

    @Test("each track is in time order for itself; cancel and close come after both")
    func order() {
        var street = MemoryStreet.funded
        street.play("""
            03-05T10:00 grid1       call
            03-05T09:59 grid1       accept    #1 urgency=urgent      ! time.order
            03-05T10:00 grid1       accept    #1 urgency=urgent
            03-05T09:59 grid1       note      #1                     ! time.order
            03-05T09:59 officer1    survey    #1 total=9.00          ! time.order
            03-05T10:00 head1       authorize #1 ceiling=9.00
            03-07T10:00 officer1    survey    #1 total=9.00
            03-06T10:00 dispatcher1 dispatch  #1
            03-06T11:00 crew1       start     #1
            03-06T10:59 crew1       finish    #1                     ! time.order
            03-07T09:59 head1       sign      #1                     ! time.order
            03-07T10:00 head1       sign      #1
            03-07T09:59 head1       cancel    #1                     ! time.order
            03-08T10:00 crew1       finish    #1
            03-08T09:59 head1       cancel    #1                     ! time.order
            03-08T10:00 head1       cancel    #1
            """)
    }

    @Test("history may lie before the opening, a line may not; a job is numbered in its call's year")
    func history() {
        var street = MemoryStreet.funded
        street.play("""
            2025-06-01T10:00 grid1    call ref=OLD-1
            2025-07-01T10:00 grid1    call
            2026-03-01T10:00 grid1    call
            2025-06-01T09:00 grid1    call
            2025-06-02T10:00 grid1    accept #ref:OLD-1
            2025-06-03T10:00 officer1 survey #ref:OLD-1 total=9.00
            2025-06-04T10:00 head1    sign   #ref:OLD-1              ! time.beforeOpening
            2026-01-02T08:00 head1    sign   #ref:OLD-1
            """)
        let numbers = street.records.filter { $0.command["do"]?.string == "job.call" }.compactMap(\.job?.text)
        #expect(numbers == ["2025-0001", "2025-0002", "2026-0001", "2025-0003"])
    }

    @Test("any offset is taken and shown at +08:00", arguments: [
        ("2026-03-05T01:12:00Z", "2026-03-05T09:12:00+08:00"),
        ("2026-03-04T20:12:00-05:00", "2026-03-05T09:12:00+08:00"),
        ("2026-03-05T09:12:00.5+08:00", "2026-03-05T09:12:00.500+08:00"),
    ])
    func offsets(given: String, shown: String) {
        var street = MemoryStreet.funded
        let command = street.envelope("grid1 call").with("at", .string(given))
        #expect(street.run(command).refusal == nil)
        #expect(street.records.last?.at.text == shown)
    }

    @Test("the policy of a day is the latest effective by then, the later adopted of two, or else the first")
    func policyOfDay() throws {
        var street = MemoryStreet.funded
        #expect(street.adopt(replacing: "20000.00", with: "3000.00", effective: "2026-07-01").refusal == nil)
        #expect(street.adopt(replacing: "20000.00", with: "2000.00", effective: "2026-05-01").refusal == nil)
        #expect(street.adopt(replacing: "20000.00", with: "4000.00", effective: "2026-07-01").refusal == nil)
        let days = ["2020-01-01", "2026-01-01", "2026-04-30", "2026-05-01", "2026-06-30", "2026-07-01"]
        let ceilings = try days.map {
            try street.state.policy(on: Day($0)).emergency.ceiling.yuan
        }
        #expect(ceilings == ["20000.00", "20000.00", "20000.00", "2000.00", "2000.00", "4000.00"])
        street.play("""
            04-30T10:00 grid1 call
            04-30T11:00 grid1 accept    #1 urgency=urgent
            04-30T23:59 head1 authorize #1 ceiling=20000.00
            05-01T00:00 head1 authorize #1 ceiling=2000.01           ! authorize.ceiling
            """)
    }

    @Test("the first policy may come from the admin who opened the street, the next ones from the leader")
    func adoption() {
        var street = MemoryStreet.standard
        street.play("""
            admin1  policy.adopt effective=2026-02-01                ! role.required
            leader1 policy.adopt effective=2026-02-01
            """)
    }

    @Test("user.add replaces the roles and enables again")
    func users() throws {
        var street = MemoryStreet.standard
        street.play("""
            admin1  user.disable user=grid1
            grid1   call                                             ! user.disabled
            admin1  user.disable user=grid1                          ! user.disabled
            admin1  user.disable user=grid9                          ! user.unknown
            admin1  user.add     user=grid1 name=老陈 roles:=['crew','crew']
            grid1   call                                             ! role.required
            admin2  user.disable user=admin1
            admin2  user.disable user=admin3
            admin2  user.disable user=admin2                         ! user.lastAdmin
            """)
        #expect(street.state.register.user(try Code("grid1"))?.roles == [.crew])
    }
}
