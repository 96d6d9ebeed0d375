/// Finds the route of an address: one list of routes, told apart by their segments.
struct RouteTable: Sendable {
    enum Found: Sendable {
        case route(Route, params: [String: String])
        /// The address is there, but not for that method.
        case method([Route.Method])
        case nothing
    }

    private let routes: [(route: Route, segments: [Substring])]

    init(_ routes: [Route]) {
        self.routes = routes.map { ($0, $0.path.split(separator: "/", omittingEmptySubsequences: true)) }
    }

    /// Segments that are written out win over those that stand for anything.
    func find(_ method: String, _ path: String) -> Found {
        guard path.hasPrefix("/"), !path.contains("//") else { return .nothing }
        let given = path.split(separator: "/", omittingEmptySubsequences: true)
        let fitting = routes.compactMap { entry in
            Self.params(entry.segments, given).map { (route: entry.route, params: $0) }
        }
        guard let fewest = fitting.map(\.params.count).min() else { return .nothing }
        let best = fitting.filter { $0.params.count == fewest }
        let wanted = method == "HEAD" ? "GET" : method
        guard let found = best.first(where: { $0.route.method.rawValue == wanted }) else {
            return .method(best.map(\.route.method))
        }
        return .route(found.route, params: found.params)
    }

    private static func params(_ segments: [Substring], _ given: [Substring]) -> [String: String]? {
        guard segments.count == given.count else { return nil }
        var params: [String: String] = [:]
        for (segment, part) in zip(segments, given) {
            if segment.first == ":" {
                guard let value = Fields.decoded(part.replacing("+", with: "%2B")), !value.isEmpty else { return nil }
                params[String(segment.dropFirst())] = value
            } else if segment != part {
                return nil
            }
        }
        return params
    }
}
