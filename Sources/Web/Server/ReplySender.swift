/// Makes of a reply what goes over the wire.
struct ReplySender {
    let site: WebSite
    let visit: Visit

    func send(_ reply: Reply) -> Outcome {
        switch reply {
        case .page(let page):
            var headers = markup
            if page.isKept { headers.append(("Cache-Control", "private, no-cache")) }
            if let seconds = page.refresh { headers.append(("Refresh", String(seconds))) }
            return Outcome(
                status: page.status, headers: headers + set(page.cookies + door),
                body: Array(Frame(visit: visit, page: page).html.text.utf8))
        case .ready(let bytes): return Outcome(status: 200, headers: markup, body: bytes)
        case .redirect(let place, let cookies):
            return Outcome(status: 303, headers: [("Location", place)] + set(cookies), body: [])
        case .file(let file):
            var headers = [(name: "Content-Type", value: file.type)]
            if file.isForever { headers.append(("Cache-Control", "public, max-age=31536000, immutable")) }
            if file.isSent {
                headers.append(("Content-Security-Policy", "sandbox; default-src 'none'"))
                headers.append(("Cache-Control", "private, max-age=3600"))
            }
            if let name = file.name {
                // A paper may hold scripts: it is saved, and never shown by a browser.
                let way = file.isSent && file.type != "application/pdf" ? "inline" : "attachment"
                headers.append(("Content-Disposition", way + "; filename*=UTF-8''" + Fields.encoded(name)))
            }
            return Outcome(status: 200, headers: headers, body: file.bytes)
        }
    }

    private var markup: [(name: String, value: String)] {
        [("Content-Type", "text/html; charset=utf-8"), ("Content-Language", visit.say("zh-CN", "en"))]
    }

    /// A page with a form for somebody who is not signed in needs something to make its token from.
    private var door: [Cookie] {
        visit.visitor == nil && visit.isNewSecret ? [Cookie(name: site.doorCookie, value: visit.secret)] : []
    }

    private func set(_ cookies: [Cookie]) -> [(name: String, value: String)] {
        cookies.map { cookie in
            var text = cookie.name + "=" + (cookie.value ?? "") + "; Path=/; SameSite=Lax"
            if cookie.isHidden { text += "; HttpOnly" }
            if site.settings.isSecure { text += "; Secure" }
            if let age = cookie.value == nil ? 0 : cookie.age { text += "; Max-Age=\(age)" }
            return (name: "Set-Cookie", value: text)
        }
    }
}
