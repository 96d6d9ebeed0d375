import TestKit
import Testing
@testable import Web

/// The estates, each with what was called in from it, and the lists behind the counts.
struct EstateTests {
    private static let script = """
        2026-03-05T09:00 dispatcher1 call   site:={'address':'南湖花园1幢','estate':'e2'}
        2026-03-05T09:10 grid1       accept #1 urgency=urgent
        2026-03-05T10:00 officer1    survey #1 total=9000.00
        2026-03-05T11:00 leader1     sign   #1
        2026-03-06T09:00 dispatcher1 call   site:={'address':'南湖花园2幢','estate':'e2'}
        2026-03-07T09:00 dispatcher1 call   site:={'address':'双桥巷9号'}
        """

    @Test("a count is a link to its list, and both are one query", arguments: Engine.allCases)
    func counts(engine: Engine) async throws {
        try await WebStreet.with(engine, script: Self.script, users: ["head1"]) { street in
            var browser = try await street.browser("head1")
            await browser.get("/NHL/estates?year=2026")
            let rows = browser.page.components("<tr><th scope=\"row\">")
            try #require(rows.count == 3, "\(browser.page.suffix(4000))")
            #expect(rows[2].contains("南湖花园") && rows[2].contains("9,000.00"), "\(rows)")
            let link = try #require(rows[2].firstMatch(of: /href="([^"]*estate=e2[^"]*)">2</)).1.replacing("&amp;", with: "&")
            await browser.get(String(link))
            #expect(browser.page.contains("工单 2 件") && browser.page.contains("9,000.00") && !browser.page.contains("双桥巷"))
            for (query, count) in [("estate=e2&from=2026-03-06", 1), ("estate=e1", 0), ("to=2026-03-05", 1), ("from=2026-03-06&to=2026-03-07", 2)] {
                await browser.get("/NHL/jobs?all=1&" + query)
                #expect(browser.page.contains("工单 \(count) 件"), "\(query)")
                let plan = await browser.get("/NHL/jobs/plan?all=1&" + query)
                #expect(plan.status == 200 && browser.page.contains("工单 \(count) 件"), "\(query)")
            }
            #expect(await browser.get("/NHL/jobs?all=1&estate=e9").status >= 400)
        }
    }

    @Test("who may see less sees the estates with less", arguments: [
        ("admin1", false, false), ("crew1", false, false), ("inspector1", true, false), ("officer1", true, true), ("grid1", true, false),
    ])
    func rights(user: String, counts: Bool, sums: Bool) async throws {
        try await WebStreet.with(script: Self.script, users: [user]) { street in
            var browser = try await street.browser(user)
            #expect(await browser.get("/NHL/estates?year=2026").status == 200)
            #expect(browser.page.contains("南湖花园") && browser.page.contains("estate=e2&amp;from") == counts && browser.page.contains("9,000.00") == sums)
            #expect(browser.page.contains("/NHL/do/estate.add") == (user == "officer1"))
        }
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] { split(separator: separator, omittingEmptySubsequences: false) }
}
