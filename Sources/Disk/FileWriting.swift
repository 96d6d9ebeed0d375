import Glibc
package import Kernel

extension Files {
    /// Writes a whole file under a temporary name beside it, makes it durable, and renames it: the name
    /// never leads to half a file. Throws `file.unwritable`.
    package static func write(_ bytes: [UInt8], to path: String) throws(Refusal) {
        try write(to: path) { (file) throws(Refusal) in
            try writing(path) { () throws(FreshFile.Fault) in try file.write(bytes) }
        }
    }

    /// The same with a file that `body` writes piece by piece.
    package static func write(to path: String, _ body: (FreshFile) throws(Refusal) -> Void) throws(Refusal) {
        let file = try writing(path) { () throws(FreshFile.Fault) in try FreshFile(path) }
        try body(file)
        try writing(path) { () throws(FreshFile.Fault) in try file.replace() }
    }

    /// Finds out whether a file may be written there, before much else is done. Throws `file.unwritable`.
    package static func probe(_ path: String) throws(Refusal) {
        try writing(path) { () throws(FreshFile.Fault) in _ = try FreshFile(path) }
    }

    /// Makes a folder that only its owner may open, unless it is there, durably: what is kept in it must
    /// not be lost with it. Throws `file.unwritable`.
    package static func makeFolder(_ path: String) throws(Refusal) {
        let made = mkdir(path, 0o700) == 0
        guard made || errno == EEXIST else { throw unwritable(path) }
        // Also when it was there, as far as that can be done: the program that made it may have died before
        // it could.
        if made { try syncFolder(of: path) } else { try? syncFolder(of: path) }
    }

    /// A new name is durable only once its folder is. Throws `file.unwritable`.
    package static func syncFolder(of path: String) throws(Refusal) {
        try writing(path) { () throws(FreshFile.Fault) in try FreshFile.syncFolder(of: path) }
    }

    /// Runs `body` and throws what the system answers as `file.unwritable` with the path.
    package static func writing<T>(_ path: String, _ body: () throws(FreshFile.Fault) -> T) throws(Refusal) -> T {
        do throws(FreshFile.Fault) {
            return try body()
        } catch {
            throw Refusal(.fileUnwritable, ["path": path, "detail": error.reason])
        }
    }

    private static func unwritable(_ path: String) -> Refusal {
        Refusal(.fileUnwritable, ["path": path, "detail": String(cString: strerror(errno))])
    }
}
