@testable import Desk
import Jobs
import Journal
import Kernel
import Reports
import Seal
import SQL
import Store
import TestKit
import Testing
@testable import Web

/// Every route against whoever has no business there, and every answer against what browsers must be told.
struct SweepTests {
    private static let roles = Role.allCases.filter { $0 != .machine && $0 != .resident }.map(\.rawValue)
    private static let script = """
        03-05T09:00 dispatcher1 call      caller:={'name':'张三','phone':'13812349876'} site:={'address':'银杏里一号'}
        03-05T09:10 grid1       accept    #1 urgency=urgent
        03-05T09:20 head1       authorize #1 ceiling=8000.00
        """

    private static func address(_ route: Route, in org: String = "NHL") -> String {
        let samples = [
            "o": org, "n": "2026-0001", "verb": "note", "seq": "3", "name": "jobs", "does": "fund.transfer", "code": "x",
            "hash": Asset.style.hash, "file": "app.css",
        ]
        let path = route.path.split(separator: "/").map { part in
            part.first == ":" ? samples[String(part.dropFirst())] ?? "x" : String(part)
        }
        return "/" + path.joined(separator: "/")
    }

    /// Everything that is kept but the log of who asked, as text.
    private static func kept(_ street: WebStreet) async throws -> [String] {
        try await street.desk.look { (connection, _) throws(Refusal) in
            var found: [String] = []
            for table in ["record", "line", "command", "credential", "session", "job", "caller", "taken", "counter"] {
                for row in try connection.rows("SELECT * FROM \"\(table)\"") {
                    found.append(table + " " + row.values.map { "\($0)" }.joined(separator: "|"))
                }
            }
            return found.sorted()
        }
    }

    private static let pages = Routes.all.filter { $0.method == .get }
    private static let posts = Routes.all.filter { $0.method == .post }

    @Test("who was disabled, has been away too long, or is of another street finds as much as nobody does")
    func strangers() async throws {
        try await WebStreet.with(script: Self.script, users: ["head1", "head2", "leader1"]) { street in
            var disabled = try await street.browser("head1"), late = try await street.browser("head2")
            let foreign = try await Self.otherStreet(street)
            await disabled.get("/NHL/jobs/2026-0001")
            #expect(disabled.page.contains("银杏里一号"), "or nothing is looked at here")
            let seen = try await street.desk.execute([street.desk.read(JSON.members([
                "id": .string("off"), "org": .string("NHL"), "by": .string("admin1"), "do": .string("user.disable"),
                "with": JSON.members(["user": .string("head1")]),
            ]))])
            #expect(seen.first?.refusal == nil)
            for route in Routes.all {
                var nobody = Browser(front: street.front)
                let path = Self.address(route), wanted = await Self.ask(&nobody, route, path)
                for (name, browser) in [("disabled", disabled), ("other street", foreign)] {
                    var browser = browser
                    let found = await Self.ask(&browser, route, path)
                    #expect(found == wanted, "\(name) \(route.method) \(route.path)")
                    #expect(!browser.page.contains("银杏里") && !browser.page.contains("张三"), "\(name) \(route.path)")
                }
            }
            street.turn(30 * Instant.minute)
            for route in Self.pages {
                var nobody = Browser(front: street.front)
                let path = Self.address(route), wanted = await Self.ask(&nobody, route, path)
                #expect(await Self.ask(&late, route, path) == wanted, "late \(route.path)")
                #expect(!late.page.contains("银杏里"), "late \(route.path)")
            }
        }
    }

    /// Status, and where it leads.
    private static func ask(_ browser: inout Browser, _ route: Route, _ path: String) async -> String {
        let cookies = browser.cookies
        let outcome = route.method == .get ? await browser.get(path) : await browser.post(path, [("csrf", "x")])
        browser.cookies = cookies
        return "\(outcome.status) \(outcome.header("Location") ?? "")"
    }

    /// Somebody signed in in another street of the same database.
    private static func otherStreet(_ street: WebStreet) async throws -> Browser {
        let memory = MemoryStreet.standard
        let envelopes = try memory.envelopes.map { envelope in
            try JSONParser.parse(Array(envelope.text.replacing("\"NHL\"", with: "\"OTH\"").utf8))
        }
        _ = try await street.desk.execute(envelopes.map(street.desk.read))
        let org = try Code("OTH"), code = try await street.desk.invite(try Code("head1"), in: org, by: nil)
        _ = try await street.desk.takeUp(code, password: WebStreet.password, in: org, street.site.passwords)
        var browser = Browser(front: street.front)
        await browser.get("/OTH/sign-in")
        #expect(await browser.post("/OTH/sign-in", [("name", "head1"), ("password", WebStreet.password)]).status == 303)
        #expect(await browser.get("/OTH/desk").status == 200)
        return browser
    }

