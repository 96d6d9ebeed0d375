import Desk
import Jobs
import Journal
import Kernel
import Seal

/// The life of a form that is one command: shown with an id of its own, read with all faults at once, looked
/// over, sent, and answered. Pressed twice, gone back to or sent again it is the same command.
struct CommandForm {
    /// What a post asks for.
    enum Step: String {
        case send, look, edit, more, photos, draft, check
    }

    let visit: Visit
    let visitor: Visitor
    let spec: FormSpec
    var lists: FormLists
    /// The job that it is about.
    var job: Code?
    /// Where to go when it was recorded.
    let home: @Sendable (Answer) -> String
    /// Stands above the fields.
    var intro: HTML = .empty
    /// What it is about in money where the form names no amount.
    var amount: Fen?
    let title: String
    let place: Navigation.Place
    /// Stands between the fields and the buttons: what is like it already.
    var beside: HTML = .empty
    /// When it was kept as a draft, just now.
    var saved: Instant?
    /// A form of more fields than this may be left for later.
    private static let short = 3

    /// The empty form, with what is known already.
    func show(_ known: Fields) -> Reply { page(known, id: Self.newID(), seen: String(visitor.head.seq), [], nil, 200) }

    static func newID() -> String { "w-" + RandomToken.id() }

    /// An id is the form's own word for "the same command": anything else is no form of ours.
    static func isID(_ text: String) -> Bool { text.hasPrefix("w-") && text.utf8.count == 34 }

    /// Takes a post.
    func take() async throws(Refusal) -> Reply {
        var form = visit.form
        var withPhotos = self
        let spoilt = try await PhotoTaking(visit: visit, visitor: visitor).take(spec, &form, &withPhotos.lists)
        return try await withPhotos.take(form, spoilt)
    }

    private func take(_ form: Fields, _ spoilt: [FormReader.Fault]) async throws(Refusal) -> Reply {
        let id = form["id"] ?? "", seen = form["seen"] ?? ""
        let step = form["go"].flatMap(Step.init(rawValue:)) ?? .send
        guard Self.isID(id), Int(seen).map(String.init) == seen else {
            return .page(ErrorPage.page(.form, visit))
        }
        if step == .photos || !spoilt.isEmpty { return page(form, id: id, seen: seen, spoilt, nil, spoilt.isEmpty ? 200 : 422) }
        if step == .draft { return try await keep(form, id: id, seen: seen) }
        if step == .check { return page(form, id: id, seen: seen, [], nil, 200) }
        if step == .edit || step == .more { return page(form, id: id, seen: seen, [], nil, 200, rows: step == .more
            ? rows(form) + 3 : 3) }
        var (with, faults) = FormReader.read(spec, form, lists)
        if let job { with = Self.naming(job, with) }
        let at = moment(form, &faults)
        if !faults.isEmpty { return page(form, id: id, seen: seen, faults, nil, 422) }
        if step == .look { return .page(look(form, id: id, seen: seen)) }
        if let page = StepUp.page(spec.does, visit, visitor) { return page }
        return try await send(with, at, form, id, seen)
    }

    private func send(_ with: JSON, _ at: String?, _ form: Fields, _ id: String, _ seen: String) async throws(Refusal) -> Reply {
        let envelope = JSON.members([
            "id": .string(id), "org": .string(visitor.street.code.text), "by": .string(visitor.user.user.text),
            "at": at.map { .string($0) }, "seen": Int(seen).map { .int($0) }, "do": .string(spec.does), "with": with,
        ])
        let desk = visit.site.desk
        let answers = try await desk.execute([desk.read(envelope, via: visitor.via)])
        guard let answer = answers.first else { throw Refusal(.storeIO) }
        guard let refusal = answer.refusal.map(named) else {
            if let draft = try form[DraftsPage.field].map({ (text) throws(Refusal) in try Code(text) }) {
                try await desk.drop(draft, of: visitor.user.user, in: visitor.street.code)
            }
            return .redirect(home(answer))
        }
        // Gone back to and changed: what was recorded under this form stands, and there is a way on.
        if refusal.code == .idConflict, let record = try await visit.ask(.ownRecord(id: try Code(id)), as: visitor) {
            return .page(RecordedPage(form: self, record: record, with: with, typed: form).page)
        }
        if refusal.code == .jobMoved, let job, let opened = Int(seen) {
            let dossier = try await visit.ask(.dossier(of: .number(job)), as: visitor)
            return .page(try MovedPage(form: self, dossier: dossier, seen: opened, id: id, typed: form).page(refusal))
        }
        return page(form, id: id, seen: seen, faults(of: refusal), refusal, RefusalView.status(refusal))
    }

    /// Kept as it is, faults and all, and shown again.
    private func keep(_ form: Fields, id: String, seen: String) async throws(Refusal) -> Reply {
        var kept = form, told = self
        kept.set(DraftsPage.field, id)
        let saved = try await visit.site.desk.keep(
            Draft(
                id: try Code(id), path: visit.path, title: visit.say(spec.title), job: job, seen: Int(seen) ?? 0,
                typed: kept.typed.query),
            of: visitor.street.code, by: visitor.user.user)
        told.saved = saved
        return told.page(kept, id: id, seen: seen, [], nil, 200)
    }

    /// The same refusal with the field called as the form calls it.
    private func named(_ refusal: Refusal) -> Refusal {
        guard let path = refusal["field"], path.hasPrefix("with."),
              let field = spec.fields.first(where: { path.dropFirst(5).hasPrefix($0.name) }) else { return refusal }
        var named = refusal
        for index in named.facts.indices where named.facts[index].name == "field" { named.facts[index].words = field.title }
        return named
    }

