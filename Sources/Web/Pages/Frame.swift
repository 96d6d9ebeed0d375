import Desk
import Jobs
import Journal
import Kernel

/// The frame of every page: skip link, practice stripe, way about, the page, and the stub of a receipt with
/// the record that it was computed from.
struct Frame {
    let visit: Visit
    let page: Page

    private var visitor: Visitor? { visit.visitor }
    private func say(_ zh: String, _ en: String) -> String { visit.say(zh, en) }

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="\(say("zh-CN", "en"))" class="\(visit.isLarge ? "large" : "")">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(page.status == 422 ? say("错误：", "Error: ") : "")\(page.title) · \
        \(visitor?.street.name.text ?? say("应急包", "yjb"))</title>
        <link rel="stylesheet" href="\(Asset.style.path)"><link rel="stylesheet" href="\(Asset.print.path)" media="print">
        <link rel="icon" href="\(Asset.icons.path)#mark" type="image/svg+xml"><script src="\(Asset.script.path)" defer>\
        </script></head>
        <body class="\(visitor == nil ? "out" : "in")">
        <a class="skip" href="#main">\(say("到正文", "Skip to content"))</a>
        \(practice)\(visitor.map(column))
        <div class="page">\(visitor.map(top))
        <main id="main" tabindex="-1">\(notice)\(page.body)</main>
        \(visitor.map(foot))</div>
        \(visitor.map(bar))
        </body></html>
        """
    }

    private var notice: HTML {
        (visit.notice ?? page.notice).map { notice in "<p class=\"say soon\" role=\"alert\">\(visit.say(notice))</p>" } ?? .empty
    }

    private var practice: HTML {
        guard visitor?.street.sandbox == true else { return .empty }
        let words = say("演练账套，所办不作数", "Practice ledger 演练账套: nothing counts")
        return "<aside class=\"practice\" aria-label=\"\(say("演练账套", "Practice"))\"><span>\(words)</span></aside>"
    }

    private func link(_ place: Navigation.Place) -> HTML {
        let current: String? = place == page.place ? "page" : nil
        return """
            <a href="\(visit.at(place.path))"\("aria-current", current)>\(Icon.of(place.rawValue))\
            <span>\(visit.say(place.title))</span></a>
            """
    }

    private func column(_ visitor: Visitor) -> HTML {
        """
        <aside class="side" aria-label="\(say("街道", "Street"))">\
        <a class="brand" href="\(visit.at("/desk"))">\(Icon.mark)<span><b>\(visitor.street.name.text)</b>\
        <small>\(say("应急包", "yjb"))</small></span></a>
        <nav aria-label="\(say("主导航", "Main"))">\(Navigation.places(visitor.rights).map(link))</nav>\(Icon.street)</aside>
        """
    }

    private func top(_ visitor: Visitor) -> HTML {
        let roles = visitor.user.roles.titles(visit.language)
        return """
            <header class="top"><a class="brand" href="\(visit.at("/desk"))">\(Icon.mark)<b>\(visitor.street.name.text)</b></a>
            \(search)<div class="tools">\(LookLinks(visit: visit).html)
            <a class="who" href="\(visit.at("/me"))">\(Icon.of("me"))<span>\(visitor.user.name.text) <small>\(roles)</small>\
            </span></a></div></header>
            """
    }

    private var search: HTML {
        guard let visitor, visitor.rights[.jobs] >= .own else { return .empty }
        return """
            <form class="search\(page.place == .jobs ? " on" : "")" role="search" action="\(visit.at("/search"))" method="post">\
            \(visit.hidden([]))\
            <label class="hide" for="q">\(say("搜索", "Search"))</label>\
            \(Icon.of("search"))<input id="q" name="q" type="search" \
            placeholder="\(say("编号、地点、金额、单位", "number, place, amount, firm"))" autocomplete="off"></form>
            """
    }

    private func bar(_ visitor: Visitor) -> HTML {
        "<nav class=\"bar\" aria-label=\"\(say("底栏", "Bar"))\">\(Navigation.bar(visitor.rights).map(link))</nav>"
    }

    private func foot(_ visitor: Visitor) -> HTML {
        let (head, hash) = (visitor.head, visitor.head.hash)
        let record: HTML = visitor.rights[.records] >= .all
            ? "<a href=\"\(visit.at("/audit/records/\(head.seq)"))\">\(head.seq)</a>" : "\(head.seq)"
        return """
            <footer class="stub"><span>\(say("依据记录", "as of record")) \(record)</span> <span>\(say("哈希", "hash")) \
            <code title="\(hash)">\(hash.prefix(4))…\(hash.suffix(4))</code></span> <span>\(visitor.now.short)</span> \
            <span>\(say("版本", "version")) \(visit.site.settings.version)</span>\(visitor.street.sandbox
                ? "<b class=\"mock\">\(say("演练账套", "practice 演练账套"))</b>" : HTML.empty)</footer>
            """
    }
}

/// Language and size of type, on every page.
struct LookLinks {
    let visit: Visit

    /// To this page; where only a POST leads to it, to the street's first one.
    private var back: String {
        guard !visit.isPost || Self.isShown(visit.path) else { return visit.street.isEmpty ? "/" : visit.at("/desk") }
        return BackPath.safe(visit.path + (visit.query.pairs.isEmpty ? "" : "?" + visit.query.query)) ?? "/"
    }

    private static let table = RouteTable(Routes.all)

    private static func isShown(_ path: String) -> Bool { if case .route = table.find("GET", path) { true } else { false } }

    private func to(_ change: String) -> String { "/look?\(change)&back=" + Fields.encoded(back) }

    var html: HTML {
        let other: HTML = visit.language == .zh ? "<span lang=\"en\">EN</span>" : "<span lang=\"zh-CN\">中文</span>"
        return """
            <a href="\(to(visit.isLarge ? "large=0" : "large=1"))">\(Icon.of("type"))<span>\(visit.isLarge
                ? visit.say("常规字", "Normal type") : visit.say("大字版", "Large type"))</span></a>
            <a href="\(to(visit.language == .zh ? "lang=en" : "lang=zh"))">\(other)</a>
            """
    }
}
