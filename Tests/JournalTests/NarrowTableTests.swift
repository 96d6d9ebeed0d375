import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// The transition table permits and does not remember (design §1): with every row of it gone a journal still replays to what
/// it was, and only new steps are refused.
struct NarrowTableTests {
    private static let walked: MemoryStreet = {
        var (street, way) = (RandomStreetTests.start, StreetWalk(seed: 5))
        for _ in 0..<400 { _ = street.line(way.next(street)) }
        return street
    }()

    private func replayed(_ street: MemoryStreet) throws -> State {
        var replay = Replay(org: try Code("NHL"), hasher: FakeDigest.bytes)
        for record in street.stored { _ = try replay.take(record) }
        return replay.state
    }

    @Test("a journal with every event, and a random one, replay without a row of the table")
    func replays() throws {
        for street in [RecordRoundtripTests.everything, Self.walked] {
            let state = try TransitionTable.$rows.withValue([]) { try replayed(street) }
            #expect(state.difference(from: street.state) == nil)
            #expect(try state.difference(from: replayed(street)) == nil)
            let jobs = state.jobs.values.map { JSON($0).text }.sorted()
            #expect(jobs == street.state.jobs.values.map { JSON($0).text }.sorted())
        }
    }

    @Test("what is no longer permitted is refused, and what it was stays")
    func refuses() {
        var street = MemoryStreet.funded
        street.play("grid1 call \n grid1 accept #1")
        let narrower = TransitionTable.declared.filter { $0.verb != .suspend }
        TransitionTable.$rows.withValue(narrower) {
            street.play("head1 suspend #1 until=2026-12-31 ! role.required")
            street.play("dispatcher1 reject #1")
        }
        #expect(street.status(1) == "rejected/none")
    }
}
