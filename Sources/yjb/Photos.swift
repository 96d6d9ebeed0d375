import ArgumentParser
import Disk
import Exchange
import Kernel
import Seal

/// `--photo`, repeatable.
struct Photos: ParsableArguments {
    @Option(help: ArgumentHelp("A photo: JPEG, PNG, WebP or PDF, at most 20 MB. May be repeated.", valueName: "file"))
    var photo: [String] = []

    /// Keeps the files beside the database and gives what the form says of them; nil when there are none. The files are
    /// durable before the record that names them. Throws `file.…`.
    func json(_ options: Options) throws(Refusal) -> JSON? {
        guard !photo.isEmpty else { return nil }
        let folder = try options.place().photoFolder()
        return try photo.json { (path) throws(Refusal) in try folder.keep(path) }
    }
}

/// The photos of a database: files named by their SHA-256, in a folder beside it (design §10).
struct PhotoFolder {
    let path: String

    /// Copies a file in, and gives `{hash, type, size}`. Throws `file.…`.
    func keep(_ file: String) throws(Refusal) -> JSON {
        let bytes = try Files.bytes(file, limit: PhotoType.limit)
        guard let type = PhotoType(bytes) else {
            let kinds = Phrase("不是 JPEG、PNG、WebP 或 PDF", "no JPEG, PNG, WebP or PDF")
            throw Refusal(.fileUnreadable, ["path": file]).adding("detail", kinds.en, kinds)
        }
        let hash = Hex.encode(Digest.of(.sha256, bytes))
        try Files.makeFolder(path)
        try put(bytes, as: path + "/" + hash)
        return .members(["hash": hash.json, "type": type.rawValue.json, "size": bytes.count.json])
    }

    /// Writes a photo under its hash, unless the very same bytes lie there: a file that was damaged is made good again.
    /// Throws `file.unwritable`.
    func put(_ bytes: [UInt8], as file: String) throws(Refusal) {
        if let there = try? Files.bytes(file, limit: bytes.count), there == bytes {
            // Whoever wrote it may have died before its name was durable.
            return try Files.syncFolder(of: file)
        }
        try Files.write(bytes, to: file)
    }
}
