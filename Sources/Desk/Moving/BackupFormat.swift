import Disk
import Glibc
package import Kernel

/// What kind of database a backup is of, told by its first bytes and not by its name.
package enum BackupFormat: String {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    /// Throws `file.…`; `store.notDatabase` for anything else.
    package init(of path: String) throws(Refusal) {
        let head = try Self.head(path)
        if head.starts(with: Array("SQLite format 3\0".utf8)) {
            self = .sqlite
        } else if head.starts(with: Array("PGDMP".utf8)) {
            self = .postgres
        } else {
            throw Refusal(.storeNotDatabase, ["path": path])
        }
    }

    /// Throws `backup.format` when a backup of this kind cannot become a database there.
    package func check(_ path: String, for place: Place) throws(Refusal) {
        let wanted: BackupFormat = place.isServer ? .postgres : .sqlite
        guard self != wanted else { return }
        throw Refusal(.backupFormat, ["path": path, "found": rawValue, "wanted": wanted.rawValue])
    }

    private static func head(_ path: String) throws(Refusal) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw Files.unreadable(path) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }
}
