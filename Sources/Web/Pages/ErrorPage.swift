import Desk
import Journal
import Kernel

/// What is not a page of ours, or cannot be had: always a page with a sentence and a way on.
enum ErrorPage {
    enum Problem {
        case nothing, method, tooLarge, tooMany, foreign, form
        /// The form is old: signed in anew, or the browser lost its cookie.
        case token
        case refusal(Refusal)
    }

    static func page(_ problem: Problem, _ visit: Visit) -> Page {
        let (status, title, text) = words(problem, visit)
        let on = visit.visitor == nil ? visit.street.isEmpty ? "/" : visit.at("/sign-in") : "/"
            + Fields.encoded(visit.visitor?.street.code.text ?? "") + "/desk"
        let body: HTML = """
            <div class="lone">\(Icon.street)<h1>\(title)</h1><p>\(text)</p><p><a class="b main" href="\(on)">\
            \(visit.visitor == nil ? visit.say("去登录", "Sign in") : visit.say("回工作台", "Back to the desk"))</a></p></div>
            """
        return Page(title, body, status: status)
    }

    private static func words(_ problem: Problem, _ visit: Visit) -> (Int, String, String) {
        switch problem {
        case .nothing:
            (404, visit.say("没有这一页", "There is no such page"),
                visit.say("网址不对，或者不在您能看的范围内。", "The address is wrong, or it is not yours to see."))
        case .method: (405, visit.say("这个网址不这样用", "Not in this way"), visit.say("请从页面上的按钮办理。", "Use the buttons of the pages."))
        case .tooLarge: (413, visit.say("内容太大", "Too large"),
            visit.say("超过了一张表的大小，请分开提交。", "It is more than a form may hold. Send it in parts."))
        case .tooMany: (429, visit.say("太快了", "Too fast"),
            visit.say("一分钟里的请求太多，请等一会儿再来。什么也没有记下。", "Too many requests. Wait a moment. Nothing was recorded."))
        case .foreign:
            (403, visit.say("不是从本站提交的", "Not sent from here"),
                visit.say("为防冒用，只接受本站页面上的提交。什么也没有记下。", "Only forms of this site are taken. Nothing was recorded."))
        case .form: (415, visit.say("读不懂这次提交", "This cannot be read"),
            visit.say("请从页面上的表单提交。什么也没有记下。", "Use the form of a page. Nothing was recorded."))
        case .token:
            (403, visit.say("这张表已旧", "This form is old"), visit.say("登录变了。请回到上一页，刷新后再提交。什么也没有记下。",
                "Your sign-in has changed. Go back, reload and send it again. Nothing was recorded."))
        case .refusal(let refusal): of(refusal, visit)
        }
    }

    /// What one may not see is not there (web.md 3.5); a step that one may not take says who may.
    private static func of(_ refusal: Refusal, _ visit: Visit) -> (Int, String, String) {
        let said = (visit.say("办不了", "This cannot be done"), refusal.message(visit.language))
        switch refusal.code.kind {
        case .right where !visit.isPost, .unknown where !visit.isPost: return words(.nothing, visit)
        // The job of the address: forms answer for what is typed into them.
        case .unknown where refusal.code == .jobUnknown: return words(.nothing, visit)
        case .input, .rule, .right, .unknown, .moved: return (refusal.code.kind.status, said.0, said.1)
        case .surroundings:
            return (refusal.code.kind.status, visit.say("系统这会儿办不了", "Not at this moment"), said.1)
        }
    }
}
