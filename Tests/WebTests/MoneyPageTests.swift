import Jobs
import Journal
import Kernel
import TestKit
import Testing
@testable import Web

/// Statements, matching and policies by forms alone.
struct MoneyPageTests {
    private static let paid = JobLines.settled(1, "03-02", total: "100.00") + JobLines.settled(2, "03-04", total: "250.00") + """
        03-03 cashier1 pay #1 paymentNo=ZF20260303-01
        03-05 cashier1 pay #2 paymentNo=ZF20260305-01

        """

    private static let closing = "[" + (1...12).map { "{'check':'W\($0)','reason':'已核'}" }.joined(separator: ",") + "]"

    @Test("a closed year is told as it was closed, its figures lead to their lines, and the open one goes on")
    func pastYear() async throws {
        let script = JobLines.settled(1, "03-02", total: "100.00") + JobLines.settled(2, "03-04", total: "250.00") + """
            03-03 cashier1 pay #1 paymentNo=ZF1
            2027-01-05T09:00 leader1 year.close year:=2026 accept:=\(Self.closing)
            2027-01-06T09:00 cashier1 pay #2 paymentNo=ZF2 day=2027-01-06

            """
        try await WebStreet.with(script: script, users: ["auditor1"]) { street in
            let closed = try await street.records() - 1
            var browser = try await street.browser("auditor1")
            #expect(await browser.get("/NHL/reports/payables?year=2026").status == 200)
            #expect(browser.page.contains("依据记录 \(closed)，") && browser.page.contains(">250.00<"))
            #expect(await browser.get("/NHL/reports/utilisation?year=2026").status == 200)
            #expect(browser.page.contains("依据记录 \(closed)，"))
            let lines = "/NHL/reports/ledger?account=I2501&amp;appropriation=M26&amp;year=2026"
            #expect(browser.page.contains("<a class=\"rows\" href=\"\(lines)\">100.00</a>"), "\(browser.page)")
            #expect(await browser.get(lines.replacing("&amp;", with: "&")).status == 200)
            #expect(browser.page.contains("期初") && browser.page.contains("2026-03-03") && !browser.page.contains("ZF2"))
            #expect(await browser.get("/NHL/reports/payables?year=2027").status == 200)
            #expect(browser.page.contains("依据记录 \(closed + 1)，") && !browser.page.contains(">250.00<"))
        }
    }

    /// The treasury's list of paid vouchers.
    private static func treasury(_ rows: [String]) -> [UInt8] {
        Array((["凭证号,指标文号,收款人,收款人账号,收款人开户行,金额,日期,用途"] + rows).joined(separator: "\n").utf8)
    }

    private static let first = "ZF20260303-01,文1,疏通一队,622200001,样例银行,100.00,2026-03-03,维修"
    private static let second = "TX-9,文1,疏通一队,,,250.00,2026-03-05,维修"

    @Test("a statement comes in once, its faults are told by row, and matching leads to equal sums only")
    func statement() async throws {
        try await WebStreet.with(script: Self.paid, users: ["finance1", "cashier1", "leader1"]) { street in
            var browser = try await street.browser("finance1")
            let path = "/NHL/finance/statements", before = try await street.records()
            await browser.get(path)
            #expect(await browser.upload(path, [], file: nil).status == 422)
            let bad = Self.treasury([Self.first, "TX-9,文1,疏通一队,,,12x,2026-03-05,维修"])
            #expect(await browser.upload(path, [("bank", "treasury"), ("new", "1")], file: ("清单.csv", bad)).status == 422)
            #expect(browser.page.contains("什么也没有记下") && browser.page.contains(">3:6</th>"))
            #expect(try await street.records() == before)
            let good = Self.treasury([Self.first, Self.second])
            #expect(await browser.upload(path, [("bank", "treasury")], file: ("清单.csv", good)).status == 422, "an account that no statement has named")
            #expect(await browser.upload(path, [("bank", "treasury"), ("new", "1")], file: ("清单.csv", good)).status == 200)
            #expect(browser.page.contains("读取 2，新增 2，已有 0，有误 0"))
            #expect(try await street.records() == before + 1)
            #expect(await browser.upload(path, [("bank", "treasury")], file: ("清单.csv", good)).status == 200)
            #expect(browser.page.contains("读取 2，新增 0，已有 2，有误 0"))
            #expect(try await street.records() == before + 1)
            try await match(&browser, street, line: "\(before + 1).2")
        }
    }

