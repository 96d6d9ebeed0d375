import Desk
import Foundation
import GRDB
import Jobs
import Journal
import Kernel
import Seal
import TestKit
import Testing

@testable import Store

/// A database that the first version of the program wrote: `golden/version-1.sql` is its dump, with four jobs, one
/// settled and partly paid, one reviewed, one claimed, one settled and taken back.
struct VersionOneTests {
    /// Runs `body` with the place of that database, as the first version left it.
    private func withPlace(_ engine: Engine, _ body: (StorePlace) async throws -> Void) async throws {
        try await engine.with { place in
            let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let file = folders.joined(separator: "/") + "/golden/version-1.sql"
            try await load(try String(contentsOfFile: file, encoding: .utf8), place)
            try await body(place)
        }
    }

    /// Runs `body` with that database opened by this program.
    private func with(_ engine: Engine, _ body: (DeskStreet) async throws -> Void) async throws {
        try await withPlace(engine) { place in
            let database = try place.open()
            let street = DeskStreet(
                place, database, CallerSeal(key: .generate()), .system(Instant(Day.first(of: 2027))))
            do { try await body(street) } catch {
                try? await database.close()
                throw error
            }
            try await database.close()
        }
    }

    private func load(_ dump: String, _ place: StorePlace) async throws {
        if let server = place.server {
            try load(dump, server)
            return
        }
        // A dump is in the order of names, not of references.
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: place.address, configuration: configuration)
        let marked = dump + "PRAGMA application_id = 2037015041;"
        try await queue.writeWithoutTransaction { try $0.execute(sql: marked) }
        try queue.close()
    }

    /// The first step of the schema as a server spells it, with the rows of the dump.
    private func load(_ dump: String, _ server: PostgresServer.Place) throws {
        let rows = dump.split(separator: "\n").filter { $0.hasPrefix("INSERT INTO ") }.map { String($0.dropLast()) }
        let script = ["CREATE SCHEMA \(server.schema)", SQLDialect.postgres.create(Migrations.register)]
            + Migrations.all.prefix(1).flatMap { $0.statements(for: .postgres) }
            + ["SET session_replication_role = replica"] + rows
        try PostgresLink.connect(to: try PostgresAddress(server.url)).command(script.joined(separator: ";\n"))
    }

    @Test("whoever only reads is told that it must be brought up to date, and changes nothing", arguments: Engine.allCases)
    func reading(engine: Engine) async throws {
        try await withPlace(engine) { place in
            for _ in 1...2 {
                var answer: Refusal?
                do throws(Refusal) {
                    switch engine {
                    case .sqlite: _ = try SQLiteDatabase.open(path: place.address, create: false, readOnly: true)
                    case .postgres: _ = try PostgresDatabase.open(url: place.address, create: false, readOnly: true)
                    }
                } catch { answer = error }
                #expect(answer?.code == .storeReadOnly)
                #expect(answer?["detail"]?.hasPrefix("schema 1 ") == true)
            }
        }
    }

    @Test("its counters, records and projections are taken over, and verify", arguments: Engine.allCases)
    func verifies(engine: Engine) async throws {
        try await with(engine) { street in
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

    @Test("it goes on: a settlement gets the first number, an old one is paid and released", arguments: Engine.allCases)
    func goesOn(engine: Engine) async throws {
        try await with(engine) { street in
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
