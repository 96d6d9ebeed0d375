import Foundation
import Testing
import TestKit

/// A report that proves something ends with 1 when it is not so.
struct BookReportTests {
    @Test(arguments: [
        (["trial-balance", "--book", "F"],
         "UPDATE balance SET debit = debit + 1 WHERE account = 'F5001'"),
        (["difference"], "DROP TRIGGER line_no_delete; DELETE FROM line WHERE account = 'F2302' AND amount > 0"),
        (["vouchers", "--book", "F"], """
            DROP TRIGGER record_no_update; UPDATE record SET body = replace(
                body, '"account":"F2302","side":"credit","amount":"1', '"account":"F2302","side":"credit","amount":"2')
            """),
    ])
    func whatDoesNotAgreeEndsWithOne(report: [String], damage: String) async throws {
        try await Program.with { program in
            try await program.run("init", "--db", "a.sqlite")
            try await program.run("apply", "--db", "a.sqlite", Program.sample("2026-year.jsonl"))
            let command = [Program.binary, "report"] + report + ["--db", "a.sqlite"]
            #expect(try await program.shell(command).code == 0)
            let change = try await program.shell(["/usr/bin/env", "sqlite3", "a.sqlite", damage])
            #expect(change.code == 0, "\(change.messages)")
            let broken = try await program.shell(command)
            #expect(broken.code == 1, "\(broken.messages)")
            #expect(!broken.out.isEmpty)
        }
    }

    @Test func anAccountThatIsNotInTheChartIsAMistakeOfUsage() async throws {
        try await Program.with { program in
            try await program.run("init", "--db", "a.sqlite")
            #expect(try await program.run("report", "ledger", "--account", "F9999", "--db", "a.sqlite").code == 64)
        }
    }
}
