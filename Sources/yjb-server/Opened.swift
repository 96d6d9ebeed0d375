import ArgumentParser
import Desk
import Glibc
import Kernel
import Seal

/// The desk of the database that the options name.
enum Opened {
    /// Throws `setting.missing`, `store.…`, `key.…`.
    static func desk(_ options: Options) throws(Refusal) -> Desk {
        let place = try place(options)
        let keys = KeyRing(place.keys)
        let store = try place.open()
        try keys.check()
        return Desk(store, keys: keys, clock: SystemClock.clock)
    }

    /// Throws `setting.missing`.
    static func place(_ options: Options) throws(Refusal) -> Place {
        guard let database = options.db ?? environment("YJB_DB") else {
            throw Refusal(.settingMissing, ["option": "--db PATH"]).adding("setting", "db", Phrase("账套", "the database"))
        }
        return try Place(database, files: options.files ?? environment("YJB_FILES"))
    }

    /// Photos are cleaned by the program that lies beside this one. Throws `setting.missing`.
    static func pictures(_ options: Options) throws(Refusal) -> PictureWork {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let own = count > 0 ? String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : ""
        let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? "./"
        return PictureWork(try place(options).photoFolder(), program: folder + "yjb-photo")
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Runs a command's work; a refusal is told in both languages and ends the program with 1.
    static func telling(_ work: () async throws(Refusal) -> Void) async throws {
        do throws(Refusal) {
            try await work()
        } catch {
            let text = Array("\(error.code.rawValue): \(error.message(.zh))\n\(error.message(.en))\n".utf8)
            _ = write(STDERR_FILENO, text, text.count)
            throw ExitCode(1)
        }
    }
}
