import Testing
import TestKit

/// What an officer types at a terminal: short, in Chinese; what it was taken for is always said.
struct TypedTests {
    @Test(arguments: Engine.allCases)
    func shortFormsAreTakenAndShownBack(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run("init")
            try await program.run("apply", Program.sample("2026-year.jsonl"))
            let call = try await run(program, [
                "call", "--as", "wang.mei", "--channel", "电话", "--address", "青石巷6号院", "--category", "化粪池",
                "--description", "满溢", "--at", "23:50",
            ])
            #expect(call.code == 0, "\(call.messages)")
            #expect(call.messages.contains("理解为：--category 化粪池 → septic；--at 23:50 → 2026-12-31T23:50:00+08:00"))
            let accept = try await run(program, [
                "job", "accept", "102", "--as", "chen.lu", "--tenure", "无产权", "--urgency", "紧急", "--at", "2026-12-31 23:51",
            ])
            #expect(accept.code == 0, "\(accept.messages)")
            #expect(accept.messages.contains("<job> 102 → 2026-0102") && accept.messages.contains("紧急 → urgent"))
            let ceiling = try await run(program, [
                "job", "authorize", "102", "--as", "zhao.ming", "--ceiling", "1,000", "--means", "电话", "--reason", "外溢",
            ])
            #expect(ceiling.code == 0, "\(ceiling.messages)")
            #expect(ceiling.messages.contains("--ceiling 1,000 → 1000") && ceiling.messages.contains("--means 电话 → phone"))
            let shown = try await run(program, ["job", "show", "102"])
            #expect(shown.out.contains("工单 2026-0102") && shown.messages.contains("→ 2026-0102"))
            let named = try await run(program, ["job", "list", "--category", "化粪池", "--json"])
            #expect(named.code == 0 && named.messages.contains("--category 化粪池 → septic"), "\(named.messages)")
            #expect(try await run(program, ["job", "list", "--category", "septic", "--json"]).out == named.out)
            let unknown = try await run(program, ["job", "list", "--category", "屋顶花园"])
            #expect(unknown.code == 1 && unknown.messages.contains("category.unknown"), "\(unknown.messages)")
        }
    }

    @Test func messagesNameTheOption() async throws {
        try await Program.with(.sqlite) { program in
            try await program.run("init")
            try await program.run("apply", Program.sample("2026-year.jsonl"))
            for (arguments, option) in [
                (["job", "authorize", "100", "--as", "zhou.hai", "--ceiling", "6,00", "--means", "phone", "--reason", "急"], "--ceiling"),
                (["fund", "recall", "MS-2026-01", "--as", "wu.fang", "--amount", "0", "--document", "1号"], "--amount"),
                (["job", "survey", "98", "--as", "li.wei", "--visitor", "甲", "--visitor", "乙", "--cause", "旧", "--plan", "换",
                  "--line", "人工|管工|1|工日|1.234"], "--line #1 unitPrice"),
            ] {
                let refused = try await run(program, arguments)
                #expect(refused.code != 0 && refused.messages.contains(option), "\(refused.messages)")
                #expect(!refused.messages.contains("with."))
            }
        }
    }

    private func run(_ program: Program, _ arguments: [String]) async throws -> Program.Outcome {
        try await program.shell([Program.binary] + arguments)
    }
}
