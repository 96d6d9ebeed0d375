import Jobs
import Kernel
import TestKit
import Testing
@testable import Web

/// Rates, deadlines, counts and the log.
struct LimitTests {
    private static let now = Instant(Day.first(of: 2027))

    @Test("a bucket gives what it holds, then one each time that one has run in again")
    func bucket() {
        let rates = Rates(), limit = Rates.Limit(count: 3, time: 60_000)
        #expect((1...3).map { _ in rates.asked("a", limit, at: Self.now) } == [nil, nil, nil])
        #expect(rates.asked("a", limit, at: Self.now) == 20_000)
        #expect(rates.asked("b", limit, at: Self.now) == nil)
        #expect(rates.asked("a", limit, at: Self.now + 19_999) == 1)
        #expect(rates.asked("a", limit, at: Self.now + 20_000) == nil)
        #expect(rates.asked("a", limit, at: Self.now + 20_000) == 20_000)
        #expect((1...4).map { _ in rates.asked("a", limit, at: Self.now + 600_000) } == [nil, nil, nil, 20_000])
    }

    @Test("addresses of one customer are one", arguments: [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:DB8:1:2::9", "2001:db8:1:2::/64"), ("2001:db8::9", "2001:db8::/64"),
        ("fe80::1%eth0", "fe80::/64"), ("", ""),
    ])
    func network(address: String, key: String) { #expect(Rates.network(address) == key) }

    @Test("an address that guesses waits, for whatever name; others and those who are right do not")
    func guessing() async throws {
        try await WebStreet.with(users: ["head1"], rates: Rates()) { street in
            var browser = try await street.browser(), other = try await street.browser()
            browser.address = "192.0.2.7"
            other.address = "192.0.2.8"
            await browser.get("/NHL/sign-in")
            var answers: [Int] = []
            for guess in 1...21 { answers.append(await browser.post("/NHL/sign-in", [("name", "nobody\(guess)"), ("password", "x")]).status) }
            #expect(answers == [Int](repeating: 403, count: 20) + [429])
            let waiting = await browser.post("/NHL/sign-in", [("name", "head1"), ("password", WebStreet.password)])
            #expect(waiting.status == 429 && waiting.header("Retry-After") == "45")
            await other.get("/NHL/sign-in")
            let elsewhere = await other.post("/NHL/sign-in", [("name", "head1"), ("password", WebStreet.password)])
            #expect(elsewhere.status == 303, "\(elsewhere.status) \(other.page)")
            street.turn(45_000)
            await browser.get("/NHL/sign-in")
            #expect(await browser.post("/NHL/sign-in", [("name", "head1"), ("password", WebStreet.password)]).status == 303)
        }
    }

    @Test("a session that asks too fast waits; assets and probes do not count")
    func pages() async throws {
        try await WebStreet.with(users: ["leader1", "head1"], rates: Rates()) { street in
            var browser = try await street.browser("leader1"), other = try await street.browser("head1")
            for _ in 1...10 { #expect(await browser.get("/NHL/reports/utilisation?format=csv").status == 200) }
            #expect(await browser.get("/NHL/reports/utilisation?format=csv").status == 429)
            for _ in 1...110 { #expect(await browser.get("/NHL/me").status == 200) }
            let last = await browser.get("/NHL/me")
            #expect(last.status == 429 && last.header("Retry-After") == "1" && browser.page.contains("太快了"))
            #expect(await browser.get(Asset.style.path).status == 200)
            #expect(await browser.get("/healthz").status == 200)
            #expect(await other.get("/NHL/me").status == 200)
        }
    }

    @Test("a session sends so many files and no more; what it looks at counts apart from pages")
    func files() async throws {
        try await WebStreet.with(users: ["officer1"], rates: Rates()) { street in
            var browser = try await street.browser("officer1")
            for _ in 1...150 { #expect(await browser.get("/NHL/photos/00ff/320").status == 404) }
            await browser.get("/NHL/me")
            let token = browser.hidden.filter { $0.0 == CSRF.field }
            for _ in 1...60 { #expect(![403, 429].contains(await browser.upload("/NHL/photos", token, file: ("a.jpg", [1])).status)) }
            let last = await browser.upload("/NHL/photos", token, file: ("a.jpg", [1]))
            #expect(last.status == 429 && last.header("Retry-After") == "10")
            #expect(await browser.get("/NHL/me").status == 200)
        }
    }

    @Test("how long a client may take", arguments: [
        (RequestDeadline.Event.opened, 10), (.head(announced: nil), 30), (.head(announced: 262_144), 34), (.head(announced: 8 << 20), 158),
        (.head(announced: .max), 600), (.head(announced: -5), 30), (.end, nil), (.answered, 40),
    ] as [(RequestDeadline.Event, Int?)])
    func deadline(event: RequestDeadline.Event, seconds: Int?) { #expect(RequestDeadline().time(after: event) == seconds) }

    @Test("counts are there for this machine alone, by the pattern of a route")
    func metrics() async throws {
        try await WebStreet.with(users: ["head1"]) { street in
            var browser = try await street.browser("head1")
            await browser.get("/NHL/jobs?q=13812349876")
            await browser.get("/no/such/thing/13812349876")
            #expect(await browser.get("/metrics").status == 404)
            browser.isLocal = true
            let outcome = await browser.get("/metrics")
            #expect(outcome.status == 200 && outcome.header("Content-Type")?.hasPrefix("text/plain") == true)
            for line in [
                "yjb_requests_total{method=\"GET\",route=\"/:o/jobs\",status=\"200\"} 1", "yjb_requests_total{method=\"GET\",route=\"\",status=\"404\"} 1",
                "yjb_requests_total{method=\"POST\",route=\"/:o/sign-in\",status=\"303\"} 1", "yjb_request_seconds_bucket{le=\"+Inf\"} 5", "yjb_request_seconds_count 5",
            ] { #expect(browser.page.contains(line), "\(line)") }
            #expect(!browser.page.contains("1381") && !browser.page.contains("NHL"))
        }
    }

    @Test("the log has the pattern of an address and who asked, and nothing that was typed")
    func log() async throws {
        try await WebStreet.with(script: "03-05T09:00 dispatcher1 call", users: ["dispatcher1"]) { street in
            let browser = try await street.browser("dispatcher1")
            let call = Call(
                method: "GET", path: "/NHL/jobs/2026-0001", query: "q=13812349876", headers: ["cookie": "yjb=" + (browser.cookies["yjb"] ?? "")],
                address: "192.0.2.7")
            let outcome = await street.front.answer(call)
            let line = RequestLog.line(call, outcome, milliseconds: 12, at: Self.now, id: "x1")
            #expect(line == #"{"time":"2027-01-01T00:00:00+08:00","id":"x1","method":"GET","route":"/:o/jobs/:n","status":200,"ms":12,"bytes":\#(outcome.body.count),"org":"NHL","user":"dispatcher1"}"#)
        }
    }
}
