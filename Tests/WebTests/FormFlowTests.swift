import Desk
import Jobs
import Journal
import Kernel
import TestKit
import Testing
@testable import Web

/// Forms as people send them: once, twice, badly, too late, from elsewhere.
struct FormFlowTests {
    private static let call = [
        ("site.address", "双桥巷9号"), ("category", "drain"), ("description", "路面破了"), ("channel", "电话"), ("go", "send"),
    ]

    @Test("a form that is sent twice is recorded once, and answered the same", arguments: Engine.allCases)
    func twice(engine: Engine) async throws {
        try await WebStreet.with(engine, users: ["dispatcher1"]) { street in
            var browser = try await street.browser("dispatcher1")
            await browser.get("/NHL/jobs/new")
            let before = try await street.records()
            let first = await browser.post("/NHL/jobs/new", Self.call)
            let second = await browser.post("/NHL/jobs/new", Self.call)
            #expect(first.status == 303 && second.status == 303 && first.header("Location") == second.header("Location"))
            #expect(first.header("Location") == "/NHL/jobs/2026-0001?done=\(before + 1)")
            #expect(try await street.records() == before + 1)
            // Gone back to, changed and sent: another content under the same id is refused.
            let changed = await browser.post("/NHL/jobs/new", Self.call.filter { $0.0 != "description" } + [("description", "另一件事")])
            #expect(changed.status == 409 && browser.page.contains("<td data-t=\"已记下\">路面破了</td>") && browser.page.contains("<b>另一件事</b>"))
            #expect(!browser.page.contains(">双桥巷9号<"), "what is the same is not told again")
            #expect(try await street.records() == before + 1)
            // The way on: a new form with what was typed, and another record.
            #expect(await browser.post("/NHL/jobs/new", [("go", "edit")]).status == 200)
            #expect(browser.page.contains("另一件事") && browser.page.contains("value=\"双桥巷9号\""))
            let next = Self.call.filter { $0.0 != "description" } + [("description", "另一件事")]
            #expect(await browser.post("/NHL/jobs/new", next).header("Location") == "/NHL/jobs/2026-0002?done=\(before + 2)")
        }
    }

    @Test("a post without the token, with another's, from elsewhere or in another form is refused and changes nothing")
    func forged() async throws {
        try await WebStreet.with(users: ["dispatcher1", "dispatcher2"]) { street in
            var browser = try await street.browser("dispatcher1"), other = try await street.browser("dispatcher2")
            await other.get("/NHL/jobs/new")
            let foreign = other.hidden.first { $0.0 == "csrf" }?.1 ?? ""
            await browser.get("/NHL/jobs/new")
            let before = try await street.records()
            #expect(await browser.post("/NHL/jobs/new", Self.call, without: ["csrf"]).status == 403)
            await browser.get("/NHL/jobs/new")
            #expect(await browser.post("/NHL/jobs/new", Self.call + [("csrf", foreign)]).status == 403)
            // It stands there again as it was typed, and goes through with the token of today.
            #expect(browser.page.contains("登录变了") && browser.page.contains("value=\"双桥巷9号\"") && !browser.page.contains(foreign))
            #expect(try await street.records() == before)
            for headers in [
                ["origin": "https://evil.example", "sec-fetch-site": ""], ["sec-fetch-site": "cross-site"], ["sec-fetch-site": "same-site"],
                ["origin": "null", "sec-fetch-site": ""],
            ] {
                await browser.get("/NHL/jobs/new")
                #expect(await browser.post("/NHL/jobs/new", Self.call, headers: headers).status == 403, "\(headers)")
            }
            await browser.get("/NHL/jobs/new")
            #expect(await browser.post("/NHL/jobs/new", Self.call, headers: ["content-type": "text/plain"]).status == 415)
            #expect(try await street.records() == before)
            // A statement desk that is told to record and has no token only shows itself.
            #expect(await browser.post("/NHL/finance/match", [("go", "hand"), ("one", "0")], without: ["csrf"]).status == 403)
            // The same form, as it should be.
            await browser.get("/NHL/jobs/new")
            #expect(await browser.post("/NHL/jobs/new", Self.call, headers: ["origin": "http://desk.test", "sec-fetch-site": ""]).status == 303)
        }
    }

