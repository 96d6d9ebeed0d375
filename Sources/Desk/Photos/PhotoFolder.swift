import Disk
package import Jobs
package import Kernel
import Seal

/// The photos of a database: files named by their SHA-256, in a folder beside it (design §10).
package struct PhotoFolder: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Copies a file in, and gives what a form says of it. Throws `file.…`.
    package func keep(_ file: String) throws(Refusal) -> Photo {
        let bytes = try Files.bytes(file, limit: PhotoType.limit)
        guard let type = PhotoType(bytes) else {
            let kinds = Phrase("不是 JPEG、PNG、WebP 或 PDF", "no JPEG, PNG, WebP or PDF")
            throw Refusal(.fileUnreadable, ["path": file]).adding("detail", kinds.en, kinds)
        }
        let hash = Hex.encode(Digest.of(.sha256, bytes))
        try Files.makeFolder(path)
        try put(bytes, as: path + "/" + hash)
        return try Photo(hash: try Code(hash), type: try Label(type.rawValue), size: bytes.count)
    }

    /// Writes a photo under its hash, unless the very same bytes lie there: a file that was damaged is made
    /// good again. Throws `file.unwritable`.
    package func put(_ bytes: [UInt8], as file: String) throws(Refusal) {
        if let there = try? Files.bytes(file, limit: bytes.count), there == bytes {
            // Whoever wrote it may have died before its name was durable.
            return try Files.syncFolder(of: file)
        }
        try Files.write(bytes, to: file)
    }
}

extension PhotoFolder {
    /// What lies under a photo's hash.
    package enum Look {
        case sound([UInt8])
        case lost(Phrase)
    }

    package func file(_ photo: Photo) -> String { path + "/" + photo.hash.text }

    package func look(at photo: Photo) -> Look {
        do throws(Refusal) {
            let bytes = try Files.bytes(file(photo), limit: PhotoType.limit)
            if Hex.encode(Digest.of(.sha256, bytes)) == photo.hash.text { return .sound(bytes) }
            return .lost(Phrase("内容与 SHA-256 不符", "its bytes are not those of its SHA-256"))
        } catch {
            if error.code == .fileMissing { return .lost(Phrase("没有文件", "no such file")) }
            return .lost(Phrase(error.message(.zh), error.message(.en)))
        }
    }

    /// Whether a file of that name is there at all: a page does not read every photo it names.
    package func has(_ photo: Photo) -> Bool { (try? PrivateFile.exists(file(photo))) == true }

    /// Why a photo cannot be used; nil when its file is there and is that photo.
    package func fault(of photo: Photo) -> Phrase? {
        switch look(at: photo) {
        case .sound: nil
        case .lost(let reason): reason
        }
    }
}
