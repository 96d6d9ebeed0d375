@testable import Desk
import Jobs
import Journal
import Kernel
import SQL
import Seal
import Store
import Synchronization
import TestKit
import Testing
@testable import Web

/// A street behind its web front, as a browser meets it, without a server: requests are values.
struct WebStreet: Sendable {
    let desk: Desk
    let site: WebSite
    let front: Front
    private let clock: Mutex2

    /// A clock that a test turns.
    final class Mutex2: Sendable {
        private let value: Mutex<Int64>
        init(_ instant: Instant) { value = Mutex(instant.milliseconds) }
        var now: Instant { Instant(milliseconds: value.withLock { $0 }) }
        func turn(_ milliseconds: Int64) { value.withLock { $0 += milliseconds } }
    }

    /// Long enough for everybody, and nobody's name.
    static let password = "三更灯火五更鸡，正是读书时"

    /// Plays the standard street and a script; everybody named has a password.
    static func with(
        _ engine: Engine = .sqlite, script: String = "", users: [String] = [], rates: Rates? = nil,
        pictures: PictureWork? = nil, vault: Bool = false, secondFactor: [Role]? = nil, _ body: (WebStreet) async throws -> Void
    ) async throws {
        try await engine.with { place in
            let database = try place.open(create: true)
            let street = WebStreet(database, rates, pictures, vault ? FileVault(Place(file: place.address)) : nil)
            do {
                try await street.play(script, users, secondFactor)
                try await body(street)
            } catch {
                try? await database.close()
                throw error
            }
            try await database.close()
        }
    }

    private init(_ database: any SQLDatabase, _ rates: Rates?, _ pictures: PictureWork?, _ vault: FileVault?) {
        let clock = Mutex2(Instant(Day.first(of: 2027)))
        self.clock = clock
        desk = Desk(database, seal: CallerSeal(key: .generate()), clock: { .system(clock.now) })
        // A password costs a guesser little here, and the tests no time.
        site = WebSite(desk, passwords: PasswordWork(cost: .init(logN: 4, r: 1, p: 1)), settings: .init(isSecure: false), rates: rates, pictures: pictures, vault: vault)
        front = Front(site)
    }

    private func play(_ script: String, _ users: [String], _ secondFactor: [Role]?) async throws {
        var memory = MemoryStreet.funded
        if let secondFactor {
            let names = secondFactor.map { "'\($0.rawValue)'" }.joined(separator: ",")
            memory.adopt(replacing: "'privacy':", with: "'secondFactor':[\(names)],'privacy':", effective: "2026-01-01")
        }
        memory.play("admin1 user.add user=crew1 name=crew1 roles:=['crew'] contractor=c1\n" + script)
        _ = try await desk.execute(memory.envelopes.map(desk.read))
        for user in users {
            let code = try await desk.invite(try Code(user), in: try Code("NHL"), by: nil)
            _ = try await desk.takeUp(code, password: Self.password, in: try Code("NHL"), site.passwords)
        }
    }

    func turn(_ milliseconds: Int64) { clock.turn(milliseconds) }

    var now: Instant { clock.now }

    /// A record as it is kept.
    func record(_ seq: Int) async throws -> String {
        try await desk.look { (connection, _) throws(Refusal) in
            try connection.first("SELECT body FROM record WHERE org = 'NHL' AND seq = $1", [SQLValue(seq)])?.text(0) ?? ""
        }
    }

    /// How many records there are.
    func records() async throws -> Int {
        try await desk.look { (connection, _) throws(Refusal) in try Queries(connection).street(try Code("NHL")).head.seq }
    }

    /// A browser in which somebody has signed in; nil: nobody.
    func browser(_ user: String? = nil) async throws -> Browser {
        var browser = Browser(front: front)
        guard let user else { return browser }
        _ = await browser.get("/NHL/sign-in")
        let answer = await browser.post("/NHL/sign-in", [("name", user), ("password", Self.password)])
        if answer.status != 303 { throw Refusal(.userUnknown, ["user": user]) }
        return browser
    }
}

/// Keeps cookies and the last form, as browsers do.
struct Browser {
    let front: Front
    var cookies: [String: String] = [:]
    var address = ""
    var isLocal = false
    /// Hidden fields of the last page.
    private(set) var hidden: [(String, String)] = []
    private(set) var page = ""

    @discardableResult
    mutating func get(_ path: String) async -> Outcome { await send("GET", path, [UInt8](), []) }

    /// Posts with the hidden fields of the last page, unless a field is given; nil leaves one out.
    @discardableResult
    mutating func post(
        _ path: String, _ fields: [(String, String)], without left: Set<String> = [], headers: [String: String] = [:]
    ) async -> Outcome {
        let names = Set(fields.map(\.0))
        let form = hidden.filter { !names.contains($0.0) && !left.contains($0.0) } + fields
        return await send("POST", path, form, Array(headers))
    }

    /// Posts a form with one file, as a browser does.
    @discardableResult
    mutating func upload(_ path: String, _ fields: [(String, String)], file: (name: String, bytes: [UInt8])?, as input: String = "file") async -> Outcome {
        let names = Set(fields.map(\.0)), line = "----test7MA4YWxk"
        var body: [UInt8] = []
        for (name, value) in hidden.filter({ !names.contains($0.0) }) + fields {
            body += Array("--\(line)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        if let file {
            body += Array("--\(line)\r\nContent-Disposition: form-data; name=\"\(input)\"; filename=\"\(file.name)\"\r\nContent-Type: text/csv\r\n\r\n".utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(line)--\r\n".utf8)
        return await send("POST", path, body, [(key: "content-type", value: "multipart/form-data; boundary=\(line)")])
    }

    private mutating func send(_ method: String, _ address: String, _ form: [(String, String)], _ more: [(key: String, value: String)]) async -> Outcome {
        await send(method, address, Array(Fields(form).query.utf8), more)
    }

    private mutating func send(_ method: String, _ address: String, _ body: [UInt8], _ more: [(key: String, value: String)]) async -> Outcome {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        var headers = ["host": "desk.test", "cookie": cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")]
        if method == "POST" {
            headers["content-type"] = "application/x-www-form-urlencoded"
            headers["sec-fetch-site"] = "same-origin"
        }
        for pair in more { headers[pair.key] = pair.value.isEmpty ? nil : pair.value }
        let outcome = await front.answer(Call(
            method: method, path: parts[0], query: parts.count > 1 ? parts[1] : "", headers: headers, body: body, address: self.address, isLocal: isLocal))
        take(outcome)
        return outcome
    }

    /// What an attribute says.
    private static func plain(_ text: Substring) -> String {
        [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }

    private mutating func take(_ outcome: Outcome) {
        for header in outcome.headers where header.name == "Set-Cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            cookies[pair[0]] = pair.count == 2 && !header.value.contains("Max-Age=0") ? pair[1] : nil
        }
        page = String(decoding: outcome.body, as: UTF8.self)
        guard outcome.status != 303 else { return }
        hidden = page.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map { (String($0.1), Self.plain($0.2)) }
            .filter { $0.0 != "all" }.reduce(into: []) { all, pair in if !["csrf", "id", "seen"].contains(pair.0) || !all.contains(where: { $0.0 == pair.0 }) { all.append(pair) } }
    }
}
