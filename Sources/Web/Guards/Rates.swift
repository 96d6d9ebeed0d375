import Kernel
import Synchronization

/// How often something may be done (web.md 3.3): a bucket a key, in memory, filled again by time.
package final class Rates: Sendable {
    /// So many, and so many more in that time.
    package struct Limit: Sendable {
        let count: Int
        /// Milliseconds in which an empty bucket is full again.
        let time: Int64

        /// Failed sign-ins of an address; pages, exports, files sent and pictures shown of a session.
        static let signIn = Limit(count: 20, time: 15 * Instant.minute)
        static let pages = Limit(count: 120, time: Instant.minute)
        static let exports = Limit(count: 10, time: Instant.minute)
        static let files = Limit(count: 60, time: 10 * Instant.minute)
        static let pictures = Limit(count: 600, time: Instant.minute)
    }

    private struct Bucket {
        /// When it will be full again, if nothing more is taken.
        var full: Instant
    }

    private let buckets = Mutex<[String: Bucket]>([:])
    private static let most = 20_000

    package init() {}

    /// Milliseconds until one more may be taken; nil: now.
    func wait(_ key: String, _ limit: Limit, at now: Instant) -> Int64? {
        buckets.withLock { buckets in
            guard let bucket = buckets[key] else { return nil }
            let over = (bucket.full - now) + limit.time / Int64(limit.count) - limit.time
            return over > 0 ? over : nil
        }
    }

    func take(_ key: String, _ limit: Limit, at now: Instant) {
        buckets.withLock { buckets in
            if buckets.count >= Self.most { buckets = buckets.filter { $0.value.full > now } }
            let full = max(buckets[key]?.full ?? now, now)
            buckets[key] = Bucket(full: full + limit.time / Int64(limit.count))
        }
    }

    /// Takes one where one may be taken; else milliseconds to wait.
    func asked(_ key: String, _ limit: Limit, at now: Instant) -> Int64? {
        if let wait = wait(key, limit, at: now) { return wait }
        take(key, limit, at: now)
        return nil
    }

    /// An address as limits count it: of IPv6 the network of a customer.
    package static func network(_ address: String) -> String {
        guard address.contains(":") else { return address }
        let head = address.prefix { $0 != "%" }.lowercased()
        // What `::` stands for is zeros; before it there is all that tells networks apart.
        let groups = head.ranges(of: "::").first.map { head[..<$0.lowerBound] } ?? head[...]
        return groups.split(separator: ":").prefix(4).joined(separator: ":") + "::/64"
    }
}
