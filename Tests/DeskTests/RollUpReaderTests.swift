@testable import Desk
import Journal
import Kernel
import Store
import TestKit
import Testing

/// Which streets a report over several is made of.
struct RollUpReaderTests {
    /// Streets A and B, and a practice street P.
    @Test("practice streets stand apart from the others", arguments: Engine.allCases)
    func choice(engine: Engine) async throws {
        try await DeskStreet.with(engine, clock: .system(try Instant("2026-03-02T10:00:00+08:00"))) { street in
            var memory = MemoryStreet()
            for (code, rest) in [("A", ""), ("P", " sandbox:=true"), ("B", "")] {
                let opening = memory.envelope("2026-03-02T09:00 admin1 org.open code=\(code) name=\(code) year:=2026" + rest)
                let envelope = opening.with("org", .string(code))
                let answers = try await street.desk.execute([street.desk.read(envelope)])
                #expect(answers.map { $0.refusal?.code } == [nil])
            }
            #expect(try await Self.streets(.all, street) == "A B")
            #expect(try await Self.streets(.named(try Self.codes("P")), street) == "P")
            #expect(try await Self.streets(.named(try Self.codes("B")), street) == "B")
            #expect(try await Self.streets(.named(try Self.codes("A", "P")), street) == "org.mixed")
            #expect(try await Self.streets(.named(try Self.codes("A", "X")), street) == "org.unknown")
        }
    }

    private static func codes(_ texts: String...) throws -> [Code] { try texts.map { try Code($0) } }

    /// None has a policy yet: they are named as such.
    private static func streets(_ choice: RollUpReader.Choice, _ street: DeskStreet) async throws -> String {
        try await street.desk.look { (connection, clock) throws(Refusal) in
            do throws(Refusal) {
                let reader = RollUpReader(connection, clock: clock)
                return try reader.snapshots(choice, SnapshotReader.Moments()).unready.map(\.text).joined(separator: " ")
            } catch {
                return error.code.rawValue
            }
        }
    }
}
