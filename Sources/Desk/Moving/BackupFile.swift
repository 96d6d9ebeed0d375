package import Disk
package import Jobs
package import Kernel
import SQL
import Seal
import Store

/// A backup or a restored database while it comes to be: under a temporary name beside its own, which it
/// takes only when it is whole, durable and verified. Nothing that is there already is ever written over.
package enum BackupFile {
    /// Runs `make` on the temporary file, which then takes its name; after that `confirm` looks at what
    /// everybody will open from now on. When either throws, nothing is left. Refusals speak of `name`,
    /// since nobody knows the temporary one.
    ///
    /// Throws `store.exists` for a name that is taken, `store.leftover` for one beside which an old WAL
    /// lies, which the next opening would play into the file; `file.unwritable`.
    package static func make<T>(
        _ path: String, speakingOf name: String, _ make: (FreshFile) async throws(Refusal) -> T,
        confirm: () async throws(Refusal) -> Void
    ) async throws(Refusal) -> T {
        try Files.demandFree(path)
        try SQLiteDatabase.demandAlone(path)
        let file = try Files.writing(path) { () throws(FreshFile.Fault) in try FreshFile(path) }
        let value: T
        do throws(Refusal) {
            value = try await make(file)
        } catch {
            throw error.speaking(of: name) { $0.hasSuffix(file.temporary) }
        }
        try Files.keep(file)
        do throws(Refusal) {
            // Whatever has come to lie beside it meanwhile is not its own either: nobody has opened it yet.
            try SQLiteDatabase.demandAlone(path)
            try await confirm()
        } catch {
            Files.remove(path)
            throw error
        }
        return value
    }
}

extension Refusal {
    /// The same refusal with another path, where the one it has is such a path as nobody knows.
    package func speaking(of name: String, where isUnknown: (String) -> Bool) -> Refusal {
        facts.reduce(Refusal(code)) { refusal, fact in
            let replaced = fact.name == "path" && isUnknown(fact.value)
            return refusal.adding(fact.name, replaced ? name : fact.value, fact.words)
        }
    }
}

extension Place {
    /// Copies a database file that is in use, page by page, telling how far it has come. Throws `store.…`.
    package func copyFile(to path: String, _ progress: @escaping @Sendable (Int, Int) -> Void) async throws(Refusal) {
        let database = try SQLiteDatabase.open(path: database, create: false, readOnly: true)
        try await database.closing { () async throws(Refusal) in
            try await database.backup(to: path) { progress($0, $1) }
        }
    }

    /// The photos that the records of all streets name. Throws `store.…`.
    package func photosNamed() async throws(Refusal) -> [Photo] {
        let database = try open(readOnly: true)
        return try await database.closing { () async throws(Refusal) in try await Streets.photos(of: database) }
    }
}