    @Test("looking changes nothing, however often")
    func looking() async throws {
        try await WebStreet.with(script: Self.script, users: Self.roles.map { $0 + "1" }) { street in
            for role in ["admin", "leader", "officer", "finance", "dispatcher", "auditor"] {
                var browser = try await street.browser(role + "1")
                let before = try await Self.kept(street)
                for route in Self.pages {
                    await browser.get(Self.address(route) + "?format=csv&go=send&do=begin&one=0")
                    await browser.get(Self.address(route))
                }
                #expect(try await Self.kept(street) == before, "\(role)")
            }
        }
    }

    @Test("no post is taken without its token, with another's, an old one, from elsewhere, or as text")
    func forged() async throws {
        try await WebStreet.with(script: Self.script, users: ["head1", "head2"]) { street in
            var old = try await street.browser("head1"), other = try await street.browser("head2")
            await old.get("/NHL/me")
            await other.get("/NHL/me")
            let stale = CSRF.token(old.cookies["yjb"] ?? ""), foreign = CSRF.token(other.cookies["yjb"] ?? "")
            #expect(await old.post("/NHL/sign-out", []).status == 303)
            let browser = try await street.browser("head1"), own = CSRF.token(browser.cookies["yjb"] ?? "")
            let before = try await Self.kept(street)
            let ways: [(String, [(String, String)], [String: String])] = [
                ("none", [], [:]), ("another's", [("csrf", foreign)], [:]), ("old", [("csrf", stale)], [:]),
                ("cut", [("csrf", String(own.dropLast()))], [:]),
                ("from elsewhere", [("csrf", own)], ["origin": "https://evil.example", "sec-fetch-site": ""]),
                ("cross-site", [("csrf", own)], ["sec-fetch-site": "cross-site"]),
                ("text", [("csrf", own)], ["content-type": "text/plain"]),
                ("nothing", [("csrf", own)], ["content-type": ""]),
            ]
            for route in Self.posts {
                for (name, fields, headers) in ways {
                    var one = browser
                    let more = [("user", "grid3"), ("go", "send"), ("do", "begin"), ("name", "head1"), ("password", WebStreet.password)]
                    let status = await one.post(Self.address(route), fields + more, without: ["csrf"], headers: headers).status
                    #expect([403, 415].contains(status), "\(name) \(route.path): \(status)")
                }
            }
            #expect(try await Self.kept(street) == before)
        }
    }

    @Test("every answer of every route has every header, and no style and no script of its own")
    func headers() async throws {
        try await WebStreet.with(script: Self.script, users: ["leader1"]) { street in
            var browser = try await street.browser("leader1")
            for route in Routes.all.filter({ $0.path != "/:o/sign-out" }) {
                let outcome = route.method == .get
                    ? await browser.get(Self.address(route)) : await browser.post(Self.address(route), [])
                for (name, value) in SecurityHeaders.all(isSecure: false) {
                    #expect(outcome.headers.filter { $0.name == name }.map(\.value) == [value], "\(route.path) \(name)")
                }
                #expect(outcome.header("Cache-Control") != nil && outcome.header("Server") == nil, "\(route.path)")
                guard outcome.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
                for word in [" style=", "<style", " onclick", " onload", " onerror", "javascript:"] {
                    #expect(!browser.page.contains(word), "\(route.path) \(word)")
                }
                #expect(browser.page.ranges(of: "<script").count == browser.page.ranges(of: "<script src=\"/assets/").count, "\(route.path)")
            }
        }
    }

    private static let hostile = [
        "\"><img src=x onerror=1>", "</script><script>alert(1)</script>", "javascript:alert(1)", "=1+1", "@SUM(A1)", "'; DROP TABLE job; --",
        "{{7*7}}", String(repeating: "汉", count: 60),
    ]

