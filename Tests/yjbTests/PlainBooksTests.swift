import Foundation
import Kernel
import TestKit
import Testing

/// The sample year's books in three other accounting tools, each where it is installed: they accept them, and every account
/// stands there as it does here.
struct PlainBooksTests {
    private static func path(_ tool: String) -> String? {
        ["/usr/bin/", "/usr/local/bin/"].map { $0 + tool }.first(where: FileManager.default.isExecutableFile)
    }

    @Test("the same books twice are the same bytes, and are not written over")
    func written() async throws {
        try await Program.with(.sqlite) { program in
            try await play(program)
            for kind in ["journal", "beancount"] {
                let files = try ["a", "b"].map { try program.text(program.folder.file("\($0)/2026.\(kind)")) }
                #expect(files[0] == files[1] && files[0].hasSuffix(" CNY\n"))
            }
            let again = try await program.run("audit", "export", "--out", program.folder.file("a"))
            #expect(again.messages.hasPrefix("store.exists"))
        }
    }

    @Test("hledger", .enabled(if: path("hledger") != nil, "hledger is not installed"))
    func hledger() async throws {
        let tool = try #require(Self.path("hledger"))
        try await Program.with(.sqlite) { program in
            try await play(program)
            let file = program.folder.file("a/2026.journal")
            let place = ["LANG": "C.UTF-8"]
            let strict = try await program.shell([tool, "-f", file, "check", "-s", "ordereddates", "payees"], environment: place)
            #expect(strict.code == 0, "\(strict.messages)")
            let told = try await program.shell([tool, "-f", file, "balance", "--flat", "-N", "-E", "-O", "csv"], environment: place)
            let sums = told.out.split(separator: "\n").dropFirst().compactMap { row -> (String, String)? in
                let cells = row.split(separator: "\"").filter { $0 != "," }.map(String.init)
                return cells.count == 2 ? (cells[0], cells[1].replacing(" CNY", with: "")) : nil
            }
            try await compare(program, sums)
        }
    }

    @Test("ledger", .enabled(if: path("ledger") != nil, "ledger is not installed"))
    func ledger() async throws {
        let tool = try #require(Self.path("ledger"))
        try await Program.with(.sqlite) { program in
            try await play(program)
            let told = try await program.shell([
                tool, "--args-only", "--pedantic", "--explicit", "--check-payees", "-f", program.folder.file("a/2026.journal"), "balance",
                "--flat", "--no-total", "--empty", "--format", "%(account)\t%(quantity(scrub(total)))\n",
            ])
            #expect(told.code == 0, "\(told.messages)")
            try await compare(program, told.out.split(separator: "\n").compactMap { row in
                let cells = row.split(separator: "\t").map(String.init)
                return cells.count == 2 ? (cells[0], cells[1]) : nil
            })
        }
    }

    /// `bean-check` knows every balance from the file and checks it: what it accepts stands as it does here.
    @Test("Beancount", .enabled(if: path("bean-check") != nil, "bean-check is not installed"))
    func beancount() async throws {
        let tool = try #require(Self.path("bean-check"))
        try await Program.with(.sqlite) { program in
            try await play(program)
            let file = program.folder.file("a/2026.beancount")
            let checked = try await program.shell([tool, file])
            #expect(checked.code == 0, "\(checked.out.prefix(500)) \(checked.messages.prefix(500))")
            let sums = try program.text(file).split(separator: "\n").filter { $0.hasPrefix("2027-01-01 balance") }.map { row in
                let cells = row.split(separator: " ").map(String.init)
                return (cells[2], cells[3])
            }
            try await compare(program, sums)
            // A balance that is off by a fen is seen.
            let wrong = try program.text(file).replacing(" balance \(sums[0].0)  \(sums[0].1)", with: " balance \(sums[0].0)  1234567.89")
            try program.write(wrong, to: "wrong.beancount")
            #expect(try await program.shell([tool, program.folder.file("wrong.beancount")]).code == 1)
        }
    }

    private func play(_ program: Program) async throws {
        try await program.run("init")
        try await program.run("apply", Program.sample("2026-year.jsonl"))
        for folder in ["a", "b"] {
            let outcome = try await program.run("audit", "export", "--year", "2026", "--out", program.folder.file(folder))
            #expect(outcome.code == 0, "\(outcome.messages)")
        }
    }

    /// Sums of the tool's accounts by number against the trial balance of each book.
    private func compare(_ program: Program, _ sums: [(account: String, amount: String)]) async throws {
        var theirs: [String: Decimal] = [:]
        for (account, amount) in sums {
            let number = account.split(separator: ":")[2].split(separator: "-").map(String.init)
            let code = number[1].allSatisfy(\.isNumber) ? number[0] + "." + number[1] : number[0]
            theirs[code, default: 0] += try #require(Decimal(string: amount), "\(amount)")
        }
        var count = 0
        for book in ["I", "F", "B"] {
            let report = try await program.run("report", "trial-balance", "--book", book, "--year", "2026", "--json")
            let json = try JSONParser.parse(Array(report.out.utf8))
            guard case .array(let rows)? = json["rows"] else { continue }
            for row in rows {
                let own = { (key: String) in Decimal(string: row[key]?.string ?? "") ?? .nan }
                let account = row["account"]?.string ?? ""
                #expect(theirs[account] == own("closingDebit") - own("closingCredit"), "\(account)")
                count += 1
            }
        }
        #expect(count == theirs.count && count > 20)
    }
}
