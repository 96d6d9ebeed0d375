import Foundation
import TestKit
import Testing

/// Files as banks, hotlines and people really leave them (`cases/`): what each import answers, and what it leaves.
struct CaseFileTests {
    private static func file(_ name: String) -> String { Program.root + "/Tests/yjbTests/cases/" + name }

    /// A street of the year with the sample policy, a finance user and one who takes calls.
    private static func street(_ program: Program, year: String = "2026") async throws {
        try await program.run(
            "init", "--org", "NHL", "--name", "竹溪路街道办事处", "--as", "admin", "--policy", Program.sample("policy.yaml"),
            "--sandbox", "--year", year, "--at", year + "-01-04T08:00:00+08:00")
        for (user, role) in [("wu.fang", "finance"), ("wang.mei", "grid")] {
            try await program.run("user", "add", user, "--as", "admin", "--name", user, "--role", role, "--at", year + "-12-31T09:00:00+08:00")
        }
    }

    private static func statement(_ program: Program, _ arguments: [String]) async throws -> Program.Outcome {
        var arguments = arguments
        arguments[0] = file(arguments[0])
        return try await program.shell(
            [Program.binary, "import", "statement", "--new-account", "--as", "wu.fang", "--lang", "en"] + arguments)
    }

    /// Each import with the code it ends with and words that it says; then the sum of the statement's balances.
    @Test("a statement gives what its case says", arguments: Engine.allCases, [
        ([["01-ntryref-restarts-a.xml"], ["01-ntryref-restarts-b.xml"], ["01-ntryref-restarts-a.xml"], ["01-ntryref-restarts-b.xml"]],
         ["0 added 2", "0 added 2", "0 added 0", "0 added 0"], nil),
        ([["02-fee-same-ref.xml"], ["02-fee-same-ref.xml"]], ["0 added 3", "0 added 0"], "895.00"),
        ([["05-no-reference-balance.xml"], ["05-no-reference-balance.xml"]], ["0 added 2", "0 added 0"], "900.00"),
        ([["07-zero-entry.xml"], ["07-zero-entry.xml"]], ["0 1 lines of 0.00", "0 added 0"], "900.00"), ([["08-long-entry-info.xml"]], ["0 added 2"], "900.00"),
        ([["09-local-time-fraction.xml"]], ["0 added 2"], "900.00"), ([["11-xml-gbk.xml"]], ["0 added 2"], "900.00"),
        ([["12-two-accounts.xml"], ["12-two-accounts.xml", "--account", "3300111122223333"]],
         ["65 3300111122223333, 3300999988887777", "0 3300999988887777"], nil),
        ([["15-gap-between-statements-a.xml"], ["15-gap-between-statements-b.xml"]],
         ["0 added 1", "0 1,000.00 on 2026-03-31, 700.00 before 2026-05-01"], nil),
        ([["16-tab-padded-cells.csv"]], ["0 added 2"], "88000.00"),
        ([["17-icbc-other-columns-a.csv", "--account", "1001202609000000001"]], ["0 added 2"], "88000.00"),
        ([["17-icbc-other-columns-b.csv", "--account", "1001202609000000001"]], ["0 added 2"], "88000.00"),
        ([["19-head-totals-truncated.csv"]], ["65 input.total"], "0.00"),
        ([["20-footer-rows.csv"]], ["0 added 2"], "88000.00"),
        ([["21-account-in-powers-of-ten-a.csv"], ["21-account-in-powers-of-ten-b.csv"]],
         ["65 a spreadsheet took some", "0 added 2"], "88000.00"),
        ([["22-account-with-blanks-a.xml"], ["22-account-with-blanks-b.xml"]], ["0 added 1", "0 added 0"], "1000.00"),
        ([["24-equals-quote-cells.csv"]], ["0 added 2"], "88000.00"),
        ([["27-treasury-one-voucher-twice.csv"], ["27-treasury-one-voucher-twice.csv"]], ["0 added 2", "0 added 0"], nil),
        ([["28-unit-ten-thousand.csv"]], ["65 万元"], nil),
    ] as [([[String]], [String], String?)])
    func statements(engine: Engine, name: ([[String]], [String], String?)) async throws {
        try await Program.with(engine) { program in
            try await Self.street(program)
            for (arguments, said) in zip(name.0, name.1) {
                let outcome = try await Self.statement(program, arguments)
                let words = said.split(separator: " ", maxSplits: 1)
                #expect(words.first == "\(outcome.code)"[...], "\(arguments): \(outcome)")
                #expect((outcome.out + outcome.messages).contains(words[1]), "\(arguments): \(outcome)")
            }
            guard let balance = name.2 else { return }
            let report = try await program.run("report", "reconciliation", "--csv")
            let total = report.out.split(separator: "\n").first { $0.contains("statementBalances") }
            #expect(total?.contains("," + balance + ",") == true, "\(report)")
            #expect(report.code == 0)
        }
    }

    /// What is proposed for the lines of a statement: the numbers of payments and how sure that is.
    @Test("a line finds the payment that it names, and no other", arguments: Engine.allCases, [
        ("03-batch-entry", ["ZF20260302-01 sure", "ZF20260303-01 sure"], "ZF20260304-01"),
        ("04-number-contradicts", ["ZF20260304-01 possible"], "ZF20260304-01 sure"),
        ("30-structured-reference", ["ZF20260303-01 sure"], "ZF20260302-01"),
    ] as [(String, [String], String)])
    func matches(engine: Engine, of: (String, [String], String)) async throws {
        let (name, proposed, never) = of
        try await Program.with(engine) { program in
            try await program.run(
                "init", "--org", "NHL", "--name", "竹溪路街道办事处", "--as", "admin", "--policy", Program.sample("policy.yaml"),
                "--sandbox", "--year", "2026", "--at", "2026-01-04T08:00:00+08:00")
            let played = try await program.run("apply", Self.file(name + ".jsonl"), "--strict")
            #expect(played.code == 0, "\(played.messages)")
            let imported = try await Self.statement(program, [name + ".xml"])
            #expect(imported.code == 0, "\(imported)")
            let table = try await program.run("finance", "match", "--as", "wu.fang", "--lang", "en").out
            let rows = table.split(separator: "\n")
            for pair in proposed {
                let words = pair.split(separator: " ")
                #expect(rows.contains { row in words.allSatisfy { row.contains($0) } }, "\(table)")
            }
            let wrong = never.split(separator: " ")
            #expect(!rows.contains { row in wrong.allSatisfy { row.contains($0) } }, "\(table)")
        }
    }

    @Test("an export of calls gives what its case says", arguments: Engine.allCases, [
        ("38-closed-before-opened", "2010", 65, "opened 0", ["input.value", "not before the call"]),
        ("39-one-quote", "2026", 0, "opened 3", []), ("40-rows-of-commas", "2026", 0, "opened 2", []),
    ] as [(String, String, Int32, String, [String])])
    func calls(engine: Engine, name: (String, String, Int32, String, [String])) async throws {
        try await Program.with(engine) { program in
            try await Self.street(program, year: name.1)
            let own = Self.file(name.0 + ".yaml")
            let mapping = FileManager.default.fileExists(atPath: own) ? own : Program.sample("mappings/12345.yaml")
            let outcome = try await program.run(
                "import", "calls", Self.file(name.0 + ".csv"), "--mapping", mapping, "--as", "wang.mei", "--lang", "en")
            #expect(outcome.code == name.2 && outcome.out.contains(name.3), "\(outcome)")
            for words in name.4 { #expect(outcome.messages.contains(words), "\(outcome)") }
        }
    }
}
