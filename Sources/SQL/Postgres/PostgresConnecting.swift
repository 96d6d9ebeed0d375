import CPostgres
import Kernel

extension PostgresLink {
    /// Servers before this one are refused: it is the oldest that the tests of this program have run on.
    private static let oldestServer: Int32 = 130_000

    /// Connects, and blocks the thread until the server has answered or `connect_timeout` is over.
    ///
    /// Throws `store.unreachable`, `store.denied`, `store.missing` (no such database), `store.notDatabase`
    /// for a server that cannot keep what this program writes.
    static func connect(to address: PostgresAddress) throws(PostgresFault) -> PostgresLink {
        guard let handle = start(address) else {
            throw PostgresFault(PostgresFaults.refusal(.storeIO, nil, "out of memory", path: address.shown))
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        // The code of a refused login is in its message only when asked for, and the words are in the
        // server's language. So the connection is begun, told to be exact, and made anew, which keeps libpq's
        // own timeouts and hosts.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        if PQstatus(handle) != CONNECTION_BAD { PQreset(handle) }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw refused(handle, path: address.shown)
        }
        let link = PostgresLink(handle, path: address.shown, traffic: address.traffic)
        try check(handle, path: address.shown)
        try learnPatience(link)
        return link
    }

    /// The URL may have changed how long a statement may take.
    private static func learnPatience(_ link: PostgresLink) throws(PostgresFault) {
        let result = try link.command("SELECT setting::bigint FROM pg_settings WHERE name = 'statement_timeout'")
        guard result.count == 1, let row = try? result.row(0), let timeout = try? row.int(0) else { return }
        link.patience = PostgresPatience(statementTimeout: Int(timeout))
    }

    private static func start(_ address: PostgresAddress) -> OpaquePointer? {
        let texts = address.settings.map { (Array($0.keyword.utf8CString), Array($0.value.utf8CString)) }
        let sizes = texts.map { ($0.0.count, $0.1.count) }
        return texts.flatMap { $0.0 + $0.1 }.withUnsafeBufferPointer { bytes in
            var (keywords, values): ([UnsafePointer<CChar>?], [UnsafePointer<CChar>?]) = ([], [])
            var at = bytes.baseAddress
            for (keyword, value) in sizes {
                keywords.append(at)
                values.append(at.map { $0 + keyword })
                at = at.map { $0 + keyword + value }
            }
            return PQconnectStartParams(keywords + [nil], values + [nil], 0)
        }
    }

    private static func check(_ handle: OpaquePointer, path: String) throws(PostgresFault) {
        let version = PQserverVersion(handle)
        let encoding = PQparameterStatus(handle, "server_encoding").map { String(cString: $0) } ?? "?"
        var detail: String?
        if version < oldestServer { detail = "PostgreSQL 13 or later is needed; this is \(version / 10000)" }
        if encoding != "UTF8" { detail = "the encoding must be UTF8; this is \(encoding)" }
        guard let detail else { return }
        throw PostgresFault(Refusal(.storeNotDatabase, ["path": path, "detail": detail]))
    }

    private static func refused(_ handle: OpaquePointer, path: String) -> PostgresFault {
        let answer = PostgresGreeting(PQerrorMessage(handle).map { String(cString: $0) } ?? "?")
        if answer.state == nil, answer.isAboutLogin || PQconnectionNeedsPassword(handle) == 1 {
            return PostgresFault(PostgresFaults.refusal(.storeDenied, nil, answer.detail, path: path))
        }
        return PostgresFaults.fault(answer.state, answer.detail, path: path, lost: true, at: .connecting)
    }
}

/// What libpq says when no connection could be made: its own words, or the server's with their code (`FATAL:
/// 28P01: …`).
struct PostgresGreeting {
    let detail: String
    let state: String?

    init(_ message: String) {
        var lines = message.split(whereSeparator: \.isNewline).filter { !$0.contains("LOCATION:  ") }
        var state: String?
        for index in lines.indices {
            guard let (start, code) = Self.code(in: lines[index]) else { continue }
            state = code
            lines[index].removeSubrange(start..<lines[index].index(start, offsetBy: 7))
        }
        detail = lines.joined(separator: "; ")
        self.state = state
    }

    /// Refused before the server could say so: certificates, and passwords that were not given.
    var isAboutLogin: Bool { ["certificate", "password"].contains { detail.contains($0) } }

    /// Where the five characters of a code stand between two blanks and a colon.
    private static func code(in line: Substring) -> (Substring.Index, String)? {
        for mark in line.ranges(of: ":  ") {
            let rest = line[mark.upperBound...]
            let code = rest.prefix(5)
            guard code.count == 5, code.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }),
                rest.dropFirst(5).hasPrefix(": ")
            else { continue }
            return (rest.startIndex, String(code))
        }
        return nil
    }
}
