import Desk
import Documents
import Journal
import Kernel

/// One contractor, as far as whoever looks may see it.
enum ContractorPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let code = try Code(visit.params["code"] ?? "")
        let firm = try await visit.ask(Question<Document>.contractor(code), as: visitor)
        let title = visit.say(firm.title)
        let back: HTML = "<a href=\"\(visit.at("/contractors"))\">‹ \(visit.say("名录", "Registers"))</a>"
        return .page(Page(title, """
            \(visit.head(title, over: back))\(DocumentView(document: firm, visit: visit).body)
            """, place: .registers))
    }

    /// To each of those that the reader finds; a crew finds its own firm.
    static func links(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> HTML {
        let isOwn = visitor.rights[.jobs] == .own
        let firms = try await visit.ask(.formNames, as: visitor).contractors
            .filter { !isOwn || $0.code == visitor.rights.firm }
        let items = firms.map { firm -> HTML in
            "<li><a href=\"\(visit.at("/contractors/" + Fields.encoded(firm.code.text)))\">\(visit.say(firm.name))</a></li>"
        }
        return items.isEmpty ? .empty : HTML.sheet(visit.say("逐家看", "One by one"), "<ul class=\"go\">\(items)</ul>")
    }
}
