import Disk
import Reports
package import Jobs
package import Kernel
import Seal

/// What became of the photos that records name.
package struct PhotoTransfer {
    package private(set) var copied = 0
    /// Those that were there before.
    package private(set) var kept = 0
    /// Those that are missing or damaged at the source, with what was found.
    package private(set) var lost: [(hash: String, reason: Phrase)] = []

    /// Copies the photos that the other folder does not have, or has damaged. A file has the name of its
    /// own SHA-256, which is checked on both sides; its bytes are durable before its name is there. Throws
    /// `file.unwritable`.
    package static func run(
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
}
