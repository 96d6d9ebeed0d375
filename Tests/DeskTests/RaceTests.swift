import Desk
import Dispatch
import Journal
import Kernel
import SQL
import Seal
import Store
import Synchronization
import Testing
import TestKit

/// Another program steps in where it hurts most.
struct RaceTests {
    /// A writer looks for its id before the street is there; another one opens the street and does the same command, if it
    /// can; then the first goes on.
    @Test func aFirstCommandIsDoneOnceWhileItsStreetIsOpened() async throws {
        try await DeskStreet.with(.postgres) { street in
            let all = MemoryStreet.funded.envelopes
            let (opening, first) = (all[0], all[1])
            // It must not wait for ever behind the first.
            let other = try street.another("%20-clock_timeout%3D50")
            let hooked = HookedDatabase(street.database, afterLookup: {
                let done = DispatchSemaphore(value: 0)
                Task {
                    for envelope in [opening, first] { _ = try? await other.execute([other.read(envelope)]) }
                    done.signal()
                }
                done.wait()
            })
            let desk = street.desk(on: hooked)
            let early = try await desk.execute([desk.read(first)])[0]
            #expect(early.refusal?.code == .orgUnknown)
            let answers = try await other.execute([opening, first, first].map(other.read))
            #expect(answers.allSatisfy { $0.refusal == nil } && answers[1] == answers[2])
            #expect(try await street.verify().get().records == 2)
            try await other.database.close()
        }
    }

    /// Without `at` a command happens when its turn has come: whoever was faster meanwhile does not make it too early.
    @Test(arguments: Engine.allCases)
    func aCommandWithoutATimeIsNeverTooEarly(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let times = Times()
            try await street.play("", from: .staffed(
                "2026-01-02T09:00 admin1 org.open code=NHL name=南湖里 year:=2026"))
            let other = Desk(street.database, seal: .practice, clock: times.next)
            let hooked = HookedDatabase(street.database, beforeWrite: { () async throws(Refusal) in
                let answer = try await other.execute([other.read(Self.user("u1"))])[0]
                #expect(answer.refusal == nil)
            })
            let desk = Desk(hooked, seal: .practice, clock: times.next)
            let answer = try await desk.execute([desk.read(Self.user("u2"))])[0]
            #expect(answer.refusal == nil)
        }
    }

    private static func user(_ name: String) -> JSON {
        .members([
            "id": .string("add-" + name), "org": .string("NHL"), "by": .string("admin1"), "do": .string("user.add"),
            "with": .members([
                "user": .string(name), "name": .string(name), "roles": .array([.string("grid")]),
            ]),
        ])
    }
}

/// A clock that moves on whenever somebody looks at it.
private final class Times: Sendable {
    private let looks = Mutex(Int64(0))

    var next: @Sendable () -> Clock {
        { [self] in
            let seconds = looks.withLock { looks in
                looks += 1
                return looks
            }
            return .system(Instant(Day.first(of: 2027)) + seconds * 1000)
        }
    }
}
