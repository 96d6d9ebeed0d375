import Glibc
import Kernel

/// Small files that only their owner may read.
enum PrivateFile {
    struct Contents {
        let bytes: [UInt8]
        /// Permission bits as in `st_mode`.
        let mode: UInt32
        let isRegular: Bool
    }

    /// At most `limit` bytes of a file, with the mode of the very file that was read. Throws `key.missing` or
    /// `file.unreadable`.
    static func read(_ path: String, limit: Int) throws(Refusal) -> Contents {
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

    /// Makes a new file of mode 0600, durably. It gets its name when it is whole: another program that looks for a key
    /// never finds half of one. Throws `store.exists` or `file.unwritable`.
    static func create(_ path: String, _ bytes: [UInt8]) throws(Refusal) {
        let temporary = path + ".new-" + String(UInt64.random(in: 0 ... .max), radix: 16)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(.fileUnwritable, path, errno) }
        defer {
            close(file)
            unlink(temporary)
        }
        // The umask may have taken the owner's own bits away.
        guard fchmod(file, 0o600) == 0 else { throw failure(.fileUnwritable, path, errno) }
        try writeAll(file, path, bytes)
        guard fsync(file) == 0 else { throw failure(.fileUnwritable, path, errno) }
        try name(temporary, path)
        try syncFolder(of: path)
    }

    /// Gives a file its name, unless the name is taken. Not every file system can link; all can rename, and that one name
    /// was looked for just before.
    private static func name(_ temporary: String, _ path: String) throws(Refusal) {
        if link(temporary, path) == 0 { return }
        if errno == EEXIST { throw Refusal(.storeExists, ["path": path]) }
        guard errno == EPERM || errno == EOPNOTSUPP else { throw failure(.fileUnwritable, path, errno) }
        if try exists(path) { throw Refusal(.storeExists, ["path": path]) }
        guard rename(temporary, path) == 0 else { throw failure(.fileUnwritable, path, errno) }
    }

    /// Whether something has that name, also a link that leads nowhere: a key that cannot be reached is not a key that
    /// is not there. Throws `file.unreadable` when that cannot be told.
    static func exists(_ path: String) throws(Refusal) -> Bool {
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

    private static func writeAll(_ file: Int32, _ path: String, _ bytes: [UInt8]) throws(Refusal) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(.fileUnwritable, path, errno)
            }
            written += count
        }
    }

    /// A new name is durable only once its folder is.
    private static func syncFolder(of path: String) throws(Refusal) {
        let folder = open(self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure(.fileUnwritable, path, errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failure(.fileUnwritable, path, errno) }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func failure(_ code: RefusalCode, _ path: String, _ number: Int32) -> Refusal {
        let reason = strerror(number).map { String(cString: $0) } ?? "errno \(number)"
        return Refusal(code, ["path": path, "reason": reason])
    }
}
