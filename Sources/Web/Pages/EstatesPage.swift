import Desk
import Jobs
import Journal
import Kernel

/// The estates of the street: whose they were, and what was called in from each in a year, every count a link
/// to its list.
enum EstatesPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let found = try await visit.ask(.estates(year: visit.query["year"].flatMap { Int($0) }), as: visitor)
        let title = visit.say("小区", "Estates")
        let back: HTML = "<a href=\"\(visit.at("/contractors"))\">‹ \(visit.say("名录", "Registers"))</a>"
        let add: HTML = visitor.may(.addEstate) ? """
            <a class="b" href="\(visit.at("/do/" + StreetCommand.addEstate.rawValue))">\
            \(visit.say(StreetCommand.addEstate.title))</a>
            """ : .empty
        return .page(Page(title, """
            \(visit.head(title, over: back, under: visit.say(
                "“三供一业”移交的小区可用这笔经费；件数和金额按来电年度。",
                "Estates taken over with the utilities of a state firm may use those funds; jobs by the year of the call."),
                actions: add))\(found.jobs == nil ? .empty : years(found, visit))\(table(found, visit))
            """, place: .registers))
    }

    private static func years(_ found: EstateYear, _ visit: Visit) -> HTML {
        let links = found.years.reversed().prefix(6).map { year -> HTML in
            "<a href=\"\(visit.path)?year=\(year)\"\("aria-current", year == found.year ? "true" : nil)>\(year)</a>"
        }
        return "<nav class=\"views\" aria-label=\"\(visit.say("年度", "Year"))\">\(Array(links))</nav>"
    }

    private static func table(_ found: EstateYear, _ visit: Visit) -> HTML {
        if found.estates.isEmpty {
            return "<p class=\"none\">\(visit.say("还没有登记小区。", "No estate has been registered."))</p>" }
        let heads = [visit.say("小区", "estate"), visit.say("社区", "community"), visit.say("三供一业移交", "transferred")]
        let counts = found.jobs == nil ? [] : [visit.say("工单", "jobs")]
        let sums = !found.showsAmounts ? [] : [
            visit.say("签认（元）", "signed (yuan)"), visit.say("审定（元）", "approved (yuan)"), visit.say("已付（元）", "paid (yuan)"),
        ]
        let numbers = (counts + sums).map { title -> HTML in "<th scope=\"col\" class=\"n\">\(title)</th>" }
        let place: HTML = found.jobs == nil ? .empty : "<td></td>"
        let rows = found.estates.map { row($0, found, heads, counts + sums, visit) }
        return """
            <section class="sheet"><div class="wide" tabindex="0" role="region" aria-label="\(visit.say("小区", "Estates"))">\
            <table class="t cards"><thead><tr>\(HTML.heads(heads))\(numbers)\(place)</tr></thead>\
            <tbody>\(rows)</tbody></table></div></section>
            """
    }

    private static func row(
        _ estate: Estate, _ found: EstateYear, _ heads: [String], _ numbers: [String], _ visit: Visit
    ) -> HTML {
        let sums = found.jobs?[estate.code.text] ?? JobSums(), code = Fields.encoded(estate.code.text)
        let list = visit.at("/jobs") + "?all=1&estate=\(code)&from=\(found.year)-01-01&to=\(found.year)-12-31"
        let figures: [HTML] = ["<a href=\"\(list)\">\(sums.count)</a>"]
            + [sums.estimate, sums.approved, sums.paid].map { fen in "\(fen.shown)" }
        let cells = zip(numbers, figures).map { title, figure -> HTML in "<td class=\"n\" data-t=\"\(title)\">\(figure)</td>" }
        let plan: HTML = found.jobs == nil ? .empty : """
            <td><a href="\(visit.at("/jobs/plan"))?all=1&amp;estate=\(code)">\(visit.say("平面图", "Plan"))</a></td>
            """
        let transferred = estate.transferred ? visit.say("是", "yes") : visit.say("否", "no")
        return """
            <tr><th scope="row">\(estate.name.text) <small>\(estate.code.text)</small></th>\
            <td data-t="\(heads[1])">\(estate.community.text)</td><td data-t="\(heads[2])">\(transferred)</td>\
            \(Array(cells))\(plan)</tr>
            """
    }
}
