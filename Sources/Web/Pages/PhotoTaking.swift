import Desk
import Jobs
import Journal
import Kernel

/// Takes the photos that come with a form, and finds those that came before: a form names them by their
/// SHA-256.
struct PhotoTaking {
    let visit: Visit
    let visitor: Visitor

    /// As many as one step may show.
    static let most = 20

    /// Puts the hashes of new photos into the form and what is known of all into the lists. What cannot be
    /// taken is a fault beside the field. Throws `store.…`.
    func take(_ spec: FormSpec, _ form: inout Fields, _ lists: inout FormLists) async throws(Refusal) -> [FormReader.Fault] {
        guard spec.takesPhotos else { return [] }
        let (kept, faults) = await keep()
        for photo in kept where !form.all("photos").contains(photo.photo.hash.text) {
            form.pairs.append(("photos", photo.photo.hash.text))
        }
        var hashes: [Code] = []
        for text in form.all("photos").prefix(Self.most) {
            if let hash = try? Code(text), !hashes.contains(hash) { hashes.append(hash) }
        }
        lists.photos = try await visit.site.desk.photos(hashes, of: visitor.street.code, sentBy: visitor.user.user)
        return faults
    }

    /// The files of this request, one after another.
    private func keep() async -> (kept: [KeptPhoto], faults: [FormReader.Fault]) {
        var kept: [KeptPhoto] = [], faults: [FormReader.Fault] = []
        for file in visit.files.map(\.file).prefix(Self.most) where !file.bytes.isEmpty {
            do throws(Refusal) {
                guard let pictures = visit.site.pictures else {
                    throw Refusal(.toolMissing, ["tool": "yjb-photo", "package": "yjb-photo"])
                }
                kept.append(try await visit.site.desk.keep(
                    file.bytes, of: visitor.street.code, by: visitor.user.user, pictures))
            } catch {
                faults.append(.init(field: "photos", text: Phrase(
                    "\(file.name)：\(error.message(.zh))", "\(file.name): \(error.message(.en))")))
            }
        }
        return (kept, faults)
    }
}
