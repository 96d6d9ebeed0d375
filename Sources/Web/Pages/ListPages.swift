import Desk
import Documents
import Journal
import Kernel
import Reports

/// Pages that are one document of the desk with the commands that belong to it.
enum ListPages {
    static func funds(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let document = try await visit.ask(Question<Document>.funds, as: visitor)
        let gauge = try await UtilisationSheet.show(visit, visitor)
        return try await page(visit, visitor, visit.say("资金", "Funds"), [document], .funds,
            aside: gauge + (try await FundPage.links(visit, visitor)))
    }

    static func finance(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let entry = try Catalogue.entry("finance-todo")
        let document = try await visit.ask(.report(entry, ReportChoice(), .init()), as: visitor)
        let links = ["reconciliation", "invoices"].compactMap { name in ReportsPage.entries(for: visitor.rights)
            .first { $0.name == name } }
            .map { entry -> HTML in """
                <a class="b" href="\(visit.at("/reports/" + entry.name))">\(visit.say(entry.title))</a>
                """ }
        let pages = [
            ("/finance/statements", visit.say("对账单", "Statements")), ("/finance/match", visit.say("勾对", "Match")),
            ("/finance/invoices", visit.say("发票导入", "Invoice files")),
        ]
            .map { page -> HTML in "<a class=\"b\" href=\"\(visit.at(page.0))\">\(page.1)</a>" }
        let title = visit.say("财务待办", "Finance work list")
        return try await page(visit, visitor, title, [document], .finance, more: HTML.list(pages + links))
    }

    static func contractors(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let firms = try await visit.ask(Question<Document>.contractors, as: visitor)
        let estates = try await visit.ask(Question<Document>.estates, as: visitor)
        let prices = visitor.rights[.amounts] >= .own ? [try await visit.ask(Question<Document>.agreements(of: nil),
            as: visitor)] : []
        return try await page(visit, visitor, visit.say("名录", "Registers"), [firms, estates] + prices, .registers,
            more: "<a class=\"b\" href=\"\(visit.at("/estates"))\">\(visit.say("小区", "Estates"))</a>",
            aside: try await ContractorPage.links(visit, visitor))
    }

    static func policy(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let found = try await visit.ask(Question<FoundPolicy>.policy(on: nil), as: visitor)
        let title = Phrase("制度", "Policy")
        let document = PolicyDocument.make(found.policy, title: title, sandbox: found.sandbox)
        return try await page(visit, visitor, visit.say(title), [document], .registers)
    }

    private static func page(
        _ visit: Visit, _ visitor: Visitor, _ title: String, _ documents: [Document], _ place: Navigation.Place,
            more: HTML = .empty, aside: HTML = .empty
    ) async throws(Refusal) -> Reply {
        let done = try await visit.done(visitor)
        let policy: HTML = switch (place == .registers, visit.path == visit.at("/policy")) {
        case (true, false): "<a class=\"b\" href=\"\(visit.at("/policy"))\">\(visit.say("制度", "Policy"))</a>"
        case (true, true) where visitor.may(.adoptPolicy):
            "<a class=\"b\" href=\"\(visit.at("/policy/adopt"))\">\(visit.say("采用新制度", "Adopt a policy"))</a>"
        case _: .empty
        }
        let bodies = documents.map { document -> HTML in
            let view = DocumentView(document: document, visit: visit)
            let heading: HTML = documents.count > 1 ? "<h2 class=\"part\">\(visit.say(document.title))</h2>" : .empty
            return heading + view.body
        }
        return .page(Page(title, """
            \(visit.head(title, actions: StreetStepPage.buttons(place, visit, visitor) + more + policy))\(done)
            \(aside == .empty ? HTML.list(bodies) : "<div class=\"flat\">\(aside)</div>\(bodies)")
            """, place: place))
    }
}
