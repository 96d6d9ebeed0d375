@testable import Desk
import Journal
import Kernel
import SQL
import Store
import TestKit
import Testing

/// A batch is decided in memory and written once: whatever is taken together, by whichever program, comes to the
/// same answers and rows as one command after the other.
struct BatchTests {
    /// Walks far enough for corrections, matches, refunds and reversals; ids come again within a batch, some with
    /// other content.
    @Test("batches of any size answer as one command at a time", arguments: 31...33, Engine.allCases)
    func sizes(seed: UInt64, engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = MemoryStreet.strolled(seed: seed, 300)
            var (dice, at) = (SplitMix64(seed: seed), 0)
            var answers: [Answer] = []
            while at < memory.envelopes.count {
                let size = [1, 2, 7, 40, 256][Int.random(in: 0..<5, using: &dice)]
                let part = memory.envelopes[at..<min(at + size, memory.envelopes.count)]
                answers += try await street.desk.execute(part.map(street.desk.read))
                at += size
            }
            DeskStreet.expectSame(answers, memory)
            try await street.expectRows(of: memory)
        }
    }

    /// Each has a frame of the street, and finds it worthless whenever the other one was faster.
    @Test("two programs write one street in turn", arguments: 41...42, Engine.allCases)
    func inTurn(seed: UInt64, engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = MemoryStreet.strolled(seed: seed, 300)
            let desks = [street.desk, try street.another()]
            var (dice, at) = (SplitMix64(seed: seed), 0)
            var answers: [Answer] = []
            while at < memory.envelopes.count {
                let (desk, size) = (desks[Int.random(in: 0...1, using: &dice)], Int.random(in: 1...5, using: &dice))
                let part = memory.envelopes[at..<min(at + size, memory.envelopes.count)]
                answers += try await desk.execute(part.map(desk.read))
                at += size
            }
            DeskStreet.expectSame(answers, memory)
            try await street.expectRows(of: memory)
            try await desks[1].database.close()
        }
    }

    /// The head stays where it is, and the rows beside it do not.
    @Test("a frame does not outlive a rebuilding by another program", arguments: Engine.allCases)
    func rebuilt(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play(wholeJob)
            try await street.tamper("UPDATE standing SET amount = amount + 7 WHERE account = 'I2101'")
            func run(_ line: String) async throws {
                let envelope = memory.envelope(line)
                let expected = memory.run(envelope)
                #expect(try await street.desk.execute([street.desk.read(envelope)]) == [expected])
            }
            try await run("03-12T09:00 grid1 call")
            let other = try street.another()
            _ = try await other.rebuild(try DeskStreet.org())
            try await other.database.close()
            try await run("03-12T09:10 finance1 fund.recall appropriation=M26 amount=1.00")
            _ = try await street.verify().get()
        }
    }

    @Test("what cannot be written fails the whole batch, and leaves nothing", arguments: [
        "INSERT INTO record", "INSERT INTO line", "INSERT INTO job ", "INSERT INTO balance", "INSERT INTO access",
    ], Engine.allCases)
    func failed(statement: String, engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let hooked = HookedDatabase(street.database)
            let desk = street.desk(on: hooked)
            let memory = MemoryStreet.strolled(seed: 5, 120)
            let half = memory.envelopes.count / 2
            _ = try await desk.execute(memory.envelopes[..<half].map(desk.read))
            let before = try await street.dump()
            hooked.fail(statement)
            let rest = memory.envelopes[half...].map(desk.read)
            await #expect(throws: Refusal(.storeFull, ["path": hooked.path])) { try await desk.execute(rest) }
            #expect(try await street.dump() == before)
            let answers = try await desk.execute(rest)
            #expect(answers == Array(memory.answers[half...]))
            try await street.expectRows(of: memory)
        }
    }

    @Test("all or nothing: what was refused together is not there for the next", arguments: Engine.allCases)
    func together(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("03-05T09:00 dispatcher1 call ref=12345-1")
            let before = try await street.dump()
            var spoilt = memory
            let lines = [
                "03-06T09:00 grid1 accept #1 urgency=urgent", "03-06T09:10 grid1 call ref=12345-2",
                "03-06T09:20 finance1 fund.appropriate appropriation=X26 source=minsheng amount=5.00",
                "03-06T09:30 cashier1 fund.receive appropriation=M26 amount=1.00",
            ]
            for line in lines { _ = spoilt.line(line) }
            let part = spoilt.envelopes.suffix(lines.count).map(street.desk.read)
            let (answers, kept) = try await street.desk.executeTogether(part)
            #expect(!kept && answers == spoilt.answers.suffix(lines.count))
            #expect(try await street.dump() == before)
            let envelope = memory.envelope("03-07T09:00 grid2 call ref=12345-2")
            let expected = memory.run(envelope)
            #expect(try await street.desk.execute([street.desk.read(envelope)]) == [expected])
            try await street.expectRows(of: memory)
        }
    }

    /// A row that cannot be read is said to whoever needs it, and to nobody else.
    @Test("a damaged row is its own command's trouble", arguments: Engine.allCases)
    func damaged(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("03-05T09:00 dispatcher1 call\n03-05T09:05 dispatcher1 call")
            try await street.tamper("UPDATE job SET body = '{' || body WHERE number = '2026-0001'")
            let (bad, good) = (memory.envelope("03-06T09:00 grid1 accept #1"), memory.envelope("03-06T09:00 grid1 accept #2"))
            let expected = memory.run(good)
            let desk = street.desk
            let first = Task { try await desk.execute([desk.read(bad)]) }
            let second = Task { try await desk.execute([desk.read(good)]) }
            #expect(try await second.value == [expected])
            await #expect(throws: Refusal.self) { try await first.value }
        }
    }
}

