import Documents
import Kernel
import SQL
import Store
import TestKit
import Testing

@Suite("The journal only grows")
struct JournalGuardTests {
    @Test("no way to change a record or a line", arguments: Self.changes.map { ($0, Engine.sqlite) }
        + (Self.changes.filter { !$0.contains("REPLACE") } + ["TRUNCATE record CASCADE", "TRUNCATE line"])
            .map { ($0, Engine.postgres) })
    func appendOnly(sql: String, engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.write { connection throws(Refusal) in
                try connection.addRecord(1)
                try connection.addLine(1)
            }
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in try connection.run(sql) }
            }
            #expect(answer?.code == .storeIO)
            #expect(answer?["detail"]?.contains("the journal is append-only") == true, "\(answer?["detail"] ?? "")")
            let rows = try await store.read { connection throws(Refusal) in
                try connection.rows("SELECT body, amount FROM record JOIN line USING (org, seq)")
            }
            #expect(rows == [SQLRow(["{}", 100])])
        }
    }

    private static let changes = [
        "UPDATE record SET body = '[]'", "DELETE FROM record", "UPDATE line SET amount = 1", "DELETE FROM line",
        "INSERT OR REPLACE INTO record (org, seq, body, prev, hash) VALUES ('NHL', 1, '[]', 'p', 'h')",
        "REPLACE INTO line SELECT org, seq, n, voucher, day, book, account, side, 1, appropriation, job, contractor, phase FROM line",
        """
        INSERT INTO record (org, seq, body, prev, hash) VALUES ('NHL', 1, '[]', 'p', 'h')
        ON CONFLICT (org, seq) DO UPDATE SET body = excluded.body
        """,
    ]

    @Test("what the schema refuses", arguments: [
        ("INSERT INTO line SELECT 'NHL', 2, 1, 'v', 1, 'I', 'a', 'debit', 1, 'A', NULL, NULL, 'ordinary'", "FOREIGN KEY"),
        ("INSERT INTO line SELECT 'NHL', 1, 1, 'v', 1, 'I', 'a', 'left', 1, 'A', NULL, NULL, 'ordinary'", "CHECK"),
        ("INSERT INTO line SELECT 'NHL', 1, 1, 'v', 1, 'I', 'a', 'debit', 'abc', 'A', NULL, NULL, 'ordinary'", "cannot store TEXT"),
        ("INSERT INTO record VALUES ('NHL', 0, '{}', 'p', 'h')", "CHECK"),
        ("INSERT INTO record VALUES ('NHL', 1, '{}', 'p', 'h')", "append-only"),
        ("INSERT INTO command VALUES ('NHL', 'c', 9)", "FOREIGN KEY"),
        ("INSERT INTO counter VALUES ('NHL', 'street', 2026, 1)", "CHECK"),
    ])
    func constraints(sql: String, detail: String) async throws {
        try await withStore { store in
            let answer = await refusal { () async throws(Refusal) in
                try await store.write { connection throws(Refusal) in
                    try connection.addRecord(1)
                    try connection.run(sql)
                }
            }
            #expect(answer?.code == .storeIO)
            #expect(answer?["detail"]?.contains(detail) == true, "\(answer?["detail"] ?? "")")
        }
    }
}
