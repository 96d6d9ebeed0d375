import Desk
import Jobs
import Journal
import Kernel
import Press
import Seal

/// One's own second factor: set up with an app, confirmed by a first code, turned off again.
enum FactorPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        .page(try await page(visit, visitor, nil))
    }

    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        if let page = StepUp.page(StepUp.factor, visit, visitor) { return page }
        let desk = visit.site.desk, (who, org) = (visitor.user.user, visitor.street.code)
        switch visit.form["do"] {
        case "begin":
            guard let factor = try await desk.beginFactor(of: who, in: org) else { return .redirect(visit.path) }
            return .page(setUp(factor, visit, visitor, nil))
        case "confirm":
            let code = Typed.plain(visit.form["code"] ?? "").filter { $0 != " " }
            if let codes = try await desk.confirmFactor(code, of: who, in: org, asking: visit.secret) {
                return .page(done(codes, visit))
            }
            guard let factor = try await desk.begunFactor(of: who, in: org) else { return .redirect(visit.path) }
            return .page(setUp(factor, visit, visitor, visit.say(
                "验证码不对。看看手机的时间准不准。", "Wrong code. Is your phone's clock right?")))
        case "off":
            try await desk.dropFactor(of: who, in: org)
            return .redirect(visit.path)
        case _: return .page(ErrorPage.page(.form, visit))
        }
    }

    private static func head(_ visit: Visit, _ title: String) -> HTML {
        visit.head(title, over: "<a href=\"\(visit.at("/me"))\">‹ \(visit.say("我的", "Me"))</a>")
    }

    private static func button(_ visit: Visit, _ does: String, _ text: String) -> HTML {
        "<form method=\"post\" class=\"foot\">\(visit.hidden([("do", does)]))<button class=\"b\">\(text)</button></form>"
    }

    private static func page(_ visit: Visit, _ visitor: Visitor, _ problem: String?) async throws(Refusal) -> Page {
        let title = visit.say("登录验证码", "Second factor")
        let left = try await visit.site.desk.recoveryLeft(of: visitor.user.user, in: visitor.street.code)
        let body: HTML = if let left {
            """
            <p>\(visit.say("已开启，备用码还剩 \(left) 个。", "It is on; recovery codes left: \(left)."))</p>
            \(button(visit, "off", visit.say("关闭", "Turn it off")))
            """
        } else {
            """
            <p>\(visitor.factor == .missing ? visit.say("本街制度要求您的角色登录时再给验证码，请先设好。",
                "Your street's policy asks a second factor of your role. Set it up first.")
                : visit.say("登录时除口令外再要手机验证器上的六位数字。",
                    "Besides the password, signing in then asks for six digits from an app on your phone."))</p>
            \(button(visit, "begin", visit.say("开始设置", "Set it up")))
            """
        }
        return Page(title, "\(head(visit, title))<section class=\"sheet\">\(body)</section>", place: .me)
    }

    private static func setUp(_ factor: OneTimeCode, _ visit: Visit, _ visitor: Visitor, _ problem: String?) -> Page {
        let title = visit.say("登录验证码", "Second factor")
        let address = factor.address(of: visitor.user.user, in: visitor.street.code)
        // Without the library that makes it there is still the text.
        let code: HTML = (try? SquareCode(address)).map { code in square(code, visit) } ?? .empty
        let text = fours(factor.text, " ")
        let words: HTML = problem.map { text in "<p class=\"say late\" role=\"alert\">⚠ \(text)</p>" } ?? .empty
        return Page(title, """
            \(head(visit, title))<section class="sheet">\(words)
            <p>\(visit.say("用手机上的验证器扫一扫，或把下面的密钥输进去。",
                "Scan this with an authenticator app, or type the key into it."))</p>
            \(code)<p class="code">\(text)</p>
            <form method="post" class="form">\(visit.hidden([("do", "confirm")]))
            <div class="f"><label for="code">\(visit.say("验证器上的六位数字", "Six digits from the app"))</label>
            <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code"></div>
            <div class="foot"><button class="b main">\(visit.say("开启", "Turn it on"))</button></div></form></section>
            """, status: problem == nil ? 200 : 422, place: .me)
    }

    private static func fours(_ text: String, _ between: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { text.dropFirst($0).prefix(4) }.joined(separator: between)
    }

    /// Dark on light whatever the theme: a camera reads it. Four modules of margin, as the standard wants.
    private static func square(_ code: SquareCode, _ visit: Visit) -> HTML {
        let side = code.side + 8
        return """
            <svg class="square" role="img" width="220" height="220" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <title>\(visit.say("验证器的二维码", "Square code for the app"))</title>\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path fill="#000" transform="translate(4 4)" d="\(code.path)"/></svg>
            """
    }

    private static func done(_ codes: [String], _ visit: Visit) -> Page {
        let title = visit.say("已开启", "It is on")
        let rows = codes.map { code -> HTML in
            "<li><code>\(fours(code, "-"))</code></li>"
        }
        return Page(title, """
            \(head(visit, title))<section class="sheet"><p class="say ok" role="status">✓ \(visit.say("下次登录要验证码。",
                "The next sign-in asks for a code."))</p>
            <p>\(visit.say("这些备用码只显示这一次，每个用一次。抄下来放在稳妥的地方，手机不在时用。",
                "These recovery codes are shown this once; each serves once. Write them down: your phone may be lost."))</p>
            <ol class="codes">\(rows)</ol></section>
            """, place: .me)
    }
}
