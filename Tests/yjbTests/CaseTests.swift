import Foundation
import TestKit
import Testing

/// Mistakes of people as they happened, whole streets in small files (`cases/`): what each must be answered.
struct CaseTests {
    private static func file(_ name: String) -> String { Program.root + "/Tests/yjbTests/cases/" + name }

    /// A street with the sample policy, and a case played into it. The answers, one a line.
    private static func street(_ program: Program, _ name: String) async throws -> [String] {
        try await program.run(
            "init", "--org", "NHL", "--name", "竹溪路街道办事处", "--as", "admin", "--policy", Program.sample("policy.yaml"),
            "--sandbox", "--year", "2026", "--at", "2026-01-04T08:00:00+08:00")
        return try await apply(program, name)
    }

    private static func apply(_ program: Program, _ name: String) async throws -> [String] {
        let outcome = try await program.run("apply", file(name))
        #expect(outcome.code == 0, "\(outcome.messages)")
        return outcome.out.split(separator: "\n").map(String.init)
    }

    /// The ids that were refused, each with its code.
    private static func refused(_ answers: [String]) throws -> [String] {
        try answers.compactMap { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            guard let code = object?["refusal"] as? String else { return nil }
            return "\(object?["id"] as? String ?? "") \(code)"
        }
    }

    @Test("a street of the second model is answered as the rules say", arguments: Engine.allCases, [
        ("6x-share-order", [String]()), ("6x-open-tracks", ["h22 dispatch.unsigned"]),
        ("6x-open-suspended", ["h24 time.order", "h25 job.state", "h26 job.state"]), ("6x-open-slip", []),
        ("6x-open-cashier", ["h31 duty.payee"]), ("6x-credit-code", ["h17 creditCode.invalid"]),
    ])
    func secondModel(engine: Engine, name: (String, [String])) async throws {
        try await Program.with(engine) { program in
            try await program.run("init")
            let refused = try Self.refused(try await Self.apply(program, name.0 + ".jsonl"))
            // What was refused first makes what follows it impossible.
            #expect(Array(refused.prefix(max(1, name.1.count))) == name.1, "\(refused)")
            #expect(try await program.run("audit", "verify").code == 0)
        }
    }

