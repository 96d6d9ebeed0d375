import Bank
import Desk
import Jobs
import Journal
import Kernel
import Ledger

/// The statement desk (勾对): statement lines on one side, the books on the other, what may belong together
/// between them. What is proposed is what `finance match` proposes.
enum MatchPage {
    /// What a post asks for.
    private enum Step: String { case sure, hand, sum }

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        try await page(visit, visitor, try await visit.done(visitor), 200)
    }

    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let id = visit.form["id"] ?? ""
        guard CommandForm.isID(id) else { return .page(ErrorPage.page(.form, visit)) }
        let choice = MatchChoice(visit.form)
        if let place = visit.form["one"].flatMap({ Int($0) }), let form = choice.proposal(place) {
            return try await record([("\(id)-\(place)", form)], visit, visitor)
        }
        switch visit.form["go"].flatMap(Step.init(rawValue:)) {
        case .sure: return try await record(choice.sure.map { ("\(id)-\($0.place)", $0.form) }, visit, visitor)
        case .hand: return try await record([(id, try choice.hand())], visit, visitor)
        case .sum, nil: return try await page(visit, visitor, .empty, 200)
        }
    }

    /// Each match stands or falls alone; the same form sent again is the same commands.
    private static func record(
        _ forms: [(id: String, form: MakeMatchForm)], _ visit: Visit, _ visitor: Visitor
    ) async throws(Refusal) -> Reply {
        let desk = visit.site.desk
        let answers = try await desk.execute(forms.map { id, form in
            desk.read(.members([
                "id": .string(id), "org": .string(visitor.street.code.text), "by": .string(visitor.user.user.text),
                "do": .string(StreetCommand.makeMatch.rawValue), "with": JSON(form),
            ]), via: visitor.via)
        })
        let refusals = answers.compactMap(\.refusal)
        let last = answers.compactMap { if case .done(_, let seq, _, _, _) = $0 { seq } else { nil } }.max()
        if let refusal = refusals.first(where: { $0.code.kind == .right }) { throw refusal }
        guard refusals.isEmpty, let last else {
            let said = refusals.map { RefusalView(refusal: $0, visit: visit).html }
            return try await page(visit, visitor, HTML.list(said), refusals.isEmpty ? 200 : 409)
        }
        var query = visit.query
        query.set("done", String(last))
        return .redirect(visit.path + "?" + query.query)
    }

    private static func page(_ visit: Visit, _ visitor: Visitor, _ said: HTML, _ status: Int) async throws(Refusal) -> Reply {
        let custody = visit.query["custody"].flatMap(Custody.init(rawValue:)) ?? .treasury
        let table = try await visit.ask(.matchTable(custody), as: visitor)
        let view = MatchView(table: table, custody: custody, visit: visit, visitor: visitor)
        let title = visit.say("勾对", "Match statement lines")
        let back: HTML = "<a href=\"\(visit.at("/finance"))\">‹ \(visit.say("财务", "Finance"))</a>"
        let links: HTML = """
            <a class="b" href="\(visit.at("/finance/statements"))">\(visit.say("对账单", "Statements"))</a>\
            <a class="b" href="\(visit.at("/reports/reconciliation"))">\(visit.say("余额调节", "Reconciliation"))</a>
            """
        return .page(Page(title, """
            \(visit.head(title, over: back, under: view.under, actions: links))\(view.custodies)\(said)\(view.html)
            """, status: status, place: .finance))
    }
}

/// What was chosen on the desk.
struct MatchChoice {
    let form: Fields

    init(_ form: Fields) { self.form = form }

    var lines: Set<String> { Set(form.all("line")) }
    var items: Set<String> { Set(form.all("item")) }

    /// By hand. Throws `input.…`.
    func hand() throws(Refusal) -> MakeMatchForm {
        let note = Typed.plain(form["note"] ?? "")
        return MakeMatchForm(
            lines: try form.all("line").map { (text) throws(Refusal) in try LineID(text) },
            payments: try form.all("item").map { (text) throws(Refusal) in try Self.item(text) },
            note: note.isEmpty ? nil : try Prose(note))
    }

    /// One that was proposed, as it was shown; nil where the form has none at that place.
    func proposal(_ place: Int) -> MakeMatchForm? {
        let lines = form.all("p.\(place).line").compactMap { try? LineID($0) }
        let items = form.all("p.\(place).item").compactMap { try? Self.item($0) }
        guard !lines.isEmpty, let rule = form["p.\(place).rule"].flatMap(MatchRule.init(rawValue:)),
              let confidence = form["p.\(place).confidence"].flatMap(Confidence.init(rawValue:)) else { return nil }
        return MakeMatchForm(lines: lines, payments: items, rule: rule, confidence: confidence)
    }

    var sure: [(place: Int, form: MakeMatchForm)] {
        (0..<MatchView.mostProposals).compactMap { place in
            proposal(place).flatMap { $0.confidence == .sure ? (place, $0) : nil }
        }
    }

    /// `payment:P1`: its kind is always said, so that no number can be taken for one.
    static func value(_ name: ItemName) -> String { name.known.rawValue + ":" + name.no.text }

    private static func item(_ text: String) throws(Refusal) -> ItemName {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let kind = ItemName.Kind(rawValue: String(parts[0])) else {
            throw Refusal(.inputValue, ["field": "items", "value": text.excerpt, "expected": "payment:NUMBER"])
        }
        return ItemName(kind, try Label(String(parts[1])))
    }
}
