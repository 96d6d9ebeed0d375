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
            // What was accepted is answered the same for ever; what was refused is refused again, by how things stand now.
            let accepted = { (text: String) in text.split(separator: "\n").filter { $0.contains(#""ok":true"#) } }
            #expect(accepted(again.out) == accepted(first.out))
            #expect(again.out.split(separator: "\n").count == first.out.split(separator: "\n").count)
            #expect(try await program.run("audit", "verify").out == verdict.out)
            try await reports(program)
            try await reconcile(program, "icbc.csv")
            golden(unstamped(try await program.run("report", "reconciliation").out), "reconciliation.txt")
            golden(unstamped(try await program.run("finance", "todo").out), "finance-todo-statements.txt")
            try await close(program)
            #expect(try await program.run("audit", "verify").code == 0)
        }
    }

    /// The quarter after: the year is closed in it, and told the same at its end as right behind the close.
    private func close(_ program: Program) async throws {
        let quarter = try await program.run("apply", Program.sample("2027-q1.jsonl"))
        #expect(quarter.code == 0)
        golden(quarter.out, "answers-2027-q1.jsonl")
        let shown = try await program.run("year", "show", "2026")
        #expect(shown.code == 0)
        golden(unstamped(shown.out), "closing-2026.txt")
        for (name, arguments) in [
            ("utilisation-closed.txt", ["utilisation", "--year", "2026"]),
            ("trial-balance-F-closed.txt", ["trial-balance", "--book", "F", "--year", "2026", "--closed"]),
            ("trial-balance-I-2027.txt", ["trial-balance", "--book", "I", "--year", "2027"]),
            ("year-2026.txt", ["year", "--year", "2026"]), ("year-2026.en.txt", ["year", "--year", "2026", "--lang", "en"]),
            ("execution-2026.txt", ["execution", "--year", "2026"]), ("execution-2027.json", ["execution", "--json"]),
            ("carryover-2026.txt", ["carryover", "--year", "2026"]), ("carryover-2026.csv", ["carryover", "--year", "2026", "--csv"]),
            ("grants-2026.txt", ["grants", "--year", "2026"]), ("grants-2027.en.txt", ["grants", "--lang", "en"]),
            ("statements-2026.txt", ["statements", "--year", "2026"]), ("statements-2027.en.txt", ["statements", "--lang", "en"]),
            ("pacing-september.txt", ["pacing", "--as-of", "2026-09-30"]),
            ("pacing-september.en.txt", ["pacing", "--as-of", "2026-09-30", "--lang", "en"]),
        ] {
            let page = try await program.shell([Program.binary, "report"] + arguments)
            #expect(page.code == 0, "\(name): \(page.messages)")
            golden(unstamped(page.out), name)
        }
    }

    /// One account in four formats: what is left unmatched is the same.
    @Test func fourBanksTellTheSame() async throws {
        var told: Set<String> = []
        for file in ["icbc.csv", "ccb.xlsx", "boc.csv", "camt053.xml"] {
            try await Program.with(.sqlite) { program in
                try await program.run("init")
                try await program.run("apply", Program.sample("2026-year.jsonl"))
                try await reconcile(program, file)
                let report = try await program.run("report", "reconciliation", "--csv").out.split(separator: "\n")
                // The words of a line and the hash are each bank's own.
                told.insert(report.filter { $0.contains(",detail") || $0.contains(",total") }.map { row in
                    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                    return (cells.prefix(5) + cells.suffix(2)).joined(separator: ",")
                }.joined(separator: "\n"))
            }
        }
        #expect(told.count == 1)
    }

    /// Without the record and its hashes: commands typed by hand have ids of chance.
    private func unstamped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { line in !["依据记录", "哈希", "Computed from record", "\"hash\":"].contains { line.contains($0) } }
            .joined(separator: "\n")
    }

    private func reconcile(_ program: Program, _ file: String) async throws {
        for name in [file, "treasury.csv", file] {
            let imported = try await program.run(
                "import", "statement", Program.sample("statements/" + name), "--new-account", "--as", "wu.fang")
            #expect(imported.code == 0, "\(name): \(imported.messages)")
        }
        let matched = try await program.run("finance", "match", "--confirm", "sure", "--as", "wu.fang")
        #expect(matched.code == 0, "\(matched.messages)")
        let report = try await program.run("report", "reconciliation")
        #expect(report.code == 0, "does not close: \(report.out)")
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
            ("trial-balance-I.txt", ["report", "trial-balance", "--book", "I", "--year", "2026"]),
            ("trial-balance-F.txt", ["report", "trial-balance", "--book", "F", "--year", "2026"]),
            ("trial-balance-F.en.txt", ["report", "trial-balance", "--book", "F", "--year", "2026", "--lang", "en"]),
            ("trial-balance-B.json", ["report", "trial-balance", "--book", "B", "--as-of", "2026-06-30", "--json"]),
            ("vouchers-F.csv", ["report", "vouchers", "--book", "F", "--csv"]),
            ("vouchers-march.txt", ["report", "vouchers", "--from", "2026-03-01", "--to", "2026-03-10"]),
            ("ledger-F2302.txt", ["report", "ledger", "--account", "F2302", "--appropriation", "SG-2025-01"]),
            ("ledger-B7101.json", ["report", "ledger", "--account", "B7101", "--known-at", "2026-02-28", "--json"]),
            ("difference.txt", ["report", "difference"]),
            ("difference-june.en.txt", ["report", "difference", "--as-of", "2026-06-30", "--lang", "en"]),
            ("overdue.txt", ["report", "overdue"]),
            ("payables.txt", ["report", "payables", "--year", "2026"]),
            ("payables-june.en.txt", ["report", "payables", "--as-of", "2026-06-30", "--lang", "en"]),
            ("retention.txt", ["report", "retention", "--year", "2026"]),
            ("settlements-history.csv", ["report", "settlements", "--year", "2026", "--history", "--csv"]),
            ("settlements.en.txt", ["report", "settlements", "--year", "2026", "--lang", "en"]),
            ("slips.txt", ["report", "slips", "--year", "2026"]),
            ("register.csv", ["report", "register", "--year", "2026", "--csv"]),
            ("contractors.txt", ["report", "contractors", "--year", "2026"]),
            ("contractors.en.txt", ["report", "contractors", "--year", "2026", "--lang", "en"]),
            ("corrections.txt", ["report", "corrections", "--year", "2026"]),
            ("late.txt", ["report", "late", "--year", "2026"]),
            ("splits.txt", ["report", "splits", "--year", "2026"]),
            ("splits.en.txt", ["report", "splits", "--year", "2026", "--lang", "en"]),
            ("exceptions.txt", ["report", "exceptions", "--year", "2026"]),
            ("exceptions.json", ["report", "exceptions", "--year", "2026", "--json"]),
            ("job-article.txt", ["job", "show", "2026-0041"]),
            ("job-article.en.txt", ["job", "show", "2026-0041", "--lang", "en"]),
            ("fund-list.txt", ["fund", "list"]),
            ("settlement.txt", ["job", "settlement", "2026-0041"]),
            ("settlement.json", ["job", "settlement", "2026-0041", "--json"]),
            ("finance-todo.txt", ["finance", "todo"]),
            ("finance-todo-june.csv", ["finance", "todo", "--as-of", "2026-06-30", "--known-at", "2026-06-30", "--csv"]),
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