    @Test("ties of a division go to the share signed first, whatever was authorised before", arguments: Engine.allCases)
    func shareOrder(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run("init")
            _ = try await Self.apply(program, "6x-share-order.jsonl")
            for job in ["2026-0001", "2026-0002"] {
                let shown = try await program.run("job", "show", job, "--json").out
                let parts = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any]
                let holdings = (parts?["job"] as? [String: Any])?["holdings"] as? [[String: Any]]
                let held = holdings?.map { "\($0["appropriation"] ?? "") \($0["encumbered"] ?? "")" }
                #expect(held == ["B 0.02", "A 0.01"])
            }
        }
    }

    @Test("a red invoice takes the blue one out of force; another may follow", arguments: Engine.allCases)
    func redInvoice(engine: Engine) async throws {
        try await Program.with(engine) { program in
            #expect(try Self.refused(try await Self.street(program, "32-red-invoice.jsonl")) == [])
            for name in ["1-blue", "2-red", "3-new"] {
                let done = try await program.run(
                    "invoice", "import", Self.file("32-red-invoice-\(name).xml"), "2026-0001", "--as", "wu.fang")
                #expect(done.code == 0, "\(done.messages)")
            }
            let list = try await program.run("invoice", "list", "--json").out
            #expect(list.contains("26322000000000000001") && list.contains("26322000000000000003"))
            let page = try await program.run("job", "show", "2026-0001").out
            #expect(page.contains("已作废，红字发票 26322000000000000002：红冲"))
            let again = try await program.run(
                "invoice", "import", Self.file("32-red-invoice-2-red.xml"), "2026-0001", "--as", "wu.fang", "--lang", "en")
            #expect(again.code == 1 && again.messages.contains("invoice.unknown"))
        }
    }

    @Test("two invoices come to the approved amount", arguments: Engine.allCases)
    func twoInvoices(engine: Engine) async throws {
        try await Program.with(engine) { program in
            _ = try await Self.street(program, "32-red-invoice.jsonl")
            let first = try program.text(Self.file("36-two-invoices.xml"))
            for (number, code) in [(1, Int32(0)), (2, 0), (3, 1)] {
                let name = "\(number).xml"
                try program.write(
                    first.replacing("26322000000000000001", with: "2632200000000000000\(number)"), to: name)
                let done = try await program.run("invoice", "import", name, "2026-0001", "--as", "wu.fang")
                #expect(done.code == code, "\(done.messages)")
            }
        }
    }

    @Test("a ticket sent again after a rejection is named with its job, and taken up again on demand", arguments: Engine.allCases)
    func ticketAgain(engine: Engine) async throws {
        try await Program.with(engine) { program in
            #expect(try Self.refused(try await Self.street(program, "41-ticket-comes-again.jsonl")) == [])
            let arguments = [
                Program.binary, "import", "calls", Self.file("41-ticket-comes-again.csv"), "--mapping",
                Program.sample("mappings/12345.yaml"), "--as", "wang.mei",
            ]
            let told = try await program.shell(arguments)
            #expect(told.code == 0)
            #expect(told.out == "读取 1，新开 0，已有 1（其中了结后重派 1），有误 0\n")
            #expect(told.messages.contains("ref.ended") && told.messages.contains("2026-0001"))
            #expect(told.messages.contains("不予受理"))
            let json = try await program.shell(arguments + ["--json"]).out
            #expect(json.contains(#""job":"2026-0001","works":"rejected""#), "\(json)")
            let opened = try await program.shell(arguments + ["--reopen"])
            #expect(opened.out == "读取 1，新开 1，已有 0，有误 0\n", "\(opened.messages)")
            let once = try await program.shell(arguments + ["--reopen"])
            #expect(once.out == "读取 1，新开 0，已有 1，有误 0\n")
            let new = try await program.run("job", "show", "ref:202603050002").out
            #expect(new.contains("2026-0002") && new.contains("重新受理（2026-0001）"))
            #expect(try await program.run("job", "show", "2026-0001").out.contains("2026-0002"))
            #expect(try await program.run("audit", "verify").code == 0)
        }
    }

    @Test("who says that it is not solved stands in the way of closing until the work is done again", arguments: Engine.allCases)
    func unsolved(engine: Engine) async throws {
        try await Program.with(engine) { program in
            let answers = try await Self.street(program, "49-unsolved-call-back.jsonl")
            #expect(try Self.refused(answers) == ["x00027 job.state", "x00028 job.state", "x00033 close.unsolved"])
            #expect(try await program.run("job", "show", "2026-0001").out.contains("回访未解决"))
            let steps = [
                ["rework", "--as", "chen.lu", "--reason", "仍漏水"], ["start", "--as", "xu.gang"], ["finish", "--as", "xu.gang"],
                ["inspect", "--as", "yan.hua", "--pass", "--note", "合格"],
                ["callback", "--as", "chen.lu", "--solved", "yes", "--satisfied", "4"], ["close", "--as", "chen.lu"],
            ]
            for step in steps {
                let words = [Program.binary, "job", step[0], "2026-0001"] + step.dropFirst()
                let done = try await program.shell(words)
                #expect(done.code == 0, "\(step): \(done.messages)")
            }
            let page = try await program.run("job", "show", "2026-0001").out
            #expect(page.contains("返工 1 次") && page.contains("缺发票 100.00 元") && !page.contains("回访未解决"))
        }
    }

    @Test("retention before its due day needs a reason and is marked", arguments: Engine.allCases)
    func earlyRelease(engine: Engine) async throws {
        try await Program.with(engine) { program in
            let answers = try await Self.street(program, "50-retention-released-early.jsonl")
            #expect(try Self.refused(answers) == ["x00030 release.early"])
            let kept = try await program.run(
                "job", "withhold", "2026-0001", "--amount", "10.00", "--reason", "渗漏未修", "--as", "zhao.ming")
            #expect(kept.code == 0, "\(kept.messages)")
            let done = try await program.run(
                "job", "release", "2026-0001", "--payment-no", "ZB1", "--day", "2026-03-02", "--as", "feng.jie",
                "--reason", "承包人破产清算")
            #expect(done.code == 0, "\(done.messages)")
            let page = try await program.run("job", "show", "2026-0001").out
            #expect(page.contains("提前返还：承包人破产清算") && page.contains("扣留质保金"))
            #expect(try await program.run("job", "list").out.contains("提前返还"))
            let todo = try await program.run("finance", "todo", "--json").out
            #expect(todo.contains(#""uninvoiced""#) && todo.contains("20.00"))
        }
    }
}
