import Documents
@testable import Desk
import Journal
import Kernel
import SQL
import Store
import TestKit
import Testing

/// `audit verify` compares everything: each column of each table is changed in turn, and the finding names
/// table, key and column. The tables are those of the program, so that a new one is held from its first day.
struct EveryColumnTests {
    /// At least one row in every table.
    private static let script = wholeJob + """

        03-12 finance1 contractor.agree agreement=A1 rates=疏通/项/90.00
        03-13 finance1 fund.appropriate appropriation=B26 source=minsheng amount=9000.00 channel=bank
        03-13 cashier1 fund.receive appropriation=B26 amount=970.00 receiptNo=R1
        03-14 finance1 bank.import rows=03-13:970.00:R1:S1,03-13:5.00::S2
        """

    private static func with(_ engine: Engine, _ body: (DeskStreet) async throws -> Void) async throws {
        try await DeskStreet.with(engine) { street in
            let seq = try await street.play(script).records.count
            var memory = MemoryStreet()
            memory.lines = 900
            let match = memory.envelope("03-15 finance1 match.make on=\(seq).1 pay=receipt:R1")
            // The statement that ends the year, and its close.
            let stated = "{'from':'2026-03-14','to':'2026-12-31','opening':'975.00','closing':'975.00'}"
            let rest = memory.envelope("2027-01-04 finance1 bank.import bank=camt lines:=[] stated:=[\(stated)]")
            let warnings = (1...12).map { "{'check':'W\($0)','reason':'已核'}" }.joined(separator: ",")
            let close = memory.envelope("2027-01-05 leader1 year.close year:=2026 accept:=[\(warnings)]")
            for envelope in [match, rest, close] {
                #expect(try await street.desk.execute([street.desk.read(envelope)])[0].refusal == nil)
            }
            // Without the guards, from here on.
            try await street.tamper()
            try await body(street)
        }
    }

    @Test("a changed value is named by table, key and column", arguments: ProjectionTable.all.map(\.name), Engine.allCases)
    func values(name: String, engine: Engine) async throws {
        let table = try #require(ProjectionTable.all.first { $0.name == name })
        try await Self.with(engine) { street in
            let row = try await first(of: table, street)
            for (index, column) in table.columns.enumerated() {
                let changed = try #require(Self.change(row[index], column))
                try await set(table, row, column, changed, street)
                let finding = try await finding(street)
                if index < table.keys {
                    #expect(finding?.hasPrefix(table.name + "[") == true, "\(name).\(column): \(finding ?? "not found")")
                } else {
                    #expect(finding == "\(name)[\(key(table, row))].\(column)", "\(name).\(column)")
                }
                try await clean(table, street)
            }
        }
    }

    @Test("a missing row and a row too many are named by table and key", arguments: ProjectionTable.all.map(\.name), Engine.allCases)
    func rows(name: String, engine: Engine) async throws {
        let table = try #require(ProjectionTable.all.first { $0.name == name })
        try await Self.with(engine) { street in
            let row = try await first(of: table, street)
            try await street.tamper("DELETE FROM \(name) WHERE \(Self.sameKey(table, row))")
            #expect(try await finding(street) == "\(name)[\(key(table, row))]")
            try await clean(table, street)
            guard table.keys > 1 else { return }
            var more = row
            let last = table.keys - 1
            more[last] = try #require(Self.change(row[last], table.columns[last]))
            let values = more.map(Self.literal).joined(separator: ", ")
            try await street.tamper("INSERT INTO \(name) (\(table.columns.joined(separator: ", "))) VALUES (\(values))")
            #expect(try await finding(street) == "\(name)[\(key(table, more))]")
            try await clean(table, street)
        }
    }

