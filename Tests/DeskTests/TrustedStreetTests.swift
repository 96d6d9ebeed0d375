@testable import Desk
import Journal
import Kernel
import SQL
import Store
import TestKit
import Testing

/// A command that is alone is decided on the frame in memory, before the server is asked anything.
struct TrustedStreetTests {
    /// Executes a line at a desk as in memory; gives the trips to the server.
    private func run(_ envelope: JSON, _ memory: inout MemoryStreet, _ desk: Desk) async throws -> Int {
        let server = try #require(desk.database as? PostgresDatabase)
        let (expected, before) = (memory.run(envelope), server.roundTrips)
        #expect(try await desk.execute([desk.read(envelope)]) == [expected], "\(envelope.text)")
        return server.roundTrips - before
    }

    @Test("a step that names nothing new is one trip; another program's write or the same id is met all the same")
    func trips() async throws {
        try await DeskStreet.with(.postgres) { street in
            let (desk, other) = (try street.another(), try street.another())
            var memory = MemoryStreet.funded
            _ = try await desk.execute(memory.envelopes.map(desk.read))
            for step in ["03-05T09:00 dispatcher1 call"] + wholeJob.split(separator: "\n").dropFirst().prefix(5).map(String.init) {
                _ = try await run(memory.envelope(step), &memory, desk)
            }
            // The statements are compiled.
            _ = try await run(memory.envelope("03-06T16:10 grid1 note #1 text=一"), &memory, desk)
            let note = memory.envelope("03-06T16:20 grid1 note #1 text=二")
            #expect(try await run(note, &memory, desk) == 1)
            // What is refused is refused in one trip, too, and leaves the frame where it was.
            #expect(try await run(memory.envelope("03-06T16:30 crew1 finish #1"), &memory, desk) <= 2)
            #expect(try await run(memory.envelope("03-06T16:30 crew1 finish #1"), &memory, desk) == 1)
            // The same again: the record's answer, also where the present state would refuse it.
            _ = try await run(note, &memory, desk)
            _ = try await run(memory.envelopes[memory.envelopes.count - 5], &memory, desk)
            _ = try await run(note.with("by", .string("head1")), &memory, desk)
            // Another program has written meanwhile, each time.
            for minute in 31...36 {
                for desk in [other, desk] {
                    _ = try await run(memory.envelope("03-06T16:\(minute) grid1 note #1 text=\(minute)"), &memory, desk)
                }
            }
            try await street.expectRows(of: memory)
            _ = try await street.verify().get()
            for desk in [desk, other] { try await desk.database.close() }
        }
    }

    /// Another writer holds the street while a command is on its way.
    @Test("a command that waits for another writer is decided anew")
    func waits() async throws {
        try await DeskStreet.with(.postgres) { street in
            var memory = try await street.play("03-05T09:00 dispatcher1 call")
            let (desk, other) = (street.desk, try street.another())
            for minute in 10...29 {
                let lines = ["1", "2"].map { memory.envelope("03-05T09:\(minute) grid1 note #1 text=\($0)") }
                for line in lines { _ = memory.run(line) }
                async let first = desk.execute([desk.read(lines[0])])
                async let second = other.execute([other.read(lines[1])])
                let answers = try await first + second
                #expect(answers.allSatisfy { $0.refusal == nil })
            }
            #expect(try await street.verify().get().records == memory.answers.filter { $0.refusal == nil }.count)
            try await other.database.close()
        }
    }
}
