import Disk
import Glibc
package import Kernel
import SQL
import Seal

/// A database and its key while they are made. What fails leaves nothing behind; what was broken off is
/// completed.
package struct NewStore {
    private let place: Place
    /// The key for all streets.
    package let key: String
    /// What this run has made, and nobody else has.
    private var madeDatabase = false
    private var madeKey = false
    private var madeFolder = false
    /// What was on the server before.
    private var before: Set<String> = []

    /// Throws `setting.missing` when nobody said where the key is to be.
    package init(_ place: Place) throws(Refusal) {
        guard let key = place.keys?.main else { throw Place.filesMissing }
        self.place = place
        self.key = key
    }

    /// Makes the schema and the key, or what is missing of them: on a server an administrator may have made
    /// the schema with a script, and a program may have died between the two. Returns the database's name.
    ///
    /// Throws `store.exists` when nothing is missing, unless a street is to be opened and there is none;
    /// `key.missing` and `key.invalid` when the database is in use with another key. Then nothing of it is
    /// left.
    package mutating func make(forStreet: Bool) async throws(Refusal) -> String {
        do throws(Refusal) {
            let database = try await makeDatabase(forStreet)
            try await database.close()
            if !hasKey {
                try SecretKey.generate().save(path: key)
                madeKey = true
            }
            return database.path
        } catch {
            await undo()
            throw error
        }
    }

    /// Takes away what this run has made, unless somebody uses it by now.
    package func undo() async {
        if madeDatabase, await isUsed { return }
        if madeKey { unlink(key) }
        if madeFolder, let folder { rmdir(folder) }
        guard madeDatabase else { return }
        if place.isServer {
            try? PostgresTools(place.database).clear(but: before)
        } else {
            SQLiteDatabase.remove(place.database)
        }
    }

    private var hasKey: Bool { Self.isThere(key) }

    private static func isThere(_ path: String) -> Bool {
        var about = stat()
        return lstat(path, &about) == 0
    }

    /// On a server, the folder of the keys.
    private var folder: String? {
        place.isServer ? key.lastIndex(of: "/").map { String(key[..<$0]) } : nil
    }

    private var isUsed: Bool {
        get async {
            guard let database = try? place.open(readOnly: true) else { return false }
            let streets = try? await database.closing { () async throws(Refusal) in try await Streets.known(to: database) }
            return streets?.isEmpty != true
        }
    }

    private mutating func makeDatabase(_ forStreet: Bool) async throws(Refusal) -> any SQLDatabase {
        if let folder {
            before = try PostgresTools(place.database).contents()
            madeFolder = !Self.isThere(folder)
            try Files.makeFolder(folder)
        } else if hasKey, !Self.isThere(place.database) || place.isUnmade {
            // Beside a database made again on a server, a key from before is still the key; a file has its
            // own.
            throw Refusal(.storeExists, ["path": key])
        }
        do throws(Refusal) {
            let database = try place.open(create: true)
            madeDatabase = true
            return database
        } catch {
            guard error.code == .storeExists, let database = try? place.open() else { throw error }
            do throws(Refusal) {
                try await demandUnfinished(database, forStreet, otherwise: error)
            } catch {
                try? await database.close()
                throw error
            }
            return database
        }
    }

    /// A database in which a street is open has its key already, maybe on another machine: a second one
    /// would open nothing of the first.
    private func demandUnfinished(
        _ database: any SQLDatabase, _ forStreet: Bool, otherwise: Refusal
    ) async throws(Refusal) {
        let streets = try await Streets.known(to: database)
        if hasKey {
            try await KeyRing(place.keys).demandRight(for: streets, in: database)
            if forStreet, streets.isEmpty { return }
            throw otherwise
        }
        if !streets.isEmpty { throw Refusal(.keyMissing, ["path": key]) }
    }
}
