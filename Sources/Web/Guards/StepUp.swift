import Desk
import Jobs
import Journal
import Kernel

/// Steps on money, papers, people and callers want the password once more, or a code where a second factor
/// is on, when it was given a while ago (web.md 3.1). What was typed, and the id
/// of the form, go through it untouched.
enum StepUp {
    /// The field that carries the password.
    static let field = "again"

    private static let verbs: Set<Verb> = [.sign, .settle, .pay, .release, .refund, .recover, .withhold, .reverse, .authorize]
    private static let commands: Set<StreetCommand> = [
        .appropriate, .transferFunds, .recall, .receive, .returnFunds, .correct, .adoptPolicy, .addUser, .disableUser,
        .closeYear,
    ]
    static let invite = "user.invite"
    static let caller = "caller.show"
    static let factor = "second.change"
    static let bundle = "audit.bundle"
    static let backup = "store.backup"

    static func isWanted(_ does: String) -> Bool {
        if let verb = Verb(does: does) { return verbs.contains(verb) }
        return StreetCommand(rawValue: does).map(commands.contains) ?? [invite, caller, factor, bundle, backup].contains(does)
    }

    /// The page that asks, where it has to be asked; nil: go on.
    static func page(_ does: String, _ visit: Visit, _ visitor: Visitor) -> Reply? {
        visitor.isStrong || !isWanted(does) ? nil : ask(visit, visitor, nil, 403)
    }

    /// Looks at the password that a post brings; nil: it is right, or there is none. It does not go on with
    /// the form.
    static func take(_ visit: inout Visit) async throws(Refusal) -> Reply? {
        guard visit.isPost, let visitor = visit.visitor, let password = visit.form[field] else { return nil }
        visit.form.set(field, nil)
        let site = visit.site
        switch try await site.desk.confirm(
            visit.secret, visitor.factor == .given ? Typed.plain(password) : password, of: visitor.user.user,
            in: visitor.street.code, site.passwords) {
        case .done:
            visit.visitor?.isStrong = true
            return nil
        case .refused:
            let wrong = visitor.factor == .given ? SecondPage.wrong : Phrase("口令不对。", "The password is wrong.")
            return ask(visit, visitor, visit.say(wrong), 403)
        case .wait(let until):
            let time = until.short.suffix(5)
            return ask(visit, visitor, visit.say(
                "错得太多，请在 \(time) 之后再试。", "Too many wrong tries. Try again after \(time)."), 429)
        case .busy: return ask(visit, visitor, visit.say("这会儿人多，请再按一次。", "Many at once. Press again."), 503)
        }
    }

    private static func ask(_ visit: Visit, _ visitor: Visitor, _ problem: String?, _ status: Int) -> Reply {
        let isCode = visitor.factor == .given
        let title = isCode ? visit.say("再输验证码", "Your code once more") : visit.say("再输一次口令", "Your password once more")
        let label = isCode ? visit.say("验证器上的六位数字，或一个备用码", "Six digits from your app, or a recovery code")
            : visit.say("口令", "Password")
        let said: HTML = problem.map { text in "<p class=\"say late\" role=\"alert\">⚠ \(text)</p>" } ?? .empty
        let fields = visit.form.pairs.filter { $0.name != CSRF.field }
        let action = visit.path + (visit.query.pairs.isEmpty ? "" : "?" + visit.query.query)
        return .page(Page(title, """
            \(visit.head(title, under: visit.say(
                "这一步要确认是您本人。填好的内容都在，还没有记下。",
                "This step asks that it is you. What you filled in is kept; nothing was recorded yet.")))\(said)
            <form method="post" action="\(action)" class="sheet form">\(visit.hidden(fields))
            \(isCode ? .empty : Door.name(visitor.user.user.text, visit))<div class="f"><label for="again">\(label)</label>
            <input id="again" name="\(field)" type="\(isCode ? "text" : "password")" \
            autocomplete="\(isCode ? "one-time-code" : "current-password")"></div>
            <div class="foot"><button class="b main">\(visit.say("继续", "Go on"))</button></div></form>
            """, status: status))
    }
}
