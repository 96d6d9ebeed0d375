import Desk
import Jobs
import Kernel
import Testing
@testable import Web

/// Who may come in, how long one waits, and when it is over.
struct AccountTests {
    @Test("failures: four are free, then one, two, four, eight minutes, then fifteen and no more")
    func lockout() {
        let now = Instant(Day.first(of: 2026))
        let minutes = (1...11).map { failures in Lockout.end(after: failures, at: now).map { ($0 - now) / Instant.minute } }
        #expect(minutes == [nil, nil, nil, nil, 1, 2, 4, 8, 15, 15, 15])
        #expect(Lockout.count(6, last: now, lockedUntil: now + 4 * Instant.minute, at: now + 18 * Instant.minute) == 7)
        #expect(Lockout.count(6, last: now, lockedUntil: now + 4 * Instant.minute, at: now + 20 * Instant.minute) == 1)
    }

    @Test("passwords that can be guessed are refused", arguments: [
        "short", "wangmei-lives-here", "aaaaaaaaaaaa", "xx123456xx", "Password2026!", "南湖里的水管真多呀",
    ])
    func guessable(password: String) throws {
        let user = User(user: try Code("wangmei"), name: try Label("王梅"), roles: [.grid])
        #expect(!PasswordRules.faults(password, of: user, in: "南湖里").isEmpty)
    }

    @Test("a password that only its owner would think of is taken; who moves money needs a longer one")
    func good() throws {
        let officer = User(user: try Code("li"), name: try Label("李维"), roles: [.officer])
        let cashier = User(user: try Code("feng"), name: try Label("冯洁"), roles: [.cashier])
        #expect(PasswordRules.faults("两只黄鹂鸣翠柳呀呀", of: officer, in: "南湖里").count == 1)
        #expect(PasswordRules.faults("两只黄鹂鸣翠柳上青天", of: officer, in: "南湖里").isEmpty)
        #expect(PasswordRules.faults("两只黄鹂鸣翠柳上青天", of: cashier, in: "南湖里").count == 1)
    }

    @Test("an invitation serves once, within a day; unknown, wrong and not invited are one answer")
    func invitation() async throws {
        try await WebStreet.with { street in
            let org = try Code("NHL")
            let code = try await street.desk.invite(try Code("officer1"), in: org, by: nil)
            var browser = try await street.browser()
            await browser.get("/NHL/welcome/" + code)
            #expect(await browser.post("/NHL/welcome/" + code, [("password", "kurz"), ("again", "kurz")]).status == 422)
            #expect(await browser.post("/NHL/welcome/" + code, [("password", WebStreet.password), ("again", "x")]).status == 422)
            #expect(await browser.post("/NHL/welcome/" + code, [("password", WebStreet.password), ("again", WebStreet.password)]).status == 303)
            #expect(await browser.get("/NHL/welcome/" + code).status == 404)
            _ = try await street.browser("officer1")
            // Another invitation takes the password away; it is over after a day.
            let second = try await street.desk.invite(try Code("officer1"), in: org, by: nil)
            street.turn(24 * Instant.hour)
            #expect(await browser.get("/NHL/welcome/" + second).status == 404)
            await browser.get("/NHL/sign-in")
            var pages: Set<String> = []
            for name in ["officer1", "nobody", "officer2"] {
                let answer = await browser.post("/NHL/sign-in", [("name", name), ("password", "falsch-falsch")])
                #expect(answer.status == 403)
                pages.insert(browser.page.replacing("value=\"\(name)\"", with: ""))
            }
            #expect(pages.count == 1)
        }
    }

    @Test("a sign-in that fails keeps the way to where it was asked from, also through another language")
    func next() async throws {
        try await WebStreet.with(users: ["head1"]) { street in
            var browser = try await street.browser()
            let way = await browser.get("/NHL/jobs?all=1")
            #expect(way.header("Location") == "/NHL/sign-in?next=%2FNHL%2Fjobs%3Fall%3D1")
            await browser.get(way.header("Location") ?? "")
            #expect(await browser.post("/NHL/sign-in", [("name", "head1"), ("password", "nein")]).status == 403)
            #expect(browser.page.contains("action=\"/NHL/sign-in?next=%2FNHL%2Fjobs%3Fall%3D1\""))
            let answer = await browser.post("/NHL/sign-in?next=%2FNHL%2Fjobs%3Fall%3D1", [("name", "head1"), ("password", WebStreet.password)])
            #expect(answer.status == 303 && answer.header("Location") == "/NHL/jobs?all=1")
        }
    }

    @Test("after five failures the right password waits too, and then opens")
    func waiting() async throws {
        try await WebStreet.with(users: ["officer1"]) { street in
            var browser = try await street.browser()
            await browser.get("/NHL/sign-in")
            var answers: [Int] = []
            for _ in 1...5 { answers.append(await browser.post("/NHL/sign-in", [("name", "officer1"), ("password", "nein")]).status) }
            answers.append(await browser.post("/NHL/sign-in", [("name", "officer1"), ("password", WebStreet.password)]).status)
            street.turn(Instant.minute + 1)
            let last = await browser.post("/NHL/sign-in", [("name", "officer1"), ("password", WebStreet.password)])
            #expect(answers == [403, 403, 403, 403, 429, 429] && last.status == 303)
            #expect(last.header("Location") == nil || last.header("Location")?.hasPrefix("/NHL/") == true)
        }
    }

    @Test("a session ends with signing out, idling, disabling and another role; each sign-in has its own", arguments: ["out", "idle", "disable", "role"])
    func over(how: String) async throws {
        try await WebStreet.with(users: ["head1"]) { street in
            var browser = try await street.browser("head1")
            let cookie = browser.cookies["yjb"]
            #expect(await browser.get("/NHL/desk").status == 200)
            #expect(try await street.browser("head1").cookies["yjb"] != cookie)
            let command = switch how {
            case "disable": #"{"id":"x1","org":"NHL","by":"admin1","do":"user.disable","with":{"user":"head1"}}"#
            case _: #"{"id":"x1","org":"NHL","by":"admin1","do":"user.add","with":{"user":"head1","name":"head1","roles":["head","officer"]}}"#
            }
            switch how {
            case "out":
                await browser.get("/NHL/me")
                #expect(await browser.post("/NHL/sign-out", []).status == 303)
            case "idle": street.turn(30 * Instant.minute)
            case _: _ = try await street.desk.execute([street.desk.read(try JSONParser.parse(Array(command.utf8)))])
            }
            browser.cookies["yjb"] = cookie
            let answer = await browser.get("/NHL/desk")
            #expect(answer.status == 303 && answer.header("Location") == "/NHL/sign-in?next=%2FNHL%2Fdesk")
        }
    }
}
