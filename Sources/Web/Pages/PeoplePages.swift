import Desk
import Documents
import Jobs
import Journal
import Kernel

/// Who is in the street, and how each account stands.
enum UsersPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply { try await page(visit, visitor, .empty) }

    /// The code is shown once, to hand over on paper or by hand.
    static func invite(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        if let page = StepUp.page(StepUp.invite, visit, visitor) { return page }
        let who = try Code(visit.form["user"] ?? "")
        let code = try await visit.site.desk.invite(who, in: visitor.street.code, by: visitor.user.user)
        let path = visit.at("/welcome/" + code)
        return try await page(visit, visitor, """
            <div class="say ok" role="status"><p>✓ \(visit.say("已邀请 \(who.text)。把这个网址交给本人，二十四小时内有效，只能用一次；原来的口令已失效。",
                "Invited \(who.text). This address serves once, within a day. The old password no longer counts."))</p>\
            <p class="code big">\(path)</p></div>
            """)
    }

    private static func page(_ visit: Visit, _ visitor: Visitor, _ said: HTML) async throws(Refusal) -> Reply {
        let document = try await visit.ask(Question<Document>.users, as: visitor)
        let accounts = try await visit.site.desk.accounts(of: visitor.street.code, as: .user(visitor.user.user))
        let names = try await visit.ask(.formNames, as: visitor)
        let rows = names.users.map { user -> HTML in
            let account = accounts.first { $0.who == user.code }
            let state = account?.hasPassword == true ? visit.say("已设口令", "has a password")
                : account?.invitedUntil != nil ? visit.say("已邀请", "invited") : visit.say("未设口令", "no password")
            let form: HTML = visitor.user.has(.admin) ? """
                <form method="post" action="\(visit.at("/admin/invite"))">\(visit.hidden([("user", user.code.text)]))\
                <button class="quiet">\(visit.say("邀请", "Invite"))</button></form>
                """ : .empty
            return """
                <tr><th scope="row">\(user.code.text)</th><td data-t="\(visit.say("姓名", "name"))">\(visit.say(user.name))</td>\
                <td data-t="\(visit.say("口令", "password"))">\(state)</td>\
                <td data-t="\(visit.say("上次登录", "last sign-in"))">\(account?.lastIn?.short ?? "—")</td><td>\(form)</td></tr>
                """
        }
        let heads = [visit.say("用户名", "user"), visit.say("姓名", "name"), visit.say("口令", "password"),
            visit.say("上次登录", "last sign-in"), ""]
        let title = visit.say("用户", "Users")
        let backups: HTML = "<a class=\"b\" href=\"\(visit.at("/admin/backups"))\">\(visit.say("备份", "Backups"))</a>"
        let done = try await visit.done(visitor)
        return .page(Page(title, """
            \(visit.head(title, actions: StreetStepPage.buttons(.admin, visit, visitor) + backups))\(done)\(said)
            \(HTML.sheet(visit.say("账号", "Accounts"), """
                <table class="t cards"><thead><tr>\(heads.map { head -> HTML in "<th scope=\"col\">\(head)</th>" })</tr>\
                </thead><tbody>\(rows)</tbody></table>
                """))\(DocumentView(document: document, visit: visit).body)
            """, place: .admin))
    }
}

/// The person who is signed in.
enum MePage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let user = visitor.user, title = visit.say("我的", "Me")
        let pairs = [
            (visit.say("姓名", "name"), user.name.text), (visit.say("用户名", "user"), user.user.text),
            (visit.say("角色", "roles"), visit.say(user.roles.titles)), (visit.say("街道", "street"), visitor.street.name.text),
        ]
        let seen = DataClass.allCases.filter { visitor.rights[$0] > .nothing }.map { visit.say($0.title) }
        return .page(Page(title, """
            \(visit.head(title))
            <section class="sheet">\
            <dl class="pairs">\(pairs.map { pair -> HTML in "<div><dt>\(pair.0)</dt><dd>\(pair.1)</dd></div>" })\
            <div><dt>\(visit.say("可看", "may read"))</dt><dd>\(seen.joined(separator: visit.say("、", ", ")))</dd></div></dl>
            <p class="looks">\(LookLinks(visit: visit).html)</p>
            <ul class="go"><li><a href="\(visit.at("/me/sessions"))">\(visit.say("登录的设备", "Where you are signed in"))</a></li>\
            <li><a href="\(visit.at("/me/second"))">\(visit.say("登录验证码", "Second factor"))</a></li></ul>
            <form method="post" action="\(visit.at("/sign-out"))">\(visit.hidden([]))\
            <button class="b">\(visit.say("退出登录", "Sign out"))</button></form></section>
            """, place: .me))
    }
}

/// The streets of this server; the only one is where everybody wants to go.
enum StreetsPage {
    static func show(_ visit: Visit) async throws(Refusal) -> Reply {
        let streets = try await visit.site.desk.streets()
        let path = { (code: Code) in "/" + Fields.encoded(code.text) + "/desk" }
        if streets.count == 1 { return .redirect(path(streets[0].code)) }
        let items = streets.map { street -> HTML in "<li><a href=\"\(path(street.code))\">\(street.name)</a></li>" }
        let title = visit.say("应急包", "yjb")
        return .page(Page(title, """
            <div class="door">\(Door(visit: visit).brand(""))\(Icon.street)<h1>\(visit.say("选街道", "Choose your street"))</h1>\
            <ul class="go">\(items)</ul>
            <p class="looks">\(LookLinks(visit: visit).html)</p></div>
            """))
    }

    static func street(_ visit: Visit) async throws(Refusal) -> Reply { .redirect(visit.at("/desk")) }

    /// Whether the store can be read and written.
    static func health(_ visit: Visit) async throws(Refusal) -> Reply {
        _ = try await visit.site.desk.streets()
        try visit.site.vault?.requireRoom()
        return .file(.init(bytes: Array("ok\n".utf8), type: "text/plain; charset=utf-8", name: nil))
    }
}
