import Disk
import Glibc
package import Journal
package import Kernel
package import Seal
import Store

/// Where a server keeps the files that it makes for auditors and administrators: evidence bundles, each with
/// its SHA-256 beside it, and backups. Beside the database, like its photos.
package struct FileVault: Sendable {
    package struct File: Sendable, Equatable {
        package let name: String
        package let size: Int
        package let made: Instant
        /// Of a bundle.
        package let sha256: String?
    }

    private let bundleFolder: String
    private let backupFolder: String
    private let database: String
    /// The database is a file that can be copied while it is used; a server's own programs do that for it.
    package let isFile: Bool

    /// nil where nobody said where files are kept.
    package init?(_ place: Place) {
        (database, isFile) = (place.database, !place.isServer)
        if place.isServer {
            guard let photos = place.photos, let end = photos.lastIndex(of: "/") else { return nil }
            let folder = String(photos[..<end])
            (bundleFolder, backupFolder) = (folder + "/bundles", folder + "/backups")
        } else {
            (bundleFolder, backupFolder) = (place.database + ".bundles", place.database + ".backups")
        }
    }

    /// What else is written here leaves room for the journal, whose disk it is. Throws `store.full`.
    package func requireRoom(for bytes: UInt64 = 0) throws(Refusal) {
        let folder = isFile ? database : String(bundleFolder.dropLast("/bundles".count))
        guard let space = DiskSpace(at: folder), !space.holds(bytes) else { return }
        let words = Phrase("可用空间不足 5%，写下去会挤占账套", "less than 5 % would be left, and the journal needs it")
        throw Refusal(.storeFull).adding("detail", "\(space.free)", words)
    }

    /// About what a backup or a bundle takes; nothing is known of a database on a server.
    private var databaseSize: UInt64 {
        var facts = stat()
        return isFile && stat(database, &facts) == 0 ? UInt64(facts.st_size) : 0
    }

    /// The bundles of a street, the latest first.
    package func bundles(of org: Code) -> [File] { Self.files(folder(of: org), ".zip") }

    /// A street's code may hold signs that mean something in a path.
    private func folder(of org: Code) -> String { bundleFolder + "/" + Hex.encode(Array(org.text.utf8)) }

    /// The bytes of one of them; nil where there is none. Throws `file.…`.
    package func bundle(_ name: String, of org: Code) throws(Refusal) -> [UInt8]? {
        guard let file = bundles(of: org).first(where: { $0.name == name }) else { return nil }
        return try Files.bytes("\(folder(of: org))/\(file.name)", limit: file.size)
    }

    /// The code as a file's name may hold it.
    private static func plain(_ org: Code) -> String {
        let isPlain = org.text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) }
        return isPlain ? org.text : Hex.encode(Array(org.text.utf8))
    }

    /// The backups of the database, the latest first.
    package var backups: [File] { Self.files(backupFolder, ".sqlite") }

    private static func files(_ folder: String, _ ending: String) -> [File] {
        guard let entries = opendir(folder) else { return [] }
        defer { closedir(entries) }
        var files: [File] = []
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            var facts = stat()
            guard name.hasSuffix(ending), stat(folder + "/" + name, &facts) == 0 else { continue }
            let made = Instant(milliseconds: Int64(facts.st_mtim.tv_sec) * 1000)
            let digest = (try? Files.text(folder + "/" + name + ".sha256"))?.prefix { $0 != " " }
            files.append(File(name: name, size: Int(facts.st_size), made: made, sha256: digest.map(String.init)))
        }
        return files.sorted { ($1.made, $1.name) < ($0.made, $0.name) }
    }
}

extension FileVault {
    /// Writes the bundle of a street as it stands; one of the same record is there already. It takes the
    /// papers along, and no photo. Throws `right.required`, `file.…`.
    package func makeBundle(
        of org: Code, year: Int?, _ desk: Desk, as user: Code
    ) async throws(Refusal) -> String {
        let head = try await desk.ask(Question<Head>.head, of: org, as: .user(user))
        let name = "\(Self.plain(org))-\(year.map { "\($0)-" } ?? "")\(head.seq)-\(head.hash.prefix(8)).zip"
        let folder = folder(of: org), path = folder + "/" + name
        if bundles(of: org).contains(where: { $0.name == name && $0.sha256 != nil }) { return name }
        try requireRoom(for: databaseSize)
        try Files.makeFolder(bundleFolder)
        try Files.makeFolder(folder)
        // One without its digest was broken off.
        Files.remove(path)
        let parts = BundleParts(key: nil, documents: true, photos: nil)
        _ = try await desk.ask(Question<[String]>.bundle(year: year, path: path, parts), of: org, as: .user(user))
        let digest = Hex.encode(Digest.of(.sha256, try Files.bytes(path, limit: .max)))
        Files.remove(path + ".sha256")
        try Files.write(Array("\(digest)  \(name)\n".utf8), to: path + ".sha256")
        return name
    }

    /// Copies the database while others go on working, and verifies the copy street by street. Throws
    /// `store.…`, `file.…`; `backup.format` for a database on a server.
    package func makeBackup(at now: Instant) async throws(Refusal) -> String {
        guard isFile else {
            throw Refusal(.backupFormat, ["path": backupFolder, "found": "PostgreSQL", "wanted": "SQLite"]) }
        try requireRoom(for: databaseSize)
        try Files.makeFolder(backupFolder)
        let name = now.text.filter { $0 != ":" }.prefix(17) + ".sqlite", path = backupFolder + "/" + name
        let place = Place(file: database)
        _ = try await BackupFile.make(path, speakingOf: path) { (made) async throws(Refusal) in
            try await place.copyFile(to: made.temporary) { _, _ in }
            return try await Verification.run(Place(file: made.temporary))
        } confirm: { () async throws(Refusal) in }
        return String(name)
    }
}
