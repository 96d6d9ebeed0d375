import Desk
import Jobs
import Journal
import Kernel
import Seal
import Store
import TestKit
import Testing
@testable import Web

/// The second factor: set up on one's own page, asked at the way in and at steps that ask who it is.
struct SecondFactorTests {
    private static let script = """
        03-05T09:00 dispatcher1 call
        03-05T09:10 grid1       accept #1
        03-05T10:00 officer1    survey #1 total=900.00
        """

    /// The secret as the page spells it, typed into an app.
    private static func app(_ page: String) throws -> OneTimeCode {
        let text = try #require(page.firstMatch(of: /<p class="code">([A-Z2-7 ]+)<\/p>/)).1.filter { $0 != " " }
        var bits = "", bytes: [UInt8] = []
        for sign in text {
            let value = try #require(Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").firstIndex(of: sign))
            let digits = String(value, radix: 2)
            bits += String(repeating: "0", count: 5 - digits.count) + digits
        }
        while bits.count >= 8 {
            bytes.append(try #require(UInt8(bits.prefix(8), radix: 2)))
            bits.removeFirst(8)
        }
        return OneTimeCode(secret: bytes)
    }

    private static func setUp(_ browser: inout Browser, _ street: WebStreet) async throws -> (OneTimeCode, [String]) {
        await browser.get("/NHL/me/second")
        #expect(await browser.post("/NHL/me/second", [("do", "begin")]).status == 200)
        #expect(browser.page.contains("<svg class=\"square\""))
        let app = try app(browser.page)
        #expect(await browser.post("/NHL/me/second", [("code", "000000")]).status == 422)
        #expect(await browser.post("/NHL/me/second", [("code", app.code(at: street.now))]).status == 200)
        let codes = browser.page.matches(of: /<code>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})<\/code>/).map { String($0.1) }
        #expect(Set(codes).count == 10)
        return (app, codes)
    }

    /// As far as the password leads.
    private static func halfway(_ street: WebStreet, _ user: String) async -> Browser {
        var browser = Browser(front: street.front)
        await browser.get("/NHL/sign-in")
        #expect(await browser.post("/NHL/sign-in", [("name", user), ("password", WebStreet.password)]).status == 303)
        return browser
    }

    @Test("after the password nobody is in; the code lets in, once, and its record says so", arguments: Engine.allCases)
    func wayIn(engine: Engine) async throws {
        try await WebStreet.with(engine, script: Self.script, users: ["head1"]) { street in
            var first = try await street.browser("head1")
            let (app, _) = try await Self.setUp(&first, street)
            #expect(await first.get("/NHL/desk").status == 200, "the session that set it up goes on")
            var browser = await Self.halfway(street, "head1")
            let path = "/NHL/jobs/2026-0001/do/sign", before = try await street.records()
            #expect(await browser.get(path).header("Location") == "/NHL/second?next=%2FNHL%2Fjobs%2F2026-0001%2Fdo%2Fsign")
            #expect(await browser.get("/NHL/nothing").status == 404 && !browser.page.contains("head1"))
            // The code that was used to set it up is used.
            let way = "/NHL/second?next=%2FNHL%2Fjobs%2F2026-0001%2Fdo%2Fsign"
            await browser.get(way)
            #expect(await browser.post("/NHL/second", [("code", app.code(at: street.now))]).status == 403)
            street.turn(30_000)
            let old = browser.cookies["yjb"], answer = await browser.post("/NHL/second", [("code", app.code(at: street.now))])
            #expect(answer.header("Location") == path && browser.cookies["yjb"] != old)
            var stale = browser
            stale.cookies["yjb"] = old
            #expect(await stale.get(path).header("Location")?.hasPrefix("/NHL/sign-in") == true)
            await browser.get(path)
            #expect(await browser.post(path, [("go", "send")]).status == 303)
            let body = try await street.record(before + 1)
            #expect(body.contains(#""auth":"second""#) && body.contains(#""channel":"web""#))
            // Whoever comes second with the same code does not come in.
            var other = await Self.halfway(street, "head1")
            await other.get("/NHL/second")
            #expect(await other.post("/NHL/second", [("code", app.code(at: street.now))]).status == 403)
            #expect(await other.get("/NHL/desk").status == 303)
        }
    }

    @Test("a step asks for a code in place of the password, and the password does not serve")
    func stepUp() async throws {
        try await WebStreet.with(script: Self.script, users: ["head1"]) { street in
            var browser = try await street.browser("head1")
            let (app, _) = try await Self.setUp(&browser, street)
            street.turn(16 * Instant.minute)
            let path = "/NHL/jobs/2026-0001/do/sign", before = try await street.records()
            await browser.get(path)
            #expect(await browser.post(path, [("note", "同意"), ("go", "send")]).status == 403 && browser.page.contains("再输验证码"))
            #expect(await browser.post(path, [("again", WebStreet.password)]).status == 403)
            #expect(try await street.records() == before)
            #expect(await browser.post(path, [("again", " \(app.code(at: street.now)) ")]).status == 303)
            #expect(try await street.records() == before + 1)
        }
    }

    @Test("a recovery code serves once; right passwords between do not give guesses without end")
    func recovery() async throws {
        try await WebStreet.with(script: Self.script, users: ["head1"]) { street in
            var first = try await street.browser("head1")
            let (_, codes) = try await Self.setUp(&first, street)
            var answers: [Int] = []
            for code in [codes[3].uppercased().replacing("-", with: " "), codes[3], codes[4]] {
                var browser = await Self.halfway(street, "head1")
                await browser.get("/NHL/second")
                answers.append(await browser.post("/NHL/second", [("code", code)]).status)
            }
            #expect(answers == [303, 403, 303])
            await first.get("/NHL/me/second")
            #expect(first.page.contains("备用码还剩 8 个"))
            answers = []
            for _ in 1...5 {
                var browser = await Self.halfway(street, "head1")
                await browser.get("/NHL/second")
                answers.append(await browser.post("/NHL/second", [("code", "12345")]).status)
            }
            #expect(answers == [403, 403, 403, 403, 429])
            // The account waits, also for the password.
            var browser = Browser(front: street.front)
            await browser.get("/NHL/sign-in")
            #expect(await browser.post("/NHL/sign-in", [("name", "head1"), ("password", WebStreet.password)]).status == 429)
        }
    }

    @Test("whom the policy names sets it up before anything else; an invitation takes it away")
    func demanded() async throws {
        let policy = "admin1 user.add user=fin9 name=fin9 roles:=['finance']"
        try await WebStreet.with(script: policy, users: ["finance1", "head1"], secondFactor: [.finance]) { street in
            var head = try await street.browser("head1"), browser = try await street.browser("finance1")
            #expect(await head.get("/NHL/desk").status == 200)
            for path in ["/NHL/desk", "/NHL/finance", "/NHL/audit"] {
                #expect(await browser.get(path).header("Location") == "/NHL/me/second")
            }
            #expect(await browser.get("/NHL/me/sessions").status == 200)
            _ = try await Self.setUp(&browser, street)
            #expect(await browser.get("/NHL/finance").status == 200)
            // Turned off, it is demanded again.
            await browser.get("/NHL/me/second")
            #expect(await browser.post("/NHL/me/second", [("do", "off")]).status == 303)
            #expect(await browser.get("/NHL/finance").header("Location") == "/NHL/me/second")
            _ = try await Self.setUp(&browser, street)
            let code = try await street.desk.invite(try Code("finance1"), in: try Code("NHL"), by: nil)
            _ = try await street.desk.takeUp(code, password: WebStreet.password, in: try Code("NHL"), street.site.passwords)
            var again = try await street.browser("finance1")
            #expect(await again.get("/NHL/finance").header("Location") == "/NHL/me/second", "the lost phone counts no more")
        }
    }
}
