import Kernel
import TestKit
import Testing
@testable import Web

/// The board, the files of the list, one contractor, one appropriation, the records, and invoices from files.
struct DeskPagesTests {
    private static let calls = (1...11).map { "03-0\(1 + $0 / 10)T\(10 + $0 % 10):00 dispatcher1 call" }.joined(separator: "\n")
        + "\n03-05T09:10 grid1 accept #1\n03-05T09:20 grid1 accept #2 urgency=urgent\n"

    private func count(_ page: String, _ part: String) -> Int { page.ranges(of: part).count }

    @Test("a board has a column a state, so many cards at most, and leads to the rest; cards have the steps that wait")
    func board() async throws {
        try await WebStreet.with(script: Self.calls, users: ["grid1"]) { street in
            var browser = try await street.browser("grid1")
            #expect(await browser.get("/NHL/jobs/board").status == 200)
            #expect(count(browser.page, "<p class=\"line1\">") == 10 && count(browser.page, "/do/accept\"") == 8)
            #expect(browser.page.contains("还有 1 件") && browser.page.contains("works=registered"))
            #expect(browser.page.contains("<span class=\"count\">9</span>") && browser.page.contains("<span class=\"count\">2</span>"))
            await browser.get("/NHL/jobs/board?track=papers")
            #expect(count(browser.page, "<p class=\"line1\">") == 8 && browser.page.contains("<span class=\"count\">11</span>"))
            await browser.get("/NHL/jobs/board?works=accepted")
            #expect(count(browser.page, "<section class=\"sheet\">") == 1 && count(browser.page, "<p class=\"line1\">") == 2)
            await browser.get("/NHL/jobs/board?queue=accept")
            #expect(count(browser.page, "<p class=\"line1\">") == 8 && !browser.page.contains("/do/sign\""))
        }
    }

    @Test("the files of a list are of its query, for whoever may take files along")
    func files() async throws {
        try await WebStreet.with(script: Self.calls, users: ["grid1", "dispatcher1"]) { street in
            var grid = try await street.browser("grid1"), dispatcher = try await street.browser("dispatcher1")
            #expect(await grid.get("/NHL/jobs.csv?all=1").status == 404)
            let all = await dispatcher.get("/NHL/jobs.csv?all=1")
            #expect(all.status == 200 && all.header("Content-Disposition")?.contains("NHL-jobs-") == true)
            #expect(count(dispatcher.page, "2026-00") == 11 && dispatcher.page.contains("合计 11 件"))
            await dispatcher.get("/NHL/jobs.csv?works=accepted")
            #expect(count(dispatcher.page, "2026-00") == 2)
            await dispatcher.get("/NHL/jobs.csv?queue=accept")
            #expect(count(dispatcher.page, "2026-00") == 9)
            #expect(await dispatcher.get("/NHL/jobs.xlsx?all=1").status == 200)
        }
    }

    @Test("records are listed from the last back, and by who, what, which job and how")
    func records() async throws {
        try await WebStreet.with(script: Self.calls, users: ["head1", "grid1"]) { street in
            var head = try await street.browser("head1"), grid = try await street.browser("grid1")
            let rows = { (page: String) in page.ranges(of: "<tr><th scope=\"row\">").count }
            #expect(await grid.get("/NHL/audit/records").status == 404)
            await head.get("/NHL/audit/records?by=grid1")
            #expect(rows(head.page) == 2)
            await head.get("/NHL/audit/records?do=job.call")
            #expect(rows(head.page) == 11)
            await head.get("/NHL/audit/records?job=2026-0001")
            #expect(rows(head.page) == 2)
            await head.get("/NHL/audit/records?via=web")
            #expect(rows(head.page) == 0)
            await head.get("/NHL/audit/records?job=2026-0001&do=job.accept&from=2026-03-05&to=2026-03-05")
            #expect(rows(head.page) == 1)
            await head.get("/NHL/audit/records?before=5")
            #expect(rows(head.page) == 4)
        }
    }

    private static let paid = JobLines.settled(1, "03-02", total: "100.00") + "03-03 cashier1 pay #1 paymentNo=ZF20260303-01\n"

    @Test("a firm finds its own page alone, and there its account; others see what their rights say")
    func contractor() async throws {
        try await WebStreet.with(script: Self.paid, users: ["crew1", "head1", "grid1"]) { street in
            var crew = try await street.browser("crew1"), head = try await street.browser("head1")
            var grid = try await street.browser("grid1")
            #expect(await crew.get("/NHL/contractors/c1").status == 200)
            #expect(crew.page.contains("2026-0001") && crew.page.contains("100.00"))
            #expect(await crew.get("/NHL/contractors/c2").status == 404)
            await crew.get("/NHL/contractors")
            #expect(count(crew.page, "href=\"/NHL/contractors/") == 1)
            #expect(await head.get("/NHL/contractors/c1").status == 200 && head.page.contains("审定额"))
            #expect(await grid.get("/NHL/contractors/c1").status == 200 && !grid.page.contains("审定额"))
            #expect(await head.get("/NHL/contractors/none").status == 404)
        }
    }

    @Test("an appropriation has its bar, its documents and its ledger; one that is not there is not")
    func fund() async throws {
        try await WebStreet.with(script: Self.paid, users: ["finance1", "officer1"]) { street in
            var finance = try await street.browser("finance1"), officer = try await street.browser("officer1")
            await finance.get("/NHL/funds")
            let path = finance.page.split(separator: "href=\"/NHL/funds/").dropFirst().first?.split(separator: "\"").first ?? ""
            #expect(await finance.get("/NHL/funds/\(path)").status == 200)
            #expect(finance.page.contains("<figure class=\"chart\"") && finance.page.contains("指标明细账"))
            #expect(await officer.get("/NHL/funds/\(path)").status == 404)
            #expect(await finance.get("/NHL/funds/none").status == 404)
        }
    }

    @Test("an invoice's file tells all its faults at once and records nothing; a good one is judged by the rules")
    func invoice() async throws {
        try await WebStreet.with(script: Self.paid, users: ["finance1", "grid1"]) { street in
            var finance = try await street.browser("finance1"), grid = try await street.browser("grid1")
            let path = "/NHL/finance/invoices", before = try await street.records()
            #expect(await grid.get(path).status == 404)
            await finance.get(path)
            #expect(await finance.upload(path, [], file: nil).status == 422)
            #expect(finance.page.contains("没有填工单号") && finance.page.contains("没有选文件"))
            #expect(await finance.upload(path, [("job", "2026-0001")], file: ("a.xml", Array("<x/>".utf8))).status == 422)
            #expect(finance.page.contains("a.xml"))
            let other = Array(#"<EInvoice><Header/></EInvoice>"#.utf8)
            #expect(await finance.upload(path, [("job", "2026-0001")], file: ("b.xml", other)).status == 422)
            #expect(try await street.records() == before)
        }
    }
}
