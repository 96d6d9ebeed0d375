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
        let pairs = (headers["cookie"] ?? "").split(separator: ";").compactMap { part -> (String, String)? in
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { return nil }
            return (String(sides[0].drop { $0 == " " }), String(sides[1]))
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
