import Bank
@testable import Desk
import Documents
import Journal
import Kernel
import Reports
import Store
import Testing
import TestKit

/// Statements and matches in the store: the same as in memory, verified and rebuilt like every projection.
struct BankTests {
    private static let script = wholeJob.replacing("job", with: "job") + """

        finance1 bank.import bank=treasury account=国库 rows=03-10:-8730.00:P14:A,03-11:-1.00::B
        """

    @Test(arguments: Engine.allCases)
    func isStoredVerifiedAndRebuilt(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(Self.script)
            let line = memory.records.count
            let payment = try #require(memory.state.bank.items.values.first)
            _ = try await street.play(Self.script + """

                finance1 match.make on=\(line).1 pay=\(payment.name.text)
                finance1 match.undo match:=\(line + 1)
                finance1 match.make on=\(line).1 pay=\(payment.name.text) rule=number confidence=sure
                """)
            let org = try DeskStreet.org()
            let book = try await street.desk.look { (connection, _) throws(Refusal) in
                try BankReader(connection, org: org).book()
            }
            #expect(book.lines.values.filter { $0.match == nil }.map(\.id.text) == ["\(line).2"])
            #expect(book.items.values.map(\.match) == [line + 3])
            #expect(book.matches.count == 2)
            _ = try await street.verify().get()
            let before = try await street.dump()
            _ = try await street.rebuild().get()
            #expect(try await street.dump() == before)
        }
    }

    @Test("a changed row of the bank's projections is named", arguments: [
        ("UPDATE bank_line SET matched = 3", "bank_line"), ("DELETE FROM bank_account", "bank_account"),
        ("UPDATE book_item SET effect = effect + 1", "book_item"),
    ], Engine.allCases)
    func tampering(_ change: (statement: String, table: String), engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(Self.script)
            try await street.tamper(change.statement)
            guard case .failure(let finding) = try await street.verify() else {
                Issue.record("not found: \(change.statement)")
                return
            }
            #expect(finding.field.hasPrefix(change.table))
        }
    }

    @Test(arguments: Engine.allCases)
    func theReconciliationIsTheSameFromRowsAndFromTheJournal(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(Self.script)
            let org = try DeskStreet.org()
            let asOf = Instant(try Day("2026-03-10") + 1) + -1
            let known = try #require(memory.state.head.recorded)
            let reports = try await street.desk.look { (connection, clock) throws(Refusal) in
                let reader = SnapshotReader(connection, org: org, clock: clock)
                return [
                    ReconciliationReport.make(try reader.snapshot([.bank], .init(asOf: asOf))),
                    ReconciliationReport.make(try reader.snapshot([.bank], .init(asOf: asOf, knownAt: known))),
                ]
            }
            #expect(reports[0] == reports[1])
            #expect(reports[0].rows.first?.cells.last == .money(Fen(-873_000)))
        }
    }
}
