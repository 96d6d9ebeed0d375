@testable import Desk
import Kernel
import SQL
import Seal
import TestKit
import Testing
@testable import Web

/// Verifying in the background, evidence bundles, the access log and backups, as pages.
struct AuditPageTests {
    private static let script = """
        03-05T09:00 dispatcher1 call caller:={'name':'张三','phone':'13812349876'}
        03-05T09:10 grid1       accept #1 urgency=urgent
        """

    /// Asks again once the run has ended: then the page does so no more.
    private static func wait(_ browser: inout Browser, _ path: String, _ kind: BackgroundRuns.Kind, of lane: String = "NHL", _ street: WebStreet) async {
        await street.site.runs.end(kind, of: lane)
        #expect(await browser.get(path).header("Refresh") == nil)
    }

    @Test("verifying goes on by itself, one at a time; what it came to stays", arguments: Engine.allCases)
    func verify(engine: Engine) async throws {
        try await WebStreet.with(engine, script: Self.script, users: ["auditor1", "head1"]) { street in
            var auditor = try await street.browser("auditor1"), head = try await street.browser("head1")
            await auditor.get("/NHL/audit")
            let started = await auditor.post("/NHL/audit/verify", [])
            let way = try #require(started.header("Location"))
            #expect(started.status == 303 && way.hasPrefix("/NHL/audit/verify/"))
            await Self.wait(&auditor, way, .verify, street)
            let records = try await street.records()
            #expect(auditor.page.contains("一致：记录 \(records) 条") && auditor.page.contains("auditor1"))
            await head.get("/NHL/audit")
            #expect(head.page.contains("一致：记录 \(records) 条"))
            #expect(await head.get("/NHL/audit/verify/x").status == 404)
            let looks = try await street.desk.look { (connection, _) throws(Refusal) in
                try connection.rows("SELECT who FROM access WHERE does = 'audit.verify'").map { (row) throws(Refusal) in try row.text(0) }
            }
            #expect(looks == ["auditor1"])
            // An old stamp that is not of this journal.
            await head.get("/NHL/audit")
            let stamp = await head.post("/NHL/audit/verify", [("stamp", "3:aaaaaaaa")])
            await Self.wait(&head, try #require(stamp.header("Location")), .verify, street)
            #expect(head.page.contains("不一致"))
            #expect(await head.get(way).status == 404, "a newer run has taken its place")
            await head.get("/NHL/audit")
            #expect(await head.post("/NHL/audit/verify", [("stamp", "nonsense")]).status == 422)
        }
    }

    @Test("a second press finds the run that is under way")
    func twice() async throws {
        let runs = BackgroundRuns(), gate = AsyncStream<Void>.makeStream()
        let user = try Code("u"), now = Instant(Day.first(of: 2026))
        let first = runs.start(.verify, of: "NHL", by: user, now: { now }) { () async throws(Refusal) in
            for await _ in gate.stream { break }
            return .written(name: "x")
        }
        let second = runs.start(.verify, of: "NHL", by: user, now: { now }) { () async throws(Refusal) in .written(name: "y") }
        let other = runs.start(.verify, of: "NHL", by: user, about: "57:deadbeef", now: { now }) { () async throws(Refusal) in .written(name: "z") }
        #expect(second?.id == first?.id && other == nil && runs.latest(.verify, of: "NHL")?.isRunning == true)
        #expect(runs.start(.verify, of: "OTH", by: user, now: { now }) { () async throws(Refusal) in throw Refusal(.storeIO) } != nil)
        gate.continuation.yield()
        await runs.end(.verify, of: "NHL")
        guard case .written("x") = runs.latest(.verify, of: "NHL")?.end else { Issue.record("the first is what ran"); return }
        await runs.end(.verify, of: "OTH")
        guard case .failed = runs.latest(.verify, of: "OTH")?.end else { Issue.record("a refusal is an end"); return }
    }

    @Test("a bundle is made with a password just given, listed with its digest, fetched by whoever may; all of it is logged")
    func bundle() async throws {
        try await WebStreet.with(script: Self.script, users: ["auditor1", "leader1"], vault: true) { street in
            let vault = try #require(street.site.vault)
            var auditor = try await street.browser("auditor1"), leader = try await street.browser("leader1")
            await auditor.get("/NHL/audit/bundles")
            #expect(auditor.page.contains("还没有证据包") && auditor.page.contains("verify.py"))
            street.turn(20 * Instant.minute)
            await auditor.get("/NHL/audit/bundles")
            #expect(await auditor.post("/NHL/audit/bundles", [("year", "2026")]).status == 403)
            #expect(await auditor.post("/NHL/audit/bundles", [("again", WebStreet.password)]).status == 303)
            await Self.wait(&auditor, "/NHL/audit/bundles", .bundle, street)
            let file = try #require(vault.bundles(of: try Code("NHL")).first)
            #expect(auditor.page.contains(file.sha256 ?? "?") && auditor.page.contains("✓ \(file.name)"), "\(auditor.page.suffix(3000))")
            let loaded = await auditor.post("/NHL/audit/bundles/" + file.name, [])
            #expect(loaded.status == 200 && loaded.body.count == file.size && loaded.body.prefix(2) == Array("PK".utf8)[...])
            #expect(Hex.encode(Digest.of(.sha256, loaded.body)) == file.sha256)
            await leader.get("/NHL/me")
            let token = leader.hidden.filter { $0.0 == CSRF.field }
            for path in [file.name, "..%2f..%2fs.sqlite", "x"] {
                #expect(await leader.post("/NHL/audit/bundles/" + path, token).status == 404, "\(path)")
            }
            #expect(await leader.get("/NHL/audit/bundles").status == 404)
            await auditor.get("/NHL/audit/bundles")
            #expect(await auditor.post("/NHL/audit/bundles/..%2fx.zip", []).status == 404)
            street.turn(20 * Instant.minute)
            await auditor.get("/NHL/audit/bundles")
            #expect(await auditor.post("/NHL/audit/bundles/" + file.name, []).status == 403)
            await auditor.get("/NHL/audit/access?kind=audit")
            #expect(auditor.page.ranges(of: "audit.bundle</small>").count >= 1 && auditor.page.contains("auditor1"))
        }
    }

    @Test("the access log: the latest first, page by page, by person, kind and day; nobody's name or number", arguments: Engine.allCases)
    func access(engine: Engine) async throws {
        try await WebStreet.with(engine, script: Self.script, users: ["leader1", "head1", "admin1"]) { street in
            var leader = try await street.browser("leader1"), head = try await street.browser("head1"), admin = try await street.browser("admin1")
            await head.get("/NHL/jobs/2026-0001")
            await head.post("/NHL/jobs/2026-0001/caller", [])
            _ = try await street.desk.execute((1...120).map { number in
                street.desk.read(JSON.members([
                    "id": .string("n\(number)"), "org": .string("NHL"), "by": .string("grid1"), "do": .string("job.sign"), "with": JSON.members(["job": .string("2026-0001")]),
                ]))
            })
            await leader.get("/NHL/audit/access")
            let count = { (page: String) in page.ranges(of: "<tr><th scope=\"row\">").count }
            #expect(count(leader.page) == 100)
            let next = try #require(leader.page.firstMatch(of: /href="([^"]*before=[^"]*)"/)).1.replacing("&amp;", with: "&")
            await leader.get(String(next))
            #expect(count(leader.page) > 20 && count(leader.page) < 100)
            for (query, wanted) in [("kind=callers", 1), ("kind=callers&who=grid1", 0), ("who=grid1&kind=refused&from=2026-03-05&to=2026-03-05", 100), ("to=2025-12-31", 0)] {
                await leader.get("/NHL/audit/access?" + query)
                #expect(count(leader.page) == wanted, "\(query)")
                #expect(!leader.page.contains("张三") && !leader.page.contains("9876"))
            }
            #expect(await leader.get("/NHL/audit/access?before=x").status == 400)
            #expect(await leader.get("/NHL/audit/access?from=x").status >= 400)
            #expect(await head.get("/NHL/audit/access").status == 404)
            #expect(await admin.get("/NHL/audit/access").status == 404)
        }
    }

    @Test("a backup is made by the administrator, verified, and as old as it is")
    func backup() async throws {
        try await WebStreet.with(users: ["admin1", "leader1"], vault: true) { street in
            let vault = try #require(street.site.vault)
            var admin = try await street.browser("admin1"), leader = try await street.browser("leader1")
            await admin.get("/NHL/admin/backups")
            #expect(admin.page.contains("本机还没有备份") && admin.page.contains("现在备份"))
            #expect(await admin.post("/NHL/admin/backups", []).status == 303)
            await Self.wait(&admin, "/NHL/admin/backups", .backup, of: "*", street)
            #expect(vault.backups.count == 1 && admin.page.contains(vault.backups.first?.name ?? "?"), "\(admin.page.suffix(3000))")
            await leader.get("/NHL/admin/backups")
            #expect(!leader.page.contains("现在备份") && leader.page.contains("最近一次"))
            #expect(await leader.post("/NHL/admin/backups", []).status == 403)
        }
    }

    @Test("where no folder is known, or the database is on a server, the page says what to do")
    func without() async throws {
        try await WebStreet.with(users: ["admin1", "auditor1"]) { street in
            var admin = try await street.browser("admin1"), auditor = try await street.browser("auditor1")
            await admin.get("/NHL/admin/backups")
            #expect(admin.page.contains("PostgreSQL") && !admin.page.contains("现在备份"))
            await admin.get("/NHL/me")
            #expect(await admin.post("/NHL/admin/backups", []).status == 404)
            await auditor.get("/NHL/audit/bundles")
            #expect(auditor.page.contains("--files"))
            await auditor.get("/NHL/me")
            #expect(await auditor.post("/NHL/audit/bundles", []).status == 404)
        }
    }
}
