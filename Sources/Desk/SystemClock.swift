import Glibc
package import Journal
package import Kernel

/// The machine's time, for programs that serve people.
package enum SystemClock {
    @Sendable
    package static func clock() -> Clock { .system(now) }

    package static var now: Instant {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Instant(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
    }
}
