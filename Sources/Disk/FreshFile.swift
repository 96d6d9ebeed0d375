import Glibc
import Kernel

/// A file that comes to be under a temporary name beside its own, and takes its name only when it is whole
/// and durable. The one home of that for keys, backups, photos and exports.
///
/// Its maker holds a lock on it (`flock`) until it has its name: what a program that died has left behind
/// can be told from what another one is writing just now (``sweep(beside:)``).
package final class FreshFile {
    /// What the operating system answered.
    package struct Fault: Error {
        package let errno: Int32
        package var reason: String { String(cString: strerror(errno)) }
    }

    package let path: String
    package let temporary: String
    private var handle: Int32

    /// Makes the temporary file, empty and for its owner only, whatever the umask says.
    package init(_ path: String) throws(Fault) {
        self.path = path
        while true {
            let name = path + Self.mark + Hex.encode((0..<6).map { _ in UInt8.random(in: 0...255) })
            let file = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard file >= 0, fchmod(file, 0o600) == 0 else { throw Fault(errno: errno) }
            if Self.lock(file) {
                (handle, temporary) = (file, name)
                return
            }
            close(file)
        }
    }

    /// False when a sweep was faster, between the making and this, and took it for a file of the dead.
    /// Where files cannot be locked, nothing is ever swept.
    private static func lock(_ file: Int32) -> Bool {
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return errno != EWOULDBLOCK }
        var about = stat()
        return fstat(file, &about) == 0 && about.st_nlink > 0
    }

    deinit { discard() }

    /// Appends bytes.
    package func write(_ bytes: some Sequence<UInt8>) throws(Fault) {
        var rest = ArraySlice(bytes)
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(handle, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Fault(errno: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Makes the bytes durable, then the name. What has that name already stays as it is: `EEXIST`. A name
    /// that cannot be made durable is taken away again, so that the next attempt finds it free.
    package func keep() throws(Fault) {
        try settle()
        guard Self.name(temporary, path) else { throw Fault(errno: errno) }
        do throws(Fault) {
            try Self.syncFolder(of: path)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// The same in place of whatever has that name.
    package func replace() throws(Fault) {
        try settle()
        guard rename(temporary, path) == 0 else { throw Fault(errno: errno) }
        try Self.syncFolder(of: path)
    }

    /// A new name is durable only once its folder is.
    package static func syncFolder(of path: String) throws(Fault) {
        let folder = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Fault(errno: errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw Fault(errno: errno) }
    }

    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whoever reads a database closes it before: closing a file here would take its locks away.
    private func settle() throws(Fault) {
        guard fsync(handle) == 0 else { throw Fault(errno: errno) }
        close(handle)
        handle = -1
    }

    private func discard() {
        for suffix in Self.companions + [""] { unlink(temporary + suffix) }
        if handle >= 0 { close(handle) }
    }

    /// Gives a file its name unless the name is taken; where files cannot have two names for a moment, by a
    /// rename that demands a free one, and where there is none, by one after looking. False with `errno`
    /// when none can be done.
    private static func name(_ temporary: String, _ path: String) -> Bool {
        if link(temporary, path) == 0 { return true }
        guard errno == EPERM || errno == EOPNOTSUPP else { return false }
        if let symbol = dlsym(nil, "renameat2") {
            // Glibc has it, but its header shows it to C programs of GNU only.
            typealias Rename = @convention(c) (
                Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
            let (rename, noReplace) = (unsafeBitCast(symbol, to: Rename.self), UInt32(1))
            if rename(AT_FDCWD, temporary, AT_FDCWD, path, noReplace) == 0 { return true }
            guard errno == EINVAL || errno == ENOSYS else { return false }
        }
        var about = stat()
        guard lstat(path, &about) != 0 else {
            errno = EEXIST
            return false
        }
        return rename(temporary, path) == 0
    }
}

/// What the dead leave behind.
extension FreshFile {
    /// Between a file's own name and the random end of its temporary one.
    private static let mark = ".yjb-tmp-"
    /// What SQLite puts beside a file.
    private static let companions = ["-wal", "-shm", "-journal"]

    /// Removes the temporary files in the folder of `path` whose makers are gone, and returns their paths.
    /// Whatever cannot be looked at or removed stays.
    package static func sweep(beside path: String) -> [String] {
        let folder = folder(of: path)
        guard let list = opendir(folder) else { return [] }
        defer { closedir(list) }
        var removed: [String] = []
        while let entry = readdir(list) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let file = (folder == "/" ? "/" : folder + "/") + name
            if isTemporary(name), removeIfLeft(file) { removed.append(file) }
        }
        return removed.sorted()
    }

    /// `NAME.yjb-tmp-` and twelve digits.
    private static func isTemporary(_ name: String) -> Bool {
        guard let end = name.ranges(of: mark).last?.upperBound else { return false }
        return name.utf8.count > mark.utf8.count + 12 && name[end...].utf8.count == 12
            && Hex.decode(String(name[end...])) != nil
    }

    private static func removeIfLeft(_ file: String) -> Bool {
        let handle = open(file, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard handle >= 0 else { return false }
        defer { close(handle) }
        var about = stat()
        guard fstat(handle, &about) == 0, about.st_mode & S_IFMT == S_IFREG, about.st_uid == geteuid(),
              flock(handle, LOCK_EX | LOCK_NB) == 0 else { return false }
        for suffix in companions { unlink(file + suffix) }
        return unlink(file) == 0
    }
}
