import Documents
@testable import Desk
import Journal
import Kernel
import Ledger
import SQL
import Seal
import Store
import Synchronization
import Testing
import TestKit

/// Many programs at once on one street: each has a database of its own, with a connection of its own. One test after the
/// other, since a server has a hundred connections.
@Suite(.serialized)
struct ConcurrencyTests {
    /// 1,000 holds of 1.00 on 500.00: money is promised once, and nobody ever sees less than nothing.
    @Test(arguments: Engine.allCases)
    func fiveHundredOfAThousandHoldsFit(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("finance1 fund.recall appropriation=M26 amount=599500.00")
            let holds = try await urgentJobs(1_000, street, &memory).map { job in
                memory.envelope("03-05T09:20 head1 authorize \(job) ceiling=1.00 id=hold-\(job.dropFirst())")
            }
            let desks = try programs(engine, street)
            let least = Mutex(Int64.max)
            let done = Atomic(false)
            let reader = Task {
                while !done.load(ordering: .acquiring) {
                    let seen = try await available(street)
                    least.withLock { $0 = min($0, seen) }
                }
            }
            let answers = try await together(holds, desks)
            done.store(true, ordering: .releasing)
            try await reader.value
            let counts = Dictionary(grouping: answers) { $0.refusal?.code.rawValue ?? "done" }.mapValues(\.count)
            #expect(counts == ["done": 500, "funds.insufficient": 500])
            #expect(try await available(street) == 0)
            #expect(least.withLock { $0 } >= 0)
            _ = try await street.verify().get()
            for desk in desks { try await desk.database.close() }
        }
    }

    @Test(arguments: Engine.allCases)
    func fiftyTimesTheSameCommandIsOneEffect(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("")
            let before = memory.records.count
            let grant = memory.envelope("finance1 fund.appropriate appropriation=X source=minsheng amount=1.00 id=same")
            let desks = try programs(engine, street)
            let answers = try await together(Array(repeating: grant, count: 50), desks)
            #expect(answers.allSatisfy { $0 == answers[0] && $0.refusal == nil })
            let other = grant.with("with", (grant["with"] ?? .null).with("amount", .string("2.00")))
            let refused = try await desks[0].execute([desks[0].read(other)])[0]
            #expect(refused.refusal?.code == .idConflict && refused.refusal?["field"] == "with.amount")
            #expect(try await street.verify().get().records == before + 1)
            for desk in desks { try await desk.database.close() }
        }
    }

    /// Two programs open the same street at the same time: one does, the other is told so.
    @Test(arguments: Engine.allCases)
    func aStreetIsOpenedOnce(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let desks = try programs(engine, street)
            let opening = { (n: Int) in
                try JSONParser.parse(Array("""
                    {"id":"open-\(n)","org":"NHL","by":"admin\(n)","do":"org.open",\
                    "with":{"code":"NHL","name":"南湖里","year":2026}}
                    """.utf8))
            }
            let answers = try await together(try (0..<32).map(opening), desks)
            #expect(answers.filter { $0.refusal == nil }.count == 1)
            #expect(answers.compactMap(\.refusal?.code) == Array(repeating: .orgExists, count: 31))
            for desk in desks { try await desk.database.close() }
        }
    }

    /// The first command of a street comes while the street is being opened, again and again: it is done once.
    @Test(arguments: Engine.allCases)
    func aFirstCommandMeetsTheOpening(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let all = MemoryStreet.funded.envelopes
            let (opening, first) = (all[0], all[1])
            let desks = try programs(engine, street)
            let answers = try await together((0..<64).map { $0 == 20 ? opening : first }, desks)
            let done = answers.filter { $0.refusal == nil }
            let codes = Set(answers.compactMap(\.refusal?.code))
            #expect(codes.isSubset(of: [.orgUnknown]), "\(codes)")
            #expect(!done.isEmpty)
            let again = try await together(Array(repeating: first, count: 32), desks)
            #expect(again.allSatisfy { $0 == again[0] && $0.refusal == nil })
            #expect(try await street.verify().get().records == 2)
            for desk in desks { try await desk.database.close() }
        }
    }

    /// A file has one writer, however many wait for it.
    private func programs(_ engine: Engine, _ street: DeskStreet) throws -> [Desk] {
        try (0..<(engine == .postgres ? 32 : 4)).map { _ in try street.another(Self.patient) }
    }

    /// A loaded machine can let one of many writers wait for long.
    private static let patient = "%20-clock_timeout%3D0%20-cstatement_timeout%3D0"

    private func urgentJobs(
        _ count: Int, _ street: DeskStreet, _ memory: inout MemoryStreet
    ) async throws -> [String] {
        var envelopes: [JSON] = []
        for n in 1...count {
            envelopes.append(memory.envelope("03-05T09:00 dispatcher1 call id=call-\(n)"))
            envelopes.append(memory.envelope("03-05T09:10 grid1 accept #\(n) urgency=urgent id=accept-\(n)"))
        }
        let answers = try await street.desk.execute(envelopes.map(street.desk.read))
        #expect(answers.allSatisfy { $0.refusal == nil })
        return (1...count).map { "#\($0)" }
    }

    /// Sends every command from a task of its own, spread over the desks.
    private func together(_ envelopes: [JSON], _ desks: [Desk]) async throws -> [Answer] {
        try await withThrowingTaskGroup(of: Answer.self) { group in
            for (index, envelope) in envelopes.enumerated() {
                let desk = desks[index % desks.count]
                group.addTask { try await desk.execute([desk.read(envelope)])[0] }
            }
            return try await group.reduce(into: [Answer]()) { $0.append($1) }
        }
    }

    private func available(_ street: DeskStreet) async throws -> Int64 {
        try await street.desk.look { (connection, _) throws(Refusal) in
            try connection.rows(
                "SELECT amount FROM standing WHERE org = 'NHL' AND appropriation = 'M26' AND account = 'I2101'"
            ).first?.int(0) ?? 0
        }
    }
}
