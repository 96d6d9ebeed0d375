import Desk
import Dispatch
import Journal
import Kernel
import Seal
@testable import SQL
@testable import Store
import Synchronization
import TestKit
import Testing

/// From and to every kind of database.
private let pairs = Engine.allCases.flatMap { from in Engine.allCases.map { (from, $0) } }

/// A street copied from one database to another, record by record.
struct CopyTests {
    @Test(arguments: pairs)
    func theCopyIsEqualAndUsable(from: Engine, to: Engine) async throws {
        try await withStreet(from, to) { street in
            let portrait = try await street.copy()
            let made = try await street.portrait(of: street.target)
            #expect(portrait.difference(from: made) == nil)
            #expect(made.callers == 1 && made.access == portrait.access && portrait.access == 1)
            #expect(portrait.exhibits == made.exhibits && !portrait.exhibits.isEmpty)
            // What is new at the source is brought over by the next copy; what is erased there, too.
            try await street.play([Street.note("n1")])
            try await street.erase(in: street.source)
            let later = try await street.copy()
            #expect(later.end.seq == portrait.end.seq + 1)
            #expect(later.difference(from: try await street.portrait(of: street.target)) == nil)
            #expect(try await street.portrait(of: street.target).callers == 0)
        }
    }

    @Test(arguments: pairs)
    func whatWasBrokenOffIsNotUsableAndIsGoneOnWith(from: Engine, to: Engine) async throws {
        try await withStreet(from, to) { street in
            let (portrait, copy) = (try await street.portrait(of: street.source), try street.way)
            let start = try await copy.resumePoint(portrait)
            #expect(start == 0)
            try await copy.fill(portrait, from: start) { _ in }
            let half = await refusal { () async throws(Refusal) in
                try await street.target.read { (connection) throws(Refusal) in
                    _ = try Queries(connection).street(Street.org())
                }
            }
            #expect(half?.code == .orgUnknown)
            #expect(try await copy.resumePoint(portrait) == portrait.end.seq)
            try await street.copy()
            #expect(portrait.difference(from: try await street.portrait(of: street.target)) == nil)
        }
    }

    /// While a copy is under way the street has no row, and is locked all the same.
    @Test func aCopyWaitsForTheStreetsOtherWriters() async throws {
        try await withStreet(.sqlite, .postgres) { street in
            let (portrait, copy, org) = (try await street.portrait(of: street.source), try street.way, try Street.org())
            try await copy.fill(portrait, from: 0) { _ in }
            let (held, free) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let target = street.target
            let holder = Task {
                try await target.write { (connection) throws(Refusal) in
                    try connection.lock(org)
                    held.signal()
                    free.wait()
                }
            }
            await withCheckedContinuation { waiter in
                DispatchQueue.global().async {
                    held.wait()
                    waiter.resume()
                }
            }
            let done = Atomic(false)
            let finish = Task {
                defer { done.store(true, ordering: .releasing) }
                try await copy.finish(portrait)
            }
            try await target.read { (connection) throws(Refusal) in
                // Until the copy stands at the lock.
                while try connection.first(Self.waiting) == nil, !done.load(ordering: .acquiring) {}
            }
            let before = try await target.read { (connection) throws(Refusal) in try Queries(connection).streets().count }
            #expect(before == 0)
            free.signal()
            try await holder.value
            try await finish.value
            #expect(portrait.difference(from: try await street.portrait(of: target), afresh: true) == nil)
        }
    }

    private static let waiting = """
        SELECT 1 FROM pg_locks w JOIN pg_locks h USING (database, classid, objid, objsubid)
        WHERE w.locktype = 'advisory' AND NOT w.granted AND h.granted AND h.locktype = 'advisory'
        """

    @Test func whatLiesBesideTheJournalIsProvedToo() async throws {
        try await withStreet(.sqlite, .sqlite) { street in
            let portrait = try await street.copy()
            let made = try await street.portrait(of: street.target)
            #expect(portrait.difference(from: made, afresh: true) == nil)
            try await street.target.write { (connection) throws(Refusal) in try connection.run("DELETE FROM access") }
            let unnoted = portrait.difference(from: try await street.portrait(of: street.target))
            #expect(unnoted?.field.hasPrefix("access[") == true)
            try await street.copy()
            try await street.target.write { (connection) throws(Refusal) in
                try connection.run("UPDATE caller SET erase_after = erase_after + 1")
            }
            let changed = portrait.difference(from: try await street.portrait(of: street.target))
            #expect(changed?.field == "caller[2026-0001]")
            try await street.erase(in: street.target)
            let erased = try await street.portrait(of: street.target)
            #expect(portrait.difference(from: erased) == nil)
            #expect(portrait.difference(from: erased, afresh: true)?.field == "caller")
        }
    }

