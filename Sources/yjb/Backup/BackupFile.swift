import Glibc
import Kernel
import Seal
import Store

/// A backup or a restored database while it comes to be: under a temporary name beside its own, which it takes only when
/// it is whole, durable and verified. Nothing that is there already is ever written over.
enum BackupFile {
    /// Runs `make` on the temporary file, which then takes its name; after that `confirm` looks at what everybody will open
    /// from now on. When either throws, nothing is left. Refusals speak of `name`, since nobody knows the temporary one.
    ///
    /// Throws `store.exists` for a name that is taken, `store.leftover` for one beside which an old WAL lies, which the
    /// next opening would play into the file; `file.unwritable`.
    static func make<T>(
        _ path: String, speakingOf name: String, _ make: (FreshFile) async throws(Refusal) -> T,
        confirm: () async throws(Refusal) -> Void
    ) async throws(Refusal) -> T {
        try demandFree(path)
        let file = try Files.writing(path) { () throws(FreshFile.Fault) in try FreshFile(path) }
        let value: T
        do throws(Refusal) {
            value = try await make(file)
        } catch {
            throw error.speaking(of: name) { $0.hasSuffix(file.temporary) }
        }
        try keep(file)
        do throws(Refusal) {
            // Whatever has come to lie beside it meanwhile is not its own either: nobody has opened it yet.
            try SQLiteDatabase.demandAlone(path)
            try await confirm()
        } catch {
            unlink(path)
            try? Files.syncFolder(of: path)
            throw error
        }
        return value
    }

    private static func demandFree(_ path: String) throws(Refusal) {
        var about = stat()
        guard lstat(path, &about) != 0 else { throw Refusal(.storeExists, ["path": path]) }
        try SQLiteDatabase.demandAlone(path)
    }

    private static func keep(_ file: FreshFile) throws(Refusal) {
        do throws(FreshFile.Fault) {
            try file.keep()
        } catch {
            // Another program may have taken the name meanwhile.
            if error.errno == EEXIST { throw Refusal(.storeExists, ["path": file.path]) }
            throw Refusal(.fileUnwritable, ["path": file.path, "detail": error.reason])
        }
    }

    /// Appends another file's bytes. Throws `file.…`.
    static func fill(_ file: FreshFile, from source: String) throws(Refusal) {
        let from = open(source, O_RDONLY | O_CLOEXEC)
        guard from >= 0 else { throw unreadable(source) }
        defer { close(from) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(from, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(source) }
            if count == 0 { return }
            try Files.writing(file.path) { () throws(FreshFile.Fault) in try file.write(buffer[..<count]) }
        }
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
