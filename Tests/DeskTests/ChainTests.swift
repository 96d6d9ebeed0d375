@testable import Desk
import Journal
import Kernel
import SQL
@testable import Store
import TestKit
import Testing

/// The chain alone, and the audit in one pass.
struct ChainTests {
    @Test("an unbroken chain is said to be one, and a changed, lost or moved record is named", arguments: Engine.allCases)
    func chain(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(wholeJob)
            let clean = try await street.chain().get()
            #expect(clean.records == memory.records.count)
            let verified = try await street.verify().get()
            #expect(clean.head == verified.head)
            try await street.tamper("UPDATE standing SET amount = amount + 1")
            #expect(try await street.chain().get() == clean, "what is derived is not looked at")
            let changed = try #require(memory.records.firstIndex { $0.body.contains("9400.00") }) + 1
            try await street.tamper("UPDATE record SET body = replace(body, '9400.00', '9400.01') WHERE seq = \(changed)")
            let finding = try await street.chain().failure
            #expect(finding?.seq == changed && finding?.field == "hash")
        }
    }

    @Test func aRecordThatIsGoneIsMissed() async throws {
        try await DeskStreet.with(.sqlite) { street in
            try await street.play(wholeJob)
            try await street.tamper("DELETE FROM record WHERE seq = 30")
            #expect(try await street.chain().failure == Finding(seq: 30, field: "seq", expected: "30", found: "31"))
        }
    }

    /// The quick way says "clean" of exactly the streets of which the whole way says it.
    @Test("both ways of verifying come to the same verdict", arguments: 71...73)
    func bothWays(seed: UInt64) async throws {
        try await DeskStreet.with(.sqlite) { street in
            let memory = MemoryStreet.strolled(seed: seed, 300)
            _ = try await street.desk.execute(memory.envelopes.map(street.desk.read))
            let (quick, whole) = try await street.verdicts()
            let verdict = try whole.get()
            #expect(quick == verdict)
        }
    }

    @Test("whatever row is changed, the quick way does not say clean", arguments: [
        "UPDATE job SET body = replace(body, '\"reworks\":0', '\"reworks\":1') WHERE number = '2026-0001'",
        "UPDATE job SET papers = 'paid' WHERE number = (SELECT max(number) FROM job)", "DELETE FROM job WHERE number = '2026-0002'",
        "DELETE FROM job_record WHERE seq = (SELECT max(seq) FROM job_record)",
        "UPDATE job_record SET seq = seq + 1000000 WHERE job = '2026-0001'",
        "UPDATE line SET amount = amount + 1 WHERE seq = (SELECT max(seq) FROM line) AND n = 1",
        "DELETE FROM line WHERE n = 2", "UPDATE command SET seq = seq - 1 WHERE seq = 70",
        "UPDATE taken SET owner = 'x' WHERE value = (SELECT min(value) FROM taken WHERE kind = 'payment')",
        "DELETE FROM taken WHERE kind = 'document'", "UPDATE balance SET debit = debit + 1, credit = credit + 1",
        "UPDATE standing SET amount = amount + 1 WHERE account = 'I2101'", "UPDATE street SET latest = latest + 1",
        "INSERT INTO counter VALUES ('NHL', 'job', 1999, 4)", "UPDATE member SET body = replace(body, 'grid1', 'grid9')",
        "UPDATE record SET hash = prev WHERE seq = 50", "DELETE FROM fund_entry", "DELETE FROM book_item",
    ])
    func changed(sql: String) async throws {
        try await DeskStreet.with(.sqlite) { street in
            let memory = MemoryStreet.strolled(seed: 74, 300)
            _ = try await street.desk.execute(memory.envelopes.map(street.desk.read))
            try await street.tamper(sql)
            let (quick, whole) = try await street.verdicts()
            #expect(quick == nil)
            #expect(throws: Finding.self) { try whole.get() }
        }
    }
}

extension DeskStreet {
    fileprivate func chain() async throws -> Result<ChainVerdict, Finding> {
        let org = try Self.org()
        return try await desk.look { (connection, _) throws(Refusal) in try Audit(connection, org: org).verifyChain() }
    }

    fileprivate func verdicts() async throws -> (quick: AuditVerdict?, whole: Result<AuditVerdict, Finding>) {
        let org = try Self.org()
        return try await desk.look { (connection, _) throws(Refusal) in
            (try? QuickAudit(connection, org: org).verdict(), try Audit(connection, org: org).search())
        }
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}