    /// What is written as a number in a record is one, whatever a browser sends in its place.
    @Test("a number that is none is refused and changes nothing", arguments: ["+5", "0005", "1e", "9223372036854775808", ""])
    func numbers(seen: String) async throws {
        try await WebStreet.with(users: ["dispatcher1"]) { street in
            var browser = try await street.browser("dispatcher1")
            await browser.get("/NHL/jobs/new")
            let before = try await street.records()
            #expect(await browser.post("/NHL/jobs/new", Self.call + [("seen", seen)], without: ["seen"]).status == 415)
            #expect(try await street.records() == before)
        }
    }

    @Test("a row past the last one of a form is no row")
    func rows() async throws {
        try await WebStreet.with(script: """
            03-05T09:00 dispatcher1 call
            03-05T09:10 grid1       accept #1
            """, users: ["officer1"]) { street in
            var browser = try await street.browser("officer1")
            for row in ["9223372036854775807", "200", "-1"] {
                await browser.get("/NHL/jobs/2026-0001/do/survey")
                let answer = await browser.post(
                    "/NHL/jobs/2026-0001/do/survey", [("lines.\(row).item", "x"), ("lines.1.item", "y"), ("go", "more")])
                #expect(answer.status == 200 && browser.page.contains("name=\"lines.4.item\""))
                #expect(!browser.page.contains("name=\"lines.5.item\""), "\(row)")
            }
        }
    }

    @Test("a year or a day that no street has is said on the report's page", arguments: [
        ("utilisation?year=9223372036854775807", 400), ("utilisation?year=abc", 400), ("utilisation?year=-1", 400),
        ("utilisation?as-of=2026/06/31", 400), ("utilisation?year=2026", 200), ("closing", 409),
    ])
    func choices(query: String, status: Int) async throws {
        try await WebStreet.with(users: ["leader1"]) { street in
            var browser = try await street.browser("leader1")
            let answer = await browser.get("/NHL/reports/" + query)
            #expect(answer.status == status && browser.page.contains("class=\"choose\""))
        }
    }

    @Test("all faults of a form are told at once, beside their fields, and what was typed stays")
    func faults() async throws {
        try await WebStreet.with(script: """
            03-05T09:00 dispatcher1 call
            03-05T09:10 grid1       accept #1
            """, users: ["officer1"]) { street in
            var browser = try await street.browser("officer1")
            let before = try await street.records(), path = "/NHL/jobs/2026-0001/do/survey"
            await browser.get(path)
            let answer = await browser.post(path, [
                ("visitors", "officer1"), ("cause", ""), ("plan", "换管"), ("taxRate", "多少"), ("at", "后天"), ("lines.0.item", "\"><b>疏通"),
                ("lines.0.quantity", "1e3"), ("lines.0.unit", ""), ("lines.0.unitPrice", "12,00"), ("go", "look"),
            ])
            #expect(answer.status == 422 && browser.page.contains("有 7 处要改"))
            for name in ["visitors", "cause", "lines.0.quantity", "lines.0.unit", "lines.0.unitPrice", "taxRate", "at"] {
                #expect(browser.page.contains("href=\"#f-\(name)\"") && browser.page.contains("id=\"e-\(name)\""), "\(name)")
            }
            #expect(browser.page.contains("换管") && browser.page.contains("value=\"1e3\"") && browser.page.contains("&quot;&gt;&lt;b&gt;疏通"))
            #expect(try await street.records() == before)
            // Three more lines keep all.
            #expect(await browser.post(path, [("plan", "换管"), ("lines.0.item", "疏通"), ("go", "more")]).status == 200)
            #expect(browser.page.contains("name=\"lines.3.item\"") && browser.page.contains("换管"))
        }
    }

