import Kernel
import Synchronization

/// What the server did, for whoever watches it: counts and times, no person and no street.
package final class Metrics: Sendable {
    private struct Key: Hashable, Comparable {
        let method: String
        let route: String
        let status: Int

        static func < (a: Key, b: Key) -> Bool { (a.route, a.method, a.status) < (b.route, b.method, b.status) }
    }

    private struct Counts {
        var requests: [Key: Int] = [:]
        var slower = [Int](repeating: 0, count: Metrics.bounds.count)
        var total = 0
        /// Milliseconds.
        var time = 0
    }

    /// Upper ends of the histogram, in milliseconds.
    private static let bounds = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000]
    private let counts = Mutex(Counts())

    package init() {}

    func count(_ method: String, _ route: String, _ status: Int, milliseconds: Int) {
        counts.withLock { counts in
            counts.requests[Key(method: method, route: route, status: status), default: 0] += 1
            for (index, bound) in Self.bounds.enumerated() where milliseconds <= bound { counts.slower[index] += 1 }
            counts.total += 1
            counts.time += milliseconds
        }
    }

    /// Prometheus text.
    func text() -> String {
        let counts = counts.withLock { $0 }
        var lines = ["# TYPE yjb_requests_total counter"]
        for key in counts.requests.keys.sorted() {
            let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
            lines.append("yjb_requests_total{\(labels)} \(counts.requests[key] ?? 0)")
        }
        lines.append("# TYPE yjb_request_seconds histogram")
        for (bound, count) in zip(Self.bounds, counts.slower) {
            lines.append("yjb_request_seconds_bucket{le=\"\(Self.seconds(bound))\"} \(count)")
        }
        lines += [
            "yjb_request_seconds_bucket{le=\"+Inf\"} \(counts.total)", "yjb_request_seconds_sum \(Self.seconds(counts.time))",
            "yjb_request_seconds_count \(counts.total)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func seconds(_ milliseconds: Int) -> String {
        let rest = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}

/// `/metrics`, for this machine only.
enum MetricsPage {
    static func show(_ visit: Visit) async throws(Refusal) -> Reply {
        guard visit.isLocal else { return .page(ErrorPage.page(.nothing, visit)) }
        return .file(.init(
            bytes: Array(visit.site.metrics.text().utf8), type: "text/plain; version=0.0.4; charset=utf-8", name: nil))
    }
}
