import Foundation
import TestKit
import Testing

/// What is told of callers, and to whom.
struct PrivacyTests {
    private func call(_ program: Program, _ arguments: String..., input: String = "") async throws -> Program.Outcome {
        try await program.shell([
            Program.binary, "call", "--as", "gu.lin", "--channel", "来访", "--address", "学府巷14号", "--category", "water",
            "--description", "水管冻爆了", "--at", "2026-01-07T12:00:00+08:00",
        ] + arguments, input: input)
    }

    private func street(_ program: Program) async throws {
        try await program.run("init")
        try await program.run("apply", "-", input: Program.opening().before)
    }

    @Test(arguments: Engine.allCases)
    func aCallerIsNoArgument(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await street(program)
            for option in ["--name", "--phone"] {
                let refused = try await call(program, option, "13800000421")
                #expect(refused.code == 64 && refused.messages.hasPrefix("setting.exposed: "), "\(refused)")
                #expect(!refused.messages.contains("13800000421"))
            }
            try program.write("李师傅\r\n13800000421\r\n", to: "who")
            #expect(try await call(program, "--caller", "who").code == 0)
            #expect(try await call(program, "--caller", "-", input: "\n13800000422\n").code == 0)
            #expect(try await call(program).code == 0)
            let callers = ["李师傅", "13800000422", "没有留下"]
            for (job, words) in zip(["2026-0001", "2026-0002"], callers) {
                let shown = try await program.run("caller", "show", job, "--as", "li.wei")
                #expect(shown.out.contains(words), "\(shown)")
            }
            #expect(try await program.run("caller", "show", "2026-0003", "--as", "li.wei", "--json").out.contains(#""given": false"#))
            let much = try await call(program, "--caller", "-", input: "李师傅\n138\n还有\n")
            #expect(much.code == 65 && !much.messages.contains("李师傅"), "\(much)")
            #expect(try await call(program, "--caller", "nobody").code == 66)
        }
    }

    /// The time of the first caller is over in July; the job is open until it is rejected.
    @Test(arguments: Engine.allCases)
    func openJobsKeepTheirCallers(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await street(program)
            _ = try await call(program, "--caller", "-", input: "甲\n13800000421\n")
            _ = try await call(program, "--caller", "-", input: "乙\n13800000422\n")
            #expect(try await program.run(
                "job", "reject", "2026-0002", "--reason", "重复", "--as", "gu.lin", "--at", "2026-01-08T09:00:00+08:00").code == 0)
            // A practice street's clock is the latest time it has seen.
            try await program.run(
                "job", "note", "2026-0002", "--text", "年底", "--as", "li.wei", "--at", "2026-12-31T09:00:00+08:00")
            let dry = try await program.run("caller", "erase", "--due", "--dry-run", "--as", "li.wei", "--json")
            #expect(dry.out == #"{"due":["2026-0002"],"open":["2026-0001"]}"# + "\n", "\(dry)")
            #expect(try await program.run("caller", "erase", "--due", "--dry-run", "--as", "gu.lin").code == 1)
            #expect(try await program.run("caller", "show", "2026-0002", "--as", "li.wei").out.contains("乙"))
            let done = try await program.run("caller", "erase", "--due", "--as", "li.wei", "--json")
            #expect(done.out == #"{"erased":["2026-0002"],"open":["2026-0001"]}"# + "\n", "\(done)")
            #expect(try await program.run("caller", "show", "2026-0001", "--as", "li.wei").out.contains("甲"))
            #expect(try await program.run("caller", "show", "2026-0002", "--as", "li.wei").out.contains("已删除"))
        }
    }

    /// A URL with a slip in it is no path, and whatever stands in it is not repeated.
    @Test(arguments: [
        "postgres//user:s3cret@db1/city", "postgres:/user:s3cret@db1/city", "Postgres://user:s3cret@db1/city",
        "postgre://user:s3cret@db1/city", "postgressql//user:s3cret@db1", "//user:s3cret@db1/city", "user:s3cret@db1/city",
        " postgres://user:s3cret@db1/city", "host=db1 password=s3cret",
    ])
    func aMistypedURLIsNotShown(url: String) async throws {
        try await Program.with { program in
            for run in [["init", "--db", url], ["audit", "verify", "--db", url], ["copy", "--from", "x", "--to", url],
                        ["backup", "b", "--db", url, "--scratch", url]] {
                let outcome = try await program.shell([Program.binary] + run)
                #expect(outcome.code != 0 && !(outcome.out + outcome.messages).contains("s3cret"), "\(run): \(outcome)")
            }
            #expect(try program.files() == [])
            #expect(try await program.run("init", "--db", "./" + "a:b@c.sqlite").code == 0)
        }
    }
}
