import Desk
import Kernel
import SQL
import TestKit
import Testing
@testable import Web

/// Forms that are left unfinished, and forms that come when the session is over.
struct DraftTests {
    private static let script = """
        03-05T09:00 dispatcher1 call
        03-05T09:10 grid1       accept    #1
        03-05T10:00 officer1    visit     #1
        """
    private static let users = ["dispatcher1", "grid1", "officer1", "head1"]
    private static let call = "/NHL/jobs/new"
    private static let typed = [("site.address", "南苑路102号院"), ("caller.name", "张三"), ("caller.phone", "13812349876"), ("description", "")]

    private static func link(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: /"(\/NHL\/drafts\/[a-z0-9-]+)"/)?.1))
    }

    @Test("a draft is kept as it is, listed for its person alone, opened with the same id, and gone when recorded")
    func life() async throws {
        try await WebStreet.with(script: Self.script, users: Self.users) { street in
            var browser = try await street.browser("dispatcher1")
            await browser.get(Self.call)
            let id = try #require(browser.hidden.first { $0.0 == "id" }?.1), before = try await street.records()
            #expect(browser.page.contains("value=\"draft\"") && browser.page.contains("data-draft"))
            #expect(await browser.post(Self.call, Self.typed + [("go", "draft")]).status == 200)
            #expect(browser.page.contains("草稿已存") && browser.page.contains("南苑路102号院") && !browser.page.contains("没有填"))
            // Kept twice it is one draft.
            await browser.post(Self.call, Self.typed + [("go", "draft")])
            await browser.get("/NHL/desk")
            #expect(browser.page.contains("登记来电") && browser.page.contains("/NHL/drafts/\(id)"))
            await browser.get("/NHL/drafts")
            #expect(browser.page.matches(of: /\/NHL\/drafts\/w-/).count == 1)
            var other = try await street.browser("officer1")
            await other.get("/NHL/drafts")
            #expect(!other.page.contains(id))
            #expect(await other.get("/NHL/drafts/\(id)").status == 404)
            await other.get("/NHL/drafts")
            await other.post("/NHL/drafts", [("draft", id)])
            let opened = await browser.get("/NHL/drafts/\(id)")
            #expect(opened.status == 200 && browser.page.contains("张三") && browser.page.contains("action=\"/NHL/jobs/new\""))
            #expect(browser.hidden.contains { $0.0 == "id" && $0.1 == id })
            #expect(try await street.records() == before)
            let more = [("category", "septic"), ("description", "污水上返"), ("channel", "电话"), ("go", "send")]
            let category = try #require(browser.page.firstMatch(of: /name="category"[^>]*>.*?<option value="([a-z-]+)"/.dotMatchesNewlines())?.1)
            let sent = await browser.post(Self.call, Self.typed.dropLast() + more.map { $0.0 == "category" ? ($0.0, String(category)) : $0 })
            #expect(sent.status == 303, "\(browser.page)")
            #expect(try await street.records() == before + 1)
            #expect(await browser.get("/NHL/drafts/\(id)").status == 404)
        }
    }

    @Test("what was typed is not readable beside the journal; a draft ends after fourteen days, or by hand")
    func sealed() async throws {
        try await WebStreet.with(script: Self.script, users: Self.users) { street in
            var browser = try await street.browser("dispatcher1")
            await browser.get(Self.call)
            let id = try #require(browser.hidden.first { $0.0 == "id" }?.1)
            await browser.post(Self.call, Self.typed + [("go", "draft")])
            let bytes = try await street.desk.database.read { (connection) throws(Refusal) in
                try connection.first("SELECT sealed FROM draft")?.blob(0) ?? []
            }
            #expect(bytes.count > 100 && bytes.firstRange(of: "13812349876".utf8) == nil && bytes.firstRange(of: "caller".utf8) == nil)
            street.turn(14 * Instant.dayLength - Instant.minute)
            browser = try await street.browser("dispatcher1")
            #expect(await browser.get("/NHL/drafts/\(id)").status == 200)
            street.turn(2 * Instant.minute)
            #expect(await browser.get("/NHL/drafts/\(id)").status == 404)
            await browser.get(Self.call)
            await browser.post(Self.call, Self.typed + [("go", "draft")])
            await browser.get("/NHL/drafts")
            let link = try Self.link(browser.page)
            #expect(!link.contains(id))
            await browser.post("/NHL/drafts", [("draft", String(link.split(separator: "/").last ?? ""))])
            #expect(await browser.get(link).status == 404)
        }
    }

    @Test("a draft whose job has moved says so first; a short form has no draft")
    func moved() async throws {
        try await WebStreet.with(script: Self.script, users: Self.users) { street in
            var browser = try await street.browser("officer1")
            let survey = "/NHL/jobs/2026-0001/do/survey"
            await browser.get(survey)
            await browser.post(survey, [("cause", "管道老化"), ("go", "draft")])
            await browser.get("/NHL/drafts")
            let link = try Self.link(browser.page)
            await browser.get(link)
            #expect(browser.page.contains("管道老化") && !browser.page.contains("存下之后工单动过"))
            var grid = try await street.browser("grid1")
            await grid.get("/NHL/jobs/2026-0001/do/regrade")
            #expect(await grid.post("/NHL/jobs/2026-0001/do/regrade", [("urgency", "urgent"), ("reason", "倒灌"), ("go", "send")]).status == 303)
            #expect(await browser.get(link).status == 200)
            #expect(browser.page.contains("存下之后工单动过") && browser.page.contains("管道老化"))
            await browser.get("/NHL/jobs/2026-0001/do/note")
            #expect(!browser.page.contains("value=\"draft\""))
        }
    }

    @Test("a form posted after the session's end stands there again when its person signs in, with the same id")
    func held() async throws {
        try await WebStreet.with(script: Self.script, users: Self.users) { street in
            var browser = try await street.browser("dispatcher1")
            await browser.get(Self.call)
            let id = try #require(browser.hidden.first { $0.0 == "id" }?.1), before = try await street.records()
            // The last end of a session of the desk.
            street.turn(13 * Instant.hour)
            let late = await browser.post(Self.call, Self.typed + [("go", "send")])
            let place = try #require(late.header("Location"))
            #expect(late.status == 303 && place.hasPrefix("/NHL/sign-in?next=%2FNHL%2Fdrafts%2F"))
            let way = try #require(Fields.decoded(place.split(separator: "=")[1]))
            // Somebody else finds nothing there.
            var other = try await street.browser("officer1")
            #expect(await other.get(way).status == 404)
            await browser.get(place)
            let back = await browser.post(place, [("name", "dispatcher1"), ("password", WebStreet.password)])
            #expect(back.status == 303 && back.header("Location") == way)
            #expect(await browser.get(way).status == 200)
            #expect(browser.page.contains("13812349876") && browser.hidden.contains { $0.0 == "id" && $0.1 == id })
            #expect(try await street.records() == before)
            // It is in no list, and is over after half an hour.
            await browser.get("/NHL/drafts")
            #expect(!browser.page.contains(way))
            street.turn(31 * Instant.minute)
            browser = try await street.browser("dispatcher1")
            #expect(await browser.get(way).status == 404)
        }
    }

    @Test("a form with a token of no session, or of another one, is not kept")
    func foreign() async throws {
        try await WebStreet.with(script: Self.script, users: Self.users) { street in
            var browser = try await street.browser("dispatcher1")
            await browser.get(Self.call)
            street.turn(13 * Instant.hour)
            for token in ["", String(repeating: "a", count: 32), CSRF.token(String(repeating: "b", count: 64))] {
                #expect(await browser.post(Self.call, Self.typed + [("csrf", token), ("go", "send")]).status == 403)
            }
            // A session that was ended on purpose holds nothing.
            let count = try await street.desk.database.read { (connection) throws(Refusal) in try connection.first("SELECT COUNT(*) FROM draft")?.int(0) ?? -1 }
            #expect(count == 0)
        }
    }
}
