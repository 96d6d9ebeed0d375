import Desk
import Jobs
import Journal
import Kernel

/// One box for numbers, amounts, callers and words: what was found, each kind for itself (web.md 2.9).
enum SearchPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.jobs] >= .own else { return .page(ErrorPage.page(.nothing, visit)) }
        return try await found(typed(visit.query), visit, visitor)
    }

    /// What is no caller's number stands in the address afterwards.
    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.jobs] >= .own else { return .page(ErrorPage.page(.nothing, visit)) }
        let text = typed(visit.form)
        if text.asPhone != nil { return try await found(text, visit, visitor) }
        return .redirect(visit.at("/search?q=" + Fields.encoded(text)))
    }

    private static func typed(_ fields: Fields) -> String { String(Typed.plain(fields["q"] ?? "").prefix(200)) }

    private static func found(_ text: String, _ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let amount = try? Typed.money(text).get()
        let found = try await visit.ask(
            .search(text, amount: amount.flatMap { try? Fen(yuan: $0) }), as: visitor)
        let callers = try await callers(text, visit, visitor)
        // A number that was typed whole leads to its job.
        if let one = found.jobs.first?.lines.first?.job.number.text, one == text {
            return .redirect(visit.at("/jobs/" + Fields.encoded(one)))
        }
        let names = try await visit.ask(.formNames, as: visitor)
        var groups: [HTML] = []
        for one in found.jobs where one.why != .words { groups.append(group(one, text, names, visit)) }
        if let callers { groups.append(self.callers(callers, names, visit)) }
        for one in found.jobs where one.why == .words { groups.append(group(one, text, names, visit)) }
        groups += things(found.things, visit, visitor)
        let title = visit.say("搜索", "Search")
        return .page(Page(title, """
            \(visit.head(title, under: text.isEmpty ? nil : visit.say("“\(text)”", "\"\(text)\"")))\(box(text, visit))\
            \(groups.isEmpty ? none(text, visit) : HTML.list(groups))
            """, place: .jobs))
    }

    /// Eleven digits that were sent in a form are a caller's number; in an address they are none. Who may
    /// see callers learns which jobs are that caller's, and it is written down that it was asked; nobody's
    /// number is shown.
    private static func callers(_ text: String, _ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> JobLines? {
        guard let digits = text.asPhone, visit.isPost, visitor.rights[.callers] == .all else { return nil }
        var filter = JobFilter()
        filter.phone = digits
        var listing = JobListing(filter)
        (listing.order, listing.descending, listing.limit) = (.called, true, 20)
        let found = try await visit.ask(.lines(listing), as: visitor)
        return found.lines.isEmpty ? nil : found
    }

    private static func callers(_ found: JobLines, _ names: FormNames, _ visit: Visit) -> HTML {
        heading(visit.say("这个号码来电的工单", "Jobs of this caller"), String(found.sums.count))
            + JobRow.table(found.lines, names, visit)
    }

    private static func heading(_ title: String, _ count: String) -> HTML {
        "<h2 class=\"part\">\(title) <span class=\"count\">\(count)</span></h2>"
    }

    private static func group(_ found: SearchFound.Jobs, _ text: String, _ names: FormNames, _ visit: Visit) -> HTML {
        let title = switch found.why {
        case .number: visit.say("编号相符", "By number")
        case .paper: visit.say("结算、支付、发票号相符", "By number of a settlement, payment or invoice")
        case .amount: visit.say("金额相符", "By amount")
        case .words: visit.say("文字相符", "By words")
        }
        let more: HTML = found.why != .words || found.count <= found.lines.count ? .empty : """
            <p class="all"><a href="\(visit.at("/jobs"))?all=1&amp;q=\(Fields.encoded(text))">\
            \(visit.say("全部 \(found.count) 件", "All \(found.count)")) ›</a></p>
            """
        // Of numbers and amounts no more are looked for than are shown.
        let isCut = found.why != .words && found.lines.count >= SearchFound.most
        return heading(title, "\(found.count)\(isCut ? "+" : "")") + JobRow.table(found.lines, names, visit) + more
    }

    private static func things(_ things: [SearchFound.Thing], _ visit: Visit, _ visitor: Visitor) -> [HTML] {
        let items = things.map { thing in item(thing, visit, visitor) }
        return items.isEmpty ? [] : [
            HTML.sheet(visit.say("其他", "Others"), "<ul class=\"go\">\(items)</ul>"),
        ]
    }

    private static func item(_ thing: SearchFound.Thing, _ visit: Visit, _ visitor: Visitor) -> HTML {
        let mayRead = visitor.rights[.records] >= .all
        let (words, path): (String, String?) = switch thing {
        case .voucher(let number, let seq):
            (visit.say("凭证 \(number)，第 \(seq) 号记录", "voucher \(number), record \(seq)"),
                mayRead ? "/audit/records/\(seq)" : nil)
        case .document(let number, let owner):
            if let seq = Int(owner.text) {
                (visit.say("\(number)，第 \(seq) 号记录", "\(number), record \(seq)"), mayRead ? "/audit/records/\(seq)" : nil)
            } else {
                (visit.say("\(number)，指标 \(owner.text)", "\(number), appropriation \(owner.text)"),
                    "/funds/" + Fields.encoded(owner.text))
            }
        case .contractor(let code, let name):
            (visit.say("施工单位 \(name)", "contractor \(name)"), "/contractors/" + Fields.encoded(code.text))
        case .estate(let code, let name):
            (visit.say("小区 \(name)", "estate \(name)"), "/jobs?all=1&estate=" + Fields.encoded(code.text))
        }
        return path.map { path in "<li><a href=\"\(visit.at(path))\">\(words)</a></li>" } ?? "<li>\(words)</li>"
    }

    private static func box(_ text: String, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(visit.at("/search"))" class="choose">\(visit.hidden([]))<div>\
        <label for="sq">\(visit.say("找什么", "What"))</label>\
        <input id="sq" name="q" value="\(text)" autocomplete="off"></div>\
        <button class="b">\(visit.say("搜索", "Search"))</button></form>
        """
    }

    private static func none(_ text: String, _ visit: Visit) -> HTML {
        let what = visit.say(
            "可搜工单号（2026-0041 或 41）、12345 单号、结算号、凭证号、支付和发票号、来电号码、金额、地点、描述、单位和小区。",
            """
            Numbers of jobs (2026-0041 or 41), orders, settlements, vouchers, payments and invoices, a caller's phone, amounts, \
            places, descriptions, contractors and estates.
            """)
        let isInAddress = text.asPhone != nil && !visit.isPost
        if isInAddress {
            let words = visit.say(
                "电话号码不放在网址里：请在上面的框里按“搜索”。", "A phone has no place in an address: press Search above.")
            return "<p class=\"say\">\(words)</p>"
        }
        let said: HTML = text.isEmpty ? .empty : "<p>\(visit.say("没有找到。", "Nothing was found."))</p>"
        return "<div class=\"blank\">\(Icon.street)\(said)<p>\(what)</p></div>"
    }
}
