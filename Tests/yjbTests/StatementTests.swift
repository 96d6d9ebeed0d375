import Foundation
import Journal
import Kernel
import Testing
import TestKit

/// A statement's way through the program: imported once, matched, reconciled.
struct StatementTests {
    /// A street with 1,000.00 paid as ZF0001 and 500.00 as ZF0002 by the treasury.
    private static let street: String = {
        var street = MemoryStreet.funded
        for (number, amount) in [(1, "1000.00"), (2, "500.00")] {
            street.play("""
                grid1 call
                grid1 accept #\(number)
                officer1 survey #\(number) total=\(amount)
                head1 sign #\(number)
                dispatcher1 dispatch #\(number)
                crew1 start #\(number)
                crew1 finish #\(number)
                inspector1 inspect #\(number)
                officer1 claim #\(number) total=\(amount)
                finance1 review #\(number) approved=\(amount)
                head1 settle #\(number)
                cashier1 pay #\(number) paymentNo=ZF000\(number)
                """)
        }
        street.play("02-01 grid1 call")
        return street.envelopes.map(\.text).joined(separator: "\n") + "\n"
    }()

    private static let header = "凭证号,收款人账号,金额,日期,指标文号\n"
    private static let first = "ZF0001,622200001,\"1,000.00\",2026-01-03,财预〔2026〕1号\n"
    private static let second = "ZF9999,622200001,500.00,2026-01-04,财预〔2026〕1号\nZF0003,622200002,7.00,2026-01-05,财预〔2026〕1号\n"

    private static func with(
        _ engine: Engine, _ body: (Program, [String: String]) async throws -> Void
    ) async throws {
        try await Program.with(engine) { program in
            let environment = ["YJB_USER": "finance1", "YJB_LANG": "en"]
            try await program.run("init")
            try program.write(street, to: "street.jsonl")
            let played = try await program.run("apply", "street.jsonl", "--strict", environment: environment)
            #expect(played.code == 0, "\(played.messages.suffix(300))")
            try await body(program, environment)
        }
    }

    /// The sections of the work list's rows that stand on one side only.
    private static func gaps(_ program: Program, _ environment: [String: String]) async throws -> [Substring] {
        let todo = try await program.run("finance", "todo", "--csv", environment: environment)
        #expect(todo.code == 0, "\(todo.messages)")
        return todo.out.split(separator: "\n").filter { $0.hasSuffix(",detail") }
            .compactMap { $0.split(separator: ",").first }.filter { $0.hasSuffix("Only") }
    }

    @Test(arguments: Engine.allCases)
    func isImportedOnceMatchedAndReconciled(engine: Engine) async throws {
        try await Self.with(engine) { program, environment in
            try program.write(Self.header + Self.first, to: "a.csv")
            try program.write(Self.header + Self.first + Self.second, to: "b.csv")
            let summaries = ["read 1, added 1, already there 0", "read 1, added 0, already there 1", "read 3, added 2, already there 1"]
            for (file, summary) in zip(["a.csv", "a.csv", "b.csv"], summaries) {
                let outcome = try await program.run("import", "statement", file, "--new-account", environment: environment)
                #expect(outcome.code == 0 && outcome.out.contains(summary), "\(outcome.out)\(outcome.messages)")
            }
            let open = try await Self.gaps(program, environment)
            #expect(open == ["paymentOnly", "paymentOnly", "statementOnly", "statementOnly", "statementOnly"], "\(open)")
            let proposed = try await program.run("finance", "match", "--json", environment: environment)
            #expect(proposed.out.contains("\"sure\"") && proposed.code == 0)
            let matched = try await program.run("finance", "match", "--confirm", "sure", environment: environment)
            #expect(matched.code == 0, "\(matched.messages)")
            let report = try await program.run("report", "reconciliation", "--as-of", "2026-01-31", environment: environment)
            #expect(report.code == 0)
            for text in ["paid, not on the list", "on the list only"] { #expect(report.out.contains(text)) }
            #expect(!report.out.contains("ZF0001"))
            let left = try await Self.gaps(program, environment)
            #expect(left == ["statementOnly"], "\(left)")
            #expect(try await program.run("audit", "verify", environment: environment).code == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func faultsAreNamedAndNothingIsTaken(engine: Engine) async throws {
        try await Self.with(engine) { program, environment in
            let before = try await program.run("audit", "verify", environment: environment).out
            try program.write(Self.header + Self.first + "ZF0002,622200001,5oo.00,2026-01-44,文\n", to: "bad.csv")
            let bad = try await program.run("import", "statement", "bad.csv", environment: environment)
            #expect(bad.code == 65 && bad.messages.contains("bad.csv:3:3: money.format") && bad.messages.contains("bad.csv:3:4: input.value"))
            try program.write("甲,乙\n1,2\n", to: "none.csv")
            #expect(try await program.run("import", "statement", "none.csv", environment: environment).code == 65)
            #expect(try await program.run("audit", "verify", environment: environment).out == before)
            try program.write(Self.header + Self.first, to: "a.csv")
            try program.write(Self.header + Self.first.replacing("\"1,000.00\"", with: "999.00"), to: "c.csv")
            let first = try await program.run("import", "statement", "a.csv", environment: environment)
            #expect(first.code == 1 && first.messages.contains("account.new"), "\(first.messages)")
            let opened = try await program.run("import", "statement", "a.csv", "--new-account", environment: environment)
            #expect(opened.code == 0, "\(opened.messages)")
            let other = try await program.run("import", "statement", "c.csv", environment: environment)
            #expect(other.code == 1 && other.messages.contains("c.csv:2: statement.differs"), "\(other.messages)")
        }
    }
}
