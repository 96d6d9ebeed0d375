package import Journal
package import Kernel
import SQL
import Seal
package import Store

/// Opens a copy of a database for reading and verifies every street in it.
package enum Verification {
    /// A copy that an earlier version of the program wrote can be verified only once its schema is brought
    /// up to date, which is done when the user asked for it (`upgrade`). Throws `store.…`.
    package static func run(_ place: Place, upgrade: Bool = false) async throws(Refusal) -> [CleanStreet] {
        if upgrade { try await place.open().close() }
        let database: any SQLDatabase
        do throws(Refusal) {
            database = try place.open(readOnly: true)
        } catch {
            guard error.code == .storeReadOnly, !upgrade else { throw error }
            throw Refusal(.storeReadOnly, ["path": place.shown, "detail": (error["detail"] ?? "") + " (--upgrade)"])
        }
        return try await database.closing { () async throws(Refusal) in try await StoreCheck.verify(database) }
    }
}

extension Verification {
    /// Looks whether the keys that lie beside a database are those of its streets. Throws `key.invalid`.
    package static func keys(of streets: [CleanStreet], _ place: Place) async throws(Refusal) {
        guard let keys = place.keys else { return }
        let database = try place.open(readOnly: true)
        try await database.closing { () async throws(Refusal) in
            try await KeyRing(keys).demandRight(for: streets.map(\.org), in: database)
        }
    }
}
