import Documents
@testable import Desk
import Journal
import Kernel
import SQL
import Store
import TestKit
import Testing

/// Random ways through a street's years: the store answers every command as memory does, and holds the rows that memory stands
/// for — on both engines, so that they hold the same.
struct WalkTests {
    static let length = 250

    @Test("every answer and every row are those of memory", arguments: 11...14, Engine.allCases)
    func same(seed: UInt64, engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var (memory, way) = (MemoryStreet.walked, StreetWalk(seed: seed))
            DeskStreet.expectSame(try await street.desk.execute(memory.envelopes.map(street.desk.read)), memory)
            for _ in 0..<Self.length {
                let line = way.next(memory)
                let envelope = memory.envelope(line)
                let expected = memory.run(envelope)
                let answer = try await street.desk.execute([street.desk.read(envelope)])[0]
                try #require(answer == expected, "\(line)")
            }
            try await street.expectRows(of: memory)
        }
    }
}

extension DeskStreet {
    /// The rows of the store are those that memory stands for.
    func expectRows(of memory: MemoryStreet) async throws {
        let (found, wanted) = (try await Rows.stored(self), Rows.standing(memory))
        #expect(found.subtracting(wanted).sorted().prefix(5) == [], "in the store only")
        #expect(wanted.subtracting(found).sorted().prefix(5) == [], "in memory only")
        _ = try await verify().get()
    }
}

extension MemoryStreet {
    /// Opened with money of two years, two sources and two custodies.
    static let walked: MemoryStreet = {
        var street = MemoryStreet.standard
        street.play("""
            finance1 fund.appropriate appropriation=M26 source=minsheng amount=90000.00
            finance1 fund.appropriate appropriation=N26 source=minsheng amount=60000.00 kind=supplement
            finance1 fund.appropriate appropriation=S26 source=sangong  amount=50000.00
            finance1 fund.appropriate appropriation=B26 source=minsheng amount=40000.00 channel=bank
            cashier1 fund.receive     appropriation=B26 amount=20000.00
            """)
        return street
    }()
}

/// Rows as text, but for the hashes, which memory makes by another digest.
private enum Rows {
    static func stored(_ street: DeskStreet) async throws -> Set<String> {
        try await street.desk.look { (connection, _) throws(Refusal) in
            var rows: Set<String> = []
            for table in ProjectionTable.all {
                for row in try connection.rows("SELECT \(columns(table).joined(separator: ", ")) FROM \(table.name)") {
                    rows.insert(text(table.name, row.values))
                }
            }
            for row in try connection.rows("SELECT org, seq, body FROM record") { rows.insert(text("record", row.values)) }
            let line = Record.lineColumns.joined(separator: ", ")
            for row in try connection.rows("SELECT \(line) FROM line") { rows.insert(text("line", row.values)) }
            return rows
        }
    }

    static func standing(_ memory: MemoryStreet) -> Set<String> {
        let projected = (memory.state.rows() + memory.records.flatMap(\.rows)).map { row in
            let kept = zip(row.table.columns, row.values).filter { $0.0 != "head" }.map(\.1)
            return text(row.table.name, kept)
        }
        let journal = memory.records.map {
            text("record", [SQLValue($0.org.text), SQLValue($0.seq), SQLValue($0.body)])
        }
        return Set(projected + journal + memory.records.flatMap(\.lineRows).map { text("line", $0) })
    }

    private static func columns(_ table: ProjectionTable) -> [String] { table.columns.filter { $0 != "head" } }

    private static func text(_ table: String, _ values: [SQLValue]) -> String {
        table + ": " + values.map { "\($0)" }.joined(separator: " | ")
    }
}
