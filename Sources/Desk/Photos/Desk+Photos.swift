import Disk
package import Jobs
import Journal
package import Kernel
package import Pictures
import Reports
import Seal
import Store

extension Desk {
    /// Takes a photo that somebody sends: what it says of itself is read, then it is cleaned of all that and
    /// kept in three sizes, named by the SHA-256 of the full one. A PDF is kept as it is. Throws `photo.…`,
    /// `tool.missing`, `file.unwritable`.
    package func keep(_ bytes: [UInt8], of org: Code, by who: Code, _ work: PictureWork) async throws(Refusal) -> KeptPhoto {
        guard bytes.count <= PhotoType.limit else { throw Refusal(.photoBytes, ["limit": String(PhotoType.limit / 1_000_000)]) }
        guard let type = PhotoType(bytes) else { throw Refusal(.photoType) }
        let came = try Code(Hex.encode(Digest.of(.sha256, bytes)))
        let made = try await work.run { (process, folder) throws(Refusal) in
            if type == .pdf {
                try Files.makeFolder(folder.path)
                try folder.put(bytes, as: folder.file(came, .full))
                let photo = try Photo(hash: came, type: try Label(type.rawValue), size: bytes.count)
                return Made(photo: photo, width: nil, height: nil)
            }
            return try Made(PictureFacts(of: bytes), try process.clean(bytes), in: folder)
        }
        let kept = KeptPhoto(photo: made.photo, who: who, came: came, width: made.width, height: made.height, made: wall)
        try await tend(org) { (connection, _) throws(Refusal) in try PhotoStore(connection, org: org).write(kept) }
        return kept
    }

    /// Those of these photos that the user has sent, in that order.
    package func photos(_ hashes: [Code], of org: Code, sentBy who: Code) async throws(Refusal) -> [KeptPhoto] {
        try await look { (connection, _) throws(Refusal) in
            var found: [KeptPhoto] = []
            for hash in hashes { if let kept = try PhotoStore(connection, org: org).of(hash, sentBy: who) { found.append(kept) } }
            return found
        }
    }

    /// The bytes of a photo in a size, with their media type. A smaller size that is not there is made: of
    /// photos that came another way, or whose sizes were lost. Throws `file.…`, `photo.…`.
    package func bytes(
        of photo: Photo, _ size: CleanedPicture.Size, _ work: PictureWork
    ) async throws(Refusal) -> (bytes: [UInt8], type: String) {
        if size != .full, let bytes = try? Files.bytes(work.folder.file(photo.hash, size), limit: PhotoType.limit),
           let type = PhotoType(bytes) {
            return (bytes, type.rawValue)
        }
        return try await work.run { (process, folder) throws(Refusal) in
            let bytes: [UInt8]
            switch folder.look(at: photo) {
            case .sound(let found): bytes = found
            case .lost(let reason):
                throw Refusal(.fileUnreadable, ["path": photo.hash.text]).adding("detail", reason.en, reason)
            }
            if size == .full { return (bytes, photo.type.text) }
            let picture = try process.clean(bytes)
            for size in CleanedPicture.Size.allCases where size != .full {
                try folder.put(picture.sizes[size] ?? [], as: folder.file(photo.hash, size))
            }
            return (picture.sizes[size] ?? [], picture.type)
        }
    }

    private struct Made: Sendable {
        let photo: Photo
        let width: Int?
        let height: Int?

        init(photo: Photo, width: Int?, height: Int?) { (self.photo, self.width, self.height) = (photo, width, height) }

        init(_ facts: PictureFacts, _ picture: CleanedPicture, in folder: PhotoFolder) throws(Refusal) {
            let full = picture.sizes[.full] ?? []
            let hash = try Code(Hex.encode(Digest.of(.sha256, full)))
            try Files.makeFolder(folder.path)
            for size in CleanedPicture.Size.allCases { try folder.put(picture.sizes[size] ?? [], as: folder.file(hash, size)) }
            let photo = try Photo(
                hash: hash, type: try Label(picture.type), size: full.count, takenAt: facts.takenAt,
                lat: facts.lat, lon: facts.lon)
            self.init(photo: photo, width: picture.width, height: picture.height)
        }
    }
}

extension Question where Answer == Photo? {
    /// A photo that a record of this job names; nil where none does. Throws `job.unknown`.
    package static func photo(_ hash: Code, of name: JobName) -> Question {
        Question("job.photo", [.jobs: .own]) { (asked) throws(Refusal) in
            let job = try asked.job(name)
            let steps = try JournalReader(asked.connection).records(asked.org, job: job.number)
            return JobPhotos(of: job.number, steps).all.first { $0.hash == hash }
        }
    }
}
