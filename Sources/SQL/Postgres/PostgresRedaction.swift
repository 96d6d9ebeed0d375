import CPostgres

/// The URL of a database as it may be shown: without passwords, wherever libpq or a slip of the pen may have
/// put them.
enum PostgresRedaction {
    private static let hidden = "***"

    /// The URL with every password replaced. What libpq does not know by name is hidden too: it may be a
    /// misspelt `password`.
    static func shown(_ url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return hidden }
        let (head, query) = split(url[start...])
        let items = query.split(separator: "&").map(item)
        return url[..<start] + authority(head) + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
    }

    /// What lies before and after the question mark. One inside a password (before the `@`) is none, as libpq
    /// has it.
    private static func split(_ rest: Substring) -> (head: Substring, query: Substring) {
        let login = rest.prefix { $0 != "/" }.lastIndex(of: "@") ?? rest.startIndex
        guard let mark = rest[login...].firstIndex(of: "?") else { return (rest, "") }
        return (rest[..<mark], rest[rest.index(after: mark)...])
    }

    /// Up to the last `@`: a password with an unescaped `@` or `/` in it must not be shown in part.
    private static func authority(_ head: Substring) -> String {
        guard let at = head.lastIndex(of: "@") else { return hosts(head) }
        let login = head[..<at]
        guard let colon = login.firstIndex(of: ":") else { return String(head) }
        return login[...colon] + hidden + head[at...]
    }

    /// Whoever forgot the host has a password where a port should be.
    private static func hosts(_ head: Substring) -> String {
        let ports = head.prefix { $0 != "/" }.split(separator: ",").map { host in
            (host.lastIndex(of: "]").map { host[$0...] } ?? host).split(separator: ":").dropFirst()
        }
        return ports.joined().allSatisfy { $0.allSatisfy(\.isNumber) } ? String(head) : hidden
    }

    private static func item(_ text: Substring) -> String {
        guard let sign = text.firstIndex(of: "=") else { return hidden }
        return harmless.contains(String(text[..<sign])) ? String(text) : text[...sign] + hidden
    }

    /// The settings that libpq itself does not mark as secret.
    private static let harmless: Set<String> = {
        var names: Set<String> = []
        guard let settings = PQconndefaults() else { return names }
        defer { PQconninfoFree(settings) }
        var at = settings
        while let name = at.pointee.keyword {
            if at.pointee.dispchar.map({ $0[0] }) != CChar(UInt8(ascii: "*")) { names.insert(String(cString: name)) }
            at += 1
        }
        return names
    }()
}
