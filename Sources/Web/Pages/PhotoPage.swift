import Desk
import Jobs
import Journal
import Kernel
import Pictures

/// Photos by themselves: sent ahead of a form by a script, and shown. A photo of a job is shown to whoever
/// may see that job, a photo that no record names yet to whoever sent it.
enum PhotoPage {
    /// Answers what is kept of each file as JSON: what a form says of it, and what it says of itself.
    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard maySend(visitor), let pictures = visit.site.pictures else { return .page(ErrorPage.page(.nothing, visit)) }
        var photos: [JSON] = []
        for file in visit.files.map(\.file).prefix(PhotoTaking.most) where !file.bytes.isEmpty {
            photos.append(JSON(try await visit.site.desk.keep(
                file.bytes, of: visitor.street.code, by: visitor.user.user, pictures).photo))
        }
        guard !photos.isEmpty else { return .page(ErrorPage.page(.form, visit)) }
        return .file(.init(bytes: Array(JSON.array(photos).text.utf8), type: "application/json", name: nil))
    }

    /// Whoever may take a step that photos belong to.
    private static func maySend(_ visitor: Visitor) -> Bool {
        let verbs = Set(Verb.allCases.filter { FormSpecs.of($0).takesPhotos })
        return TransitionTable.rows.contains { verbs.contains($0.verb) && $0.roles.contains(where: visitor.user.has) }
    }

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard let hash = try? Code(visit.params["hash"] ?? ""), let pictures = visit.site.pictures,
              let size = CleanedPicture.Size(rawValue: visit.params["size"] ?? ""),
              let photo = try await find(hash, visit, visitor), !photo.isPaper || size == .full else {
            return .page(ErrorPage.page(.nothing, visit))
        }
        let found: (bytes: [UInt8], type: String)
        do throws(Refusal) {
            found = try await visit.site.desk.bytes(of: photo, size, pictures)
        } catch {
            // A file that is not there, or no longer that photo, is a matter for `audit verify --photos`.
            if error.code == .fileUnreadable { return .page(ErrorPage.page(.nothing, visit)) }
            throw error
        }
        let (bytes, type) = found
        let end = type == "application/pdf" ? "pdf" : String(type.dropFirst("image/".count))
        let job = visit.query["job"].map { $0 + "-" } ?? ""
        return .file(.init(bytes: bytes, type: type, name: job + hash.text.prefix(8) + "." + end, isSent: true))
    }

    /// nil where this reader may see none. Throws `job.unknown`.
    private static func find(_ hash: Code, _ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Photo? {
        if let job = visit.query["job"] { return try await visit.ask(.photo(hash, of: try JobName(job)), as: visitor) }
        return try await visit.site.desk.photos([hash], of: visitor.street.code, sentBy: visitor.user.user).first?.photo
    }
}
