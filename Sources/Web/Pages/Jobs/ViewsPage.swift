import Desk
import Jobs
import Journal
import Kernel

/// Lists of jobs under a name: kept from the list's own address, found above it, and taken away here.
enum ViewsPage {
    /// What of an address says which jobs are listed, and in which order.
    private static let kept: Set = [
        "q", "works", "papers", "category", "clock", "queue", "all", "sort", "estate", "from", "to",
    ]
    private static let longest = 2_000

    /// The query without what is only of this page of it.
    static func query(_ fields: Fields) -> Fields {
        Fields(fields.pairs.filter { kept.contains($0.name) && !$0.value.isEmpty }.map { ($0.name, $0.value) })
    }

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.jobs] >= .own else { return .page(ErrorPage.page(.nothing, visit)) }
        return .page(try await page(visit, visitor, query(visit.query), nil, 200))
    }

    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.jobs] >= .own else { return .page(ErrorPage.page(.nothing, visit)) }
        if let drop = visit.form["drop"] {
            if let id = try? Code(drop) {
                try await visit.site.desk.dropView(id, by: visitor.user, in: visitor.street.code) }
            return .redirect(visit.at("/views"))
        }
        guard let text = visit.form["name"], let query = Fields(urlencoded: visit.form["query"] ?? "").map(query) else {
            return .page(ErrorPage.page(.form, visit))
        }
        guard let name = try? Label(Typed.plain(text)), name.text.count <= 20 else {
            let words = visit.say("起一个二十字以内的名字", "Give it a name of at most twenty signs")
            return .page(try await page(visit, visitor, query, words, 422))
        }
        // Beside the journal nothing is sealed: a caller's number has no place there.
        if (query["q"] ?? "").holdsPhone || query.query.utf8.count > longest {
            let words = visit.say("这个查询里有电话号码，或者太长，不能存", "This query holds a phone number or is too long to be kept")
            return .page(try await page(visit, visitor, query, words, 422))
        }
        let role = visit.form["role"].flatMap { $0.isEmpty ? nil : $0 }
        guard role.map({ Role(rawValue: $0) != nil }) ?? true else { return .page(ErrorPage.page(.form, visit)) }
        switch try await visit.site.desk.keepView(
            name, query.query, for: role.flatMap(Role.init(rawValue:)), by: visitor.user, in: visitor.street.code) {
        case .kept: return .redirect(visit.at("/jobs") + (query.query.isEmpty ? "" : "?" + query.query))
        case .full:
            let words = visit.say("已经有二十个，先删去用不着的", "There are twenty already: first take away one that is not used")
            return .page(try await page(visit, visitor, query, words, 422))
        }
    }

    private static func page(
        _ visit: Visit, _ visitor: Visitor, _ query: Fields, _ fault: String?, _ status: Int
    ) async throws(Refusal) -> Page {
        let views = try await visit.site.desk.views(of: visitor.user, in: visitor.street.code)
        let title = visit.say("视图", "Views")
        let back: HTML = "<a href=\"\(visit.at("/jobs"))\">‹ \(visit.say("工单", "Jobs"))</a>"
        return Page(title, """
            \(visit.head(title, over: back))\(query.pairs.isEmpty ? .empty : form(visit, visitor, query, fault))\
            \(table(views, visit, visitor))
            """, status: status, place: .jobs)
    }

    private static func form(_ visit: Visit, _ visitor: Visitor, _ query: Fields, _ fault: String?) -> HTML {
        let error = visit.say("错误：", "Error: ")
        let said: HTML = fault.map { text in "<p class=\"fault\" id=\"name-fault\">⚠ \(error)\(text)</p>" } ?? .empty
        let mayGive = visitor.user.roles.contains(where: SavedView.makers.contains)
        let roles = Role.allCases.filter { $0 != .machine && $0 != .resident && $0 != .district && $0 != .admin }
        let choice: HTML = !mayGive ? .empty : """
            <div class="f"><label for="role">\(visit.say("给谁用", "For whom"))</label><select id="role" name="role">\
            <option value="">\(visit.say("只给自己", "myself alone"))</option>\(roles.map { role -> HTML in
                "<option value=\"\(role.rawValue)\">\(visit.say(role.title))</option>" })</select></div>
            """
        let what = ListFilter(query).title(visit)
        return """
            <form method="post" action="\(visit.at("/views"))" class="sheet form">\(visit.hidden([("query", query.query)]))
            <p class="f">\(visit.say("要存的名单：", "The list: "))\
            <a href="\(visit.at("/jobs"))?\(query.query)">\(what)</a></p>\
            <div class="f\(fault == nil ? "" : " bad")"><label for="name">\(visit.say("名字", "Name"))</label>\
            <input id="name" name="name" value="\(visit.form["name"] ?? "")" autocomplete="off"\
            \("aria-describedby", fault == nil ? nil : "name-fault")>\(said)</div>\(choice)
            <div class="foot"><button class="b main">\(visit.say("存为视图", "Keep"))</button></div></form>
            """
    }

    private static func table(_ views: [SavedView], _ visit: Visit, _ visitor: Visitor) -> HTML {
        if views.isEmpty {
            let text = visit.say("还没有视图。在工单名单上筛选，再点“存为视图”。", "No views yet. Narrow down the list of jobs, then keep it.")
            return "<p class=\"none\">\(text)</p>"
        }
        let rows = views.map { view -> HTML in
            let drop: HTML = !view.mayDrop(visitor.user) ? .empty : """
                <form method="post" action="\(visit.at("/views"))">\(visit.hidden([("drop", view.id.text)]))\
                <button class="quiet">\(visit.say("删去", "Take away"))</button></form>
                """
            let whose = view.role.map { visit.say($0.title) } ?? visit.say("自己", "mine")
            return """
                <tr><th scope="row"><a href="\(visit.at("/jobs"))?\(view.query)">\(view.name.text)</a></th>\
                <td data-t="\(visit.say("给谁用", "for"))">\(whose)</td>\
                <td data-t="\(visit.say("谁存的", "kept by"))">\(view.who.text)</td><td>\(drop)</td></tr>
                """
        }
        let heads = [visit.say("视图", "view"), visit.say("给谁用", "for"), visit.say("谁存的", "kept by")]
        return HTML.sheet(visit.say("存下的视图", "Kept views"), """
            <table class="t cards"><thead><tr>\(HTML.heads(heads))<td></td></tr></thead><tbody>\(rows)</tbody></table>
            """)
    }

    /// Those that this reader finds above the list.
    static func own(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> [SavedView] {
        try await visit.site.desk.views(of: visitor.user, in: visitor.street.code)
            .filter { $0.role.map(visitor.user.has) ?? true }
    }

    /// Above the list, each with how many jobs it lists, and the way to keep what is shown.
    static func links(_ views: [SavedView], _ counts: [Int?], _ visit: Visit) -> HTML {
        let here = query(visit.query).query
        if views.isEmpty, here.isEmpty { return .empty }
        let links = zip(views, counts).map { view, count -> HTML in
            let current: String? = view.query == here ? "true" : nil
            let words = view.name.text + (count.map { " \($0)" } ?? "")
            return "<a href=\"\(visit.at("/jobs"))?\(view.query)\"\("aria-current", current)>\(words)</a>"
        }
        let isKept = here.isEmpty || views.contains { $0.query == here }
        let keep: HTML = isKept ? "<a href=\"\(visit.at("/views"))\">\(visit.say("管理视图", "Views"))</a>"
            : "<a href=\"\(visit.at("/views"))?\(here)\">＋ \(visit.say("存为视图", "Keep this view"))</a>"
        return "<nav class=\"views\" aria-label=\"\(visit.say("我的视图", "My views"))\">\(links)\(keep)</nav>"
    }
}
