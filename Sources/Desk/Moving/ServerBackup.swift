package import Journal
package import Kernel
import SQL
package import Store

/// Backup and restore on a server, through PostgreSQL's own programs.
package struct ServerBackup {
    package let place: Place

    package init(place: Place) {
        self.place = place
    }

    /// Dumps the schema that the URL leads to into a file. Throws `store.…`, `tool.…`.
    package func dump(to file: String) async throws(Refusal) {
        // Opened first: whatever is not a store of ours is named as such.
        try await place.open(readOnly: true).close()
        let tools = try PostgresTools(place.database)
        try await tools.dump(schema: try tools.schema(), to: file)
    }

    /// Restores a dump into a database that is dropped afterwards, or into the one given, which is cleared
    /// again, and verifies what is there then.
    package func verify(_ file: String, scratch: String?) async throws(Refusal) -> [CleanStreet] {
        if let scratch {
            let place = try Place(scratch, files: nil)
            // Before anything is cleared: a database that is in use is no scratch database.
            try await Self.demandNew(place)
            return try await PostgresTools(scratch).cleared { () async throws(Refusal) in
                try await verify(file, in: place)
            }
        }
        let tools = try PostgresTools(place.database)
        return try await tools.withScratch { (url) async throws(Refusal) in
            try await verify(file, in: try Place(url, files: nil))
        }
    }

    private func verify(_ file: String, in scratch: Place) async throws(Refusal) -> [CleanStreet] {
        do throws(Refusal) {
            try await Self.restore(file, to: scratch)
            return try await Verification.run(scratch)
        } catch {
            // What does not verify is the backup: the scratch database is gone before anybody could look.
            throw error.speaking(of: file) { Place.isServer($0) }
        }
    }

    /// Makes the store in a schema that has none; nobody but its owner can use it yet. Throws `store.exists`,
    /// `backup.schema`, `tool.…`.
    package static func restore(_ file: String, to place: Place) async throws(Refusal) {
        try await demandNew(place)
        let tools = try PostgresTools(place.database)
        let (found, wanted) = (try await PostgresTools.schema(of: file), try tools.schema())
        guard found == wanted else { throw Refusal(.backupSchema, ["found": found, "wanted": wanted]) }
        try await tools.restore(file, schema: found)
    }

    /// Verifies what was restored and gives the known roles their rights to it. Throws `store.…`.
    package static func admit(_ place: Place, upgrade: Bool) async throws(Refusal) -> [CleanStreet] {
        let streets = try await Verification.run(place, upgrade: upgrade)
        try PostgresTools(place.database).grant()
        return streets
    }

    private static func demandNew(_ place: Place) async throws(Refusal) {
        let database: any SQLDatabase
        do throws(Refusal) {
            database = try place.open(readOnly: true)
        } catch {
            guard error.code == .storeMissing else { throw error }
            return
        }
        try await database.close()
        throw Refusal(.storeExists, ["path": database.path])
    }
}
