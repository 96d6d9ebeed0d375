import Foundation
import Testing
import TestKit

/// Real calls: the six repair types of Boston's 311 line in 2015, with their known figures (samples/README.md).
struct ImportTests {
    @Test(arguments: Engine.allCases)
    func bostonsCallsAreOpenedOnceAndTheirFiguresAreTheKnownOnes(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run(
                "init", "--org", "BOS", "--name", "Boston", "--year", "2015", "--as", "admin",
                "--policy", Program.sample("policy.yaml"))
            try await program.run(
                "user", "add", "desk", "--name", "Desk", "--role", "dispatcher", "--as", "admin")
            let arguments = [
                "import", "calls", Program.sample("boston-311-2015-repairs.csv"), "--mapping",
                Program.sample("mappings/boston311.yaml"), "--as", "desk", "--lang", "en",
            ]
            let first = try await program.shell([Program.binary] + arguments)
            #expect(first.code == 0, "\(first.messages.suffix(500))")
            let head = try await program.run("audit", "verify")
            #expect(head.code == 0)
            let second = try await program.shell([Program.binary] + arguments)
            #expect(second.code == 0)
            #expect(try await program.run("audit", "verify").out == head.out)

            let report = try await program.run(
                "report", "timeliness", "--as-of", "2016-01-12T13:38:57-05:00", "--json")
            let total = report.out[(report.out.range(of: "\"total\"")?.lowerBound ?? report.out.startIndex)...]
            #expect(total.contains(#""calls": 5890"#))
            #expect(total.contains(#""onTime": 3139"#))
            #expect(total.contains(#""overdue": 2751"#))
            #expect(report.out.contains(#""labelled": 5882"#))
            #expect(report.out.contains(#""labelsAgree": 5882"#))
        }
    }
}
