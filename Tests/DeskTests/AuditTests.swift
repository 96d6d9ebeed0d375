import Documents
@testable import Desk
import Journal
import Kernel
import Ledger
import SQL
import Store
import Testing
import TestKit

/// Whatever is changed behind the program's back is found, and the record or the row is named.
struct AuditTests {
    @Test(arguments: Engine.allCases)
    func aStreetThatWasOnlyUsedIsClean(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(wholeJob)
            let verdict = try await street.verify().get()
            #expect(verdict.records == memory.records.count)
            #expect(verdict.lines == memory.records.flatMap(\.vouchers).flatMap(\.lines).count)
        }
    }

    @Test(arguments: [
        ("UPDATE record SET body = replace(body, '\"9000.00\"', '\"9000.01\"') WHERE seq = 60", 60, "hash"),
        ("UPDATE record SET hash = substr(hash, 2) || 'x' WHERE seq = 7", 7, "hash"),
        ("UPDATE record SET prev = substr(prev, 2) || 'x' WHERE seq = 9", 9, "prev"),
        ("DELETE FROM record WHERE seq = 20", 20, "seq"),
        ("UPDATE line SET amount = amount + 1 WHERE seq = 54 AND n = 1", 54, "line.1.amount"),
        ("UPDATE line SET account = 'I2301' WHERE seq = 54 AND n = 2", 54, "line.2.account"),
        ("UPDATE line SET day = day - 1 WHERE seq = 54 AND n = 2", 54, "line.2.day"),
        ("DELETE FROM line WHERE seq = 54 AND n = 2", 54, "line"),
    ], Engine.allCases)
    func aChangedJournalIsNamed(_ change: (statement: String, seq: Int, field: String), engine: Engine) async throws {
        let (statement, seq, field) = change
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(wholeJob)
            // The numbers of the table hold for the standard street: its first money stands in these records.
            let authorised = try #require(memory.records.first { $0.command["do"]?.string == "job.authorize" })
            let signed = try #require(memory.records.first { $0.command["do"]?.string == "job.survey" })
            let statement = statement.replacing("seq = 54", with: "seq = \(authorised.seq)")
                .replacing("seq = 60", with: "seq = \(signed.seq)")
            let expected = seq == 54 ? authorised.seq : seq == 60 ? signed.seq : seq
            try await street.tamper(statement)
            guard case .failure(let finding) = try await street.verify() else {
                Issue.record("not found: \(statement)")
                return
            }
            #expect(finding.seq == expected)
            #expect(finding.field == field)
        }
    }

    @Test(arguments: Engine.allCases)
    func everyCharacterOfARecordCounts(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob)
            // Without the guards, from here on.
            try await street.tamper()
            let kept = try await street.body(3)
            let letters = Array(kept)
            for place in stride(from: 0, to: letters.count, by: 13) {
                var changed = letters
                changed[place] = letters[place] == "a" ? "b" : "a"
                try await street.put(String(changed), 3)
                guard case .failure(let finding) = try await street.verify() else {
                    Issue.record("character \(place) of record 3 was changed unnoticed")
                    return
                }
                #expect(finding.seq == 3)
            }
            try await street.put(kept, 3)
            _ = try await street.verify().get()
        }
    }

    @Test(arguments: Engine.allCases)
    func swappedAndAppendedRecordsAreNamed(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(wholeJob)
            try await street.tamper(
                "UPDATE record SET seq = 9999 WHERE seq = 12", "UPDATE record SET seq = 12 WHERE seq = 13",
                "UPDATE record SET seq = 13 WHERE seq = 9999")
            guard case .failure(let swapped) = try await street.verify() else {
                Issue.record("two records changed places unnoticed")
                return
            }
            #expect(swapped.seq == 12)
            try await street.tamper(
                "UPDATE record SET seq = 9999 WHERE seq = 12", "UPDATE record SET seq = 12 WHERE seq = 13",
                "UPDATE record SET seq = 13 WHERE seq = 9999",
                """
                INSERT INTO record (org, seq, body, prev, hash)
                SELECT org, seq + 1, body, hash, prev FROM record WHERE seq = \(memory.records.count)
                """)
            guard case .failure(let appended) = try await street.verify() else {
                Issue.record("a record was appended unnoticed")
                return
            }
            #expect(appended.seq == memory.records.count + 1)
        }
    }

    /// Each projection: a changed value and a missing row are found, and a rebuild puts them right.
    @Test(arguments: [
        ("UPDATE street SET name = 'x'", "street[].name"),
        ("UPDATE counter SET value = value + 1 WHERE kind = 'job'", "counter[job/2026].value"),
        ("UPDATE member SET body = '{}' WHERE name = 'head1'", "member[head1].body"),
        ("DELETE FROM contractor WHERE code = 'c2'", "contractor[c2]"),
        ("UPDATE estate SET body = 'x' WHERE code = 'e1'", "estate[e1].body"),
        ("UPDATE appropriation SET position = 7 WHERE code = 'M26'", "appropriation[M26].position"),
        ("UPDATE standing SET amount = amount + 1 WHERE account = 'I2101' AND appropriation = 'M26'",
         "standing[M26/I2101].amount"),
        ("UPDATE job SET papers = 'paid'", "job[2026-0001].papers"),
        ("UPDATE job SET body = replace(body, '9000.00', '9000.01')", "job[2026-0001].body"),
        ("DELETE FROM taken WHERE kind = 'ref'", "taken[ref/12345-778]"),
        ("INSERT INTO taken (org, kind, value, owner) VALUES ('NHL', 'payment', 'Z', '2026-0001')", "taken[payment/Z]"),
        ("DELETE FROM job_record WHERE seq = (SELECT MAX(seq) FROM job_record)", "job_record"),
        ("UPDATE policy SET effective = effective - 1", "policy"),
    ], Engine.allCases)
    func aChangedProjectionIsNamedAndRebuilt(_ change: (statement: String, field: String), engine: Engine) async throws {
        let (statement, field) = change
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob)
            let before = try await street.dump()
            try await street.tamper(statement)
            guard case .failure(let finding) = try await street.verify() else {
                Issue.record("not found: \(statement)")
                return
            }
            #expect(finding.field.hasPrefix(field))
            _ = try await street.rebuild().get()
            _ = try await street.verify().get()
            #expect(try await street.dump() == before)
        }
    }

    /// A record that the program was tricked into writing, by a projection that was not true, is no record.
    @Test(arguments: Engine.allCases)
    func whatTheRulesNeverAllowIsFoundInTheJournalItself(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("""
                03-05T09:00 dispatcher1 call
                03-05T09:10 grid1       accept #1
                03-05T10:00 officer1    survey #1 total=9000.00
                finance1 fund.recall appropriation=M26 amount=599999.00
                """)
            try await street.tamper("UPDATE standing SET amount = 90000000 WHERE account = 'I2101' AND appropriation = 'M26'")
            let forced = memory.envelope("head2 sign #1")
            let answer = try await street.desk.execute([street.desk.read(forced)])[0]
            #expect(answer.refusal == nil)
            guard case .failure(let finding) = try await street.rebuild() else {
                Issue.record("a hold without money was built upon")
                return
            }
            #expect(finding.expected == "within the limits")
            #expect(finding.seq == memory.records.count + 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func someoneWithoutTheRoleIsFound(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("")
            try await street.tamper(
                "UPDATE member SET body = replace(body, '\"resident\"', '\"finance\"') WHERE name = 'resident1'")
            let forced = memory.envelope("resident1 fund.recall appropriation=M26 amount=1.00")
            #expect(try await street.desk.execute([street.desk.read(forced)])[0].refusal == nil)
            guard case .failure(let finding) = try await street.rebuild() else {
                Issue.record("a role that nobody gave was accepted")
                return
            }
            #expect(finding.field == "body.role")
        }
    }

    /// The same command done twice, because its first effect was hidden from the program.
    @Test(arguments: Engine.allCases)
    func aCommandThatWasDoneTwiceIsFound(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            var memory = try await street.play("")
            let recall = memory.envelope("finance1 fund.recall appropriation=M26 amount=1.00 id=same")
            _ = try await street.desk.execute([street.desk.read(recall)])
            try await street.tamper("DELETE FROM command WHERE id = 'same'")
            #expect(try await street.desk.execute([street.desk.read(recall)])[0].refusal == nil)
            let (last, before) = (memory.records.count + 2, try await street.dump())
            for result in [try await street.verify(), try await street.rebuild()] {
                guard case .failure(let finding) = result else {
                    Issue.record("a command that was done twice went unnoticed")
                    return
                }
                #expect(finding.seq == last && finding.field == "body.id")
                #expect(finding.found == "same, as in record \(last - 1)")
            }
            #expect(try await street.dump() == before)
        }
    }

    /// The end of a journal can be cut off so that the rest is whole; whoever noted a record sees that it is gone.
    @Test(arguments: Engine.allCases)
    func aCutEndIsSeenByWhoeverNotedIt(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play(wholeJob)
            let head = try await street.verify().get().head
            let (last, org) = (memory.records.count, try DeskStreet.org())
            try await street.tamper(
                "DELETE FROM line WHERE seq = \(last)", "DELETE FROM command WHERE seq = \(last)",
                "DELETE FROM record WHERE seq = \(last)")
            _ = try await street.rebuild().get()
            _ = try await street.verify().get()
            let anchor = try #require(Anchor("\(last):\(head)"))
            let anchored = try await street.desk.look { (connection, _) throws(Refusal) in
                try Audit(connection, org: org).verify(against: anchor)
            }
            guard case .failure(let finding) = anchored else {
                Issue.record("the end of the journal was cut off unnoticed")
                return
            }
            #expect(finding.seq == last && finding.expected == head)
        }
    }

    @Test(arguments: Engine.allCases)
    func aStreetThatNoRecordOpensIsFound(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play("")
            try await street.tamper("INSERT INTO taken (org, kind, value, owner) VALUES ('ZZZ', 'ref', '1', '2026-0001')")
            let stray = try Code("ZZZ")
            let (traces, result) = try await street.desk.look { (connection, _) throws(Refusal) in
                (try Queries(connection).traces(), try Audit(connection, org: stray).verify())
            }
            #expect(traces.map(\.text) == ["NHL", "ZZZ"])
            guard case .failure = result else {
                Issue.record("rows of a street that was never opened went unnoticed")
                return
            }
        }
    }

    /// Two texts that Swift calls equal and a database does not are two keys, in memory and in the store.
    @Test(arguments: Engine.allCases)
    func keysAreComparedByTheirBytes(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            let memory = try await street.play("""
                finance1 fund.appropriate appropriation=K26 source=minsheng amount=5.00
                finance1 fund.appropriate appropriation=\u{212A}26 source=minsheng amount=9000.00
                """)
            #expect(memory.state.ledger.appropriations.count == 4)
            let org = try DeskStreet.org()
            let state = try await street.desk.look { (connection, _) throws(Refusal) in try Queries(connection).street(org) }
            #expect(state.ledger.standings == memory.state.ledger.standings)
            _ = try await street.verify().get()
        }
    }

    @Test(arguments: Engine.allCases)
    func aBrokenChainIsNotBuiltUpon(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await street.play(wholeJob)
            try await street.tamper("UPDATE record SET body = body || ' ' WHERE seq = 5", "DELETE FROM job")
            let before = try await street.dump()
            guard case .failure(let finding) = try await street.rebuild() else {
                Issue.record("built upon a broken chain")
                return
            }
            #expect(finding.seq == 5)
            #expect(try await street.dump() == before)
        }
    }
}

extension DeskStreet {
    func body(_ seq: Int) async throws -> String {
        try await desk.look { (connection, _) throws(Refusal) in
            try connection.rows("SELECT body FROM record WHERE seq = $1", [SQLValue(seq)])[0].text(0)
        }
    }

    func put(_ body: String, _ seq: Int) async throws {
        try await database.write { (connection) throws(Refusal) in
            try connection.run("UPDATE record SET body = $1 WHERE seq = $2", [SQLValue(body), SQLValue(seq)])
        }
    }
}
