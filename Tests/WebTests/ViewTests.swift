import Kernel
import TestKit
import Testing
@testable import Web

/// Lists under a name.
struct ViewTests {
    private static let script = """
        03-05T09:00 dispatcher1 call
        03-05T09:10 grid1       accept #1 urgency=urgent
        03-05T09:20 dispatcher1 call
        """

    @Test("a list is kept from its address, stands above it, and is taken away again", arguments: Engine.allCases)
    func own(engine: Engine) async throws {
        try await WebStreet.with(engine, script: Self.script, users: ["grid1", "grid2"]) { street in
            var browser = try await street.browser("grid1"), other = try await street.browser("grid2")
            await browser.get("/NHL/jobs?works=accepted&after=2026-0009~1".replacing("&after=2026-0009~1", with: ""))
            #expect(browser.page.contains("/NHL/views?works=accepted") && browser.page.contains("存为视图"))
            await browser.get("/NHL/views?works=accepted&zoom=3&x=1")
            let kept = await browser.post("/NHL/views", [("name", "已受理<b>")])
            #expect(kept.status == 303 && kept.header("Location") == "/NHL/jobs?works=accepted")
            await browser.get("/NHL/jobs")
            #expect(browser.page.contains("href=\"/NHL/jobs?works=accepted\">已受理&lt;b&gt; 1</a>"))
            await other.get("/NHL/jobs")
            #expect(!other.page.contains("已受理&lt;b&gt;"))
            // The same name again takes its place.
            await browser.get("/NHL/views?works=registered")
            await browser.post("/NHL/views", [("name", "已受理<b>")], without: ["drop"])
            await browser.get("/NHL/views")
            let ids = browser.page.matches(of: /name="drop" value="([0-9a-f]+)"/).map { String($0.1) }
            #expect(ids.count == 1 && browser.page.contains("/NHL/jobs?works=registered"))
            await other.get("/NHL/views?works=accepted")
            await other.post("/NHL/views", [("drop", ids.first ?? "")])
            await browser.get("/NHL/views")
            #expect(browser.page.contains("已受理"))
            await browser.post("/NHL/views", [("drop", ids.first ?? "")])
            await browser.get("/NHL/views")
            #expect(!browser.page.contains("已受理"))
        }
    }

    @Test("for a role it is a head's or a leader's to give")
    func role() async throws {
        try await WebStreet.with(script: Self.script, users: ["grid1", "head1", "officer1"]) { street in
            var head = try await street.browser("head1"), grid = try await street.browser("grid1"), officer = try await street.browser("officer1")
            await head.get("/NHL/views?q=x")
            #expect(await head.post("/NHL/views", [("name", "给网格"), ("role", "grid")]).status == 303)
            for (browser, sees) in [(grid, true), (officer, false), (head, false)] {
                var browser = browser
                await browser.get("/NHL/jobs")
                #expect(browser.page.contains("给网格") == sees)
            }
            await grid.get("/NHL/views?q=x")
            #expect(!grid.page.contains("name=\"role\"") && !grid.page.contains("name=\"drop\""))
            #expect(await grid.post("/NHL/views", [("name", "乱给"), ("role", "head")]).status == 403)
            await head.get("/NHL/views")
            #expect(head.page.contains("name=\"drop\""))
        }
    }

    @Test("what cannot be kept is said, and what was typed stays", arguments: [
        ("q=x", ""), ("q=x", String(repeating: "长", count: 21)), ("q=13812349876", "电话"), ("q=１３８１２３４９８７６", "电话"),
        ("q=" + String(repeating: "a", count: 2100), "太长"),
    ])
    func faults(query: String, name: String) async throws {
        try await WebStreet.with(script: Self.script, users: ["grid1"]) { street in
            var browser = try await street.browser("grid1")
            await browser.get("/NHL/views?" + query)
            let outcome = await browser.post("/NHL/views", [("name", name)])
            #expect(outcome.status == 422 && browser.page.contains("错误：") && browser.page.contains("value=\"\(name)\""))
        }
    }

    @Test("twenty are enough")
    func full() async throws {
        try await WebStreet.with(script: Self.script, users: ["grid1"]) { street in
            var browser = try await street.browser("grid1")
            for number in 1...21 {
                await browser.get("/NHL/views?q=\(number)")
                #expect(await browser.post("/NHL/views", [("name", "第 \(number)")], without: ["drop"]).status == (number > 20 ? 422 : 303))
            }
        }
    }
}
