import Desk
import Documents
import Journal
import Kernel
import Ledger
import Press
import Reports

/// Every report of the catalogue as a page, with what may be chosen of it in the address, and as files.
enum ReportsPage {
    /// Those that a reader may ask for, in the catalogue's order.
    static func entries(for rights: Rights) -> [CatalogueEntry] {
        Catalogue.entries.filter { rights.cover($0.reads) }
    }

    static func list(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let entries = entries(for: visitor.rights)
        if entries.isEmpty { return .page(ErrorPage.page(.nothing, visit)) }
        let items = entries.map {
            entry -> HTML in """
                <li><a href="\(visit.at("/reports/" + entry.name))">\(Icon.of("reports")) \(visit.say(entry.title))</a></li>
                """ }
        let title = visit.say("报表", "Reports")
        return .page(Page(title, "\(visit.head(title))<section class=\"sheet\"><ul class=\"go two\">\(items)</ul></section>",
            place: .reports))
    }

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let entry = try Catalogue.entry(visit.params["name"] ?? "")
        let place: Navigation.Place = entry.name == "finance-todo" ? .finance : .reports
        do throws(Refusal) {
            let (choice, moments) = (try choice(visit.query, entry), try moments(visit.query, visitor))
            let document = try await visit.ask(.report(entry, choice, moments), as: visitor)
            if let format = visit.query["format"] { return try await file(document, format, entry, visit, visitor) }
            let view = ReportView(
                entry: entry, document: document, following: Following(document, entry, choice), visit: visit, visitor: visitor)
            return .page(Page(visit.say(entry.title), view.html, place: place))
        } catch {
            // What was chosen cannot be shown, and can be chosen otherwise.
            guard error.code.kind != .right, visit.query["format"] == nil else { throw error }
            let view = ReportView(entry: entry, document: nil, problem: error, visit: visit, visitor: visitor)
            return .page(Page(visit.say(entry.title), view.html, status: error.code.kind.status, place: place))
        }
    }

    /// The same bytes as the command line's.
    private static func file(
        _ document: Document, _ name: String, _ entry: CatalogueEntry, _ visit: Visit, _ visitor: Visitor
    ) async throws(Refusal) -> Reply {
        guard visitor.rights[.exports] >= .part, let format = Format(rawValue: name) else {
            return .page(ErrorPage.page(.nothing, visit)) }
        let bytes = try format.bytes(of: document, Format.Choice(language: visit.language))
        return .file(.init(bytes: bytes, type: format.media,
            name: "\(visitor.street.code.text)-\(entry.name)-\(visitor.now.day.text).\(format.ending)"))
    }

    private static func choice(_ query: Fields, _ entry: CatalogueEntry) throws(Refusal) -> ReportChoice {
        let text = { (name: String) in query[name].flatMap { Typed.plain($0).isEmpty ? nil : Typed.plain($0) } }
        var choice = ReportChoice()
        choice.closed = text("closed") == "1"
        choice.history = text("history") == "1"
        choice.all = text("all") == "1"
        choice.year = try text("year").map(ReportChoice.year)
        choice.book = text("book").flatMap(Book.init(rawValue:))
        choice.accounts = query.all("account").map(Typed.plain).compactMap(Account.init(rawValue:))
        choice.appropriation = try text("appropriation").map { (text) throws(Refusal) in try Code(text) }
        choice.voucher = try text("voucher").map { (text) throws(Refusal) in try Code(text) }
        choice.job = try text("job").map { (text) throws(Refusal) in try Code(text) }
        choice.contractor = try text("contractor").map { (text) throws(Refusal) in try Code(text) }
        choice.from = try text("from").map { (text) throws(Refusal) in try Day(text) }
        choice.to = try text("to").map { (text) throws(Refusal) in try Day(text) }
        return choice
    }

    /// A day means its end.
    private static func moments(_ query: Fields, _ visitor: Visitor) throws(Refusal) -> SnapshotReader.Moments {
        let end = { (name: String) throws(Refusal) -> Instant? in
            guard let text = query[name], !Typed.plain(text).isEmpty else { return nil }
            do throws(Refusal) {
                return Instant(try Day(Typed.plain(text)) + 1) + -1
            } catch {
                throw error.adding("field", name)
            }
        }
        return .init(asOf: try end("as-of"), knownAt: try end("known-at"))
    }
}

