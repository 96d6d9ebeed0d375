import Desk
import Jobs
import Journal
import Kernel

/// Where one is signed in, and how to end it elsewhere.
enum SessionsPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let sessions = try await visit.site.desk.sessions(
            of: visitor.user.user, in: visitor.street.code, asking: visit.secret)
        let rows = sessions.map { session -> HTML in
            let end: HTML = session.isThis ? "<b>\(visit.say("这一个", "this one"))</b>" : """
                <form method="post">\(visit.hidden([("end", session.name)]))\
                <button class="quiet">\(visit.say("退出", "End"))</button></form>
                """
            return """
                <tr><th scope="row">\(session.made.short)</th>\
                <td data-t="\(visit.say("最近使用", "last used"))">\(session.seen.short)</td>\
                <td data-t="\(visit.say("最晚到", "ends at"))">\(session.ends.short)</td><td>\(end)</td></tr>
                """
        }
        let heads = [visit.say("登录时间", "signed in"), visit.say("最近使用", "last used"), visit.say("最晚到", "ends at")]
        let others: HTML = sessions.count < 2 ? .empty : """
            <form method="post" class="foot">\(visit.hidden([("others", "1")]))\
            <button class="b">\(visit.say("退出其他全部", "End all others"))</button></form>
            """
        let title = visit.say("登录的设备", "Signed in")
        return .page(Page(title, """
            \(visit.head(title, over: "<a href=\"\(visit.at("/me"))\">‹ \(visit.say("我的", "Me"))</a>"))
            <section class="sheet"><table class="t cards"><thead><tr>\(HTML.heads(heads))<td></td></tr></thead>\
            <tbody>\(rows)</tbody></table>\(others)</section>
            """, place: .me))
    }

    static func end(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visit.form["end"] != nil || visit.form["others"] != nil else { return .page(ErrorPage.page(.form, visit)) }
        try await visit.site.desk.endSession(
            visit.form["end"], of: visitor.user.user, in: visitor.street.code, asking: visit.secret)
        return .redirect(visit.path)
    }
}
