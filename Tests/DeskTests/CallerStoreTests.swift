@testable import Desk
import Jobs
import Journal
import Kernel
import Seal
import Store
import TestKit
import Testing

/// Callers as they lie beside the journal: bound to their job, kept until their day (design §10).
struct CallerStoreTests {
    private static let calls = """
        03-02T08:00 grid1 call caller:={'name':'王秀英','phone':'13800000001'}
        03-02T09:00 grid1 call caller:={'name':'李建国','phone':'13800000002'}
        """

    private static func caller(_ job: String, _ street: DeskStreet) async throws -> Result<String?, Refusal> {
        let (org, job) = (try DeskStreet.org(), try Code(job))
        let keys = street.keys
        return try await street.desk.look { (connection, _) throws(Refusal) in
            do throws(Refusal) {
                return .success(try CallerStore(connection, keys: keys).caller(of: job, in: org)?.name?.text)
            } catch {
                return .failure(error)
            }
        }
    }

    /// Whoever can write to the file cannot show one job's caller under another.
    @Test("sealed bytes open for their own job only", arguments: Engine.allCases)
    func bound(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.calls)
            #expect(try await Self.caller("2026-0001", street) == .success("王秀英"))
            try await street.tamper(
                "UPDATE caller SET sealed = (SELECT sealed FROM caller WHERE job = '2026-0002') WHERE job = '2026-0001'")
            guard case .failure(let refusal) = try await Self.caller("2026-0001", street) else {
                Issue.record("another job's caller was shown")
                return
            }
            #expect(refusal.code == .keyInvalid)
            #expect(try await Self.caller("2026-0002", street) == .success("李建国"))
        }
    }

    @Test("the last four digits of a phone are known without opening the caller, for its own job", arguments: Engine.allCases)
    func lastDigits(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.calls + "\n03-02T10:00 grid1 call caller:={'name':'丙','phone':'12'}\n03-02T11:00 grid1 call")
            let (org, keys) = (try DeskStreet.org(), street.keys)
            for (digits, job, known) in [
                ("0001", "2026-0001", true), ("0002", "2026-0001", false), ("0002", "2026-0002", true), ("", "2026-0001", false),
                ("12", "2026-0003", false), ("0001", "2026-0004", false), ("0001", "2026-0009", false),
            ] {
                let number = try Code(job)
                let answer = try await street.desk.look { (connection, _) throws(Refusal) in
                    try CallerStore(connection, keys: keys).knows(lastDigits: digits, of: number, in: org)
                }
                #expect(answer == known, "\(digits) \(job)")
            }
        }
    }

    /// The tests' policy keeps callers for 180 days: from 2 March 2026 to the end of 29 August.
    @Test("a caller is due for erasing after the policy's days", arguments: Engine.allCases)
    func due(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.calls + "\n03-02T10:00 dispatcher1 reject #1")
            let org = try DeskStreet.org()
            let days = try ["2026-08-29", "2026-08-30"].map { try Day($0) }
            let found = try await street.desk.look { (connection, _) throws(Refusal) in
                var found: [[String]] = []
                for day in days {
                    let due = try CallerStore(connection).due(on: day, in: org)
                    found.append(due.ended.map(\.text) + ["·"] + due.open.map(\.text))
                }
                return found
            }
            #expect(found == [["·"], ["2026-0001", "·", "2026-0002"]])
        }
    }

    /// The work of a street goes on where its key is not: only a caller needs it.
    @Test("a key that is not the street's stands in the way of callers alone", arguments: Engine.allCases)
    func otherKey(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play(Self.calls)
            let desk = Desk(street.database, seal: CallerSeal(key: .generate()), clock: { .system(Instant(Day.first(of: 2027))) })
            var codes: [RefusalCode?] = []
            for line in ["03-02T10:00 grid1 accept #1", "03-02T11:00 grid1 call caller:={'name':'王秀英'}", "03-02T11:00 grid1 call"] {
                _ = memory.line(line)
                let answer = try await desk.execute([desk.read(try #require(memory.envelopes.last))]).first
                codes.append(answer?.refusal?.code)
            }
            #expect(codes == [nil, .keyInvalid, nil])
        }
    }
}
