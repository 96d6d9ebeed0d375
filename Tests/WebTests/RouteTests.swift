import Desk
import Jobs
import Kernel
import Reports
import TestKit
import Testing
@testable import Web

/// Every route × every identity answers as the checked-in table says (golden/routes.txt). The rows are made from the list of
/// routes, so a new route without a row fails.
struct RouteTests {
    private static let roles = Role.allCases.filter { $0 != .machine && $0 != .resident }
    private static let script = """
        03-05T09:00 dispatcher1 call      caller:={'name':'张三','phone':'13812349876'}
        03-05T09:10 grid1       accept    #1 urgency=urgent
        03-05T09:20 head1       authorize #1 ceiling=8000.00
        03-05T10:00 dispatcher1 dispatch  #1
        03-05T11:00 officer1    call
        """

    /// An address of the route: the street of the test, its first job, and so on.
    private static func address(_ route: Route) -> String {
        let samples = [
            "o": "NHL", "n": "2026-0001", "verb": "note", "seq": "3", "name": "utilisation", "does": "fund.transfer", "code": "x",
            "hash": Asset.style.hash, "file": "app.css", "size": "320",
        ]
        return route.path.split(separator: "/").reduce(into: "") { path, part in
            path += "/" + (part.first == ":" ? samples[String(part.dropFirst())] ?? "x" : String(part))
        }.ifEmpty("/")
    }

    @Test("route × identity")
    func table() async throws {
        let names = Self.roles.map(\.rawValue)
        try await WebStreet.with(script: Self.script, users: names.map { $0 + "1" }) { street in
            // Signing out comes last, or nobody would be there for the rest.
            let routes = Routes.all.filter { $0.path != "/:o/sign-out" } + Routes.all.filter { $0.path == "/:o/sign-out" }
            var columns: [[String]] = []
            for name in [nil] + names.map({ $0 + "1" as String? }) {
                var browser = try await street.browser(name)
                await browser.get(name == nil ? "/NHL/sign-in" : "/NHL/me")
                let token = [("csrf", CSRF.token(browser.cookies[name == nil ? "yjb-door" : "yjb"] ?? ""))]
                var cells: [String] = []
                for route in routes {
                    let outcome = route.method == .get
                        ? await browser.get(Self.address(route)) : await browser.post(Self.address(route), token + [("user", "grid3")], without: ["id", "seen", "next", "user"])
                    cells.append(String(outcome.status))
                }
                columns.append(cells)
            }
            let head = "route".padded(36) + (["nobody"] + names).map { $0.padded(11) }.joined()
            let rows = routes.enumerated().map { index, route in
                "\(route.method.rawValue) \(route.path)".padded(36) + columns.map { $0[index].padded(11) }.joined()
            }
            expectGolden(([head] + rows).map(\.trimmed).joined(separator: "\n") + "\n", "routes.txt")
        }
    }

    @Test("report × identity, as a page and as a file")
    func reports() async throws {
        let names = Self.roles.map(\.rawValue)
        try await WebStreet.with(script: Self.script, users: names.map { $0 + "1" }) { street in
            var rows: [String] = ["report".padded(20) + names.map { $0.padded(11) }.joined()]
            var browsers: [Browser] = []
            for name in names { browsers.append(try await street.browser(name + "1")) }
            for entry in Catalogue.entries {
                var cells: [String] = []
                for index in browsers.indices {
                    let page = await browsers[index].get("/NHL/reports/" + entry.name).status
                    let file = await browsers[index].get("/NHL/reports/" + entry.name + "?format=csv").status
                    cells.append("\(page)/\(file)")
                }
                rows.append(entry.name.padded(20) + cells.map { $0.padded(11) }.joined())
            }
            expectGolden(rows.map(\.trimmed).joined(separator: "\n") + "\n", "reports.txt")
        }
    }

    @Test("a step's form is there exactly where the desk says that it is open")
    func steps() async throws {
        let names = Self.roles.map { $0.rawValue + "1" }
        try await WebStreet.with(script: Self.script, users: names) { street in
            let org = try Code("NHL")
            for name in names {
                var browser = try await street.browser(name)
                for number in ["2026-0001", "2026-0002"] {
                    let steps = try? await street.desk.ask(.next(try JobName(number)), of: org, as: .user(try Code(name)))
                    for verb in Verb.allCases where verb != .call {
                        let status = await browser.get("/NHL/jobs/\(number)/do/\(verb.rawValue)").status
                        let step = steps?.steps.first { $0.verb == verb }
                        #expect((status == 200) == (step?.isOpen ?? false), "\(name) \(verb) \(number): \(status)")
                        #expect(steps != nil || status == 404, "\(name) \(verb) \(number): \(status)")
                    }
                }
            }
        }
    }

    @Test("who may see nothing of callers finds no name and no number of one, on any page or in any file")
    func callers() async throws {
        let blind: [Role] = [.finance, .cashier, .inspector, .admin, .district]
        try await WebStreet.with(script: Self.script, users: blind.map { $0.rawValue + "1" }) { street in
            for role in blind {
                var browser = try await street.browser(role.rawValue + "1")
                var paths = Routes.all.filter { $0.method == .get }.map(Self.address) + ["/NHL/jobs?all=1", "/NHL/jobs?q=2349876"]
                for entry in Catalogue.entries { paths += ["csv", "json", "html", "text"].map { "/NHL/reports/\(entry.name)?format=\($0)" } }
                paths += (1...80).map { "/NHL/audit/records/\($0)" }
                for path in paths {
                    let outcome = await browser.get(path)
                    for word in ["张三", "张**", "2349876", "**9876", "1381234"] where path != "/NHL/jobs?q=2349876" || word != "2349876" {
                        #expect(!browser.page.contains(word), "\(role) \(path): \(word)")
                        #expect(!outcome.headers.contains { $0.value.contains(word) }, "\(role) \(path): \(word)")
                    }
                }
                await browser.get("/NHL/me")
                let looked = await browser.post("/NHL/jobs/2026-0001/caller", [])
                #expect(looked.status == 403 && !browser.page.contains("张三"), "\(role)")
            }
        }
    }

    @Test("every answer says what browsers must know")
    func headers() async throws {
        try await WebStreet.with(users: ["head1", "dispatcher1"]) { street in
            var browser = try await street.browser("head1")
            for path in ["/NHL/desk", "/NHL/nothing", "/healthz", Asset.style.path, "/"] {
                let outcome = await browser.get(path)
                #expect(outcome.header("Content-Security-Policy")?.contains("default-src 'none'") == true, "\(path)")
                #expect(outcome.header("X-Content-Type-Options") == "nosniff" && outcome.header("Referrer-Policy") == "same-origin", "\(path)")
                #expect(outcome.header("Cache-Control") == (path.hasPrefix("/assets") ? "public, max-age=31536000, immutable" : "private, no-store"))
                #expect(!browser.page.contains(" style=") && !browser.page.contains("<style") && !browser.page.contains(" onclick"), "\(path)")
            }
            #expect(await browser.get("/NHL/sign-out").status == 405)
            // A form that is gone back to is the same form: its page may stay in the browser.
            #expect(await browser.get("/NHL/jobs/new").header("Cache-Control") == "private, no-store")
            var dispatcher = try await street.browser("dispatcher1")
            #expect(await dispatcher.get("/NHL/jobs/new").header("Cache-Control") == "private, no-cache")
            #expect(await dispatcher.post("/NHL/jobs/new", [("go", "send")]).header("Cache-Control") == "private, no-store")
            #expect(await browser.get("/OTHER/desk").status == 303)
        }
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
