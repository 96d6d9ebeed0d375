import Desk
import Journal
import Kernel

/// The way in: name and password. One sentence for whatever is wrong.
enum SignInPage {
    /// Whoever is not signed in is sent here, and comes back to where the way led.
    static func way(_ visit: Visit) -> Reply {
        let next = visit.isPost ? nil : BackPath.safe(visit.path + (visit.query.pairs.isEmpty ? "" : "?" + visit.query.query))
        let door = visit.at(visit.halfway == nil ? "/sign-in" : "/second")
        return .redirect(door + (next.map { "?next=" + Fields.encoded($0) } ?? ""))
    }

    static func show(_ visit: Visit) async throws(Refusal) -> Reply { try await page(visit, nil, 200) }

    static func send(_ visit: Visit) async throws(Refusal) -> Reply {
        let (name, password) = (Typed.plain(visit.form["name"] ?? ""), visit.form["password"] ?? "")
        switch try await visit.site.desk.signIn(name, password, in: try visit.org(), visit.site.passwords) {
        case .done(let token, let last, let failures):
            return home(visit, token, last, failures)
        case .refused: return try await page(visit, visit.say("用户名或口令不对。", "User name or password is wrong."), 403)
        case .wait(let until):
            let time = until.short.suffix(5)
            return try await page(visit, visit.say("错得太多，请在 \(time) 之后再试。", "Too many wrong tries. Try again after \(time)."),
                429)
        case .busy: return try await page(visit, visit.say("这会儿登录的人多，请再按一次。", "Many are signing in. Press again."), 503)
        }
    }

    /// In, with the session that the browser shows from now on.
    static func home(_ visit: Visit, _ token: String, _ last: Instant?, _ failures: Int) -> Reply {
        let home = visit.at("/desk") + (last.map { "?last=\($0.milliseconds)&failed=\(failures)" } ?? "")
        let next = BackPath.safe(visit.form["next"]).flatMap { $0.hasPrefix(visit.at("/")) ? $0 : nil }
        return .redirect(next ?? home, cookies: [
            Cookie(name: visit.site.sessionCookie, value: token), Cookie(name: visit.site.doorCookie, value: nil),
        ])
    }

    static func out(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        try await visit.site.desk.signOut(visit.secret, of: visitor.street.code)
        return .redirect(visit.at("/sign-in"), cookies: [Cookie(name: visit.site.sessionCookie, value: nil)])
    }

    private static func page(_ visit: Visit, _ problem: String?, _ status: Int) async throws(Refusal) -> Reply {
        let org = try visit.org()
        guard let street = try await visit.site.desk.streets().first(where: { $0.code == org }) else {
            return .page(ErrorPage.page(.nothing, visit))
        }
        let words: HTML = problem.map { text in "<p class=\"say late\" role=\"alert\">⚠ \(text)</p>" } ?? .empty
        let next = visit.form["next"] ?? visit.query["next"] ?? ""
        // In the address too: a language that is chosen now, or a reload, keeps the way.
        let action = visit.at("/sign-in") + (next.isEmpty ? "" : "?next=" + Fields.encoded(next))
        let body: HTML = """
            \(Door(visit: visit).practice(street.sandbox))<div class="door">\(Door(visit: visit).brand(street.name))\(Icon.street)
            <h1>\(visit.say("登录", "Sign in"))</h1>\(words)
            <form method="post" action="\(action)">\(visit.hidden([("next", next)]))
            <div class="f"><label for="name">\(visit.say("用户名", "User name"))</label>
            <input id="name" name="name" value="\(visit.form["name"] ?? "")" autocomplete="username" autocapitalize="none" \
            spellcheck="false"></div>
            <div class="f"><label for="password">\(visit.say("口令", "Password"))</label>
            <input id="password" name="password" type="password" autocomplete="current-password"></div>
            <button class="b main">\(visit.say("登录", "Sign in"))</button></form>
            <p class="soft">\(visit.say("忘了口令，请管理员发新的邀请。", "Forgotten? Ask your administrator for a new invitation."))</p>
            <p class="looks">\(LookLinks(visit: visit).html)</p></div>
            """
        return .page(Page(visit.say("登录", "Sign in"), body, status: status))
    }
}

/// What pages before the sign-in have in common.
struct Door {
    let visit: Visit

    /// Whose password it is, for the browser that keeps it; not shown, and not sent.
    static func name(_ who: String, _ visit: Visit) -> HTML {
        """
        <input class="hide" value="\(who)" autocomplete="username" tabindex="-1" readonly \
        aria-label="\(visit.say("用户名", "User name"))">
        """
    }

    func brand(_ street: String) -> HTML {
        "<p class=\"brand\">\(Icon.mark)<span><b>\(visit.say("应急包", "yjb"))</b><small>\(street)</small></span></p>"
    }

    func practice(_ isPractice: Bool) -> HTML {
        isPractice ? """
            <p class="practice"><span>\(visit.say("演练账套，所办不作数", "Practice ledger 演练账套: nothing counts"))</span></p>
            """ : .empty
    }
}