    @Test("what somebody signs is what they saw: a paper that moved meanwhile refuses the step")
    func moved() async throws {
        try await WebStreet.with(script: """
            03-05T09:00 dispatcher1 call
            03-05T09:10 grid1       accept #1
            03-05T10:00 officer1    survey #1 total=900.00
            """, users: ["head1", "officer1"]) { street in
            var head = try await street.browser("head1"), officer = try await street.browser("officer1")
            await head.get("/NHL/jobs/2026-0001/do/sign")
            await officer.get("/NHL/jobs/2026-0001/do/survey")
            let lines = [
                ("visitors", "officer1"), ("visitors", "grid1"), ("cause", "老化"), ("plan", "换管"), ("lines.0.kind", "other"), ("lines.0.item", "疏通"),
                ("lines.0.quantity", "2"), ("lines.0.unit", "项"), ("lines.0.unitPrice", "450"),
            ]
            #expect(await officer.post("/NHL/jobs/2026-0001/do/survey", lines + [("go", "look")]).status == 200)
            #expect(officer.page.contains("人民币玖佰元整"))
            #expect(await officer.post("/NHL/jobs/2026-0001/do/survey", [("go", "send")]).status == 303)
            let before = try await street.records()
            #expect(await head.post("/NHL/jobs/2026-0001/do/sign", [("go", "send")]).status == 409)
            #expect(head.page.contains("看现在的工单") && head.page.contains("您打开时（记录 \(before - 1)）"))
            #expect(head.page.contains("现在（记录 \(before)，officer1，踏勘，") && head.page.contains("<b>疏通 2 项 × 450.00</b>"))
            #expect(!head.page.contains("<th scope=\"row\">踏勘合计</th>"), "900.00 before and after")
            #expect(try await street.records() == before)
            // The same form, filled in for the job as it is now.
            #expect(await head.post("/NHL/jobs/2026-0001/do/sign", [("go", "edit")]).status == 200)
            #expect(await head.post("/NHL/jobs/2026-0001/do/sign", [("go", "send")]).status == 303)
        }
    }

    @Test("a review of a claim that was replaced keeps what was said of the lines that are still there")
    func movedClaim() async throws {
        let script = JobLines.passed(1, "03-02", total: "600.00") + """
            03-03 officer1 claim #1 lines:=[{'kind':'other','item':'疏通','quantity':'1','unit':'项','unitPrice':'400.00'},{'kind':'other','item':'清运','quantity':'1','unit':'车','unitPrice':'200.00'}]

            """
        try await WebStreet.with(script: script, users: ["finance1"]) { street in
            var browser = try await street.browser("finance1")
            let path = "/NHL/jobs/2026-0001/do/review"
            await browser.get(path)
            let again = """
                {"id":"x2","org":"NHL","by":"officer1","do":"job.claim","with":{"job":"2026-0001","lines":[{"kind":"other","item":"疏通","quantity":"1","unit":"项","unitPrice":"400.00"},{"kind":"other","item":"清运","quantity":"1","unit":"车","unitPrice":"150.00"}]}}
                """
            #expect(try await street.desk.execute([street.desk.read(try JSONParser.parse(Array(again.utf8)))])[0].refusal == nil)
            let lines = [
                ("lines.0.looked", "1"), ("lines.0.approved", "380"), ("lines.0.reason", "按实"), ("lines.1.looked", "1"), ("lines.1.approved", "190"), ("lines.1.reason", "多算"),
            ]
            #expect(await browser.post(path, lines + [("go", "send")]).status == 409)
            #expect(browser.page.contains("600.00") && browser.page.contains("<b>550.00</b>"))
            #expect(browser.page.contains("name=\"lines.0.approved\" value=\"380\"") && browser.page.contains("name=\"lines.1.approved\" value=\"150.00\""))
            #expect(!browser.page.contains("name=\"lines.1.looked\"") && !browser.page.contains("name=\"lines.1.reason\""))
            #expect(await browser.post(path, [("go", "edit")]).status == 200)
            #expect(await browser.post(path, [lines[0], lines[1], lines[2], ("lines.1.looked", "1"), ("lines.1.approved", "150.00"), ("go", "send")]).status == 303)
        }
    }

    /// A step of the journey: who, which address, and what is typed.
    private typealias Step = (user: String, path: String, fields: [(String, String)])

