import Glibc
package import Kernel

/// Small files that only their owner may read.
package enum PrivateFile {
    package struct Contents {
        package let bytes: [UInt8]
        /// Permission bits as in `st_mode`.
        package let mode: UInt32
        package let isRegular: Bool
    }

    /// At most `limit` bytes of a file, with the mode of the very file that was read. Throws `key.missing` or
    /// `file.unreadable`.
    package static func read(_ path: String, limit: Int) throws(Refusal) -> Contents {
        // O_NONBLOCK: a pipe in the key's place must not hang the program.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            let code = errno
            if code == ENOENT || code == ENOTDIR { throw Refusal(.keyMissing, ["path": path]) }
            throw failure(.fileUnreadable, path, code)
        }
        defer { close(file) }
        var about = stat()
        guard fstat(file, &about) == 0 else { throw failure(.fileUnreadable, path, errno) }
        let isRegular = about.st_mode & S_IFMT == S_IFREG
        let bytes = isRegular ? try readAll(file, path, limit) : []
        return Contents(bytes: bytes, mode: about.st_mode & 0o7777, isRegular: isRegular)
    }

    /// Makes a new file of mode 0600, durably. It gets its name when it is whole: another program that
    /// looks for a key never finds half of one. Throws `store.exists` or `file.unwritable`.
    package static func create(_ path: String, _ bytes: [UInt8]) throws(Refusal) {
        do throws(FreshFile.Fault) {
            let file = try FreshFile(path)
            try file.write(bytes)
            try file.keep()
        } catch {
            if error.errno == EEXIST { throw Refusal(.storeExists, ["path": path]) }
            throw failure(.fileUnwritable, path, error.errno)
        }
    }

    /// Whether something has that name, also a link that leads nowhere: a key that cannot be reached is not
    /// a key that is not there. Throws `file.unreadable` when that cannot be told.
    package static func exists(_ path: String) throws(Refusal) -> Bool {
        var about = stat()
        if lstat(path, &about) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else { throw failure(.fileUnreadable, path, errno) }
        return false
    }

    private static func readAll(_ file: Int32, _ path: String, _ limit: Int) throws(Refusal) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress?.advanced(by: filled), limit - filled)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(.fileUnreadable, path, errno)
            }
            if count == 0 { break }
            filled += count
        }
        return Array(bytes.prefix(filled))
    }

    private static func failure(_ code: RefusalCode, _ path: String, _ number: Int32) -> Refusal {
        Refusal(code, ["path": path, "detail": FreshFile.Fault(errno: number).reason])
    }
}
