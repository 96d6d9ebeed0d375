@testable import Desk
import Journal
import Kernel
import TestKit
import Testing
@testable import Web

/// A page that is asked for again is the same page, and never an old one or somebody else's.
struct KeptPageTests {
    private static let script = """
        03-05T09:00 dispatcher1 call
        03-05T09:10 grid1       accept #1 urgency=urgent
        03-05T09:20 dispatcher1 call
        """
    private static let pages = ["/NHL/desk", "/NHL/jobs", "/NHL/jobs?all=1", "/NHL/jobs/board", "/NHL/jobs/2026-0001"]

    @Test("nothing happened: the same bytes; a record, whoever made it: another page", arguments: Engine.allCases)
    func head(engine: Engine) async throws {
        try await WebStreet.with(engine, script: Self.script, users: ["grid1", "head1"]) { street in
            var browser = try await street.browser("grid1")
            for page in Self.pages {
                let first = await browser.get(page), again = await browser.get(page)
                #expect(first.status == 200 && first.body == again.body, "\(page)")
                #expect(first.headers.map(\.name) == again.headers.map(\.name) && again.header("Cache-Control") == "private, no-store")
            }
            // Another program: its own memory, the same database.
            let other = Desk(street.desk.database, keys: street.desk.keys, clock: street.desk.clock)
            let command = """
                {"id":"other-1","org":"NHL","by":"dispatcher1","at":"2026-03-05T10:00:00+08:00","do":"job.note",\
                "with":{"job":"2026-0001","text":"住户说水已漫到楼道"}}
                """
            let answers = try await other.execute([other.read(JSONParser.parse(Array(command.utf8)))])
            #expect(answers.allSatisfy { $0.refusal == nil }, "\(answers)")
            let records = try await street.records()
            for page in Self.pages {
                await browser.get(page)
                #expect(browser.page.contains("依据记录 \(records)") || browser.page.contains("依据记录</span> \(records)")
                    || browser.page.contains("依据记录 <a href=\"/NHL/audit/records/\(records)\">"), "\(page)")
            }
        }
    }

    @Test("a page is of its session and its language, and goes with the session")
    func reader() async throws {
        try await WebStreet.with(script: Self.script, users: ["grid1", "head1"]) { street in
            var grid = try await street.browser("grid1"), head = try await street.browser("head1")
            for page in Self.pages {
                let own = await grid.get(page), others = await head.get(page)
                #expect(own.body != others.body, "\(page)")
                let (mine, theirs) = (grid.hidden.first { $0.0 == "csrf" }?.1, head.hidden.first { $0.0 == "csrf" }?.1)
                #expect(mine != nil && theirs != nil && mine != theirs && !head.page.contains(mine ?? ""))
                await grid.get("/look?lang=en")
                #expect(await grid.get(page).header("Content-Language") == "en" && grid.page.contains("lang=\"en\""))
                await grid.get("/look?lang=zh")
                await grid.get(page)
                #expect(grid.page.contains("lang=\"zh-CN\""))
            }
            await grid.post("/NHL/sign-out", [])
            for page in Self.pages { #expect(await grid.get(page).status == 303, "\(page)") }
        }
    }

    @Test("what stands beside the journal is on the page at once: a draft, a view")
    func beside() async throws {
        try await WebStreet.with(script: Self.script, users: ["dispatcher1"]) { street in
            var browser = try await street.browser("dispatcher1")
            await browser.get("/NHL/desk")
            #expect(!browser.page.contains("/NHL/drafts/"))
            await browser.get("/NHL/jobs/new")
            await browser.post("/NHL/jobs/new", [("site.address", "南苑路102号院"), ("go", "draft")])
            await browser.get("/NHL/desk")
            #expect(browser.page.contains("/NHL/drafts/"))
            await browser.get("/NHL/jobs")
            #expect(!browser.page.contains("雨天看"))
            await browser.get("/NHL/views?works=accepted")
            await browser.post("/NHL/views", [("name", "雨天看")])
            await browser.get("/NHL/jobs")
            #expect(browser.page.contains("雨天看"))
        }
    }

    @Test("a form is made anew each time: its id is a command's")
    func forms() async throws {
        try await WebStreet.with(script: Self.script, users: ["grid1"]) { street in
            var browser = try await street.browser("grid1")
            for page in ["/NHL/jobs/2026-0002/do/accept", "/NHL/jobs/2026-0001/do/note"] {
                await browser.get(page)
                let first = browser.hidden.first { $0.0 == "id" }?.1
                await browser.get(page)
                #expect(first != nil && first != browser.hidden.first { $0.0 == "id" }?.1, "\(page)")
            }
            for route in Routes.all where route.method == .get && route.isKept {
                let path = route.path.replacing(":o", with: "NHL").replacing(":n", with: "2026-0001").replacing(":name", with: "utilisation")
                await browser.get(path)
                #expect(!browser.hidden.contains { $0.0 == "id" || $0.0 == "seen" }, "\(path)")
            }
        }
    }

    @Test("the oldest make room: what is kept stays within its bytes")
    func room() {
        let pages = KeptPages()
        let page = [UInt8](repeating: 32, count: 1 << 20)
        for number in 0..<40 { pages.keep(page, as: .init(parts: ["\(number)"], minute: 0)) }
        let kept = (0..<40).filter { pages[.init(parts: ["\($0)"], minute: 0)] != nil }
        #expect(kept.contains(39) && kept.count <= 16)
    }
}
