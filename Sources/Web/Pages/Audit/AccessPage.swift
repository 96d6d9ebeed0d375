import Desk
import Jobs
import Journal
import Kernel

/// Who signed in, looked at callers, asked for what may not be seen, or was refused; the latest first. For
/// auditors and leaders, and not for the administrator (web.md 3.7).
enum AccessPage {
    private static let limit = 100

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.access] >= .all else { return .page(ErrorPage.page(.nothing, visit)) }
        let before = try visit.query["before"].map { (text) throws(Refusal) in try AccessCursor(text) }
        let list = try await visit.ask(.access(try filter(visit.query), before: before, limit: limit), as: visitor)
        let names = try await visit.ask(.formNames, as: visitor)
        let title = visit.say("访问记录", "Access log")
        let back: HTML = "<a href=\"\(visit.at("/audit"))\">‹ \(visit.say("审计", "Audit"))</a>"
        return .page(Page(title, """
            \(visit.head(title, over: back, under: visit.say(
                "登录、看来电人、校验、导出和被拒的办理；每天封存一次。",
                "Sign-ins, looks at callers, verifying, exports and what was refused; sealed once a day.")))\
            \(form(visit, names))\(table(list, names, visit))\(next(list, visit))
            """, place: .audit))
    }

    private static func filter(_ query: Fields) throws(Refusal) -> AccessFilter {
        let text = { (name: String) in query[name].map(Typed.plain).flatMap { $0.isEmpty ? nil : $0 } }
        var filter = AccessFilter()
        filter.who = text("who")
        filter.kind = text("kind").flatMap(AccessFilter.Kind.init(rawValue:))
        filter.from = try text("from").map { (text) throws(Refusal) in try Day(text) }
        filter.to = try text("to").map { (text) throws(Refusal) in try Day(text) }
        return filter
    }

    private static func form(_ visit: Visit, _ names: FormNames) -> HTML {
        let select = { (name: String, title: String, choices: [(String, String)]) -> HTML in
            """
            <div><label for="a-\(name)">\(title)</label><select id="a-\(name)" name="\(name)"><option value="">—</option>\
            \(choices.map { choice -> HTML in
                "<option value=\"\(choice.0)\"\("selected", if: choice.0 == visit.query[name])>\(choice.1)</option>"
            })</select></div>
            """
        }
        let day = { (name: String, title: String) -> HTML in
            """
            <div><label for="a-\(name)">\(title)</label><input id="a-\(name)" name="\(name)" value="\(visit.query[name] ?? "")" \
            placeholder="2026-01-31" autocomplete="off"></div>
            """
        }
        let users = names.users.map { ($0.code.text, "\(visit.say($0.name)) \($0.code.text)") }
        let kinds = AccessFilter.Kind.allCases.map { ($0.rawValue, visit.say($0.title)) }
        return """
            <form method="get" class="choose">\(select("who", visit.say("人", "who"), users))\
            \(select("kind", visit.say("什么", "what"), kinds))\(day("from", visit.say("自", "from")))\
            \(day("to", visit.say("至", "to")))<button class="b">\(visit.say("看", "Show"))</button></form>
            """
    }

    private static func table(_ list: AccessList, _ names: FormNames, _ visit: Visit) -> HTML {
        if list.rows.isEmpty { return "<p class=\"none\">\(visit.say("没有符合的记录。", "No such rows."))</p>" }
        let heads = [
            visit.say("时间", "time"), visit.say("人", "who"), visit.say("办什么", "what"), visit.say("结果", "answer"),
            visit.say("请求", "request"),
        ]
        let rows = list.rows.map { row -> HTML in
            let name = names.users.first { $0.code.text == row.who }.map { visit.say($0.name) + " " } ?? ""
            let isGranted = row.answer == "granted"
            let answer = isGranted ? visit.say("✓ 准许", "✓ granted") : "⚠ " + row.answer
            return """
                <tr><th scope="row">\(row.seen.short)</th><td data-t="\(heads[1])">\(name)<small>\(row.who)</small></td>\
                <td data-t="\(heads[2])">\(title(row.does).map { visit.say($0) + " " } ?? "")<small>\(row.does)</small></td>\
                <td data-t="\(heads[3])">\(answer)</td>\
                <td data-t="\(heads[4])"><code>\(row.id)</code></td></tr>
                """
        }
        return """
            <section class="sheet"><table class="t cards"><thead><tr>\(HTML.heads(heads))</tr></thead>\
            <tbody>\(rows)</tbody></table></section>
            """
    }

    /// What is in the log and is no command.
    private static let titles = [
        "session.open": Phrase("登录", "sign in"), "session.strong": Phrase("再输口令", "password once more"),
        "session.second": Phrase("输验证码", "second factor"), "session.end": Phrase("退出别处", "sign out elsewhere"),
        "second.on": Phrase("开验证码", "second factor on"), "second.off": Phrase("关验证码", "second factor off"),
        "user.invite": Phrase("邀请", "invite"), "user.password": Phrase("设口令", "set a password"),
        "audit.verify": Phrase("校验", "verify"), "audit.bundle": Phrase("证据包", "bundle"),
        "job.list": Phrase("按电话找工单", "jobs by phone"), "caller.show": Phrase("看来电人", "look at a caller"),
        "caller.erase": Phrase("删除来电人", "erase a caller"),
    ]

    private static func title(_ does: String) -> Phrase? { CommandTitle.of(does) ?? titles[does] }

    private static func next(_ list: AccessList, _ visit: Visit) -> HTML {
        guard let next = list.next else { return .empty }
        var query = visit.query
        query.set("before", next.text)
        return "<p class=\"all\"><a href=\"\(visit.path)?\(query.query)\">\(visit.say("更早的", "Earlier")) ›</a></p>"
    }
}