    @Test("a job from the call to its close, by forms alone", arguments: Engine.allCases)
    func journey(engine: Engine) async throws {
        let job = "/NHL/jobs/2026-0001/do/"
        let line = [("lines.0.kind", "other"), ("lines.0.item", "疏通"), ("lines.0.quantity", "2"), ("lines.0.unit", "项"), ("lines.0.unitPrice", "450")]
        let steps: [Step] = [
            ("dispatcher1", "/NHL/jobs/new", Self.call + [("caller.name", "张三"), ("caller.phone", "13812349876")]),
            ("grid1", job + "accept", [("tenure", "unowned"), ("urgency", "urgent")]),
            ("officer1", job + "visit", [("visitors", "officer1"), ("findings", "管道堵塞")]),
            ("officer1", job + "survey", [("visitors", "officer1"), ("visitors", "grid1"), ("cause", "老化"), ("plan", "疏通")] + line),
            ("head1", job + "sign", []), ("dispatcher1", job + "dispatch", [("contractor", "c1")]), ("crew1", job + "start", []),
            ("crew1", job + "finish", [("note", "通了")]), ("inspector1", job + "inspect", [("pass", "yes"), ("note", "合格")]),
            ("officer1", job + "claim", line),
            ("finance1", job + "review", [("lines.0.looked", "1"), ("lines.0.approved", "880.00"), ("lines.0.reason", "按实")]),
            ("head2", job + "settle", []), ("cashier1", job + "pay", [("paymentNo", "ZF1"), ("day", "2026-01-02"), ("amount", "880")]),
            ("grid1", job + "callback", [("contacted", "yes"), ("solved", "yes"), ("satisfied", "5")]), ("dispatcher1", job + "close", []),
        ]
        try await WebStreet.with(engine, users: Array(Set(steps.map(\.user)))) { street in
            for step in steps {
                var browser = try await street.browser(step.user)
                let before = try await street.records()
                #expect(await browser.get(step.path).status == 200, "\(step.path)")
                let answer = await browser.post(step.path, step.fields.filter { $0.0 != "go" } + [("go", "send")])
                #expect(answer.status == 303, "\(step.path): \(browser.page.suffix(3000))")
                #expect(try await street.records() == before + 1, "\(step.path)")
            }
            var browser = try await street.browser("head1")
            await browser.get("/NHL/jobs/2026-0001")
            #expect(browser.page.contains("已结案") && browser.page.contains("880.00") && browser.page.contains("张**"))
            #expect(!browser.page.contains("13812349876"))
        }
    }

    @Test("the roles that a button asks for are those of the rule behind it")
    func offers() async throws {
        let commands = StreetCommand.allCases.filter { $0 != .openStreet && $0 != .closeYear && $0 != .importStatement && $0 != .sealAccess
            && $0 != .assessYear }
        let roles = Role.allCases.filter { $0 != .machine && $0 != .resident }.map(\.rawValue)
        try await WebStreet.with(users: roles.map { $0 + "1" }) { street in
            for role in roles {
                for command in commands {
                    let refusal = try await refusal(command.rawValue, role + "1", street)
                    #expect((refusal != .roleRequired) == command.roles.contains { $0.rawValue == role }, "\(command) \(role): \(refusal?.rawValue ?? "ok")")
                }
            }
        }
    }

    /// What a well-formed command of that kind is answered.
    private func refusal(_ does: String, _ user: String, _ street: WebStreet) async throws -> RefusalCode? {
        var memory = MemoryStreet.funded
        let fields = [
            "fund.appropriate": "appropriation=X9 source=minsheng amount=1.00", "fund.transfer": "from=M26 to=S26 amount=1.00", "fund.recall": "appropriation=M26 amount=1.00",
            "fund.receive": "appropriation=M26 amount=1.00", "fund.return": "appropriation=M26 amount=1.00", "fund.correct": "record:=1",
            "bank.entry": "kind=fee appropriation=M26 amount=1.00", "bank.void": "record:=1", "match.undo": "match:=1 reason=x", "match.make": "lines:=['1.1'] payments:=[{'no':'P1'}]",
            "policy.adopt": "effective=2026-06-01", "org.join": "parent=GLQ",
            "contractor.add": "code=z\(user) name=z creditCode=\(MemoryStreet.creditCode(9))", "contractor.update": "code=c1 name=新名\(user)",
            "contractor.agree": "agreement=A\(user) rates=疏通/项/90.00", "estate.add": "code=z\(user) name=z community=z transferred:=false",
            "user.add": "user=zz name=zz roles:=['grid']", "user.disable": "user=grid3",
        ][does] ?? ""
        let envelope = memory.envelope("~ \(user) \(does) id=t-\(does)-\(user) \(fields)")
        return try await street.desk.execute([street.desk.read(envelope)])[0].refusal?.code
    }
}
