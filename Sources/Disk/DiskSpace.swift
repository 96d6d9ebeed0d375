import Glibc

/// How much room the file system of a path has, in bytes.
package struct DiskSpace: Sendable {
    package let free: UInt64
    package let total: UInt64

    package init(free: UInt64, total: UInt64) { (self.free, self.total) = (free, total) }

    /// nil where it cannot be told.
    package init?(at path: String) {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0 else { return nil }
        let block = UInt64(facts.f_frsize)
        self.init(free: UInt64(facts.f_bavail) * block, total: UInt64(facts.f_blocks) * block)
    }

    /// Whether a twentieth is still free once so many bytes more are written (web.md 3.8).
    package func holds(_ bytes: UInt64) -> Bool { free >= bytes && free - bytes >= total / 20 }
}
