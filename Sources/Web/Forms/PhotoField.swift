import Jobs
import Kernel

/// Photos on a form: those that were sent already, each with what it says of itself, and two ways to send
/// more. Without a script they come with the form, whichever of its buttons is pressed.
struct PhotoField {
    let form: FormView
    let field: Field

    /// The names of the inputs beside `photos`: files, and what is taken up of what they say.
    static let camera = "photos.camera", album = "photos.album", time = "photos.time", place = "photos.place"

    var html: HTML {
        let kept = form.lists.photos.map(shown)
        let list: HTML = kept.isEmpty ? .empty : "<ul class=\"photos\">\(kept)</ul>"
        return form.group(field, """
            \(list)<div class="ways"><label class="way">\(form.say("拍照", "Take a photo"))
            <input type="file" name="\(Self.camera)" accept="image/*" capture="environment"></label>
            <label class="way">\(form.say("从相册选", "From the album"))
            <input type="file" name="\(Self.album)" accept="image/jpeg,image/png,image/webp,application/pdf" multiple></label>
            <button class="quiet" name="go" value="photos" data-photos>\(form.say("上传照片", "Send the photos"))</button></div>
            """)
    }

    /// Some of those that the job has.
    var choice: HTML {
        let own = form.lists.jobPhotos, job = form.job.map { "?job=" + Fields.encoded($0.text) } ?? ""
        if own.isEmpty { return form.group(field, "<p class=\"soft\">\(form.say("这个工单没有照片。", "This job has no photo."))</p>") }
        return form.group(field, "<ul class=\"photos\">\(own.map { photo in tile(photo, job) })</ul>")
    }

    private func shown(_ kept: KeptPhoto) -> HTML { tile(kept.photo, "", offers(kept.photo)) }

    private func tile(_ photo: Photo, _ query: String, _ more: HTML = .empty) -> HTML {
        let hash = photo.hash.text, words = form.say("照片 ", "photo ") + String(hash.prefix(8))
        let picture: HTML = photo.isPaper ? "<span class=\"paper\">PDF</span>"
            : "<img src=\"\(form.photos + hash)/320\(query)\" alt=\"\" width=\"96\" height=\"96\">"
        return """
            <li>\(picture)<label class="tick"><input type="checkbox" name="photos" value="\(hash)" \
            \("checked", if: form.values.all("photos").contains(hash))> \(words)</label>\(more)</li>
            """
    }

    private func offers(_ photo: Photo) -> HTML {
        let time = photo.takenAt.map { offer(Self.time, photo, form.say("记下拍摄时间 ", "record when: ") + $0.short) }
        let place = photo.lat.flatMap { lat in photo.lon.map { lon in
            offer(Self.place, photo, form.say("记下位置 ", "record where: ") + lat.text + ", " + lon.text) } }
        return "\(time)\(place)"
    }

    private func offer(_ name: String, _ photo: Photo, _ words: String) -> HTML {
        """
        <label class="tick"><input type="checkbox" name="\(name)" value="\(photo.hash.text)" \
        \("checked", if: form.values.all(name).contains(photo.hash.text))> \(words)</label>
        """
    }
}

extension Photo {
    var isPaper: Bool { type.text == "application/pdf" }
}
