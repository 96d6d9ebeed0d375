import Desk
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing
@testable import Web

/// What is like a call while it is being taken.
struct DuplicateTests {
    private static let script = """
        03-05T09:00 dispatcher1 call      caller:={'name':'张三','phone':'138-1234-9876'}
        03-05T09:10 grid1       accept    #1
        """
    private static let call = "/NHL/jobs/new"

    private static func with(_ body: (WebStreet, Job) async throws -> Void) async throws {
        try await WebStreet.with(script: script, users: ["dispatcher1", "grid1", "officer1"]) { street in
            let job = try await street.desk.ask(.job(try JobName("2026-0001")), of: try Code("NHL"), as: .owner)
            try await body(street, job)
        }
    }

    /// The same place and kind, the number typed another way.
    private static func typed(_ job: Job, _ phone: String = "＋86 13812349876") -> [(String, String)] {
        [("site.address", job.scope.address.text), ("category", job.category.text), ("caller.phone", phone), ("description", "又堵了"), ("channel", "电话")]
    }

    @Test("[查重复] shows the job with why, state and age, and how often the number called, without a name")
    func found() async throws {
        try await Self.with { street, job in
            var browser = try await street.browser("dispatcher1")
            await browser.get(Self.call)
            #expect(browser.page.contains("查重复") && !browser.page.contains("2026-0001"))
            let before = try await street.records()
            #expect(await browser.post(Self.call, Self.typed(job) + [("go", "check")]).status == 200)
            #expect(browser.page.contains("2026-0001") && browser.page.contains("同一号码同类") && browser.page.contains("同一地点") && browser.page.contains("已受理"))
            #expect(browser.page.contains("并入此单") && browser.page.contains("只记备注") && browser.page.contains("今天"))
            // Enter presses the first button.
            #expect(browser.page.firstMatch(of: /<main.*?<button[^>]*value="([a-z]+)"/.dotMatchesNewlines())?.1 == "send")
            #expect(!browser.page.contains("张三") && !browser.page.contains("138-1234") && browser.page.contains("又堵了") && !browser.page.contains("没有填"))
            #expect(browser.page.contains("此号码今年来电 1 次"))
            await browser.post(Self.call, [("site.address", job.scope.address.text), ("go", "check")])
            #expect(browser.page.contains("先填地址和类别"))
            await browser.post(Self.call, [("site.address", "别处一百号"), ("category", "other"), ("go", "check")])
            #expect(browser.page.contains("没有相像的工单"))
            #expect(try await street.records() == before)
            // Whoever merges is the dispatcher.
            var grid = try await street.browser("grid1")
            await grid.get(Self.call)
            await grid.post(Self.call, Self.typed(job) + [("go", "check")])
            #expect(!grid.page.contains("并入此单") && grid.page.contains("只记备注"))
        }
    }

    @Test("a number that has called this year is counted, however it was typed")
    func counted() async throws {
        try await Self.with { street, job in
            var browser = try await street.browser("dispatcher1")
            for phone in ["13800001111", "138 0000 1111", "+8613800001111"] {
                await browser.get(Self.call)
                #expect(await browser.post(Self.call, Self.typed(job, phone) + [("go", "send")]).status == 303, "\(browser.page)")
            }
            await browser.get(Self.call)
            await browser.post(Self.call, Self.typed(job, "１３８００００１１１１") + [("go", "check")])
            #expect(browser.page.contains("此号码今年来电 3 次"))
        }
    }

    @Test("[并入此单] records the call and merges it, both or neither, once however often it is pressed")
    func merged() async throws {
        try await Self.with { street, job in
            var browser = try await street.browser("dispatcher1")
            await browser.get(Self.call)
            let before = try await street.records()
            let sent = await browser.post(Self.call, Self.typed(job) + [("into", "2026-0001")])
            #expect(sent.status == 303 && sent.header("Location") == "/NHL/jobs/2026-0001?done=\(before + 2)", "\(browser.page)")
            #expect(try await street.records() == before + 2)
            #expect(await browser.post(Self.call, Self.typed(job) + [("into", "2026-0001")]).status == 303)
            #expect(try await street.records() == before + 2)
            let org = try Code("NHL")
            #expect(try await street.desk.ask(.job(try JobName("2026-0001")), of: org, as: .owner).absorbed?.count == 1)
            // Into a job that is not there: nothing of it stays.
            await browser.get(Self.call)
            #expect(await browser.post(Self.call, Self.typed(job) + [("into", "2026-0099")]).status == 409)
            #expect(browser.page.contains("又堵了"))
            // What is not filled in is told as always.
            await browser.get(Self.call)
            #expect(await browser.post(Self.call, [("site.address", "x"), ("into", "2026-0001")]).status == 422)
            #expect(try await street.records() == before + 2)
        }
    }

    @Test("[同一件，只记备注] notes the call on the other job, with nobody's name or number")
    func noted() async throws {
        try await Self.with { street, job in
            var browser = try await street.browser("dispatcher1")
            await browser.get(Self.call)
            let before = try await street.records()
            let sent = await browser.post(Self.call, Self.typed(job) + [("caller.name", "李四"), ("noted", "2026-0001")])
            #expect(sent.status == 303 && sent.header("Location") == "/NHL/jobs/2026-0001?done=\(before + 1)")
            let dossier = try await street.desk.ask(.dossier(of: try JobName("2026-0001")), of: try Code("NHL"), as: .owner)
            let text = dossier.records.last?.command.text ?? ""
            #expect(text.contains("同一件又来电：又堵了") && !text.contains("李四") && !text.contains("9876"))
            await browser.get(Self.call)
            #expect(await browser.post(Self.call, [("site.address", "x"), ("noted", "2026-0001")]).status == 422)
            #expect(try await street.records() == before + 1)
        }
    }
}
