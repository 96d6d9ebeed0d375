import Disk
import Exchange
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

    /// Copies the photos that the other folder does not have, or has damaged. A file has the name of its own SHA-256, which
    /// is checked on both sides; its bytes are durable before its name is there. Throws `file.unwritable`.
    static func run(
        _ photos: [Photo], from source: PhotoFolder, to target: PhotoFolder
    ) throws(Refusal) -> PhotoTransfer {
        var transfer = PhotoTransfer()
        if !photos.isEmpty { try Files.makeFolder(target.path) }
        for photo in photos {
            if target.fault(of: photo) == nil {
                transfer.kept += 1
            } else {
                try transfer.copy(photo, from: source, to: target)
            }
        }
        return transfer
    }

    private mutating func copy(_ photo: Photo, from source: PhotoFolder, to target: PhotoFolder) throws(Refusal) {
        switch source.look(at: photo) {
        case .sound(let bytes):
            try Files.write(bytes, to: target.file(photo))
            copied += 1
        case .lost(let reason): lost.append((photo.hash.text, reason))
        }
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
        let head = Phrase(
            "✗ 来源处缺少或损坏的照片：\(lost.count)\n", "✗ photos missing or damaged at the source: \(lost.count)\n")
        return head(language) + PhotoCheck.list(lost, language)
    }
}

extension PhotoFolder {
    /// What lies under a photo's hash.
    enum Look {
        case sound([UInt8])
        case lost(Phrase)
    }

    func file(_ photo: Photo) -> String { path + "/" + photo.hash.text }

    func look(at photo: Photo) -> Look {
        do throws(Refusal) {
            let bytes = try Files.bytes(file(photo), limit: PhotoType.limit)
            if Hex.encode(Digest.of(.sha256, bytes)) == photo.hash.text { return .sound(bytes) }
            return .lost(Phrase("内容与 SHA-256 不符", "its bytes are not those of its SHA-256"))
        } catch {
            if error.code == .fileMissing { return .lost(Phrase("没有文件", "no such file")) }
            return .lost(Phrase(error.message(.zh), error.message(.en)))
        }
    }

    /// Why a photo cannot be used; nil when its file is there and is that photo.
    func fault(of photo: Photo) -> Phrase? {
        switch look(at: photo) {
        case .sound: nil
        case .lost(let reason): reason
        }
    }
}
