import Kernel

/// Small pieces of many pages.
extension Visit {
    /// What every form carries besides its fields.
    func hidden(_ pairs: [(String, String)]) -> HTML {
        ([(CSRF.field, csrf)] + pairs).map { pair -> HTML in "<input type=\"hidden\" name=\"\(pair.0)\" value=\"\(pair.1)\">" }
            .joined()
    }

    func head(_ title: String, over: HTML = .empty, under: String? = nil, actions: HTML = .empty) -> HTML {
        """
        <div class="head"><div><p class="over">\(over)</p><h1>\(title)\
        </h1>\(under.map { text -> HTML in "<p class=\"under\">\(text)</p>" })</div>
        <div class="acts">\(actions)</div></div>
        """
    }
}

extension HTML {
    /// The heads of columns of words.
    static func heads(_ titles: [String]) -> HTML {
        list(titles.map { title -> HTML in "<th scope=\"col\">\(title)</th>" })
    }

    /// A sheet with a heading.
    static func sheet(_ title: String, _ content: HTML, right: HTML = .empty, id: String? = nil) -> HTML {
        "<section class=\"sheet\"\("id", id)><div class=\"sh\"><h2>\(title)</h2>\(right)</div>\(content)</section>"
    }
}
