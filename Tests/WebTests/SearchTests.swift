@testable import Desk
import Kernel
import SQL
import TestKit
import Testing
@testable import Web

/// One box: what is typed, who types it, and what is found (web.md 2.9).
struct SearchTests {
    private static let script = """
        03-05T09:00 dispatcher1 call      ref=12345-778 caller:={'name':'张三','phone':'13812349876'} site:={'address':'银杏里１０２号','estate':'e2'} description=化粪池满了
        03-05T09:10 grid1       accept    #1 urgency=urgent
        03-05T10:00 officer1    survey    #1 total=9000.00
        03-05T11:00 leader1     sign      #1
        03-05T12:00 dispatcher1 dispatch  #1
        03-05T13:00 crew1       start     #1
        03-06T16:00 crew1       finish    #1
        03-06T17:00 inspector1  inspect   #1
        03-09T09:00 officer1    claim     #1 total=9000.00
        03-09T10:00 finance1    review    #1 approved=8800.00
        03-09T11:00 leader1     settle    #1
        03-09T12:00 finance1    invoice   #1 number=26329766738690725233 total=8800.00
        03-10T10:00 cashier1    pay       #1 amount=4408.00 paymentNo=ZF-20260310
        03-11T09:00 dispatcher1 call      site:={'address':'双桥巷9号'} description=路面_塌陷100%
        """

    /// What stands on the page for what was typed: `→` for a way straight to a job, else the job's number, a
    /// record, or nothing.
    private static func found(_ browser: inout Browser, _ text: String) async -> String {
        var outcome = await browser.get("/NHL/search?q=" + Fields.encoded(text))
        if text.asPhone != nil {
            // In an address it is looked for as no caller.
            if browser.page.contains("这个号码来电的工单") { return "in the address" }
            outcome = await browser.post("/NHL/search", [("q", text)])
        }
        if outcome.status == 303 { return "→ " + (outcome.header("Location") ?? "").suffix(9) }
        let jobs = browser.page.matches(of: /<th scope="row"><a href="\/NHL\/jobs\/([0-9-]+)"/).map { String($0.1) }
        let things = browser.page.matches(of: /<li><a href="\/NHL\/((?:audit|funds|contractors|jobs\?)[^"]*)"/).map { String($0.1) }
        let heads = browser.page.matches(of: /<h2 class="part">([^ <、]+)/).map { String($0.1) }
        return (heads + jobs + things).joined(separator: " ").replacing("&amp;", with: "&")
    }

    @Test("what is typed, and what is found", arguments: Engine.allCases)
    func table(engine: Engine) async throws {
        try await WebStreet.with(engine, script: Self.script, users: ["head1"]) { street in
            var browser = try await street.browser("head1")
            let rows = [
                ("2026-0001", "→ 2026-0001"), ("２０２６－０００１", "→ 2026-0001"), ("1", "编号相符 2026-0001"), ("0002", "编号相符 2026-0002"),
                ("77", "文字相符 2026-0001"), ("9999", ""), ("ref:12345-778", "编号相符 2026-0001"), ("12345-778", "编号相符 2026-0001"), ("JS2026-0001", "结算 2026-0001"),
                ("js2026-0001", "结算 2026-0001"), ("JS2026-0009", ""), ("ZF-20260310", "结算 2026-0001"), ("zf 2026 0310", "结算 2026-0001"),
                ("26329766 738690725233", "结算 2026-0001"), ("8800", "金额相符 2026-0001"), ("8,800.00", "金额相符 2026-0001"), ("¥4408元", "金额相符 2026-0001"),
                ("88,00", ""), ("银杏里102", "文字相符 2026-0001"), ("南湖花园 化粪池", "文字相符 2026-0001 jobs?all=1&estate=e2".replacing(" jobs?all=1&estate=e2", with: "")),
                ("南湖花园", "文字相符 2026-0001 jobs?all=1&estate=e2"), ("疏通", "文字相符 2026-0001 contractors/c1"), ("100%", "文字相符 2026-0002"),
                ("路面_", "文字相符 2026-0002"), ("路面x", ""), ("13812349876", "这个号码来电的工单 2026-0001"), ("138 1234 9876", "这个号码来电的工单 2026-0001"),
                ("13800000000", ""), ("", ""), ("   ", ""), ("' OR 1=1 --", ""),
            ]
            for (typed, wanted) in rows {
                let found = await Self.found(&browser, typed)
                #expect(found == wanted, "\(typed): \(found)")
            }
            let voucher = await Self.found(&browser, "2026-000003")
            #expect(voucher.hasPrefix("audit/records/"))
        }
    }

    @Test("a phone is one however it is written, and nothing else is; a kept view holds none", arguments: [
        ("13812349876", true, true), ("138 1234-9876", true, true), ("+86 138 1234 9876", true, true), ("１３８１２３４９８７６", true, true),
        ("1381234987", false, false), ("26329766738690725233", false, true), ("电话 138-1234-9876", false, true), ("2026-0001", false, false),
    ])
    func phone(text: String, isOne: Bool, holdsOne: Bool) {
        #expect((text.asPhone != nil) == isOne && text.holdsPhone == holdsOne)
    }

    @Test("what is typed into the box stands in the address afterwards, unless it is a phone")
    func sent() async throws {
        try await WebStreet.with(script: Self.script, users: ["head1"]) { street in
            var browser = try await street.browser("head1")
            await browser.get("/NHL/search")
            let words = await browser.post("/NHL/search", [("q", "银杏里 102")])
            #expect(words.status == 303 && words.header("Location") == "/NHL/search?q=" + Fields.encoded("银杏里 102"))
            await browser.get("/NHL/search?q=13812349876")
            #expect(browser.page.contains("电话号码不放在网址里"))
            #expect(await browser.post("/NHL/search", [("q", "138 1234 9876")]).status == 200 && browser.page.contains("2026-0001"))
        }
    }

    @Test("who may not see it does not find it; a look for a caller is written down")
    func rights() async throws {
        try await WebStreet.with(script: Self.script, users: ["inspector1", "crew1", "auditor1", "grid1", "finance1", "admin1"]) { street in
            let rows = [
                ("inspector1", "8800", ""), ("inspector1", "ZF-20260310", ""), ("inspector1", "13812349876", ""), ("inspector1", "银杏里", "文字相符 2026-0001"),
                ("auditor1", "13812349876", ""), ("finance1", "13812349876", ""), ("grid1", "13812349876", "这个号码来电的工单 2026-0001"),
                ("crew1", "2", "文字相符 2026-0001"), ("crew1", "1", "编号相符 2026-0001"), ("crew1", "8800", "金额相符 2026-0001"), ("crew1", "双桥巷", ""), ("crew1", "修缮", ""),
                ("crew1", "2026-000003", ""), ("inspector1", "2026-000003", ""),
            ]
            for (user, typed, wanted) in rows {
                var browser = try await street.browser(user)
                let found = await Self.found(&browser, typed)
                #expect(found == wanted, "\(user) \(typed): \(found)")
                #expect(!browser.page.contains("张三") && !browser.page.replacing(typed, with: "").contains("9876"), "\(user) \(typed)")
            }
            let looks = try await street.desk.look { (connection, _) throws(Refusal) in
                try connection.rows("SELECT who FROM access WHERE does = 'job.list'").map { (row) throws(Refusal) in try row.text(0) }
            }
            #expect(looks == ["grid1"])
            var admin = try await street.browser("admin1")
            #expect(await admin.get("/NHL/search?q=1").status == 404)
        }
    }
}