    @Test(arguments: Engine.allCases)
    func anErasedCallerStaysErased(engine: Engine) async throws {
        try await withStreet(engine, engine) { street in
            try await street.copy()
            try await street.erase(in: street.target)
            try await street.play([Street.note("n1")])
            try await street.copy()
            #expect(try await street.portrait(of: street.target).callers == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func anotherJournalIsNamedByItsFirstRecord(engine: Engine) async throws {
        try await withStreet(engine, engine) { street in
            let end = try await street.copy().end.seq
            try await street.play([Street.note("n1"), Street.note("n2")])
            let ahead = try await street.portrait(of: street.source)
            try await street.play([Street.note("o1"), Street.note("o2"), Street.note("o3")], in: street.target)
            let diverged = await refusal { () async throws(Refusal) in try await street.way.resumePoint(ahead) }
            #expect(diverged?.code == .copyDiverged)
            #expect(diverged?["seq"] == String(end + 1))
        }
    }

    @Test func aTargetThatIsAheadIsRefused() async throws {
        try await withStreet(.sqlite, .sqlite) { street in
            let portrait = try await street.copy()
            try await street.play([Street.note("n1")], in: street.target)
            let ahead = await refusal { () async throws(Refusal) in try await street.way.resumePoint(portrait) }
            let seq = portrait.end.seq
            #expect(ahead == Refusal(.copyAhead, ["org": "NHL", "found": String(seq + 1), "known": String(seq)]))
            let late = await refusal { () async throws(Refusal) in try await street.way.finish(portrait) }
            #expect(late?.code == .storeConflict)
        }
    }

    @Test func aSourceThatIsNotCleanIsNotCopied() async throws {
        try await withStreet(.sqlite, .sqlite) { street in
            try await street.source.write { (connection) throws(Refusal) in
                try connection.run("UPDATE standing SET amount = amount + 1")
            }
            let unclean = await refusal { () async throws(Refusal) in try await street.copy() }
            #expect(unclean?.code == .storeUnclean)
            #expect(unclean?["detail"]?.contains("standing[") == true)
        }
    }

    private func withStreet(_ from: Engine, _ to: Engine, _ body: (Street) async throws -> Void) async throws {
        try await withStore(from) { source in
            try await withStore(to) { target in
                let street = Street(source: source, target: target)
                var memory = MemoryStreet.funded
                // Something in every projection that an appropriation, an agreement and a statement have.
                memory.play("""
                    03-01T09:00 finance1 contractor.agree agreement=A1 rates=疏通/项/500.00
                    03-01T09:10 finance1 fund.appropriate appropriation=B26 source=minsheng amount=9.00 channel=bank
                    03-01T09:20 cashier1 fund.receive appropriation=B26 amount=9.00 receiptNo=R1
                    03-03T09:00 finance1 bank.import rows=03-01:9.00,03-02:1.00
                    03-03T09:10 finance1 match.make on=\(memory.records.count + 4).1 pay=receipt:R1
                    03-05T09:00 dispatcher1 call   ref=12345-778 caller:={'name':'张三','phone':'13800000001'}
                    03-05T09:10 grid1       accept #1
                    """)
                // Refused, and kept in the access log.
                _ = memory.line("03-05T09:20 crew1 accept #1")
                try await street.play(memory.envelopes)
                try await body(street)
            }
        }
    }
}

/// A street in a source, and the way to a target.
private struct Street {
    let source: any SQLDatabase
    let target: any SQLDatabase
    private let keys = KeyRing(CallerSeal(key: .generate()))

    init(source: any SQLDatabase, target: any SQLDatabase) {
        self.source = source
        self.target = target
    }

    static func org() throws(Refusal) -> Code { try Code("NHL") }

    static func note(_ id: String) -> JSON {
        .members([
            "id": .string(id), "org": .string("NHL"), "by": .string("grid1"),
            "at": .string("2026-04-01T09:00:00+08:00"), "do": .string("job.note"),
            "with": .members(["job": .string("2026-0001"), "text": .string(id)]),
        ])
    }

    var way: StreetCopy {
        get throws(Refusal) { StreetCopy(try Self.org(), from: source, to: target) }
    }

    /// Runs commands one after the other, as the desk does.
    func play(_ envelopes: [JSON], in database: (any SQLDatabase)? = nil) async throws {
        let (execution, seal) = (Execution(keys: keys), try keys.seal(of: "NHL"))
        var orders: [Execution.Order] = []
        for envelope in envelopes {
            let (kept, caller) = try CallerVault.take(envelope) { seal.digest($0, for: "NHL") }
            orders.append(Execution.Order(try Command(kept), caller: caller))
        }
        let work = orders
        try await (database ?? source).write { (connection) throws(Refusal) in
            let batch = Batch(connection, keys: keys)
            for order in work { _ = try execution.run(order, clock: .system(Instant(milliseconds: 0)), in: batch) }
            _ = try batch.finish()
        }
    }

    func portrait(of database: any SQLDatabase) async throws(Refusal) -> Portrait {
        try await Portrait.take(of: try Self.org(), in: database) { (connection) throws(Refusal) in
            let streets = try Queries(connection).streets().map { $0.code.text + $0.name }
            return [Portrait.Exhibit(name: "streets", bytes: Array(streets.joined().utf8))]
        }
    }

    @discardableResult
    func copy() async throws(Refusal) -> Portrait {
        let portrait = try await portrait(of: source)
        let copy = try way
        try await copy.fill(portrait, from: try await copy.resumePoint(portrait)) { _ in }
        try await copy.finish(portrait)
        return portrait
    }

    func erase(in database: any SQLDatabase) async throws {
        let (org, job) = (try Self.org(), try Code("2026-0001"))
        let erased = try await database.write { (connection) throws(Refusal) in
            try CallerStore(connection).erase(job, in: org)
        }
        #expect(erased)
    }
}
