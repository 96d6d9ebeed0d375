import Foundation
import Journal
import Kernel
import TestKit
import Testing

/// The finance desk's commands, as they are typed.
struct FinanceCommandTests {
    @Test("contractors, agreements, invoices and the work list by hand", arguments: Engine.allCases)
    func byHand(engine: Engine) async throws {
        try await Program.with(engine) { program in
            let start = [
                "init", "--org", "NHL", "--name", "宁海路街道", "--year", "2026", "--sandbox",
                "--as", "wang", "--at", "2026-01-02T09:00:00+08:00", "--policy", Program.sample("policy.yaml"),
            ]
            #expect(try await program.shell([Program.binary] + start).code == 0)
            let firm = ["contractor", "add", "JS01", "--name", "宁安市政", "--credit-code", "911101055555555519"]
            let steps: [(arguments: [String], code: Int32)] = [
                (["user", "add", "li.wei", "--name", "李伟", "--role", "officer", "--role", "finance",
                  "--as", "wang"], 0),
                (firm + ["--bank", "工商银行", "--account", "4301"], 1),
                (["contractor", "add", "JS01", "--name", "宁安市政", "--credit-code", "91110105555555551A",
                  "--bank", "工商银行", "--account", "4301"], 0),
                (["contractor", "update", "JS01", "--account", "4302"], 65),
                (["contractor", "update", "JS01", "--bank", "工商银行", "--account", "4302"], 0),
                (["contractor", "update", "JS01", "--bank", "工商银行", "--account", "4302"], 1),
                (["contractor", "agree", "JS01", "--number", "KJ-1", "--from", "2026-01-01", "--to", "2026-12-31",
                  "--line", "疏通工｜工日｜300.00", "--line", "吸污车|台班|1500.00"], 0),
                (["invoice", "add", "2026-0001", "--number", "26322000000012345678", "--date", "2026-01-02",
                  "--seller", "宁安市政", "--seller-code", "91110105555555551A", "--buyer", "宁海路街道",
                  "--amount", "9.00", "--total", "9.00"], 1),
            ]
            for step in steps {
                let user = step.arguments.contains("--as") ? [] : ["--as", "li.wei"]
                let done = try await run(program, step.arguments + user)
                #expect(done.code == step.code, "\(step.arguments): \(done.messages)")
            }
            let list = try await run(program, ["contractor", "list"])
            #expect(list.out.contains("工商银行 4302"))
            let agreements = try await run(program, ["contractor", "agreements", "JS01", "--json"])
            #expect(agreements.out.contains("\"unitPrice\": \"1500.00\""))
            #expect(try await run(program, ["contractor", "agreements", "JS02"]).out.contains("300.00") == false)
            for arguments in [["finance", "todo"], ["invoice", "list"]] {
                let shown = try await run(program, arguments)
                #expect(shown.code == 0, "\(shown.messages)")
            }
            let sheet = try await run(program, ["job", "settlement", "2026-0001"])
            #expect(sheet.code == 1 && sheet.messages.hasPrefix("job.unknown"))
        }
    }

    /// A job whose review has approved 1,000.00, to be invoiced.
    private static let reviewed: String = {
        var street = MemoryStreet.funded
        street.play("""
            grid1 call
            grid1 accept #1
            officer1 survey #1 total=1000.00
            head1 sign #1
            dispatcher1 dispatch #1
            crew1 start #1
            crew1 finish #1
            inspector1 inspect #1
            officer1 claim #1 total=1000.00
            finance1 review #1 approved=1000.00
            """)
        return street.envelopes.map(\.text).joined(separator: "\n") + "\n"
    }()

    private static let invoice = """
        <EInvoice><EInvoiceData><SellerInformation><SellerIdNum>\(MemoryStreet.creditCode(1))</SellerIdNum>
        <SellerName>疏通一队</SellerName></SellerInformation>
        <BuyerInformation><BuyerName>南湖里</BuyerName></BuyerInformation>
        <BasicInformation><TotalAmWithoutTax>970.87</TotalAmWithoutTax><TotalTaxAm>29.13</TotalTaxAm>
        <TotalTax-includedAmount>1000.00</TotalTax-includedAmount></BasicInformation></EInvoiceData>
        <TaxSupervisionInfo><InvoiceNumber>26322000000000000001</InvoiceNumber>
        <IssueTime>2026-01-01</IssueTime></TaxSupervisionInfo></EInvoice>
        """

    @Test("the XML of an invoice is registered once, and named where it is wrong", arguments: Engine.allCases)
    func invoiceFile(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run("init")
            try program.write(Self.reviewed, to: "street.jsonl")
            #expect(try await program.run("apply", "street.jsonl", "--strict").code == 0)
            try program.write(Self.invoice, to: "a.xml")
            try program.write(Self.invoice.replacing("29.13", with: "29.133"), to: "b.xml")
            for (file, code, name) in [("b.xml", 65, "money.format"), ("a.xml", 0, ""), ("a.xml", 1, "invoice.taken")] {
                let done = try await program.run("invoice", "import", file, "2026-0001", "--as", "officer1")
                #expect(done.code == Int32(code), "\(done.messages)")
                #expect(name.isEmpty ? done.messages.isEmpty : done.messages.contains(name), "\(done.messages)")
            }
            #expect(try await program.run("invoice", "list").out.contains("26322000000000000001"))
        }
    }

    private func run(_ program: Program, _ arguments: [String]) async throws -> Program.Outcome {
        try await program.shell([Program.binary] + arguments)
    }
}
