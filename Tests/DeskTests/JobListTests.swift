@testable import Desk
import Jobs
import Journal
import Kernel
import Ledger
import Reports
import SQL
import Store
import TestKit
import Testing

/// Lists of jobs: what the database answers is what the conditions say of each job, page by page.
struct JobListTests {
    @Test("filters, orders, sums and pages are those of memory", arguments: 21...23, Engine.allCases)
    func same(seed: UInt64, engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var way = StreetWalk(seed: seed), memory = try await street.play("")
            for _ in 0..<220 {
                let envelope = memory.envelope(way.next(memory))
                _ = memory.run(envelope)
                _ = try await street.desk.execute([street.desk.read(envelope)])
            }
            var dice = SplitMix64(seed: seed)
            let jobs = memory.state.jobs.values.sorted { $0.number.text < $1.number.text }
            #expect(jobs.count > 5)
            for turn in 0..<60 {
                let listing = Self.listing(jobs, &dice)
                let whole = try await page(listing, street)
                let now = try memory.state.now(.system(Instant(Day.first(of: 2027))))
                let conditions = listing.filter.conditions(at: now, try Self.known(listing.filter, memory, at: now))
                let expected = Self.sorted(jobs.filter { job in conditions.allSatisfy { $0.admits(JobFacts(job)) } }, listing)
                try #require(whole.jobs.map(\.number) == expected.map(\.number), "seed \(seed), turn \(turn): \(listing)")
                #expect(whole.sums == Self.sums(expected), "seed \(seed), turn \(turn): \(listing)")
                #expect(try await paged(listing, street, sums: whole.sums) == expected.map(\.number), "\(listing)")
            }
        }
    }

    private func page(_ listing: JobListing, _ street: DeskStreet) async throws -> JobPage {
        try await street.desk.ask(.page(listing), of: try DeskStreet.org(), as: .owner)
    }

    /// The whole list, three jobs at a time.
    private func paged(_ listing: JobListing, _ street: DeskStreet, sums: JobSums) async throws -> [Code] {
        var (part, numbers): (JobListing, [Code]) = (listing, [])
        part.limit = 3
        while true {
            let page = try await page(part, street)
            #expect(page.sums == sums && page.jobs.count <= 3)
            numbers += page.jobs.map(\.number)
            guard let next = page.next else { return numbers }
            part.after = try JobCursor(next.text, of: listing)
            // What was made for another order would begin anywhere.
            var other = listing
            other.descending.toggle()
            #expect(throws: Refusal.self) { _ = try JobCursor(next.text, of: other) }
        }
    }

    private static func known(_ filter: JobFilter, _ memory: MemoryStreet, at now: Instant) throws -> JobLookups {
        var known = JobLookups()
        known.appropriations = memory.state.ledger.appropriations.filter { filter.sources.contains($0.source) }.map(\.code)
        known.split = SplitAlarm.jobs(Array(memory.state.jobs.values), policy: try memory.state.policy(on: now.day))
        known.firm = filter.who.flatMap { memory.state.register.user($0)?.contractor }
        return known
    }

    private static func sums(_ jobs: [Job]) -> JobSums {
        var sums = JobSums()
        for job in jobs { sums.add(JobFacts(job)) }
        return sums
    }

    private static func sorted(_ jobs: [Job], _ listing: JobListing) -> [Job] {
        let rising = jobs.sorted { JobCursor($0, listing) < JobCursor($1, listing) }
        return listing.descending ? rising.reversed() : rising
    }

    /// A list with a few conditions, most of them met by one of the jobs at least.
    private static func listing(_ jobs: [Job], _ dice: inout SplitMix64) -> JobListing {
        var filter = JobFilter()
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
            guard let job = jobs.randomElement(using: &dice) else { break }
            condition(Int.random(in: 0..<17, using: &dice), from: job, &filter, &dice)
        }
        var listing = JobListing(filter)
        listing.order = JobListing.Order.allCases.randomElement(using: &dice) ?? .number
        listing.descending = Bool.random(using: &dice)
        return listing
    }

    private static func condition(_ kind: Int, from job: Job, _ filter: inout JobFilter, _ dice: inout SplitMix64) {
        switch kind {
        case 0: filter.works += [job.works]
        case 1: filter.papers += [job.papers]
        case 2: filter.categories += [job.category.text]
        case 3: filter.urgencies += [job.urgency ?? .urgent]
        case 4: filter.tenures += [job.tenure ?? .unowned]
        case 5: filter.contractors += [job.contractor].compactMap { $0 }
        case 6: filter.clocks += [JobFilter.Clock.allCases.randomElement(using: &dice) ?? .late]
        case 7: filter.flags += [JobMark.Kind.allCases.randomElement(using: &dice) ?? .split]
        case 8: filter.open = true
        case 9: filter.overdue = true
        case 10: filter.from = job.calledAt.day
        case 11: filter.to = job.calledAt.day
        case 12: filter.least = JobFacts(job).estimate ?? Fen(1)
        case 13: filter.text = String(job.scope.address.text.prefix(2))
        case 14: filter.address = " " + job.scope.address.text + " "
        case 15: filter.who = job.calledBy
        case _: filter.due = Bool.random(using: &dice) ? .today : .on(job.calledAt.day)
        }
    }

    @Test("words are looked for in a job and in the names of its contractor and estate", arguments: Engine.allCases)
    func search(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play("""
                grid1 call site:={'address':'南苑路１０２号院'} description=化粪池满溢
                grid1 call site:={'address':'100%_路'} description=路面
                """)
            for (text, found) in [
                ("南苑路102号", ["2026-0001"]), ("化粪池 南苑", ["2026-0001"]), ("化粪池 路面", []), ("100%", ["2026-0002"]),
                ("1__", []), ("2026-0002", ["2026-0002"]), ("路", ["2026-0001", "2026-0002"]),
            ] {
                var filter = JobFilter()
                filter.text = text
                #expect(try await page(JobListing(filter), street).jobs.map(\.number.text) == found, "\(text)")
            }
            var filter = JobFilter()
            filter.address = "南苑路 102号院"
            #expect(try await page(JobListing(filter), street).jobs.map(\.number.text) == ["2026-0001"])
        }
    }

    @Test("a phone finds its caller's jobs for whoever may see callers, and that is written down")
    func phone() async throws {
        try await DeskStreet.with(.sqlite) { street in
            try await street.play("""
                grid1 call caller:={'name':'甲','phone':'13800000001'}
                grid1 call caller:={'name':'乙','phone':'13800000002'}
                grid1 call caller:={'name':'丙','phone':'13800000001'}
                """)
            var filter = JobFilter()
            filter.phone = "13800000001"
            let (question, org) = (Question<JobPage>.page(JobListing(filter)), try DeskStreet.org())
            let found = try await street.desk.ask(question, of: org, as: .user(try Code("grid1")))
            #expect(found.jobs.map(\.number.text) == ["2026-0001", "2026-0003"])
            await #expect(throws: Refusal.self) {
                _ = try await street.desk.ask(question, of: org, as: .user(try Code("finance1")))
            }
            let noted = try await street.desk.look { (connection, _) throws(Refusal) in
                try connection.rows("SELECT who, does, refusal FROM access ORDER BY who").map { (row) throws(Refusal) in
                    [try row.text(0), try row.text(1), try row.text(2)].joined(separator: " ")
                }
            }
            #expect(noted == ["finance1 job.list right.required", "grid1 job.list granted"])
        }
    }

    @Test("only what the reader can take further", arguments: Engine.allCases)
    func can(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob + "\ngrid1 call")
            var listing = JobListing()
            listing.can = true
            for (user, found) in [("dispatcher1", ["2026-0002"]), ("inspector1", []), ("finance1", ["2026-0001"])] {
                let page = try await street.desk.ask(.page(listing), of: try DeskStreet.org(), as: .user(try Code(user)))
                #expect(page.jobs.map(\.number.text) == found && page.sums.count == found.count, "\(user)")
            }
        }
    }

    @Test("likely duplicates are found by the columns as in memory", arguments: Engine.allCases)
    func duplicates(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play("""
                03-02T09:00 grid1 call site:={'address':'甲','lat':'32.0','lon':'118.8'}
                03-02T10:00 grid1 call site:={'address':'乙'} caller:={'name':'甲','phone':'13800000001'}
                03-02T11:00 grid1 call site:={'address':'丙'}
                03-03T09:00 grid1 call site:={'address':'丁','lat':'32.0001','lon':'118.8'} caller:={'name':'甲','phone':'13800000001'}
                """)
            let job = try #require(memory.job(4))
            for (user, found) in [("grid1", ["2026-0002", "2026-0001"]), ("finance1", ["2026-0001"])] {
                let matches = try await street.desk.ask(
                    .duplicates(of: .number(job.number)), of: try DeskStreet.org(), as: .user(try Code(user)))
                #expect(matches.map(\.job.number.text) == found, "\(user)")
            }
        }
    }
}