    @Test("a changed value of a line is named by its record and column", arguments: Engine.allCases)
    func lines(engine: Engine) async throws {
        let columns = Record.lineColumns
        try await Self.with(engine) { street in
            let sql = "SELECT \(columns.joined(separator: ", ")) FROM line WHERE job IS NOT NULL ORDER BY seq DESC, n LIMIT 1"
            let row = try await street.desk.look { (connection, _) throws(Refusal) in try connection.rows(sql)[0].values }
            for (index, column) in columns.enumerated() {
                let place = "org = 'NHL' AND seq = \(Self.literal(row[1])) AND n = \(Self.literal(row[2]))"
                let changed = try #require(Self.change(row[index], column))
                try await street.tamper("UPDATE line SET \(column) = \(Self.literal(changed)) WHERE \(place)")
                let finding = try await finding(street) ?? "not found"
                // A line that has left its record is missing there; another number makes another order.
                let expected = index < 2 ? ["line", "line.1.n"] : index == 2 ? ["line.1.n"] : ["line.1.\(column)"]
                #expect(expected.contains(finding), "line.\(column): \(finding)")
                let back = zip(columns, row).map { "\($0) = \(Self.literal($1))" }.joined(separator: ", ")
                var now = row
                now[index] = changed
                let there = zip(columns, now).prefix(3).map { "\($0) = \(Self.literal($1))" }.joined(separator: " AND ")
                try await street.tamper("UPDATE line SET \(back) WHERE \(there)")
                #expect(try await self.finding(street) == nil)
            }
        }
    }

    /// The field of the first finding.
    private func finding(_ street: DeskStreet) async throws -> String? {
        if case .failure(let finding) = try await street.verify() { finding.field } else { nil }
    }

    /// Made afresh, without what belongs to no street.
    private func clean(_ table: ProjectionTable, _ street: DeskStreet) async throws {
        try await street.tamper("DELETE FROM \(table.name) WHERE org <> 'NHL'")
        _ = try await street.rebuild().get()
        #expect(try await finding(street) == nil)
    }

    private func first(of table: ProjectionTable, _ street: DeskStreet) async throws -> [SQLValue] {
        let (columns, keys) = (table.columns.joined(separator: ", "), table.columns.prefix(table.keys).joined(separator: ", "))
        let sql = "SELECT \(columns) FROM \(table.name) ORDER BY \(keys) LIMIT 1"
        let rows = try await street.desk.look { (connection, _) throws(Refusal) in try connection.rows(sql).map(\.values) }
        return try #require(rows.first, "no row in \(table.name)")
    }

    private func set(
        _ table: ProjectionTable, _ row: [SQLValue], _ column: String, _ value: SQLValue, _ street: DeskStreet
    ) async throws {
        // A counter's kind is one of few: make room for it.
        if table.name == "counter", column == "kind" {
            try await street.tamper("DELETE FROM counter WHERE kind = \(Self.literal(value))")
        }
        try await street.tamper(
            "UPDATE \(table.name) SET \(column) = \(Self.literal(value)) WHERE \(Self.sameKey(table, row))")
    }

    private static func sameKey(_ table: ProjectionTable, _ row: [SQLValue]) -> String {
        zip(table.columns, row).prefix(table.keys).map { "\($0) = \(literal($1))" }.joined(separator: " AND ")
    }

    private func key(_ table: ProjectionTable, _ row: [SQLValue]) -> String {
        row.prefix(table.keys).dropFirst().map(Self.word).joined(separator: "/")
    }

    /// Another value that the column takes.
    private static func change(_ value: SQLValue, _ column: String) -> SQLValue? {
        switch (column, value) {
        case ("hash", .text(let text)): .text(text == "sha256" ? "sm3" : "sha256")
        case ("kind", .text(let text)) where ["job", "voucher", "settlement"].contains(text):
            .text(text == "voucher" ? "job" : "voucher")
        case ("side", .text(let text)): .text(text == "debit" ? "credit" : "debit")
        case ("sandbox", .integer(let flag)), ("undone", .integer(let flag)): .integer(1 - flag)
        case (_, .text(let text)): .text(text + "x")
        case (_, .integer(let number)): .integer(number &+ 1000)
        case ("matched", .null), ("day", .null), ("due_arrive", .null), ("due_finish", .null), ("due_paper", .null),
             ("estimate", .null), ("approved", .null), ("paid", .null): .integer(1)
        case (_, .null): .text("x")
        case (_, .blob): nil
        }
    }

    private static func literal(_ value: SQLValue) -> String {
        switch value {
        case .null: "NULL"
        case .integer(let number): String(number)
        case .text(let text): "'" + text.replacing("'", with: "''") + "'"
        case .blob: "''"
        }
    }

    private static func word(_ value: SQLValue) -> String {
        switch value {
        case .null: "null"
        case .integer(let number): String(number)
        case .text(let text): text
        case .blob: "blob"
        }
    }
}
