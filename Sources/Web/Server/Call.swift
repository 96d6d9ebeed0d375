import Kernel

/// A request as it came over the wire, without anything that belongs to one way of serving.
package struct Call: Sendable {
    package let method: String
    /// Without the query.
    package let path: String
    package let query: String
    /// Lower-case names.
    package let headers: [String: String]
    package let body: [UInt8]
    /// Who asks, as far as limits are concerned; empty where nobody can tell.
    package let address: String
    /// From this machine, and not through a proxy.
    package let isLocal: Bool

    package init(
        method: String, path: String, query: String = "", headers: [String: String] = [:], body: [UInt8] = [],
        address: String = "", isLocal: Bool = false
    ) {
        (self.method, self.path, self.query) = (method, path, query)
        (self.address, self.isLocal) = (address, isLocal)
        (self.headers, self.body) = (headers, body)
    }

    /// The cookies that it carries; of two with one name the first.
    var cookies: [String: String] {
        let pairs = (headers["cookie"] ?? "").utf8.split(separator: UInt8(ascii: ";")).compactMap { part -> (String, String)? in
            guard let sign = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = part[..<sign].drop { $0 == UInt8(ascii: " ") }
            return (String(Substring(name)), String(Substring(part[part.index(after: sign)...])))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

/// What goes back over the wire.
package struct Outcome: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// For the log: the pattern of the route that answered; who was signed in, and where.
    package var route = ""
    package var org: String?
    package var user: String?

    package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
