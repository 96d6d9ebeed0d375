import Desk
import Jobs
import Journal
import Kernel
import TestKit
import Testing
@testable import Web

/// The password once more, and where one is signed in.
struct StepUpTests {
    private static let script = """
        03-05T09:00 dispatcher1 call      caller:={'name':'张三','phone':'13812349876'}
        03-05T09:10 grid1       accept #1
        03-05T10:00 officer1    survey #1 total=900.00
        """

    @Test("a signature asks for the password a quarter of an hour after the sign-in, keeps the form, and is recorded once")
    func signature() async throws {
        try await WebStreet.with(script: Self.script, users: ["head1"]) { street in
            var browser = try await street.browser("head1")
            let path = "/NHL/jobs/2026-0001/do/sign", before = try await street.records()
            street.turn(15 * Instant.minute)
            await browser.get(path)
            #expect(await browser.post(path, [("note", "同意"), ("go", "look")]).status == 200, "looking asks for nothing")
            #expect(await browser.post(path, [("go", "send")]).status == 403)
            #expect(browser.page.contains("再输一次口令") && browser.page.contains("name=\"note\" value=\"同意\""))
            #expect(await browser.post(path, [("again", "nein")]).status == 403)
            #expect(browser.page.contains("口令不对") && !browser.page.contains("nein") && browser.page.contains("name=\"note\" value=\"同意\""))
            #expect(try await street.records() == before)
            #expect(await browser.post(path, [("again", WebStreet.password)]).header("Location") == "/NHL/jobs/2026-0001?done=\(before + 1)")
            // It lasts: the next step is not asked for it.
            street.turn(14 * Instant.minute)
            await browser.get("/NHL/jobs/2026-0001")
            #expect(await browser.post("/NHL/jobs/2026-0001/caller", []).status == 200)
            street.turn(Instant.minute)
            await browser.get("/NHL/jobs/2026-0001")
            #expect(await browser.post("/NHL/jobs/2026-0001/caller", []).status == 403 && !browser.page.contains("张三"))
            await browser.get("/NHL/jobs/2026-0001/do/note")
            #expect(await browser.post("/NHL/jobs/2026-0001/do/note", [("text", "x"), ("go", "send")]).status == 303, "a note asks for nothing")
        }
    }

    @Test("wrong passwords count like those of a sign-in")
    func guesses() async throws {
        try await WebStreet.with(script: Self.script, users: ["head1"]) { street in
            var browser = try await street.browser("head1")
            let path = "/NHL/jobs/2026-0001/do/sign", before = try await street.records()
            street.turn(20 * Instant.minute)
            await browser.get(path)
            var answers: [Int] = []
            for _ in 1...5 { answers.append(await browser.post(path, [("go", "send"), ("again", "nein")]).status) }
            answers.append(await browser.post(path, [("go", "send"), ("again", WebStreet.password)]).status)
            #expect(answers == [403, 403, 403, 403, 429, 429])
            #expect(try await street.records() == before)
        }
    }

    @Test("every step on money is one that asks")
    func sensitive() {
        let asking = Set(Verb.allCases.map(\.does) + StreetCommand.allCases.map(\.rawValue)).filter(StepUp.isWanted)
        #expect(asking.sorted() == [
            "fund.appropriate", "fund.correct", "fund.recall", "fund.receive", "fund.return", "fund.transfer", "job.authorize", "job.pay", "job.recover",
            "job.refund", "job.release", "job.reverse", "job.settle", "job.sign", "job.withhold", "policy.adopt", "user.add", "user.disable", "year.close",
        ])
    }

    @Test("one sees where one is signed in, ends it there, and stays here")
    func sessions() async throws {
        try await WebStreet.with(users: ["head1", "head2"]) { street in
            var here = try await street.browser("head1"), phone = try await street.browser("head1"), other = try await street.browser("head2")
            let foreign = try await street.desk.sessions(of: try Code("head2"), in: try Code("NHL"), asking: "")
            await here.get("/NHL/me/sessions")
            #expect(here.page.ranges(of: "name=\"end\"").count == 1)
            // Another person's is not there to be ended.
            #expect(await here.post("/NHL/me/sessions", [("end", foreign[0].name)]).status == 303)
            #expect(await other.get("/NHL/desk").status == 200)
            let mine = try await street.desk.sessions(of: try Code("head1"), in: try Code("NHL"), asking: phone.cookies["yjb"] ?? "")
            let name = mine.first(where: \.isThis)?.name ?? ""
            await here.get("/NHL/me/sessions")
            #expect(await here.post("/NHL/me/sessions", [("end", name)]).status == 303)
            #expect(await phone.get("/NHL/desk").status == 303)
            #expect(await here.get("/NHL/desk").status == 200)
            phone = try await street.browser("head1")
            await here.get("/NHL/me/sessions")
            #expect(await here.post("/NHL/me/sessions", [("others", "1")], without: ["end"]).status == 303)
            #expect(await phone.get("/NHL/desk").status == 303)
            #expect(await here.get("/NHL/desk").status == 200)
        }
    }
}
