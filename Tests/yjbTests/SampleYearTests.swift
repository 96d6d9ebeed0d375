import TestKit
import Testing

/// The sample year played from the command line, as the README tells it; what it prints is kept in samples/golden, the
/// same bytes from each kind of database.
struct SampleYearTests {
    @Test(arguments: Engine.allCases)
    func theYearIsPlayedReportedAndVerified(engine: Engine) async throws {
        try await Program.with(engine) { program in
            #expect(try await program.run("init").code == 0)
            let year = Program.sample("2026-year.jsonl")
            let first = try await program.run("apply", year)
            #expect(first.code == 0)
            golden(first.out, "answers.jsonl")
            let verdict = try await program.run("audit", "verify")
            #expect(verdict.code == 0)
            golden(verdict.out, "verify.txt")

            let again = try await program.run("apply", year)
            #expect(again.code == 0)
            #expect(again.out == first.out)
            #expect(try await program.run("audit", "verify").out == verdict.out)
            try await reports(program)
        }
    }

    private func reports(_ program: Program) async throws {
        let pages: [(String, [String])] = [
            ("utilisation.txt", ["report", "utilisation", "--year", "2026"]),
            ("utilisation.en.txt", ["report", "utilisation", "--year", "2026", "--lang", "en"]),
            ("utilisation.json", ["report", "utilisation", "--year", "2026", "--json"]),
            ("utilisation-june.json", ["report", "utilisation", "--year", "2026", "--as-of", "2026-06-30", "--json"]),
            ("utilisation-known-june.json", [
                "report", "utilisation", "--year", "2026", "--as-of", "2026-06-30", "--known-at", "2026-06-30", "--json",
            ]),
            ("timeliness.txt", ["report", "timeliness"]),
            ("jobs.csv", ["report", "jobs", "--csv"]),
            ("fund-ledger.csv", ["report", "fund-ledger", "--csv"]),
            ("overdue.txt", ["report", "overdue"]),
            ("job-article.txt", ["job", "show", "2026-0041"]),
            ("job-article.en.txt", ["job", "show", "2026-0041", "--lang", "en"]),
            ("fund-list.txt", ["fund", "list"]),
        ]
        for (name, arguments) in pages {
            let page = try await program.shell([Program.binary] + arguments)
            #expect(page.code == 0, "\(name): \(page.messages)")
            golden(page.out, name)
        }
    }

    private func golden(_ text: String, _ name: String) {
        expectProjectFile(text, "samples/golden/" + name)
    }
}
