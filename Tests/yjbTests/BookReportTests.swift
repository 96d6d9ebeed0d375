import Foundation
import Testing
import TestKit

/// A report that proves something ends with 1 when it is not so.
struct BookReportTests {
    @Test(arguments: [
        (["trial-balance", "--book", "F"],
         "UPDATE balance SET debit = debit + 1 WHERE account = 'F5001'"),
        (["payables"], "UPDATE balance SET credit = credit + 1 WHERE account = 'F2302'"),
        (["contractors"], "UPDATE balance SET debit = debit + 1 WHERE account = 'F2502'"),
        (["difference"], "DELETE FROM line WHERE account = 'F2302' AND amount > 0"),
        (["vouchers", "--book", "F"], """
            UPDATE record SET body = replace(
                body, '"account":"F2302","side":"credit","amount":"1', '"account":"F2302","side":"credit","amount":"2')
            """),
    ], Engine.allCases)
    func whatDoesNotAgreeEndsWithOne(_ wrong: (report: [String], damage: String), engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run("init")
            try await program.run("apply", Program.sample("2026-year.jsonl"))
            let command = [Program.binary, "report"] + wrong.report
            #expect(try await program.shell(command).code == 0)
            try await program.tamper(wrong.damage)
            let broken = try await program.shell(command)
            #expect(broken.code == 1, "\(broken.messages)")
            #expect(!broken.out.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func anAccountThatIsNotInTheChartIsAMistakeOfUsage(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run("init")
            #expect(try await program.run("report", "ledger", "--account", "F9999").code == 64)
        }
    }
}
