import Glibc
import Kernel

/// A file that comes to be under a temporary name beside its own, and takes its name only when it is whole, durable and
/// verified. Nothing that is there already is ever written over.
struct BackupFile {
    let path: String
    let temporary: String

    /// Makes the temporary file, empty and readable by its owner only. Throws `store.exists` for a name that is taken,
    /// `file.unwritable`.
    init(_ path: String) throws(Refusal) {
        guard access(path, F_OK) != 0 else { throw Refusal(.storeExists, ["path": path]) }
        self.path = path
        temporary = path + ".tmp-" + Hex.encode((0..<6).map { _ in UInt8.random(in: 0...255) })
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Files.unwritable(path) }
        close(file)
    }

    /// Runs `make` on the temporary file, which takes its name when that is done, and is removed when it throws.
    /// Refusals speak of `name`, since nobody knows the temporary one.
    static func make<T>(
        _ path: String, speakingOf name: String, _ make: (String) async throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let file = try BackupFile(path)
        defer { file.discard() }
        let value: T
        do throws(Refusal) {
            value = try await make(file.temporary)
        } catch {
            throw error.speaking(of: name) { $0.hasSuffix(file.temporary) }
        }
        try file.keep()
        return value
    }

    /// Copies another file's bytes into a file that is there. Throws `file.…`.
    static func fill(_ path: String, from source: String) throws(Refusal) {
        let from = open(source, O_RDONLY | O_CLOEXEC)
        guard from >= 0 else { throw unreadable(source) }
        defer { close(from) }
        let into = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
        guard into >= 0 else { throw Files.unwritable(path) }
        defer { close(into) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(from, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(source) }
            if count == 0 { return }
            try Files.writeAll(Array(buffer[..<count]), into, path)
        }
    }

    /// Makes the bytes durable, then the name. Another program may have taken it meanwhile: `store.exists`.
    private func keep() throws(Refusal) {
        let file = open(temporary, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Files.unwritable(path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw Files.unwritable(path) }
        guard rename() else {
            throw errno == EEXIST ? Refusal(.storeExists, ["path": path]) : Files.unwritable(path)
        }
        try Files.syncFolder(of: path)
    }

    /// Gives the file its name unless the name is taken; where files cannot have two names for a moment, by a rename that
    /// demands a free one. False with `errno` when neither can be done.
    private func rename() -> Bool {
        if link(temporary, path) == 0 { return true }
        guard errno == EPERM || errno == EOPNOTSUPP, let symbol = dlsym(nil, "renameat2") else { return false }
        // Glibc has it, but its header shows it to C programs of GNU only.
        typealias Rename = @convention(c) (
            Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        let (rename, noReplace) = (unsafeBitCast(symbol, to: Rename.self), UInt32(1))
        return rename(AT_FDCWD, temporary, AT_FDCWD, path, noReplace) == 0
    }

    /// Removes the temporary name, and what SQLite may have left beside it.
    private func discard() {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(temporary + suffix) }
    }

    private static func unreadable(_ path: String) -> Refusal {
        if errno == ENOENT { return Refusal(.fileMissing, ["path": path]) }
        return Refusal(.fileUnreadable, ["path": path, "detail": String(cString: strerror(errno))])
    }
}

extension Refusal {
    /// The same refusal with another path, where the one it has is such a path as nobody knows.
    func speaking(of name: String, where isUnknown: (String) -> Bool) -> Refusal {
        facts.reduce(Refusal(code)) { refusal, fact in
            let replaced = fact.name == "path" && isUnknown(fact.value)
            return refusal.adding(fact.name, replaced ? name : fact.value, fact.words)
        }
    }
}
