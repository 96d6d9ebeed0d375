import Kernel
import Testing
import TestKit

/// What every command does alike: widths, JSON of refusals, CSV for spreadsheets; and the ways to one record, one voucher, one
/// document.
struct SurfaceTests {
    @Test func theYearsVouchersDocumentsAndRecordsAreFound() async throws {
        try await Program.with(.sqlite) { program in
            try await program.run("init")
            try await program.run("apply", Program.sample("2026-year.jsonl"))
            try await widths(program)
            try await refusals(program)

            let one = try await program.run("report", "vouchers", "--voucher", "2026-000016", "--json")
            #expect(one.out.contains(#""summary": "审定入账 2026-0001 JS2026-0001 清澜管道疏通服务部（样例）""#))
            #expect(one.out.contains(#""contractor": "QL""#) && !one.out.contains("2026-000017"))
            let job = try await program.run("report", "vouchers", "--job", "2026-0041", "--csv")
            #expect(job.out.hasPrefix("\u{FEFF}day,voucher,account,"))
            #expect(job.out.split(separator: "\n").dropFirst().dropLast().allSatisfy { $0.contains("2026-0041") })
            let documents = try await program.run("fund", "documents", "--csv")
            #expect(documents.out.contains("宁财预〔2026〕88号,recall,收回") && documents.out.contains(",740544.35,total"))
            let headed = try await program.run("fund", "documents", "--csv", "--heading")
            #expect(headed.out.hasPrefix("\u{FEFF}report,fund-documents\ntitle,指标文件清单\n"))
            let silent = try await program.run("report", "utilisation", "--year", "2029")
            #expect(silent.out.contains("2029 年没有任何资金变动；有变动的年度：2026"))

            let shown = try await program.run("audit", "show", "2026-000016")
            #expect(shown.out.contains("记录 85") && shown.out.contains("审定 1,894.35 元"))
            let stored = try await program.run("audit", "show", "85", "--json")
            #expect(stored.out.contains(#""seq": 85"#) && stored.out.contains(#""hash": "#))
        }
    }

    private func widths(_ program: Program) async throws {
        let whole = try await program.run("report", "reconciliation")
        #expect(!whole.out.contains("…") && whole.out.contains("差额"))
        let narrow = try await program.run("job", "list", environment: ["COLUMNS": "80"])
        let lines = narrow.out.split(separator: "\n").filter { $0.hasPrefix("2026-") }
        #expect(lines.count == 101 && lines.allSatisfy { String($0).count <= 80 }, "each job is named once")
        #expect(!narrow.out.contains("…"))
        let wide = try await program.run("job", "list", "--wide", environment: ["COLUMNS": "80"])
        #expect(wide.out == (try await program.run("job", "list")).out)
    }

    private func refusals(_ program: Program) async throws {
        let mistyped = try await program.shell([Program.binary, "--lang", "en", "job", "show", "9", "--jsonn", "--json"])
        let told = try JSONParser.parse(Array(mistyped.out.utf8))
        #expect(mistyped.code == 64 && told["refusal"] == .string("setting.usage"), "\(mistyped)")
        #expect(told["message"]?.string?.contains("--jsonn") == true && mistyped.messages.hasPrefix("Error: "))
        let before = try await program.shell([Program.binary, "--lang", "en", "--wide", "job", "show", "9"])
        #expect(before.code == 0 && before.out.hasPrefix("Job 2026-0009"), "what every command has may stand before it: \(before)")
        for (arguments, code) in [
            (["job", "show", "2026-9999"], "job.unknown"), (["audit", "show", "9999"], "record.unknown"),
            (["audit", "show", "2026-999999"], "voucher.unknown"),
            (["report", "vouchers", "--voucher", "X"], "voucher.unknown"),
            (["job", "close", "2026-0101", "--as", "wu.fang"], "role.required"),
        ] {
            let refused = try await program.shell([Program.binary] + arguments + ["--json"])
            let json = try JSONParser.parse(Array(refused.out.utf8))
            #expect(refused.code == 1 && json["refusal"] == .string(code) && json["ok"] == .bool(false), "\(arguments)")
            #expect(refused.messages.hasPrefix(code + ": "))
            #expect(json["message"]?.string?.contains("—") == false)
        }
    }
}