    /// The first line is sure by its number; the second one a person puts together, not with a wrong sum.
    private func match(_ browser: inout Browser, _ street: WebStreet, line: String) async throws {
        let path = "/NHL/finance/match", before = try await street.records()
        #expect(await browser.get(path).status == 200)
        #expect(browser.page.contains("未勾：清单 2 条，账上 2 笔") && browser.page.contains("确认“确定” 1 条"))
        #expect(await browser.post(path, [("go", "sure")]).header("Location") == path + "?done=\(before + 1)")
        await browser.get(path + "?done=\(before + 1)")
        #expect(browser.page.contains("勾对，已记下") && browser.page.contains("未勾：清单 1 条，账上 1 笔"))
        #expect(await browser.post(path, [("go", "sum"), ("line", line)]).status == 200)
        #expect(browser.page.contains("<b>−250.00</b>"))
        #expect(await browser.post(path, [("go", "hand"), ("line", line)]).status == 409)
        let hand = [("go", "hand"), ("line", line), ("item", "payment:ZF20260305-01"), ("note", "退票重付")]
        await browser.get(path)
        #expect(await browser.post(path, hand).status == 303)
        #expect(await browser.post(path, hand).status == 303, "pressed twice")
        #expect(try await street.records() == before + 2)
        await browser.get(path)
        #expect(browser.page.contains("/NHL/do/match.undo?match=\(before + 2)"))
        await browser.get("/NHL/do/match.undo?match=\(before + 2)")
        #expect(browser.page.contains("value=\"\(before + 2)\""))
        #expect(await browser.post("/NHL/do/match.undo", [("match", String(before + 2)), ("reason", "勾错")]).status == 303)
        // Whoever may look and not match gets no button, and no match.
        var other = try await street.browser("leader1")
        await other.get(path)
        #expect(!other.page.contains("value=\"hand\""))
        #expect(await other.post(path, hand).status == 403)
        #expect(try await street.records() == before + 3)
    }

    @Test("a policy is held against the one in force before it is adopted")
    func policy() async throws {
        try await WebStreet.with(users: ["leader1", "head1"]) { street in
            var browser = try await street.browser("leader1")
            let path = "/NHL/policy/adopt", before = try await street.records()
            await browser.get(path)
            let text = StreetPolicy.text.replacing("'paperworkDays':3", with: "'paperworkDays':5")
            #expect(text != StreetPolicy.text)
            #expect(await browser.post(path, [("effective", "2027-02-30"), ("text", text), ("go", "look")]).status == 422)
            #expect(await browser.post(path, [("effective", "2027-02-01"), ("text", "sources: ["), ("go", "look")]).status == 422)
            #expect(await browser.upload(path, [("effective", "2027-02-01"), ("text", ""), ("go", "look")], file: ("p.yaml", Array(text.utf8))).status == 200)
            #expect(browser.page.contains("改动 1 处") && browser.page.contains("3 工作日") && browser.page.contains("<b>5 工作日</b>"))
            #expect(try await street.records() == before)
            #expect(await browser.post(path, [("go", "send")]).header("Location") == "/NHL/policy?done=\(before + 1)")
            #expect(await browser.get("/NHL/policy?done=\(before + 1)").status == 200)
            #expect(browser.page.contains("采用制度，已记下"))
            var other = try await street.browser("head1")
            #expect(await other.get(path).status == 404)
            await other.get("/NHL/policy?done=\(before + 1)")
            #expect(!other.page.contains("已记下"), "somebody else's record")
        }
    }

    @Test("rows of a form that nobody filled in are not sent; half a row is a fault")
    func rows() async throws {
        try await WebStreet.with(script: """
            03-05T09:00 dispatcher1 call
            03-05T09:10 grid1       accept #1
            03-05T09:20 officer1    survey #1 total=900.00
            03-05T09:30 head1       sign   #1
            """, users: ["dispatcher1"]) { street in
            var browser = try await street.browser("dispatcher1")
            let path = "/NHL/jobs/2026-0001/do/dispatch"
            await browser.get(path)
            #expect(await browser.post(path, [("contractor", "c1"), ("vehicles.0.kind", "吸污车")]).status == 422)
            #expect(browser.page.contains("id=\"e-vehicles.0.count\"") && browser.page.contains("<details class=\"f lines\"  open>"))
            #expect(await browser.post(path, [("contractor", "c1"), ("vehicles.0.kind", "吸污车"), ("vehicles.0.count", "２")]).status == 303)
        }
    }

    @Test("files and fields of a form, and what is no form", arguments: [
        ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n", "1"), ("--b--", nil), ("", ""), ("--b\r\nX: y\r\n\r\n1\r\n--b--", ""),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", ""), ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--b--", ""),
    ] as [(String, String?)])
    func multipart(body: String, a: String?) {
        let read = Multipart(Array(body.utf8), type: "multipart/form-data; boundary=b")
        #expect(read?.fields["a"] == (a == "" && read == nil ? nil : a))
    }

    @Test("a file's name is its last part, its bytes are as they came")
    func file() throws {
        let head = Array("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\tmp\\\\a.csv\"\r\n\r\n".utf8)
        let bytes: [UInt8] = [0, 13, 10, 45, 45, 121, 255]
        let read = try #require(Multipart(head + bytes + Array("\r\n--x--".utf8), type: "multipart/form-data; boundary=\"x\""))
        #expect(read.files.first { $0.field == "file" }?.file == SentFile(name: "a.csv", bytes: bytes))
    }
}
