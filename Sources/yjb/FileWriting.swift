import Glibc
import Kernel

extension Files {
    /// Writes a whole file under a temporary name beside it, makes it durable, and renames it: the name never leads to half
    /// a file. Throws `file.unwritable`.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws(Refusal) {
        let (file, temporary) = try openTemporary(beside: path, mode)
        do throws(Refusal) {
            defer { close(file) }
            try writeAll(bytes, file, path)
            guard fsync(file) == 0 else { throw unwritable(path) }
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else {
            let refusal = unwritable(path)
            unlink(temporary)
            throw refusal
        }
        try syncFolder(of: path)
    }

    /// Finds out whether a file may be written there, before much else is done. Throws `file.unwritable`.
    static func probe(_ path: String) throws(Refusal) {
        let (file, temporary) = try openTemporary(beside: path, 0o600)
        close(file)
        unlink(temporary)
    }

    private static func openTemporary(beside path: String, _ mode: mode_t) throws(Refusal) -> (Int32, String) {
        let temporary = path + ".tmp-" + Hex.encode((0..<6).map { _ in UInt8.random(in: 0...255) })
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw unwritable(path) }
        return (file, temporary)
    }

    /// Makes a folder that only its owner may open, unless it is there. Throws `file.unwritable`.
    static func makeFolder(_ path: String) throws(Refusal) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw unwritable(path) }
    }

    static func writeAll(_ bytes: [UInt8], _ file: Int32, _ path: String) throws(Refusal) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw unwritable(path) }
            rest = rest.dropFirst(count)
        }
    }

    /// A new name is durable only once its folder is.
    static func syncFolder(of path: String) throws(Refusal) {
        let slash = path.lastIndex(of: "/")
        let name = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw unwritable(path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw unwritable(path) }
    }

    static func unwritable(_ path: String) -> Refusal {
        Refusal(.fileUnwritable, ["path": path, "detail": String(cString: strerror(errno))])
    }
}