extension MemoryStreet {
    /// A random way of that length, with every seventh command said again, and every eleventh id used for
    /// something else.
    static func strolled(seed: UInt64, _ length: Int) -> MemoryStreet {
        var (memory, way) = (walked, StreetWalk(seed: seed))
        for step in 1...length {
            let envelope = memory.envelope(way.next(memory))
            _ = memory.run(envelope)
            if step % 7 == 0 { _ = memory.run(envelope) }
            if step % 11 == 0 { _ = memory.run(envelope.with("by", .string("nobody"))) }
        }
        return memory
    }

    /// Look and read what is named, write and commit: these steps look back over days that are over. What names
    /// old payments or the bank reads once more (``TrustedStreetTests`` has what reads nothing).
    @Test("a step takes at most two trips to a server, 256 of them at most three")
    func trips() async throws {
        try await DeskStreet.with(.postgres) { street in
            // One connection: each compiles its statements for itself.
            let desk = try street.another()
            let server = try #require(desk.database as? PostgresDatabase)
            let steps = wholeJob.split(separator: "\n").map(String.init)
            var memory = MemoryStreet.funded
            for job in 1...18 {
                for step in steps {
                    let own = step.replacing("12345-778", with: "12345-\(job)").replacing("#1", with: "#\(job)")
                    _ = memory.line(own)
                }
            }
            // Every statement has been used, and a frame is there.
            let start = memory.envelopes.count - 16 * steps.count
            _ = try await desk.execute(memory.envelopes[..<(start - steps.count)].map(desk.read))
            var counts: [Int] = []
            for envelope in memory.envelopes[(start - steps.count)..<(start + steps.count)] {
                let before = server.roundTrips
                _ = try await desk.execute([desk.read(envelope)])
                counts.append(server.roundTrips - before)
            }
            #expect(counts.suffix(steps.count).allSatisfy { $0 <= 2 }, "\(counts)")
            let before = server.roundTrips
            let answers = try await desk.execute(memory.envelopes[(start + steps.count)...].map(desk.read))
            #expect(answers.count == 15 * steps.count && answers.allSatisfy { $0.refusal == nil })
            #expect(server.roundTrips - before <= 3)
            try await desk.database.close()
        }
    }
}
