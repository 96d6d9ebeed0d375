import Foundation
import Journal
import Kernel
import Seal
import TestKit
import Testing

@testable import SQL
@testable import Store

/// A database that an earlier version of the program wrote: `golden/version-N.sql` is its dump.
struct OldJournal: Sendable, CustomTestStringConvertible {
    /// The version of the posting rules that its records name.
    let version: Int
    /// How many steps of the schema it has had.
    let schema: Int
    let records: Int
    /// `kind/year value`, in order.
    let counters: [String]
    /// Each job with its `works/papers`.
    let jobs: [String]

    var testDescription: String { "version \(version)" }

    /// Four jobs, one settled and partly paid, one reviewed, one claimed, one settled and taken back.
    static let first = OldJournal(
        version: 1, schema: 1, records: 84, counters: ["job/2026 4", "voucher/2026 9"],
        jobs: ["2026-0001 passed/settled", "2026-0002 passed/reviewed", "2026-0003 passed/claimed", "2026-0004 passed/signed"])

    /// Every verb and every end of a job, two years (`golden/version-2.txt` says what was done).
    static let second = OldJournal(
        version: 2, schema: 3, records: 174,
        counters: [
            "job/2026 8", "job/2027 3", "settlement/2026 5", "settlement/2027 1", "voucher/2026 37", "voucher/2027 15",
        ],
        jobs: [
            "2026-0001 passed/settled", "2026-0002 merged/none", "2026-0003 transferred/none", "2026-0004 passed/signed",
            "2026-0005 rejected/none", "2026-0006 cancelled/none", "2026-0007 passed/paid", "2026-0008 closed/closed",
            "2027-0001 accepted/signed", "2027-0002 registered/none", "2027-0003 passed/reviewed",
        ])

    static let all = [first, second]

    /// Runs `body` with the place of that database, as its version left it.
    func withPlace(_ engine: Engine, _ body: (StorePlace) async throws -> Void) async throws {
        try await engine.with { place in
            let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let file = folders.joined(separator: "/") + "/golden/version-\(version).sql"
            let dump = try String(contentsOfFile: file, encoding: .utf8)
            if let server = place.server { try load(dump, server) } else { try await load(dump, place) }
            try await body(place)
        }
    }

    /// Runs `body` with that database opened by this program.
    func with(_ engine: Engine, _ body: (DeskStreet) async throws -> Void) async throws {
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
        // A dump is in the order of names, not of references.
        let marked = dump + "PRAGMA application_id = 2037015041;"
        try RawSQLite(place.address).execute(marked)
    }

    /// The steps of the schema that it had as a server spells them, with the rows of the dump.
    private func load(_ dump: String, _ server: PostgresServer.Place) throws {
        let rows = dump.split(separator: "\n").filter { $0.hasPrefix("INSERT INTO ") }.map { String($0.dropLast()) }
        let script = ["CREATE SCHEMA \(server.schema)", SQLDialect.postgres.create(Schema.register)]
            + Migrations.schema.steps.prefix(schema).flatMap { $0.statements(for: .postgres) }
            + ["SET session_replication_role = replica"] + rows
        try PostgresLink.connect(to: try PostgresAddress(server.url)).command(script.joined(separator: ";\n"))
    }
}
