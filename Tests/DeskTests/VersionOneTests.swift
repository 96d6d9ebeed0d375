import Desk
import Foundation
import GRDB
import Jobs
import Journal
import Kernel
import Seal
import Store
import TestKit
import Testing

/// A database that the first version of the program wrote: `golden/version-1.sql` is its dump, with four jobs, one
/// settled and partly paid, one reviewed, one claimed, one settled and taken back.
struct VersionOneTests {
    /// Runs `body` with that database opened by this program.
    private func with(_ body: (DeskStreet) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("street.sqlite")
            // A dump is in the order of names, not of references.
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let file = folders.joined(separator: "/") + "/golden/version-1.sql"
            let dump = try String(contentsOfFile: file, encoding: .utf8) + "PRAGMA application_id = 2037015041;"
            try await queue.writeWithoutTransaction { try $0.execute(sql: dump) }
            try queue.close()
            let database = try SQLiteDatabase.open(path: path, create: false)
            let seal = CallerSeal(key: .generate())
            let desk = Desk(database, seal: seal, clock: { .system(Instant(Day.first(of: 2027))) })
            try await body(DeskStreet(path: path, database: database, desk: desk))
            try await database.close()
        }
    }

    @Test("its counters, records and projections are taken over, and verify")
    func verifies() async throws {
        try await with { street in
            let counters = try await street.desk.ask { (connection, _) throws(Refusal) in
                try connection.rows("SELECT kind, year, value FROM counter ORDER BY kind")
            }
            #expect(counters == [SQLRow(["job", 2026, 4]), SQLRow(["voucher", 2026, 9])])
            let verdict = try await street.verify().get()
            #expect(verdict.records == 84)
            let before = try await street.dump()
            _ = try await street.rebuild().get()
            #expect(try await street.dump() == before)
        }
    }

    @Test("it goes on: a settlement gets the first number, an old one is paid and released")
    func goesOn() async throws {
        try await with { street in
            var script = MemoryStreet()
            let lines = [
                "04-01 head3    settle  #2 retentionRate=3", "04-02 finance1 review #3 approved=600.00,400.00",
                "04-03 head3    settle  #3", "04-04 cashier1 pay #1 paymentNo=N1",
                "04-05 cashier1 release #1 paymentNo=N2",
                "04-06 officer1 claim #4 total=900.00",
            ].map { street.desk.read(script.envelope($0)) }
            let answers = try await street.desk.execute(lines)
            #expect(answers.compactMap(\.refusal) == [])
            _ = try await street.verify().get()
            let org = try DeskStreet.org()
            let numbers = try await street.desk.ask { (connection, _) throws(Refusal) in
                var list: [String?] = []
                for job in ["2026-0001", "2026-0002", "2026-0003"] {
                    let found = try Queries(connection).job(org, .number(try Code(job)))
                    list.append(found.settlement?.document?.number.text)
                }
                return list
            }
            #expect(numbers == [nil, "JS2026-0001", "JS2026-0002"])
        }
    }
}
