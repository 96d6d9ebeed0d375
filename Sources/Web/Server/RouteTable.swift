/// Finds the route of an address: one list of routes, told apart by their segments.
struct RouteTable: Sendable {
    enum Found: Sendable {
        case route(Route, params: [String: String])
        /// The address is there, but not for that method.
        case method([Route.Method])
        case nothing
    }

    private struct Entry {
        let route: Route
        let segments: [Substring]
    }

    /// By how many segments they have.
    private let entries: [Int: [Entry]]

    init(_ routes: [Route]) {
        entries = Dictionary(grouping: routes.map { Entry(route: $0, segments: Self.segments($0.path)) }, by: \.segments.count)
    }

    /// Segments that are written out win over those that stand for anything.
    func find(_ method: String, _ path: String) -> Found {
        guard path.utf8.first == Self.slash, !Self.hasDouble(path) else { return .nothing }
        let given = Self.segments(path)
        let fitting = (entries[given.count] ?? []).filter { Self.fits($0.segments, given) }.compactMap { entry in
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

    private static let slash = UInt8(ascii: "/")

    private static func segments(_ path: String) -> [Substring] { path.utf8.split(separator: slash).compactMap { Substring($0) } }

    private static func hasDouble(_ path: String) -> Bool {
        zip(path.utf8, path.utf8.dropFirst()).contains { $0 == slash && $1 == slash }
    }

    private static func isAny(_ segment: Substring) -> Bool { segment.utf8.first == UInt8(ascii: ":") }

    private static func fits(_ segments: [Substring], _ given: [Substring]) -> Bool {
        zip(segments, given).allSatisfy { isAny($0) || $0 == $1 }
    }

    /// What the segments that stand for anything stand for; nil for what is not well encoded.
    private static func params(_ segments: [Substring], _ given: [Substring]) -> [String: String]? {
        var params: [String: String] = [:]
        for (segment, part) in zip(segments, given) where isAny(segment) {
            guard let value = Fields.segment(part), !value.isEmpty else { return nil }
            params[String(segment.dropFirst())] = value
        }
        return params
    }
}
