import Desk
import Jobs
import Journal
import Kernel

/// Forms that were left unfinished, and those that were posted when a session was over: listed, opened again
/// where they stood, and thrown away.
enum DraftsPage {
    /// A form that comes from a draft says so, and is forgotten when it is recorded.
    static let field = "draft"

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let drafts = try await visit.site.desk.drafts(of: visitor.user.user, in: visitor.street.code)
        let title = visit.say("草稿", "Drafts")
        return .page(Page(title, """
            \(visit.head(title, under: visit.say("存十四天，只有您自己看得到。", "Kept for fourteen days; nobody but you sees them.")))
            \(drafts.isEmpty ? "<p class=\"none\">\(visit.say("没有草稿", "No draft"))</p>" : sheet(drafts, visit))
            """, place: .desk))
    }

    /// On the desk, where there are any.
    static func onDesk(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> HTML {
        let drafts = try await visit.site.desk.drafts(of: visitor.user.user, in: visitor.street.code)
        if drafts.isEmpty { return .empty }
        let items = drafts.prefix(3).map { draft -> HTML in
            "<li><a href=\"\(path(draft, visit))\">\(name(draft))</a> <small>\(draft.saved.short)</small></li>" }
        let words = visit.say("全部草稿 \(drafts.count)", "All drafts: \(drafts.count)")
        let more: HTML = "<a href=\"\(visit.at("/drafts"))\">\(words)</a>"
        return HTML.sheet(visit.say("草稿", "Drafts"), "<ul>\(Array(items))</ul><p>\(more)</p>")
    }

    static func drop(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        if let id = try? Code(visit.form["draft"] ?? "") {
            try await visit.site.desk.drop(id, of: visitor.user.user, in: visitor.street.code)
        }
        return .redirect(visit.at("/drafts"))
    }

    /// The form stands where it stood, with the same id: nothing is done by opening it.
    static func open(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard let id = try? Code(visit.params["id"] ?? ""),
              let draft = try await visit.site.desk.draft(id, of: visitor.user.user, in: visitor.street.code),
              let form = Fields(urlencoded: draft.typed),
              case .route(let route, let params) = RouteTable(Routes.all).find("POST", draft.path),
              case .inside(let handler) = route.handler, params["o"] == visit.street else {
            return .page(ErrorPage.page(.nothing, visit))
        }
        var again = Visit(
            site: visit.site, isPost: true, path: draft.path, params: params, query: Fields(), form: form,
            language: visit.language, isLarge: visit.isLarge, secret: visit.secret, isNewSecret: false,
            address: visit.address, isLocal: visit.isLocal, visitor: visitor)
        again.form.set("go", CommandForm.Step.edit.rawValue)
        again.form.set(field, id.text)
        let reply = try await handler(again, visitor)
        guard case .page(var page) = reply else { return reply }
        page.notice = try await words(draft, visit, visitor)
        return .page(page)
    }

    /// What happened to its job meanwhile comes first.
    private static func words(_ draft: Draft, _ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Phrase {
        let kept = Phrase("填好的都在，还没有记下。", "What you filled in is here; nothing was recorded yet.")
        guard let number = draft.job, let job = try? await visit.ask(.job(.number(number)), as: visitor),
              let moved = job.moved, moved.seq > draft.seen else { return kept }
        return Phrase(
            "存下之后工单动过：记录 \(moved.seq)，\(moved.verb.title.zh)。请先看一眼工单再提交。" + kept.zh,
            "The job has moved since: record \(moved.seq), \(moved.verb.title.en). Look at it before you send this. " + kept.en)
    }

    private static func sheet(_ drafts: [Draft], _ visit: Visit) -> HTML {
        let rows = drafts.map { draft -> HTML in
            """
            <tr><th scope="row"><a href="\(path(draft, visit))">\(name(draft))</a></th>\
            <td data-t="\(visit.say("存于", "saved"))">\(draft.saved.short)</td>\
            <td data-t="\(visit.say("留到", "kept until"))">\(draft.ends.short)</td>\
            <td><form method="post" action="\(visit.at("/drafts"))">\(visit.hidden([("draft", draft.id.text)]))\
            <button class="quiet">\(visit.say("删去", "Throw away"))</button></form></td></tr>
            """
        }
        let heads = [visit.say("表单", "form"), visit.say("存于", "saved"), visit.say("留到", "kept until")]
        return HTML.sheet(visit.say("没办完的", "Unfinished"), """
            <table class="t cards"><thead><tr>\(HTML.heads(heads))<td></td></tr></thead><tbody>\(rows)</tbody></table>
            """)
    }

    private static func name(_ draft: Draft) -> String {
        [draft.title, draft.job?.text].compactMap(\.self).joined(separator: " ")
    }

    private static func path(_ draft: Draft, _ visit: Visit) -> String {
        visit.at("/drafts/" + Fields.encoded(draft.id.text))
    }
}

extension Fields {
    /// What a form holds of what was typed: no token, no password, no button.
    var typed: Fields {
        var kept = self
        for name in [CSRF.field, StepUp.field, "go", "one"] { kept.set(name, nil) }
        return kept
    }
}
