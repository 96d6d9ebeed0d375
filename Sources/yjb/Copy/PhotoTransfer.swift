import Exchange
import Glibc
import Jobs
import Kernel
import Seal

/// What became of the photos that records name.
struct PhotoTransfer {
    private(set) var copied = 0
    /// Those that were there before.
    private(set) var kept = 0
    /// Those that are missing or damaged at the source, with what was found.
    private(set) var lost: [(hash: String, reason: Phrase)] = []

    /// Copies the photos that the other folder does not have. A file has the name of its own SHA-256, which is checked;
    /// its bytes are durable before its name is there. Throws `file.unwritable`.
    static func run(
        _ photos: [Photo], from source: PhotoFolder, to target: PhotoFolder
    ) throws(Refusal) -> PhotoTransfer {
        var transfer = PhotoTransfer()
        for photo in photos {
            if target.has(photo) {
                transfer.kept += 1
            } else if let bytes = transfer.sound(photo, in: source) {
                try Files.makeFolder(target.path)
                try Files.write(bytes, to: target.file(photo))
                transfer.copied += 1
            }
        }
        return transfer
    }

    private mutating func sound(_ photo: Photo, in source: PhotoFolder) -> [UInt8]? {
        do throws(Refusal) {
            let bytes = try Files.bytes(source.file(photo), limit: PhotoType.limit)
            if Hex.encode(Digest.of(.sha256, bytes)) == photo.hash.text { return bytes }
            lost.append((photo.hash.text, Phrase("内容与 SHA-256 不符", "its bytes are not those of its SHA-256")))
        } catch {
            lost.append((photo.hash.text, Self.reason(error)))
        }
        return nil
    }

    private static func reason(_ refusal: Refusal) -> Phrase {
        if refusal.code == .fileMissing { return Phrase("没有文件", "no such file") }
        return Phrase(refusal.message(.zh), refusal.message(.en))
    }

    var json: JSON {
        .members([
            "copied": copied.json, "kept": kept.json,
            "lost": .array(lost.map { .members(["hash": $0.hash.json, "reason": $0.reason.en.json]) }),
        ])
    }

    /// A line for each of the first that are lost, and how many there are.
    func losses(_ language: Language) -> String {
        guard !lost.isEmpty else { return "" }
        let shown = lost.prefix(10).map { "    \($0.hash) \($0.reason(language))\n" }
        let head = Phrase(
            "✗ 来源处缺少或损坏的照片：\(lost.count)\n", "✗ photos missing or damaged at the source: \(lost.count)\n")
        return head(language) + shown.joined() + (lost.count > 10 ? "    …\n" : "")
    }
}

extension PhotoFolder {
    func file(_ photo: Photo) -> String { path + "/" + photo.hash.text }

    /// Whether a file of that name and size is there. Only whole files get a name, so its bytes are not read again.
    func has(_ photo: Photo) -> Bool {
        var about = stat()
        return stat(file(photo), &about) == 0 && Int(about.st_size) == photo.size
    }
}
