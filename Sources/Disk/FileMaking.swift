import Glibc
package import Kernel

/// Files that are made once, under a name that nobody has yet.
extension Files {
    /// Throws `store.exists` where something has that name, also a link that leads nowhere.
    package static func demandFree(_ path: String) throws(Refusal) {
        var about = stat()
        guard lstat(path, &about) != 0 else { throw Refusal(.storeExists, ["path": path]) }
    }

    /// Gives a new file its name, durably. Throws `store.exists` when another program has taken it meanwhile,
    /// `file.unwritable`.
    package static func keep(_ file: FreshFile) throws(Refusal) {
        do throws(FreshFile.Fault) {
            try file.keep()
        } catch {
            if error.errno == EEXIST { throw Refusal(.storeExists, ["path": file.path]) }
            throw Refusal(.fileUnwritable, ["path": file.path, "detail": error.reason])
        }
    }

    /// Takes a file away again that was made a moment ago.
    package static func remove(_ path: String) {
        unlink(path)
        try? syncFolder(of: path)
    }

    /// Appends another file's bytes. Throws `file.…`.
    package static func fill(_ file: FreshFile, from source: String) throws(Refusal) {
        let from = open(source, O_RDONLY | O_CLOEXEC)
        guard from >= 0 else { throw unreadable(source) }
        defer { close(from) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(from, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(source) }
            if count == 0 { return }
            try writing(file.path) { () throws(FreshFile.Fault) in try file.write(buffer[..<count]) }
        }
    }

    /// What the system says of a file that cannot be read: `file.missing`, `file.unreadable`.
    package static func unreadable(_ path: String) -> Refusal {
        if errno == ENOENT { return Refusal(.fileMissing, ["path": path]) }
        return Refusal(.fileUnreadable, ["path": path, "detail": String(cString: strerror(errno))])
    }
}
