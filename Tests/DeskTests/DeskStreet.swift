import Documents
@testable import Desk
import Journal
import Kernel
import SQL
import Seal
import Store
import Testing
import TestKit

/// A street in a real database: the same scripts as in memory, through the desk and the store.
struct DeskStreet: Sendable {
    let place: StorePlace
    let database: any SQLDatabase
    let desk: Desk
    private let seal: CallerSeal
    var keys: KeyRing { KeyRing(seal) }
    private let clock: Clock

    static func org() throws -> Code { try Code("NHL") }

    /// A database of its own, gone after the test.
    static func with(
        _ engine: Engine, clock: Clock = .system(Instant(Day.first(of: 2027))),
        _ body: (DeskStreet) async throws -> Void
    ) async throws {
        try await engine.with { place in
            let database = try place.open(create: true)
            let street = DeskStreet(place, database, CallerSeal(key: .generate()), clock)
            do { try await body(street) } catch {
                try? await database.close()
                throw error
            }
            try await database.close()
        }
    }

    init(_ place: StorePlace, _ database: any SQLDatabase, _ seal: CallerSeal, _ clock: Clock) {
        self.place = place
        self.database = database
        self.seal = seal
        self.clock = clock
        desk = Desk(database, seal: seal, clock: { clock })
    }

    /// The desk of another program on the same database; whoever asks closes it. On a server it has one
    /// connection, with more settings than the place's.
    func another(_ settings: String = "") throws -> Desk {
        desk(on: try place.open(connections: 1, settings: settings))
    }

    /// A desk that reaches the street through another database.
    func desk(on database: any SQLDatabase) -> Desk {
        let clock = clock
        return Desk(database, seal: seal, clock: { clock })
    }

    /// Plays the standard street and a script in memory and through the desk; the answers must be equal.
    @discardableResult
    func play(_ script: String, from start: MemoryStreet = .funded) async throws -> MemoryStreet {
        var memory = start
        for line in script.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) { _ = memory.line(String(line)) }
        let answers = try await desk.execute(memory.envelopes.map(desk.read))
        Self.expectSame(answers, memory)
        return memory
    }

    /// Number, job, vouchers, or code and facts of every answer.
    static func expectSame(_ answers: [Answer], _ memory: MemoryStreet) {
        #expect(answers.count == memory.answers.count)
        for (index, pair) in zip(answers, memory.answers).enumerated() where pair.0 != pair.1 {
            Issue.record("\(memory.envelopes[index].text)\n  store:  \(pair.0)\n  memory: \(pair.1)")
        }
    }

    /// Changes the database behind the program's back, as its own shell does: without triggers and foreign
    /// keys.
    func tamper(_ statements: String...) async throws { try await tamper(statements) }

    func tamper(_ statements: [String]) async throws {
        switch database.dialect {
        case .sqlite: try tamperFile(statements)
        case .postgres:
            let guards = ["record", "line", "command"].map { "ALTER TABLE \($0) DISABLE TRIGGER ALL" }
            try await database.write { (connection) throws(Refusal) in
                for sql in guards + statements { try connection.run(sql) }
            }
        }
    }

    private func tamperFile(_ statements: [String]) throws {
        let file = try RawSQLite(place.address)
        let triggers = ["record", "line"].flatMap { ["\($0)_no_update", "\($0)_no_delete", "\($0)_no_replace"] }
        for sql in triggers.map({ "DROP TRIGGER IF EXISTS \($0)" }) + statements { try file.execute(sql) }
    }

    func verify() async throws -> Result<AuditVerdict, Finding> {
        let org = try Self.org()
        return try await desk.look { (connection, _) throws(Refusal) in try Audit(connection, org: org).verify() }
    }

    func rebuild() async throws -> Result<AuditVerdict, Finding> {
        let org = try Self.org()
        return try await desk.tend(org) { (connection, _) throws(Refusal) in try Audit(connection, org: org).rebuild() }
    }

    /// Every table but the callers' and the access log, as text.
    func dump() async throws -> [String] {
        let tables = ProjectionTable.all.map(\.name) + ["record", "line"]
        return try await desk.look { (connection, _) throws(Refusal) in
            var lines: [String] = []
            for table in tables {
                for row in try connection.rows("SELECT * FROM \(table) ORDER BY 1, 2, 3") {
                    lines.append(table + ": " + row.values.map { "\($0)" }.joined(separator: " | "))
                }
            }
            return lines.sorted()
        }
    }
}

/// A whole job, from the call to the payment, with a caller, an authorisation, a slip and retention.
let wholeJob = """
    03-05T09:00 dispatcher1 call      ref=12345-778 caller:={'name':'张三','phone':'13800000001'}
    03-05T09:10 grid1       accept    #1 urgency=urgent
    03-05T09:20 head1       authorize #1 ceiling=8000.00
    03-05T10:00 dispatcher1 dispatch  #1
    03-05T11:00 crew1       start     #1
    03-06T16:00 crew1       finish    #1
    03-06T17:00 inspector1  inspect   #1
    03-07T09:00 officer1    survey    #1 total=9000.00
    03-07T10:00 head2       sign      #1
    03-07T11:00 officer1    change    #1 delta=500.00
    03-07T12:00 head2       sign      #1 slip:=1
    03-09T09:00 officer1    claim     #1 total=9400.00
    03-09T10:00 finance1    review    #1 approved=9000.00
    03-09T11:00 head3       settle    #1 retentionRate=3 warrantyMonths:=12
    03-10T10:00 cashier1    pay       #1
    03-11T10:00 grid1       callback  #1
    03-11T11:00 dispatcher1 close     #1
    """
