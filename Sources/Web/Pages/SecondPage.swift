import Desk
import Journal
import Kernel

/// The second half of the way in: the code of an app, or a recovery code, after the password was right.
enum SecondPage {
    static let wrong = Phrase("验证码不对，或已用过。", "Wrong code, or used before.")

    static func show(_ visit: Visit) async throws(Refusal) -> Reply {
        guard let visitor = visit.halfway else { return away(visit) }
        return page(visit, visitor, nil, 200)
    }

    static func send(_ visit: Visit) async throws(Refusal) -> Reply {
        guard let visitor = visit.halfway else { return away(visit) }
        switch try await visit.site.desk.takeSecond(
            visit.secret, Typed.plain(visit.form["code"] ?? ""), in: visitor.street.code) {
        case .done(let token, let last, let failures):
            return SignInPage.home(visit, token, last, failures)
        case .refused, .busy: return page(visit, visitor, visit.say(wrong), 403)
        case .wait(let until):
            let time = until.short.suffix(5)
            return page(visit, visitor, visit.say("错得太多，请在 \(time) 之后再试。", "Too many wrong tries. Try again after \(time)."),
                429)
        }
    }

    /// Whoever has come in already goes on; nobody without a password comes here.
    private static func away(_ visit: Visit) -> Reply { .redirect(visit.at(visit.visitor == nil ? "/sign-in" : "/desk")) }

    private static func page(_ visit: Visit, _ visitor: Visitor, _ problem: String?, _ status: Int) -> Reply {
        let title = visit.say("验证码", "Your code")
        let words: HTML = problem.map { text in "<p class=\"say late\" role=\"alert\">⚠ \(text)</p>" } ?? .empty
        let next = visit.form["next"] ?? visit.query["next"] ?? ""
        return .page(Page(title, """
            \(Door(visit: visit).practice(visitor.street.sandbox))<div class="door">\
            \(Door(visit: visit).brand(visitor.street.name.text))\(Icon.street)<h1>\(title)</h1>\(words)
            <form method="post">\(visit.hidden([("next", next)]))
            <div class="f"><label for="code">\(visit.say("验证器上的六位数字，或一个备用码",
                "Six digits from your app, or a recovery code"))</label>
            <input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false"></div>
            <button class="b main">\(visit.say("继续", "Go on"))</button></form>
            <p><a href="\(visit.at("/sign-in"))">\(visit.say("换人登录", "Sign in as somebody else"))</a></p>
            <p class="soft">\(visit.say("手机和备用码都不在手边，请管理员发新的邀请。",
                "Without your phone and recovery codes, ask your administrator for a new invitation."))</p>
            <p class="looks">\(LookLinks(visit: visit).html)</p></div>
            """, status: status))
    }
}
