@testable import Desk
import Jobs
import Journal
import Kernel
import Seal
import SQL
import Store
import Synchronization
import TestKit
import Testing

/// A real street whose days go by: the server's seals, and what they notice of a database that was changed.
struct AccessSealDeskTests {
    private final class Time: Sendable {
        private let value: Mutex<Int64>
        init(_ instant: Instant) { value = Mutex(instant.milliseconds) }
        var now: Instant { Instant(milliseconds: value.withLock { $0 }) }
        func turn(_ milliseconds: Int64) { value.withLock { $0 += milliseconds } }
    }

    private static let org = try! Code("NHL")

    private static func send(_ desk: Desk, _ by: String, _ does: String, _ with: JSON) async throws -> Answer? {
        let id = "\(does)-\(RandomToken.id())"
        return try await desk.execute([desk.read(JSON.members([
            "id": .string(id), "org": .string("NHL"), "by": .string(by), "do": .string(does), "with": with,
        ]))]).first
    }

    private static func with(_ engine: Engine, _ body: (Desk, Time) async throws -> Void) async throws {
        try await engine.with { place in
            let database = try place.open(create: true), time = Time(try Instant("2026-03-01T09:00:00+08:00"))
            let desk = Desk(database, seal: CallerSeal(key: .generate()), clock: { .system(time.now) })
            do {
                _ = try await send(desk, "admin", "org.open", JSON.members(
                    ["code": .string("NHL"), "name": .string("南湖里"), "year": .int(2026)]))
                try await body(desk, time)
            } catch {
                try? await database.close()
                throw error
            }
            try await database.close()
        }
    }

    private static func check(_ desk: Desk) async throws -> [String] {
        try await desk.checkAccess(of: org, as: .owner).days.map { "\($0.day.text) \($0.sealed) \($0.found) \($0.verdict)" }
    }

    @Test("days that are over are sealed once, in order; a row that is taken away or changed shows", arguments: Engine.allCases)
    func days(engine: Engine) async throws {
        try await Self.with(engine) { desk, time in
            // Refused: a row of the first day.
            #expect(try await Self.send(desk, "admin", "year.close", .members(["year": .int(2026)]))?.refusal?.code == .roleRequired)
            time.turn(24 * Instant.hour)
            #expect(try await desk.sealAccess(of: Self.org) == [], "nobody is there to seal")
            #expect(try await Self.send(desk, "admin", "user.add", .members(
                ["user": .string("server"), "name": .string("系统"), "roles": .array([.string("machine")])]))?.refusal == nil)
            #expect(try await desk.sealAccess(of: Self.org).map(\.text) == ["2026-03-01"])
            #expect(try await desk.sealAccess(of: Self.org) == [])
            time.turn(48 * Instant.hour)
            // What is asked today under an id of that day is a row of today.
            #expect(try await desk.sealAccess(of: Self.org).map(\.text) == ["2026-03-02", "2026-03-03"])
            #expect(try await Self.check(desk) == ["2026-03-01 1 1 same", "2026-03-02 0 0 same", "2026-03-03 0 0 same"])
            _ = try await desk.verify(Self.org, against: nil, photos: false, as: .owner).result.get()
            try await desk.database.write { (connection) throws(Refusal) in
                try connection.run("UPDATE access SET who = 'nobody' WHERE org = 'NHL'")
            }
            #expect(try await Self.check(desk).first == "2026-03-01 1 1 changed")
            try await desk.database.write { (connection) throws(Refusal) in try connection.run("DELETE FROM access WHERE org = 'NHL'") }
            #expect(try await Self.check(desk).first == "2026-03-01 1 0 removed")
        }
    }

    @Test("only a machine seals, and only days that are over")
    func rule() async throws {
        try await Self.with(.sqlite) { desk, time in
            for (user, role) in [("server", "machine"), ("leader", "leader")] {
                _ = try await Self.send(desk, "admin", "user.add", .members(
                    ["user": .string(user), "name": .string(user), "roles": .array([.string(role)])]))
            }
            time.turn(24 * Instant.hour)
            let head = String(repeating: "a", count: 64)
            for (user, day, rows, head, code) in [
                ("leader", "2026-03-01", 0, head, .roleRequired), ("admin", "2026-03-01", 0, head, .roleRequired),
                ("server", "2026-03-02", 0, head, .inputValue), ("server", "2026-02-28", 0, head, .inputValue),
                ("server", "2026-03-01", -1, head, .inputValue), ("server", "2026-03-01", 0, "abc", .inputValue),
                ("server", "2026-03-01", 0, head, nil),
            ] as [(String, String, Int, String, RefusalCode?)] {
                let answer = try await Self.send(desk, user, "access.seal", .members(
                    ["day": .string(day), "rows": .int(rows), "head": .string(head)]))
                #expect(answer?.refusal?.code == code, "\(user) \(day) \(rows) \(head)")
            }
        }
    }
}