    @Test("whatever is typed is shown as text, on every page and in every file", arguments: SweepTests.hostile)
    func text(hostile: String) async throws {
        try await WebStreet.with(users: ["dispatcher1", "officer1", "head1", "auditor1"]) { street in
            var browser = try await street.browser("dispatcher1")
            await browser.get("/NHL/jobs/new")
            let fields = [
                ("site.address", hostile), ("category", "drain"), ("description", hostile), ("channel", "电话"),
                ("caller.name", hostile), ("caller.phone", "13800001111"), ("go", "send"),
            ]
            #expect(await browser.post("/NHL/jobs/new", fields).status == 303, "\(browser.page.suffix(1500))")
            await browser.get("/NHL/jobs/2026-0001/do/note")
            #expect(await browser.post("/NHL/jobs/2026-0001/do/note", [("text", hostile), ("go", "send")]).status == 303)
            var shown = 0
            for user in ["dispatcher1", "head1", "auditor1"] {
                var reader = try await street.browser(user)
                let paths = Self.pages.filter { $0.path != "/look" }.map { Self.address($0) } + [
                    "/NHL/jobs?all=1&q=" + Fields.encoded(hostile), "/NHL/reports/jobs?format=html",
                    "/NHL/sign-in?next=" + Fields.encoded(hostile), "/NHL/" + Fields.encoded(hostile),
                    "/" + Fields.encoded(hostile) + "/desk", "/NHL/jobs/2026-0001?done=" + Fields.encoded(hostile),
                ] + (45...52).map { "/NHL/audit/records/\($0)" }
                for path in paths {
                    let outcome = await reader.get(path)
                    guard outcome.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
                    for tag in ["<img src=x", "<script>alert", "href=\"javascript:", "src=\"javascript:", "\"><img"] {
                        #expect(!reader.page.contains(tag), "\(user) \(path)")
                    }
                    let escaped = hostile.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                        .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
                    if reader.page.contains(escaped) { shown += 1 }
                }
                let csv = await reader.get("/NHL/reports/jobs?format=csv")
                if csv.status == 200 {
                    let text = String(decoding: csv.body, as: UTF8.self)
                    for start in ["=", "@"] { #expect(!text.contains("," + start) && !text.contains("\"" + start) && !text.contains("\n" + start)) }
                }
            }
            #expect(shown >= 3, "it must have been on pages, or nothing was looked at")
        }
    }

    @Test("nobody is led away, and no path is anything but what it says")
    func ways() async throws {
        try await WebStreet.with(script: Self.script, users: ["head1"]) { street in
            for next in ["//evil.example/", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "/%09/evil.example", "javascript:1", "/OTH/desk",
                         "/NHL/../../evil", "http:/evil.example", "/\u{9}/evil.example"] {
                var browser = Browser(front: street.front)
                await browser.get("/NHL/sign-in?next=" + Fields.encoded(next))
                let answer = await browser.post("/NHL/sign-in", [("name", "head1"), ("password", WebStreet.password), ("next", next)])
                let place = answer.header("Location") ?? ""
                #expect(answer.status == 303 && place.hasPrefix("/NHL/") && !place.contains("\\"), "\(next) → \(place)")
                let look = await browser.get("/look?lang=en&back=" + Fields.encoded(next)).header("Location") ?? ""
                #expect(look.hasPrefix("/") && !look.hasPrefix("//") && !look.contains("\\") && !look.contains("\t"), "\(next) → \(look)")
            }
            var browser = try await street.browser("head1")
            for path in ["/NHL//desk", "//NHL/desk", "/NHL/../NHL/desk", "/NHL/./desk", "/NHL/%2e%2e/desk", "/NHL/jobs/%00", "/NHL/desk%2f", "/etc/passwd",
                         "/assets/../../etc/passwd", "/assets/\(Asset.style.hash)/%2e%2e%2fapp.css", "/NHL/desk\u{0}", "*", "http://evil.example/NHL/desk"] {
                let status = await browser.get(path).status
                #expect([303, 400, 404, 422].contains(status) && !browser.page.contains("root:"), "\(path): \(status)")
                #expect(status == 404 || !path.contains(".."), "\(path): \(status)")
            }
            for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", ""] {
                let answer = await street.front.answer(Call(
                    method: method, path: "/NHL/desk", headers: ["host": "evil.example", "cookie": "yjb=\(browser.cookies["yjb"] ?? "")"]))
                #expect(answer.status == 405 && answer.header("Allow") == "GET", "\(method)")
            }
            // What a client says of the host is in no answer.
            for route in Self.pages {
                let answer = await street.front.answer(Call(method: "GET", path: Self.address(route), headers: [
                    "host": "evil.example", "x-forwarded-host": "evil.example", "cookie": "yjb=\(browser.cookies["yjb"] ?? "")",
                ]))
                #expect(!String(decoding: answer.body, as: UTF8.self).contains("evil.example"), "\(route.path)")
                #expect(!answer.headers.contains { $0.value.contains("evil.example") }, "\(route.path)")
            }
        }
    }

    @Test("the cookie of before the sign-in opens nothing; that of after the sign-out, a disabling or other roles neither")
    func fixation() async throws {
        try await WebStreet.with(users: ["head1"]) { street in
            var browser = Browser(front: street.front)
            let planted = RandomToken.session()
            browser.cookies = ["yjb": planted, "yjb-door": planted]
            await browser.get("/NHL/sign-in")
            #expect(await browser.post("/NHL/sign-in", [("name", "head1"), ("password", WebStreet.password)]).status == 303)
            #expect(browser.cookies["yjb"] != planted)
            var thief = Browser(front: street.front)
            thief.cookies = ["yjb": planted, "yjb-door": planted]
            #expect(await thief.get("/NHL/desk").status == 303)
            thief.cookies = ["yjb": browser.cookies["yjb"] ?? ""]
            #expect(await thief.get("/NHL/desk").status == 200)
            await browser.get("/NHL/me")
            #expect(await browser.post("/NHL/sign-out", []).status == 303)
            #expect(await thief.get("/NHL/desk").status == 303)
            let roles = try await street.browser("head1")
            thief.cookies = roles.cookies
            let answer = try await street.desk.execute([street.desk.read(JSON.members([
                "id": .string("more"), "org": .string("NHL"), "by": .string("admin1"), "do": .string("user.add"), "with": JSON.members([
                    "user": .string("head1"), "name": .string("head1"), "roles": .array([.string("head"), .string("admin")]),
                ]),
            ]))])
            #expect(answer.first?.refusal == nil)
            #expect(await thief.get("/NHL/desk").status == 303)
        }
    }
}
