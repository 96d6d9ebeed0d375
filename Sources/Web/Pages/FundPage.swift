import Desk
import Documents
import Journal
import Kernel
import Reports

/// One appropriation: its statuses as a bar, the jobs that hold money of it, its documents, and its ledger
/// with the balance after each line.
enum FundPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.funds] >= .all else { return .page(ErrorPage.page(.nothing, visit)) }
        let code = try Code(visit.params["code"] ?? "")
        let fund = try await visit.ask(Question<Document>.fund(code), as: visitor)
        var parts = [DocumentView(document: fund, visit: visit).body]
        for entry in ReportsPage.entries(for: visitor.rights) where ["fund-documents", "fund-ledger"].contains(entry.name) {
            var choice = ReportChoice()
            choice.appropriation = code
            var document = try await visit.ask(.report(entry, choice, .init()), as: visitor)
            document.facts = []
            let report = visit.at("/reports/\(entry.name)?appropriation=\(Fields.encoded(code.text))")
            parts.append("<h2 class=\"part\"><a href=\"\(report)\">\(visit.say(entry.title))</a></h2>")
            parts.append(DocumentView(document: document, visit: visit).body)
        }
        let title = visit.say(fund.title), back: HTML = "<a href=\"\(visit.at("/funds"))\">‹ \(visit.say("资金", "Funds"))</a>"
        return .page(Page(title, "\(visit.head(title, over: back))\(parts)", place: .funds))
    }

    /// To each of them.
    static func links(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> HTML {
        guard visitor.rights[.funds] >= .all else { return .empty }
        let names = try await visit.ask(.formNames, as: visitor)
        let items = names.appropriations.map { fund -> HTML in
            "<li><a href=\"\(visit.at("/funds/" + Fields.encoded(fund.code.text)))\">\(fund.code.text)</a></li>"
        }
        return items.isEmpty ? .empty : HTML.sheet(visit.say("逐项看", "One by one"), "<ul class=\"go\">\(items)</ul>")
    }
}