/// A report with its choices, its files, and its document.
struct ReportView {
    let entry: CatalogueEntry
    /// nil where it cannot be had.
    let document: Document?
    var following: Following?
    var problem: Refusal?
    let visit: Visit
    let visitor: Visitor

    var html: HTML {
        """
        \(visit.head(visit.say(document?.title ?? entry.title),
            over: "<a href=\"\(visit.at("/reports"))\">‹ \(visit.say("报表", "Reports"))</a>", actions: files))
        \(choices)\(StreetStepPage.buttons(entry.name == "finance-todo" ? .finance : .reports, visit, visitor))\(said)\
        \(document.map { DocumentView(document: $0, visit: visit, following: following).body } ?? .empty)
        """
    }

    private var said: HTML {
        guard let problem else { return .empty }
        return "<div class=\"say late\" role=\"alert\"><p><b>⚠ \(problem.message(visit.language))</b></p></div>"
    }

    private var files: HTML {
        guard let document, visitor.rights[.exports] >= .part else { return .empty }
        return HTML.list(Format.allCases.filter { $0 != .svg || document.hasChart }.map { format in
            var query = visit.query
            query.set("format", format.rawValue)
            return "<a class=\"b\" href=\"\(visit.path)?\(query.query)\">\(format.ending.uppercased())</a>"
        })
    }

    private var choices: HTML {
        let inputs = ReportChoice.Field.allCases.filter(entry.takes.contains).map(input) + [
            field("as-of", visit.say("截至", "as of"), "2026-12-31"),
                field("known-at", visit.say("当时已知", "as known on"), "2026-12-31"),
        ]
        return "<form method=\"get\" class=\"choose\">\(inputs)<button class=\"b\">\(visit.say("看", "Show"))</button></form>"
    }

    private func field(_ name: String, _ title: String, _ example: String = "") -> HTML {
        """
        <div><label for="c-\(name)">\(title)</label><input id="c-\(name)" name="\(name)" value="\(visit.query[name] ?? "")" \
        placeholder="\(example)" autocomplete="off"></div>
        """
    }

    private func input(_ field: ReportChoice.Field) -> HTML {
        switch field {
        case .year: self.field("year", visit.say("年度", "year"), String(visitor.now.day.year))
        case .book: select("book", visit.say("账套", "book"), Book.allCases.map { ($0.rawValue, $0.rawValue) })
        case .account: select("account", visit.say("科目", "account"),
            Account.allCases.map { ($0.rawValue, "\($0.rawValue) \(visit.say($0.title))") })
        case .appropriation: self.field("appropriation", visit.say("指标", "appropriation"))
        case .voucher: self.field("voucher", visit.say("凭证号", "voucher"))
        case .job: self.field("job", visit.say("工单", "job"))
        case .contractor: self.field("contractor", visit.say("施工单位代码", "contractor's code"))
        case .closed: select("closed", visit.say("年终结转", "closing entries"), [("1", visit.say("含", "included"))])
        case .history: select("history", visit.say("修订", "revisions"), [("1", visit.say("全部", "all of them"))])
        case .all: select("all", visit.say("年度范围", "years"), [("1", visit.say("全部", "all of them"))])
        case .days: self.field("from", visit.say("自", "from")) + self.field("to", visit.say("至", "to"))
        }
    }

    private func select(_ name: String, _ title: String, _ choices: [(String, String)]) -> HTML {
        let chosen = visit.query[name]
        return """
            <div><label for="c-\(name)">\(title)</label><select id="c-\(name)" name="\(name)"><option value="">—\
            </option>\(choices.map { choice -> HTML in
                "<option value=\"\(choice.0)\"\("selected", if: choice.0 == chosen)>\(choice.1)</option>" })</select></div>
            """
    }
}
