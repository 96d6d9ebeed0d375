import Desk
import Jobs
import Journal
import Kernel
import Reports

/// The journal as a table, the latest record first, with what an auditor looks for in the address.
enum RecordsPage {
    private static let limit = 50

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.records] >= .all else { return .page(ErrorPage.page(.nothing, visit)) }
        let list = try await visit.ask(
            .records(try filter(visit.query), before: visit.query["before"].flatMap { Int($0) }, limit: limit), as: visitor)
        let title = visit.say("记录", "Records")
        let back: HTML = "<a href=\"\(visit.at("/audit"))\">‹ \(visit.say("审计", "Audit"))</a>"
        return .page(Page(title, """
            \(visit.head(title, over: back))\(form(visit))\(table(list, visit))\(next(list, visit))
            """, place: .audit))
    }

    /// To the records, the looks at them, the exceptions, and the latest record.
    static func links(_ visit: Visit, _ visitor: Visitor) -> HTML {
        let exceptions: [(String, String)] = ReportsPage.entries(for: visitor.rights).contains { $0.name == "exceptions" }
            ? [("/reports/exceptions", visit.say("审计疑点", "Exceptions"))] : []
        let pages = [("/audit/records", visit.say("记录", "Records"))] + exceptions + more(visitor, visit)
            + [("/audit/records/\(visitor.head.seq)", visit.say("看最后一条记录", "Latest record"))]
        return HTML.list(pages.map { page -> HTML in "<a class=\"b\" href=\"\(visit.at(page.0))\">\(page.1)</a>" })
    }

    private static func more(_ visitor: Visitor, _ visit: Visit) -> [(String, String)] {
        let log = visitor.rights[.access] >= .all ? [("/audit/access", visit.say("访问记录", "Access log"))] : []
        let bundles = visitor.rights[.exports] == .all ? [("/audit/bundles", visit.say("证据包", "Bundles"))] : []
        return log + bundles
    }

    private static func filter(_ query: Fields) throws(Refusal) -> RecordFilter {
        let text = { (name: String) in query[name].map(Typed.plain).flatMap { $0.isEmpty ? nil : $0 } }
        var filter = RecordFilter()
        (filter.by, filter.role, filter.does, filter.channel) = (text("by"), text("role"), text("do"), text("via"))
        filter.job = try text("job").map { (text) throws(Refusal) in try Code(text) }
        filter.from = try text("from").map { (text) throws(Refusal) in try Day(text) }
        filter.to = try text("to").map { (text) throws(Refusal) in try Day(text) }
        return filter
    }

    private static func form(_ visit: Visit) -> HTML {
        let field = { (name: String, title: String, example: String) -> HTML in
            """
            <div><label for="r-\(name)">\(title)</label><input id="r-\(name)" name="\(name)" value="\(visit.query[name] ?? "")" \
            placeholder="\(example)" autocomplete="off"></div>
            """
        }
        let select = { (name: String, title: String, choices: [(String, Phrase)]) -> HTML in
            """
            <div><label for="r-\(name)">\(title)</label><select id="r-\(name)" name="\(name)"><option value="">—</option>\
            \(choices.map { choice -> HTML in
                "<option value=\"\(choice.0)\"\("selected", if: choice.0 == visit.query[name])>\(visit.say(choice.1))</option>"
            })</select></div>
            """
        }
        let verbs = Verb.allCases.map { ($0.does, $0.title) } + StreetCommand.allCases.map { ($0.rawValue, $0.title) }
        return """
            <form method="get" class="choose">\(field("by", visit.say("人", "who"), "zhao.ming"))\
            \(select("role", visit.say("角色", "role"), Role.allCases.map { ($0.rawValue, $0.title) }))\
            \(select("do", visit.say("动作", "what"), verbs))\(field("job", visit.say("工单", "job"), "2026-0001"))\
            \(select("via", visit.say("方式", "way in"), Via.Channel.allCases.map { ($0.rawValue, $0.title) }))\
            \(field("from", visit.say("自", "from"), "2026-01-01"))\(field("to", visit.say("至", "to"), "2026-12-31"))\
            <button class="b">\(visit.say("看", "Show"))</button></form>
            """
    }

    private static func table(_ list: RecordList, _ visit: Visit) -> HTML {
        if list.records.isEmpty {
            let text = visit.say("第 \(list.earliest) 号以后没有符合的记录。", "No such record since \(list.earliest).")
            return "<p class=\"none\">\(text)</p>"
        }
        let heads = [
            visit.say("记录", "record"), visit.say("人", "who"), visit.say("角色", "role"), visit.say("方式", "way in"),
            visit.say("动作", "what"), visit.say("工单", "job"), visit.say("发生", "happened"), visit.say("记录时间", "recorded"),
            visit.say("哈希", "hash"),
        ]
        let rows = list.records.map { found in row(found.record, found.hash, heads, visit) }
        return """
            <section class="sheet"><table class="t cards"><thead><tr>\(HTML.heads(heads))</tr></thead>\
            <tbody>\(rows)</tbody></table></section>
            """
    }

    private static func row(_ record: Record, _ hash: String, _ heads: [String], _ visit: Visit) -> HTML {
        let job: HTML = record.job.map { number in
            "<a href=\"\(visit.at("/jobs/" + Fields.encoded(number.text)))\">\(number.text)</a>" } ?? "—"
        let cells: [HTML] = [
            "\(record.by.text)", "\(visit.say(record.role.title))", "\(visit.say((record.via?.channel ?? .cli).title))",
            "\(visit.say(CommandTitle.of(record.command)))", job, "\(record.at.short)", "\(record.recorded.short)",
            "<code>\(hash.prefix(8))</code>",
        ]
        let shown = zip(heads.dropFirst(), cells).map { head, cell -> HTML in "<td data-t=\"\(head)\">\(cell)</td>" }
        return """
            <tr><th scope="row"><a href="\(visit.at("/audit/records/\(record.seq)"))">#\(record.seq)</a></th>\(Array(shown))</tr>
            """
    }

    private static func next(_ list: RecordList, _ visit: Visit) -> HTML {
        guard let next = list.next else { return .empty }
        var query = visit.query
        query.set("before", String(next))
        return "<p class=\"all\"><a href=\"\(visit.path)?\(query.query)\">\(visit.say("更早的", "Earlier")) ›</a></p>"
    }
}
