package import Kernel

/// How long an account waits after wrong passwords: never for ever, so that nobody is locked out by others.
package enum Lockout {
    /// So many failures are free.
    package static let free = 4
    /// After so long without one, counting begins anew.
    package static let memory = 15 * Instant.minute

    /// The failures in a row after one more at a moment.
    package static func count(_ failed: Int, last: Instant?, lockedUntil: Instant?, at now: Instant) -> Int {
        guard let last else { return 1 }
        return now - max(last, lockedUntil ?? last) > memory ? 1 : failed + 1
    }

    /// Until when no password is taken after that many: one minute, two, four, eight, then fifteen; nil
    /// while they are free.
    package static func end(after failures: Int, at now: Instant) -> Instant? {
        guard failures > free else { return nil }
        let minutes = min(15, 1 << min(failures - free - 1, 10))
        return now + Int64(minutes) * Instant.minute
    }
}
