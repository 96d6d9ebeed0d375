import Disk
package import Kernel
package import SQL
package import Seal
import Store

/// One side of a copy: a database, and what lies beside it.
package struct CopySide {
    let database: any SQLDatabase
    package let keys: KeyRing
    package let photos: PhotoFolder

    /// The database to copy from; nothing in it is changed. Throws `store.…`, `setting.missing`.
    package static func source(_ address: String, files: String?) throws(Refusal) -> CopySide {
        let place = try Place(address, files: files)
        let (keys, photos) = try beside(place, "--from-files")
        return CopySide(database: try place.open(readOnly: true), keys: keys, photos: photos)
    }

    /// The database to copy to, which is made when it is not there. Throws `store.…`, `setting.missing`.
    package static func target(_ address: String, files: String?) throws(Refusal) -> CopySide {
        let place = try Place(address, files: files)
        let (keys, photos) = try beside(place, "--to-files")
        let side = CopySide(database: try open(place), keys: keys, photos: photos)
        // Not before the database: a mistyped server leaves no folder behind.
        if let files, place.isServer { try Files.makeFolder(files) }
        return side
    }

    /// Runs `work` and closes the database, also when it throws.
    package func closing<T>(_ work: () async throws(Refusal) -> T) async throws(Refusal) -> T {
        try await database.closing(work)
    }

    /// The streets named, each once; without a name, all. Throws `org.unknown`.
    package func streets(_ names: [String]) async throws(Refusal) -> [Code] {
        try await Streets.chosen(names, of: database)
    }

    /// Reads the keys of all these streets before anything is made elsewhere. Throws `key.missing`, and
    /// `key.invalid` for one that is not the street's.
    package func demandKeys(_ streets: [Code]) async throws(Refusal) {
        for street in streets where try keys.key(of: street.text) == nil {
            throw Refusal(.keyMissing, ["path": keys.files?.main ?? "—"])
        }
        try await keys.demandRight(for: streets, in: database)
    }

    private static func open(_ place: Place) throws(Refusal) -> any SQLDatabase {
        do throws(Refusal) {
            return try place.open()
        } catch {
            // A copy that was broken off while it made its target left an empty file, which is made now.
            guard error.code == .storeMissing || place.isUnmade else { throw error }
            return try place.open(create: true)
        }
    }

    private static func beside(_ place: Place, _ option: String) throws(Refusal) -> (KeyRing, PhotoFolder) {
        guard let keys = place.keys, let photos = place.photos else { throw Place.filesMissing(option) }
        return (KeyRing(keys), PhotoFolder(path: photos))
    }
}
