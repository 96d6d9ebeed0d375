import Testing
import TestKit

/// Streets of a city in one database: their sums, by street and by district.
struct RollUpTests {
    @Test(arguments: Engine.allCases)
    func sumsRollUpAndPercentagesAreMadeFromThem(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await city(program)
            for by in ["org", "district"] {
                let report = ["report", "utilisation", "--org", "A,B,C", "--year", "2026", "--by", by]
                let page = try await program.shell([Program.binary] + report)
                #expect(page.code == 0)
                expectGolden(page.out, "rollup-\(by).txt")
            }
            let two = try await program.run("report", "utilisation", "--org", "A,B", "--year", "2026", "--json")
            #expect(two.out.contains(#""net": "3750.00""#) && two.out.contains(#""recalled": "250.00""#), "\(two.out)")
            #expect(two.out.contains(#""stamps": ["#))
            let wan = try await program.run("report", "utilisation", "--org", "A,B", "--year", "2026", "--unit", "wan", "--json")
            #expect(wan.out.contains(#""net": "0.38""#) && wan.out.contains(#""recalled": "0.03""#), "\(wan.out)")
            let followed = try await program.run("report", "utilisation", "--org", "A,B", "--year", "2026", "--explain")
            #expect(followed.code == 64 && followed.messages.contains("--explain"), "\(followed.code) \(followed.messages)")
        }
    }

    @Test(arguments: [
        ("A,Z", "org.unknown"), ("A,R", "org.mixed"), ("A,,B", "input."),
    ], Engine.allCases)
    func aChoiceThatCannotBeAddedUpIsRefused(_ choice: (orgs: String, refusal: String), engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await city(program)
            let outcome = try await program.run("report", "utilisation", "--org", choice.orgs, "--year", "2026")
            #expect(outcome.code != 0)
            #expect(outcome.messages.hasPrefix(choice.refusal), "\(outcome.messages)")
        }
    }

    @Test(arguments: Engine.allCases)
    func allStreetsLeavesThoseForPracticeOut(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await city(program)
            let all = try await program.run("report", "utilisation", "--org", "ALL", "--year", "2026", "--json")
            #expect(all.out.contains(#""streets": 0"#) && all.out.contains("尚未采用制度、没有资金：R。"), "\(all.out)")
        }
    }

    @Test(arguments: Engine.allCases)
    func aStreetThatWasNotThereYetIsLeftOutByName(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await city(program)
            let late = line("L", "open", "02-01", "admin", "org.open", #"{"code":"L","name":"晚街道","year":2026,"sandbox":true}"#)
            #expect(try await program.run("apply", "-", "--strict", input: late + "\n").code == 0)
            let before = try await program.run(
                "report", "utilisation", "--org", "A,B,L", "--year", "2026", "--known-at", "2026-01-15", "--json")
            #expect(before.out.contains(#""streets": 2"#), "\(before.out) \(before.messages)")
            #expect(before.out.contains("当时尚未开立、未计入：L。"))
            let never = try await program.run(
                "report", "utilisation", "--org", "A,B", "--year", "2026", "--known-at", "2025-12-31", "--json")
            #expect(never.code == 0 && never.out.contains("未计入：A、B。"), "\(never.messages)")
        }
    }

    /// Practice streets A and B of district D, C of none and without a policy; R is a real one, without a policy too.
    private func city(_ program: Program) async throws {
        try await program.run("init")
        let policy = try await program.run("policy", "show", "--json", Program.sample("policy.yaml")).out
            .replacing("\n", with: " ")
        let streets = [("A", "甲街道", true, #","parent":"D""#), ("B", "乙街道", true, ""), ("C", "丙街道", true, ""),
                       ("R", "实街道", false, "")]
        var lines = streets.map { org, name, sandbox, parent in
            line(org, "open", "01-01", "admin", "org.open",
                 #"{"code":"\#(org)","name":"\#(name)","year":2026,"sandbox":\#(sandbox)\#(parent)}"#)
        }
        lines.append(line("B", "join", "01-02", "admin", "org.join", #"{"parent":"D"}"#))
        for (org, granted) in [("A", "1000.00"), ("B", "3000.00")] {
            lines += [
                line(org, "policy", "01-02", "admin", "policy.adopt", #"{"effective":"2026-01-01","policy":\#(policy)}"#),
                line(org, "user", "01-02", "admin", "user.add", #"{"user":"f","name":"财务","roles":["finance"]}"#),
                line(org, "grant", "01-03", "f", "fund.appropriate", """
                    {"appropriation":"M","source":"minsheng","kind":"original","amount":"\(granted)","documentNo":"1"}
                    """),
            ]
        }
        // A gives 250.00 back: 25 % of its money, 6.25 % of both.
        lines.append(line("A", "recall", "01-04", "f", "fund.recall", #"{"appropriation":"M","amount":"250.00","documentNo":"2"}"#))
        let outcome = try await program.run("apply", "-", "--strict", input: lines.joined(separator: "\n") + "\n")
        #expect(outcome.code == 0, "\(outcome.out)")
    }

    private func line(_ org: String, _ id: String, _ day: String, _ by: String, _ does: String, _ with: String) -> String {
        #"{"id":"\#(id)","org":"\#(org)","by":"\#(by)","at":"2026-\#(day)T09:00:00+08:00","do":"\#(does)","with":\#(with)}"#
    }
}
