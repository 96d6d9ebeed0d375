@testable import Desk
import Documents
import Jobs
import Journal
import Kernel
import Ledger
import Reports
import SQL
@testable import Store
import TestKit
import Testing

/// Journals of earlier versions: whatever the rules are by now, they are opened, verified by the rules of
/// their time, give the same jobs and the same figures, and go on.
struct OldJournalTests {
    @Test("whoever only reads is told that it must be brought up to date, and changes nothing", arguments: Engine.allCases)
    func reading(engine: Engine) async throws {
        try await OldJournal.first.withPlace(engine) { place in
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

    @Test("its counters, records and projections are taken over, and verify", arguments: OldJournal.all, Engine.allCases)
    func verifies(journal: OldJournal, engine: Engine) async throws {
        try await journal.with(engine) { street in
            #expect(try await words(street, "SELECT kind || '/' || year, value FROM counter ORDER BY 1") == journal.counters)
            let verdict = try await street.verify().get()
            #expect(verdict.records == journal.records)
            let before = try await street.dump()
            _ = try await street.rebuild().get()
            #expect(try await street.dump() == before)
        }
    }

    @Test("jobs written before the sixth schema learn their latest move and their past", arguments: Engine.allCases)
    func moves(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob)
            let before = try await street.dump()
            let body = try await words(street, "SELECT body FROM job")
            let json = try JSONParser.parse(Array(try #require(body.first).utf8))
            guard case .object(let members) = json else { return }
            let old = JSON.object(members.filter { $0.name != "moved" && $0.name != "past" }).text.replacing("'", with: "''")
            try await street.tamper("UPDATE job SET body = '\(old)'")
            #expect(try await street.dump() != before)
            try await street.tamper(Self.sixthSchema)
            try await street.another().closing { }
            #expect(try await street.dump() == before)
            _ = try await street.verify().get()
        }
    }

    /// Those that the eleventh step takes away.
    private static let droppedIndexes = [
        "CREATE INDEX job_works ON job (org, works, papers)", "CREATE INDEX job_called_at ON job (org, called_at)",
    ]

    /// Those that the twelfth step adds.
    private static let factorColumns = ["totp", "totp_step", "recovery"].map { "ALTER TABLE credential DROP COLUMN " + $0 }
        + ["ALTER TABLE session DROP COLUMN factor"]

    /// What the fourteenth step adds.
    private static let viewStep = ["DROP TABLE saved_view", "DROP INDEX access_seen"]

    /// The tenth step moves the journal's own tables.
    @Test("records that lay in one tree with their key are the same records apart from it")
    func recordsApart() async throws {
        try await DeskStreet.with(.sqlite) { street in
            try await street.play(wholeJob)
            let before = try await street.dump()
            try await street.tamper(Migration.moving(records: .byKey) + ["DROP INDEX job_list", "DROP TABLE photo", "DROP TABLE draft", "DELETE FROM migration WHERE version >= 10"] + Self.viewStep + Self.droppedIndexes + Self.factorColumns)
            let layout = "SELECT sql FROM sqlite_schema WHERE name = 'record'"
            #expect(try await words(street, layout).first?.contains("WITHOUT ROWID") == true)
            try await street.another().closing { }
            #expect(try await words(street, layout).first?.contains("WITHOUT ROWID") == false)
            #expect(try await street.dump() == before)
            _ = try await street.verify().get()
            let check = try await street.desk.look { (connection, _) throws(Refusal) in try SchemaCheck(connection) }
            #expect(check.finding == nil && check.strangers.isEmpty)
            // The guards are there again, and lines still need their record.
            for sql in ["DELETE FROM record", "UPDATE line SET amount = 1", """
                INSERT INTO command (org, id, seq) VALUES ('NHL', 'x', 999999)
                """] {
                await #expect(throws: Refusal.self, "\(sql)") {
                    try await street.database.write { (connection) throws(Refusal) in try connection.run(sql) }
                }
            }
        }
    }

    /// Takes away what the steps from the sixth on have added.
    private static let sixthSchema =
        ["list", "due", "address"].map { "DROP INDEX job_\($0)" }
        + (JobColumn.allCases.map(\.rawValue).filter { !["number", "works", "papers", "called_at"].contains($0) })
            .map { "ALTER TABLE job DROP COLUMN \($0)" }
        + ["ALTER TABLE caller DROP COLUMN last4", "DROP TABLE closed_year", "DROP TABLE credential", "DROP TABLE session", "DROP TABLE photo", "DROP TABLE draft", "DELETE FROM migration WHERE version >= 6"]
        + viewStep

    @Test("each of its jobs stands where its version left it", arguments: OldJournal.all, Engine.allCases)
    func jobs(journal: OldJournal, engine: Engine) async throws {
        try await journal.with(engine) { street in
            _ = try await street.rebuild().get()
            let sql = "SELECT number, works || '/' || papers FROM job ORDER BY number"
            #expect(try await words(street, sql) == journal.jobs)
        }
    }

    @Test("its reports say what its version said, as it stands and as it stood", arguments: [
        ("utilisation", nil), ("jobs", nil), ("trial-balance-F", nil), ("trial-balance-B", nil), ("trial-balance-I", nil),
        ("utilisation", "2026-12-31"), ("jobs", "2026-04-19"), ("trial-balance-F", "2026-12-31"),
        ("trial-balance-B", "2026-12-31"), ("trial-balance-I", "2026-12-31"),
    ] as [(String, String?)], Engine.allCases)
    func reports(_ question: (name: String, day: String?), engine: Engine) async throws {
        try await OldJournal.second.with(engine) { street in
            let (name, text) = question
            let org = try DeskStreet.org()
            let asOf = try text.map { try Instant("\($0)T23:59:59+08:00") }
            let year = text == nil ? 2027 : 2026
            let made = try await street.desk.look { (connection, clock) throws(Refusal) in
                let reader = SnapshotReader(connection, org: org, clock: clock)
                return Self.report(name, year, try reader.snapshot(name == "jobs" ? [.jobs, .funds] : [.funds], .init(asOf: asOf)))
            }
            expectGolden(ReportWords.text(made), "version-2.\(name).\(text ?? "now").txt")
        }
    }

    private static func report(_ name: String, _ year: Int, _ snapshot: Snapshot) -> Document {
        switch name {
        case "utilisation": UtilisationReport.make(snapshot, year: year)
        case "jobs": JobsReport.make(snapshot)
        case "trial-balance-F": TrialBalanceReport.make(snapshot, book: .financial, year: year)
        case "trial-balance-B": TrialBalanceReport.make(snapshot, book: .budget, year: year)
        case _: TrialBalanceReport.make(snapshot, book: .control, year: year)
        }
    }

    @Test("version 1 goes on: a settlement gets the first number, an old one is paid and released", arguments: Engine.allCases)
    func goesOn(engine: Engine) async throws {
        try await OldJournal.first.with(engine) { street in
            try await goOn(street, """
                04-01 head3    settle  #2 retentionRate=3
                04-02 finance1 review #3 approved=600.00,400.00
                04-03 head3    settle  #3
                04-04 cashier1 pay #1 paymentNo=N1
                04-05 cashier1 release #1 paymentNo=N2 reason=资金周转
                04-06 officer1 claim #4 total=900.00
                """)
            let org = try DeskStreet.org()
            let numbers = try await street.desk.look { (connection, _) throws(Refusal) in
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

    @Test("version 2 goes on: money of its two years is refunded, taken back, settled and paid again", arguments: Engine.allCases)
    func goesOnFromTheSecond(engine: Engine) async throws {
        try await OldJournal.second.with(engine) { street in
            try await goOn(street, """
                2027-03-01T10:00 head1       resolve  #2027-0003
                2027-03-01T11:00 finance1    review   #2027-0003 approved=470.00
                2027-03-01T12:00 head1       settle   #2027-0003
                2027-03-01T13:00 cashier1    pay      #2027-0003 paymentNo=N1
                2027-03-02T10:00 cashier1    refund   #1 paymentNo=P3
                2027-03-02T11:00 cashier1    refund   #1 paymentNo=P11
                2027-03-02T12:00 leader1     reverse  #1
                2027-03-03T10:00 officer1    claim    #1 total=7000.00,3000.00
                2027-03-03T11:00 finance1    review   #1 approved=7000.00,2900.00
                2027-03-03T12:00 leader1     settle   #1 retentionRate=3 warrantyMonths:=6
                2027-03-03T13:00 cashier1    pay      #1 amount=600.00 paymentNo=N2 custody=treasury
                2027-03-03T13:10 cashier1    pay      #1 amount=400.00 paymentNo=N3 custody=bank
                2027-03-04T10:00 cashier1    refund   #8 paymentNo=P8
                2027-03-05T10:00 head1       resume   #2027-0001
                2027-03-05T11:00 leader1     sign     #2027-0001 slip:=1
                2027-03-06T10:00 dispatcher1 reject   #2027-0002
                """)
        }
    }

    /// Every line is accepted, and the street verifies.
    private func goOn(_ street: DeskStreet, _ script: String) async throws {
        var memory = MemoryStreet()
        memory.lines = 1000
        let lines = script.split(separator: "\n").map { street.desk.read(memory.envelope(String($0))) }
        let answers = try await street.desk.execute(lines)
        #expect(answers.compactMap(\.refusal) == [])
        let verdict = try await street.verify().get()
        let before = try await street.dump()
        _ = try await street.rebuild().get()
        #expect(try await street.dump() == before)
        #expect(try await words(street, "SELECT COUNT(*) FROM record") == ["\(verdict.records)"])
    }

    @Test("version 2 has every command of its time, every end of a job and nothing of later rules", arguments: Engine.allCases)
    func complete(engine: Engine) async throws {
        try await OldJournal.second.with(engine) { street in
            let org = try DeskStreet.org()
            let bodies = try await street.desk.look { (connection, _) throws(Refusal) in
                try connection.rows("SELECT body FROM record WHERE org = $1", [SQLValue(org.text)]).map { (row) throws(Refusal) in
                    try JSONParser.parse(Array(try row.text(0).utf8))
                }
            }
            #expect(Set(bodies.map { $0["rules"]?.text }) == ["2"])
            let done = Set(bodies.compactMap { $0["command"]?["do"]?.string })
            let jobs = [
                "call", "accept", "reject", "transfer", "merge", "visit", "survey", "authorize", "sign", "dispatch", "start",
                "finish", "inspect", "change", "claim", "review", "dispute", "resolve", "settle", "pay", "release", "refund",
                "reverse", "callback", "close", "cancel", "suspend", "resume", "note",
            ].map { "job." + $0 }
            let others = [
                "org.open", "org.join", "user.add", "user.disable", "policy.adopt", "contractor.add", "contractor.update",
                "contractor.agree", "estate.add", "fund.appropriate", "fund.transfer", "fund.recall", "fund.receive",
                "bank.import", "match.make", "match.undo", "invoice.register",
            ]
            #expect(done == Set(jobs + others))
        }
    }

    /// The rows that a statement answers, their values with a blank between them.
    private func words(_ street: DeskStreet, _ sql: String) async throws -> [String] {
        let rows = try await street.desk.look { (connection, _) throws(Refusal) in try connection.rows(sql) }
        return rows.map { row in
            row.values.map { value in
                switch value {
                case .null: "null"
                case .integer(let number): String(number)
                case .text(let text): text
                case .blob: "blob"
                }
            }.joined(separator: " ")
        }
    }
}
