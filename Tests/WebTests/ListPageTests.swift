import Documents
import Kernel
import TestKit
import Testing
@testable import Web

/// Lists, long documents, and what an address may ask of them.
struct ListPageTests {
    private static let calls = (1...4).map { "03-0\($0)T09:00 dispatcher1 call" }.joined(separator: "\n") + """

        03-05T09:10 grid1 accept #1
        03-05T09:20 grid1 accept #2 urgency=urgent

        """

    @Test("a queue and a filter hold together; a job that is not on the list is no place to go on after")
    func queue() async throws {
        try await WebStreet.with(script: Self.calls, users: ["grid1"]) { street in
            var browser = try await street.browser("grid1")
            let count = { (page: String) in page.components(of: "<th scope=\"row\"><a href=\"/NHL/jobs/") }
            await browser.get("/NHL/jobs?queue=accept")
            #expect(count(browser.page) == 2 && browser.page.contains("<input type=\"hidden\" name=\"queue\" value=\"accept\">"))
            await browser.get("/NHL/jobs?queue=accept&q=3")
            #expect(count(browser.page) == 1)
            await browser.get("/NHL/jobs?queue=accept&category=none")
            #expect(count(browser.page) == 0)
            #expect(await browser.get("/NHL/jobs?after=2026-0003").status == 200)
            #expect(await browser.get("/NHL/jobs?after=2026-9999").status == 400)
            #expect(browser.page.contains("2026-9999") && !browser.page.contains("字段 —"))
        }
    }

    @Test("a list of all jobs is counted and cut by the database; what has ended is on it, and not among the open")
    func all() async throws {
        let calls = (1...53).map { "03-05T09:\($0 < 10 ? "0" : "")\($0) dispatcher1 call" }
        let ends = ["03-06T09:00 dispatcher1 reject #2 reason=r", "03-06T09:01 dispatcher1 reject #9 reason=r"]
        try await WebStreet.with(script: (calls + ends).joined(separator: "\n"), users: ["dispatcher1"]) { street in
            var browser = try await street.browser("dispatcher1")
            let numbers = { (page: String) in
                page.split(separator: "<th scope=\"row\"><a href=\"/NHL/jobs/").dropFirst().map { String($0.prefix(9)) }
            }
            await browser.get("/NHL/jobs?all=1")
            let first = numbers(browser.page)
            #expect(first.count == 50 && first.first == "2026-0053" && first.contains("2026-0009"))
            #expect(browser.page.contains("工单 53 件") && browser.page.contains("在办 51") && browser.page.contains("全部 53"))
            let next = browser.page.split(separator: "after=").last?.prefix { $0 != "\"" && $0 != "&" } ?? ""
            await browser.get("/NHL/jobs?all=1&after=\(next)")
            #expect(numbers(browser.page) == ["2026-0003", "2026-0002", "2026-0001"])
            await browser.get("/NHL/jobs?works=rejected")
            #expect(numbers(browser.page) == ["2026-0002", "2026-0009"])
            await browser.get("/NHL/jobs?q=9")
            #expect(numbers(browser.page).contains("2026-0009"))
            await browser.get("/NHL/jobs")
            #expect(!numbers(browser.page).contains("2026-0002") && browser.page.contains("在办工单 51 件"))
            #expect(await browser.get("/NHL/jobs?q=2026-0009").header("Location") == "/NHL/jobs/2026-0009")
            #expect(await browser.get("/NHL/jobs?all=1&after=x").status == 400)
        }
    }

    @Test("a step of a job that is out of sight is not there, asked for or sent")
    func outOfSight() async throws {
        try await WebStreet.with(script: Self.calls, users: ["crew1", "dispatcher1"]) { street in
            var crew = try await street.browser("crew1"), other = try await street.browser("dispatcher1")
            for number in ["2026-0001", "2026-0099"] {
                await crew.get("/NHL/me")
                #expect(await crew.post("/NHL/jobs/\(number)/do/note", [("text", "x")]).status == 404, "\(number)")
                #expect(await crew.post("/NHL/jobs/\(number)/caller", []).status != 409, "\(number)")
            }
            await other.get("/NHL/me")
            #expect(await other.post("/NHL/jobs/2026-0099/do/note", [("text", "x")]).status == 404)
        }
    }

    @Test("a long document comes in pages that together are the whole, each with the sums at its end")
    func pages() {
        var table = Table([.text("行", "row")])
        for row in 1...250 { table.add([.count(row)]) }
        table.total([.text("Σ")])
        let document = Document(name: "long", title: Phrase("长", "long"), facts: [], sections: [
            Section(nil, [.text(Phrase("头", "head")), .table(table)]), Section(Phrase("尾", "end"), [.table(Table([.text("行", "row")], [Table.Row(.detail, [.count(251)])]))]),
        ], sandbox: false)
        var seen: [Cell] = []
        for (wanted, rows) in [("1", 76), ("2", 76), ("3", 76), ("4", 27)] {
            let pages = DocumentPages(document, wanted: wanted)
            #expect(pages.count == 4 && pages.total == 251)
            let sections = document.sections.enumerated().compactMap { pages.section($1, at: $0) }
            let tables = sections.flatMap(\.parts).compactMap { part -> Table? in if case .table(let table) = part { table } else { nil } }
            let cells = tables.flatMap(\.rows).map { $0.cells[0] }
            #expect(cells.count == rows, "\(wanted)")
            #expect(sections.first?.parts.count == (wanted == "1" ? 2 : 1), "\(wanted)")
            seen += cells.filter { $0 != .text("Σ") }
        }
        #expect(seen == (1...251).map { Cell.count($0) })
        #expect(["0", "-1", "x", nil].allSatisfy { DocumentPages(document, wanted: $0).page == 1 } && DocumentPages(document, wanted: "99").page == 4)
    }

    /// What a street's people type may be Chinese; what a page says in English is not.
    @Test("no full-width sign stands beside English words")
    func punctuation() async throws {
        try await WebStreet.with(script: Self.calls, users: ["leader1", "finance1"]) { street in
            for user in ["leader1", "finance1"] {
                var browser = try await street.browser(user)
                browser.cookies["yjb-lang"] = "en"
                for path in ["desk", "jobs?all=1", "jobs/plan", "jobs/2026-0001", "funds", "finance", "finance/match", "finance/statements", "reports/utilisation?year=2026", "audit", "policy", "contractors", "do/fund.transfer", "policy/adopt"] {
                    await browser.get("/NHL/" + path)
                    let faults = browser.page.matches(of: /[A-Za-z>] ?[，：；。（）、“”] ?[A-Za-z<]/).map { String($0.0) }
                    #expect(faults == [], "\(user) \(path)")
                }
            }
        }
    }
}

extension String {
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
