import CPostgres
import Glibc
import Kernel

/// Where a database is: a URL that libpq understands, with this program's defaults where the URL says
/// nothing.
struct PostgresAddress: Sendable {
    /// Without passwords: the only name of the database that is ever shown.
    let shown: String
    /// Keywords and values for libpq, in this order.
    let settings: [(keyword: String, value: String)]
    /// Of all connections that are made to it.
    let traffic = PostgresTraffic()

    /// Statements end (ms) before a caller has long gone away; whoever waits for a lock is told sooner, and
    /// nobody holds one by doing nothing. A commit is answered when it is durable. Cursors are read to their
    /// end.
    private static let options = [
        "statement_timeout=60000", "lock_timeout=30000", "idle_in_transaction_session_timeout=120000",
        "synchronous_commit=on", "cursor_tuple_fraction=1.0",
    ].map { "-c " + $0 }.joined(separator: " ")

    /// Seconds, but for `tcp_user_timeout` (ms): a server that vanishes without a word is noticed within
    /// about a minute.
    private static let defaults = [
        ("connect_timeout", "10"), ("fallback_application_name", "yjb"), ("keepalives_idle", "30"),
        ("keepalives_interval", "10"), ("keepalives_count", "3"), ("tcp_user_timeout", "60000"),
    ]

    /// Throws `setting.invalid` (setting `--db`) for what libpq does not take as a URL, `tool.missing` where
    /// libpq is not there.
    init(_ url: String) throws(Refusal) {
        if let missing = libpq_open() {
            throw Refusal(.toolMissing, ["tool": String(cString: missing), "package": "libpq5"])
        }
        let shown = PostgresRedaction.shown(url)
        guard ["postgres://", "postgresql://"].contains(where: url.hasPrefix), !url.utf8.contains(0),
            let given = Self.parse(url), Self.isPlausible(given)
        else {
            throw Refusal(
                .settingInvalid, ["setting": "--db", "value": shown, "expected": "postgres://USER@HOST/DATABASE"])
        }
        self.shown = shown
        settings = Self.complete(given)
    }

    /// Later settings win over earlier ones. What libpq takes from the environment stands like a part of
    /// the URL. Texts are UTF-8 whatever the URL says, since nothing else can be read, and the server's
    /// warnings are heard, since one of them means that a commit is not on the standby.
    private static func complete(_ given: [String: String]) -> [(keyword: String, value: String)] {
        let asked = given["options"] ?? environment("PGOPTIONS")
        var settings: [(keyword: String, value: String)] = defaults.map { ($0.0, $0.1) }
        if let patience = environment("PGCONNECT_TIMEOUT") { settings.append(("connect_timeout", patience)) }
        settings += given.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        settings.append(("options", options + (asked.map { " " + $0 } ?? "") + " -c client_min_messages=warning"))
        settings.append(("client_encoding", "UTF8"))
        return settings
    }

    /// What the URL itself says; nil when libpq does not understand it. Its message may quote a password and
    /// is dropped.
    private static func parse(_ url: String) -> [String: String]? {
        var message: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(message) }
        guard let list = PQconninfoParse(url, &message) else { return nil }
        defer { PQconninfoFree(list) }
        var given: [String: String] = [:]
        var at = list
        while let keyword = at.pointee.keyword {
            if let value = at.pointee.val { given[String(cString: keyword)] = String(cString: value) }
            at += 1
        }
        return given
    }

    /// A password with an unescaped `@` or `/` ends up in the host or the port, which libpq would show in its
    /// messages.
    private static func isPlausible(_ given: [String: String]) -> Bool {
        let host = given["host"] ?? ""
        let port = given["port"] ?? ""
        return !host.dropFirst(host.hasPrefix("@") ? 1 : 0).contains("@")
            && port.allSatisfy { $0.isNumber || $0 == "," }
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
