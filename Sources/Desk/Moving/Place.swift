package import Kernel
package import SQL
package import Seal
import Store

/// Where a database is, and where what lies beside it is: the keys of callers' data, and the photos (design
/// §10).
package struct Place {
    /// A path, or the URL of a database on a PostgreSQL server.
    package let database: String
    /// The key files; nil when nobody said where they are.
    package let keys: KeyFiles?
    /// The folder of photos; nil likewise.
    package let photos: String?

    /// Beside a file, they carry its name. A server has no folder of its own for them: `files` says where
    /// they are. Throws `setting.invalid` for a mistyped URL, which is no path and may hold a password that
    /// must not be shown.
    package init(_ database: String, files: String?) throws(Refusal) {
        if Self.isMistyped(database) {
            throw Refusal(.settingInvalid, [
                "setting": "--db", "value": "…", "expected": "PATH|postgres://USER@HOST/DATABASE",
            ])
        }
        self.database = database
        if Self.isServer(database) {
            keys = files.map { KeyFiles(folder: $0) }
            photos = files.map { $0 + "/photos" }
        } else {
            keys = KeyFiles(beside: database)
            photos = database + ".photos"
        }
    }

    /// The place of a file, whatever its name looks like.
    package init(file: String) {
        database = file
        keys = KeyFiles(beside: file)
        photos = file + ".photos"
    }

    /// Its name in messages: a URL without its passwords.
    package var shown: String {
        guard isServer else { return database }
        return (try? PostgresTools(database))?.path ?? "postgres://…"
    }

    package var isServer: Bool { Self.isServer(database) }

    /// A program was broken off when it had just begun to make a database there.
    package var isUnmade: Bool { !isServer && SQLiteDatabase.isUnmade(database) }

    package static func isServer(_ database: String) -> Bool {
        ["postgres://", "postgresql://"].contains { database.hasPrefix($0) }
    }

    /// What looks as if it was to be a URL and is none. A path that looks so can be written with `./`
    /// before it.
    private static func isMistyped(_ database: String) -> Bool {
        if isServer(database) { return false }
        let text = database.lowercased().drop { $0.isWhitespace }
        let schemes = ["postgres", "postgresql", "postgre", "postgressql", "pgsql", "psql"]
        if schemes.contains(where: { text.hasPrefix($0 + ":") || text.hasPrefix($0 + "//") }) { return true }
        if text.contains("://") || text.contains("password=") { return true }
        // Somebody's name and password before a host: `user:pw@host/db`, with whatever was left of the
        // scheme.
        guard !["/", "./", "../"].contains(where: text.hasPrefix) || text.hasPrefix("//"),
              let at = text.lastIndex(of: "@") else { return false }
        return text[..<at].contains(":")
    }

    /// Throws what the database's `open` throws.
    package func open(create: Bool = false, readOnly: Bool = false) throws(Refusal) -> any SQLDatabase {
        if isServer { return try PostgresDatabase.open(url: database, create: create, readOnly: readOnly) }
        return try SQLiteDatabase.open(path: database, create: create, readOnly: readOnly)
    }

    /// Throws `setting.missing` when nobody said where the photos are.
    package func photoFolder() throws(Refusal) -> PhotoFolder {
        guard let photos else { throw Self.filesMissing }
        return PhotoFolder(path: photos)
    }

    package static let filesMissing = filesMissing("--files")

    /// The refusal for an option that nobody gave.
    package static func filesMissing(_ option: String) -> Refusal {
        Refusal(.settingMissing, ["option": option + " DIR"])
            .adding("setting", "files", Phrase("密钥和照片所在的文件夹", "the folder of the keys and the photos"))
    }
}