    /// A refusal that names a field of the form stands beside it too.
    private func faults(of refusal: Refusal) -> [FormReader.Fault] {
        guard refusal.code.kind == .input, let path = refusal["field"], path.hasPrefix("with.") else { return [] }
        return [.init(field: String(path.dropFirst(5)), text: Phrase(refusal.message(.zh), refusal.message(.en)))]
    }

    private static func naming(_ job: Code, _ with: JSON) -> JSON {
        guard case .object(let members) = with else { return with }
        return .object([JSON.Member("job", .string(job.text))] + members)
    }

    /// When it happened, where that was said.
    func moment(_ form: Fields, _ faults: inout [FormReader.Fault]) -> String? {
        guard let text = form["at"], !Typed.plain(text).isEmpty else { return nil }
        switch Typed.moment(text, on: visitor.now.day) {
        case .success(let at): return at
        case .failure(let fault):
            faults.append(.init(field: "at", text: fault.text))
            return nil
        }
    }

    private func rows(_ form: Fields) -> Int {
        let used = form.pairs.compactMap { pair -> Int? in
            let parts = pair.name.split(separator: ".")
            return parts.count == 3 ? Int(parts[1]).flatMap { (0..<LinesView.most).contains($0) ? $0 : nil } : nil
        }
        return (used.max() ?? -1) + 1
    }
}

/// Its pages.
extension CommandForm {
    private func view(_ form: Fields, _ faults: [FormReader.Fault], rows: Int) -> FormView {
        FormView(
            spec: spec, values: form, lists: lists, faults: faults, language: visit.language, rows: rows,
            photos: visit.at("/photos/"), job: job)
    }

    func page(
        _ form: Fields, id: String, seen: String, _ faults: [FormReader.Fault], _ refusal: Refusal?, _ status: Int, rows: Int = 3
    ) -> Reply {
        let view = view(form, faults, rows: rows)
        let back: HTML = job.map {
            number in "<a href=\"\(visit.at("/jobs/" + Fields.encoded(number.text)))\">‹ \(number.text)</a>" } ?? .empty
        let said = refusal.map { RefusalView(refusal: $0, visit: visit).html }
        let draft = form[DraftsPage.field].map { [(DraftsPage.field, $0)] } ?? []
        let body: HTML = """
            \(visit.head(title, over: back))\(said)\(view.summary)\(intro)
            <form method="post" action="\(visit.path)" class="sheet form" novalidate\("data-draft", if: isLong)\
            \("enctype", spec.takesPhotos ? "multipart/form-data" : nil)>\
            \(visit.hidden([("id", id), ("seen", seen)] + draft))\(enter)
            \(view.fields)\(beside)\(when(form, view))
            <div class="foot"><button class="b main" name="go" value="\(spec.isLookedOver ? "look" : "send")">\
            \(spec.isLookedOver ? visit.say("看一遍再提交", "Look over") : visit.say("提交", "Submit"))</button>\(later)</div></form>
            """
        var page = Page(title, body, status: status, place: place)
        page.isKept = !visit.isPost
        return .page(page)
    }

    private var isLong: Bool { spec.fields.count > Self.short }

    /// Enter presses the first button of a form: that must be its own, and not one that merges or sends
    /// photos.
    private var enter: HTML {
        """
        <button class="enter" name="go" value="\(spec.isLookedOver ? "look" : "send")" tabindex="-1" aria-hidden="true">\
        \(visit.say("提交", "Submit"))</button>
        """
    }

    private var later: HTML {
        guard isLong else { return .empty }
        let when: HTML = saved.map { at in
            " <span class=\"soft\" role=\"status\">\(visit.say("草稿已存", "draft kept")) \(at.short.suffix(5))</span>" } ?? .empty
        return "<button class=\"b\" name=\"go\" value=\"draft\">\(visit.say("存草稿", "Keep as a draft"))</button>\(when)"
    }

    /// When it happened: now, unless something else is said.
    private func when(_ form: Fields, _ view: FormView) -> HTML {
        let given = form["at"] ?? ""
        return """
            <details class="f"\("open", if: !given.isEmpty)>\
            <summary>\(visit.say("发生时间：刚才。另填", "It happened just now. Say otherwise"))</summary>
            <label for="f-at">\(visit.say("发生时间", "When it happened"))</label>\
            <input id="f-at" name="at" value="\(given)" placeholder="\(visitor.now.short)" autocomplete="off"\
            \(view.described("at"))>\(view.mistake("at"))</details>
            """
    }

    /// What will be recorded, in words, with amounts in capital figures; no field on it.
    private func look(_ form: Fields, id: String, seen: String) -> Page {
        let fields = form.pairs.filter { !["id", "seen", "go", CSRF.field].contains($0.name) }
        let summary = LookOver(spec: spec, form: form, lists: lists, visit: visit, amount: amount)
        let body: HTML = """
            \(visit.head(visit.say("看一遍：", "Look over: ") + title))
            <form method="post" class="sheet look">\(visit.hidden([("id", id), ("seen", seen)] + fields))\(intro)\(summary.html)
            <div class="foot"><button class="b main" name="go" value="send">\(visit.say("提交", "Submit"))</button>
            <button class="b" name="go" value="edit">\(visit.say("改", "Change"))</button></div></form>
            """
        return Page(title, body, place: place)
    }
}
