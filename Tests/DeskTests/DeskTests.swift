import Documents
@testable import Desk
import Ledger
import Jobs
import Journal
import Kernel
import Reports
import SQL
import Store
import Testing
import TestKit

/// The desk and the store do with a command what the rules say in memory, and keep it.
struct DeskTests {
    @Test(arguments: Engine.allCases)
    func theStoreHoldsWhatTheRulesSay(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(wholeJob)
            let org = try DeskStreet.org()
            let state = try await street.desk.look { (connection, _) throws(Refusal) in try Queries(connection).street(org) }
            #expect(state.head.seq == memory.state.head.seq)
            #expect(state.counters == memory.state.counters)
            #expect(state.register.everyone == memory.state.register.everyone)
            #expect(state.ledger.standings == memory.state.ledger.standings)
            let name = try JobName("ref:12345-778")
            let job = try await street.desk.look { (connection, _) throws(Refusal) in try Queries(connection).job(org, name) }
            #expect(job.works == .closed && job.papers == .closed)
        }
    }

    @Test(arguments: Engine.allCases)
    func aFileSentAgainChangesNothingAndAnswersTheSame(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(wholeJob + "\n~ crew1 pay #1")
            let before = try await street.dump()
            let envelopes = memory.envelopes
            let first = try await street.desk.execute(envelopes.map(street.desk.read))
            let second = try await street.desk.execute(envelopes.map(street.desk.read))
            #expect(first == second)
            #expect(try await street.dump() == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func anIdUsedForSomethingElseIsRefusedByField(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("")
            let grant = memory.envelope("finance1 fund.appropriate appropriation=X source=minsheng amount=1.00 id=same")
            let other = grant.with("with", (grant["with"] ?? .null).with("amount", .string("2.00")))
            let answers = try await street.desk.execute([grant, other, grant].map(street.desk.read))
            #expect(answers[0].refusal == nil)
            #expect(answers[1].refusal?.code == .idConflict)
            #expect(answers[1].refusal?["field"] == "with.amount")
            #expect(answers[2] == answers[0])
        }
    }

    @Test(arguments: Engine.allCases)
    func aCallerIsSealedBesideTheJournalAndErasable(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob)
            let (org, job) = (try DeskStreet.org(), try Code("2026-0001"))
            let caller = try #require(try await street.desk.caller(of: job, in: org))
            #expect(caller.name?.text == "张三")
            #expect(caller.phone?.text == "13800000001")
            #expect(try await street.dump().allSatisfy { !$0.contains("13800000001") && !$0.contains("张三") })
            let erased = try await street.desk.tend(org) { (connection, _) throws(Refusal) in
                try CallerStore(connection).eraseDue(on: try Day("2027-01-01"), in: org)
            }
            #expect(erased.erased == [job] && erased.open == [])
            #expect(try await street.desk.caller(of: job, in: org) == nil)
            _ = try await street.verify().get()
        }
    }

    @Test(arguments: Engine.allCases)
    func allOrNothingTakesEverythingBack(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("")
            let before = try await street.dump()
            let good = memory.envelope("dispatcher1 call ref=one")
            let bad = memory.envelope("dispatcher1 call ref=two category=nowhere")
            let (answers, kept) = try await street.desk.executeTogether([good, bad].map(street.desk.read))
            #expect(!kept)
            #expect(answers.map { $0.refusal?.code } == [nil, .categoryUnknown])
            #expect(try await street.dump() == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func refusedCommandsAreKeptOnceInTheAccessLog(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("")
            let refused = memory.envelope("crew1 fund.recall appropriation=M26 amount=1.00 id=r1")
            for _ in 0..<3 { _ = try await street.desk.execute([street.desk.read(refused)]) }
            let rows = try await street.desk.look { (connection, _) throws(Refusal) in
                try connection.rows("SELECT who, refusal, does FROM access WHERE id = 'r1'").map(\.values)
            }
            #expect(rows == [["crew1", "role.required", "fund.recall"]])
        }
    }

    @Test(arguments: Engine.allCases)
    func everyLookAtACallerIsKept(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob)
            let (org, job) = (try DeskStreet.org(), try Code("2026-0001"))
            let now = try Instant("2026-03-12T09:00:00+08:00")
            for (name, expected) in [("grid1", nil), ("cashier1", RefusalCode.roleRequired)] {
                let user = try Code(name)
                let refusal = try await street.desk.tend(org) { (connection, _) throws(Refusal) in
                    try CallerAccess.show.ask(user, about: job, in: org, at: now, connection)
                }
                #expect(refusal?.code == expected)
            }
            let rows = try await street.desk.look { (connection, _) throws(Refusal) in
                try connection.rows("SELECT who, refusal FROM access WHERE does = 'caller.show' ORDER BY who").map(\.values)
            }
            #expect(rows == [["cashier1", "role.required"], ["grid1", "granted"]])
        }
    }

    @Test(arguments: Engine.allCases)
    func manyAtOnceAreAnsweredOnceEach(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("")
            let desk = street.desk
            let same = memory.envelope("finance1 fund.appropriate appropriation=X source=minsheng amount=1.00 id=same")
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for _ in 0..<50 { group.addTask { try await desk.execute([desk.read(same)])[0] } }
                return try await group.reduce(into: [Answer]()) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0 == answers[0] && $0.refusal == nil })
            _ = try await street.verify().get()
        }
    }

    @Test(arguments: [DigestAlgorithm.sha256, .sm3], Engine.allCases)
    func bothDigestsMakeAChain(algorithm: DigestAlgorithm, engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let opening = "2026-01-02T09:00 admin1 org.open code=NHL name=南湖里 year:=2026 sandbox:=true hash=\(algorithm.rawValue)"
            try await street.play(wholeJob, from: .staffed(opening))
            _ = try await street.verify().get()
        }
    }

    /// A question about what was known gets the same bytes for ever, however much is recorded later.
    @Test(arguments: Engine.allCases)
    func aQuestionAboutThePastKeepsItsAnswer(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let lines = wholeJob.split(separator: "\n").map(String.init)
            var memory = try await street.play(lines.prefix(9).joined(separator: "\n"))
            let known = try #require(memory.state.head.recorded)
            let before = try await answers(street, knownAt: known)
            let rest = lines.dropFirst(9).map { line in
                let envelope = memory.envelope(line)
                _ = memory.run(envelope)
                return envelope
            }
            _ = try await street.desk.execute(rest.map(street.desk.read))
            #expect(try await answers(street, knownAt: known) == before)
            #expect(try await answers(street, knownAt: nil) != before)
        }
    }

    private func answers(_ street: DeskStreet, knownAt: Instant?) async throws -> [Document] {
        let org = try DeskStreet.org()
        return try await street.desk.look { (connection, clock) throws(Refusal) in
            let snapshot = try SnapshotReader(connection, org: org, clock: clock)
                .snapshot([.jobs, .funds], .init(knownAt: knownAt))
            return [
                UtilisationReport.make(snapshot, year: 2026), TimelinessReport.make(snapshot), JobsReport.make(snapshot),
                OverdueReport.make(snapshot),
            ]
        }
    }

    /// A past day of a job's life does not show the money of a later one.
    @Test(arguments: Engine.allCases)
    func thePastShowsNoLaterMoney(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob)
            let org = try DeskStreet.org()
            let asOf = try Instant("2026-03-09T12:00:00+08:00")
            let jobs = try await street.desk.look { (connection, clock) throws(Refusal) in
                try SnapshotReader(connection, org: org, clock: clock).snapshot([.jobs], .init(asOf: asOf)).jobs.all
            }
            let job = try #require(jobs.first)
            #expect(job.papers == .settled && job.held(.paid) == .zero && job.held(.payable).isPositive)
        }
    }
}
