import Desk
import Jobs
import Kernel
import Reports

/// The photos of a job, before and after side by side.
struct JobPictures {
    let visit: Visit
    let dossier: JobDossier

    var html: HTML {
        let photos = JobPhotos(of: dossier.job.number, dossier.records)
        guard !photos.isEmpty, visit.site.pictures != nil else { return .empty }
        let others: HTML = photos.others.isEmpty ? .empty : side(visit.say("其它", "Others"), photos.others)
        return HTML.sheet(visit.say("照片", "Photos"), """
            <div class="sides">\(side(visit.say("施工前", "Before"), photos.before))\
            \(side(visit.say("施工后", "After"), photos.after))</div>\(others)
            """)
    }

    private func side(_ title: String, _ photos: [Photo]) -> HTML {
        let list: HTML = photos.isEmpty ? "<p class=\"soft\">\(visit.say("没有照片", "no photo"))</p>"
            : "<ul class=\"photos\">\(photos.map { photo -> HTML in "<li>\(one(photo, title))</li>" })</ul>"
        return "<div><h3>\(title)</h3>\(list)</div>"
    }

    private func one(_ photo: Photo, _ title: String) -> HTML {
        let path = { (size: String) in
            visit.at("/photos/\(photo.hash.text)/\(size)?job=" + Fields.encoded(dossier.job.number.text)) }
        if visit.site.pictures?.folder.has(photo) != true {
            return "<span class=\"soft\">\(visit.say("文件不在", "no file")) \(photo.hash.text.prefix(8))</span>"
        }
        if photo.isPaper { return "<a class=\"paper\" href=\"\(path("full"))\">PDF</a>" }
        let taken: HTML = photo.takenAt.map { at in "<small>\(visit.say("拍摄 ", "taken "))\(at.short)</small>" } ?? .empty
        return """
            <a href="\(path("full"))"><img src="\(path("320"))" alt="\(title) \(photo.hash.text.prefix(8))" loading="lazy" \
            width="160" height="120"></a>\(taken)
            """
    }
}
