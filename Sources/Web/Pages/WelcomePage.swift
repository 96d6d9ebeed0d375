import Desk
import Jobs
import Kernel

/// Taking up an invitation: the person, and nobody else, sets the password.
enum WelcomePage {
    static func show(_ visit: Visit) async throws(Refusal) -> Reply {
        guard let invited = try await invited(visit) else { return .page(gone(visit)) }
        return .page(page(visit, invited, []))
    }

    static func send(_ visit: Visit) async throws(Refusal) -> Reply {
        guard let invited = try await invited(visit) else { return .page(gone(visit)) }
        let password = visit.form["password"] ?? ""
        var faults = PasswordRules.faults(password, of: invited.user, in: invited.street)
        if password != visit.form["again"] { faults.append(Phrase("两次填的不一样", "the two are not the same")) }
        if !faults.isEmpty { return .page(page(visit, invited, faults)) }
        switch try await visit.site.desk.takeUp(visit.params["code"] ?? "", password: password, in: try visit.org(),
            visit.site.passwords) {
        case true: return .redirect(visit.at("/sign-in"))
        case false: return .page(gone(visit))
        case nil: return .page(page(visit, invited, [Phrase("这会儿忙，请再按一次", "busy: press again")]))
        }
    }

    private static func invited(_ visit: Visit) async throws(Refusal) -> Invited? {
        try await visit.site.desk.invited(by: visit.params["code"] ?? "", in: try visit.org())
    }

    private static func gone(_ visit: Visit) -> Page {
        let title = visit.say("邀请已失效", "This invitation is over")
        return Page(title, """
            <div class="door">\(Door(visit: visit).brand(visit.street))\(Icon.street)<h1>\(title)</h1>
            <p>\(visit.say("邀请只能用一次，二十四小时内有效。请管理员再发一次。",
                "An invitation serves once, within a day. Ask your administrator for another."))</p></div>
            """, status: 404)
    }

    private static func page(_ visit: Visit, _ invited: Invited, _ faults: [Phrase]) -> Page {
        let title = visit.say("\(invited.user.name.text)，请设口令", "\(invited.user.name.text), set your password")
        let shortest = PasswordRules.shortest(for: invited.user.roles)
        let problem: HTML = faults.isEmpty ? .empty : """
            <div class="say late" role="alert"><ul>\(faults.map { fault -> HTML in "<li>\(visit.say(fault))</li>" })</ul></div>
            """
        let input = { (name: String, label: String) -> HTML in """
            <div class="f"><label for="\(name)">\(label)</label>\
            <input id="\(name)" name="\(name)" type="password" autocomplete="new-password"></div>
            """ }
        return Page(title, """
            \(Door(visit: visit).practice(invited.sandbox))<div \
            class="door">\(Door(visit: visit).brand(invited.street))\(Icon.street)<h1>\(title)</h1>\(problem)
            <p>\(visit.say("用户名", "User name")) <b>\(invited.user.user.text)</b>。\(visit.say("至少 \(shortest) 个字符，一句只有您想得到的话最好。",
                "At least \(shortest) characters; a sentence that only you would think of is best."))</p>
            <form method="post">\(visit.hidden([]))\(Door.name(invited.user.user.text, visit))\
            \(input("password", visit.say("口令", "Password")))\(input("again", visit.say("再填一次", "Once more")))
            <button class="b main">\(visit.say("设好", "Set it"))</button></form></div>
            """, status: faults.isEmpty ? 200 : 422)
    }
}
