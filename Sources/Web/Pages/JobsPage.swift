import Desk
import Jobs
import Journal
import Kernel
import Ledger

/// The list of jobs: a filter is the address, the sums are of all that it lets through.
enum JobsPage {
    private static let limit = 50

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.jobs] >= .own else { return .page(ErrorPage.page(.nothing, visit)) }
        let views = try await ViewsPage.own(visit, visitor)
        return try await visit.kept(visitor, beside: views.flatMap { [$0.name.text, $0.query] }) { () async throws(Refusal) in
            try await list(visit, visitor, saved: views)
        }
    }

    private static func list(_ visit: Visit, _ visitor: Visitor, saved: [SavedView]) async throws(Refusal) -> Reply {
        let board = try await visit.ask(.board, as: visitor)
        let filter = ListFilter(visit.query)
        let found = try await found(filter, board, visit, visitor, limit: limit), rows = found.rows, count = found.sums.count
        // A number that was typed whole leads to its job.
        if count == 1, let one = rows.first, let text = visit.query["q"], Typed.plain(text) == one.job.number.text {
            return .redirect(visit.at("/jobs/" + Fields.encoded(one.job.number.text)))
        }
        var counts: [Int?] = []
        for view in saved { counts.append(try await self.count(view, board, visit, visitor)) }
        let title = filter.title(visit) + visit.say(" \(count) 件", " (\(count))")
        let body: HTML = """
            \(visit.head(title, actions: sums(found, visit)))
            \(JobShapes.links(visit, visitor))
            <nav class="views" aria-label="\(visit.say("视图", "Views"))">\(views(board, visitor, visit))</nav>
            \(ViewsPage.links(saved, counts, visit))
            <div class="side2"><details class="filter" \("open", if: filter.isNarrow)><summary>\(visit.say("筛选", "Filter"))\
            </summary>\(FilterForm(filter: filter, board: board, visit: visit).html)</details>
            <div>\(rows.isEmpty ? none(visit) : JobRow.table(rows, board.names, visit))\(next(found.next, visit))</div></div>
            """
        return .page(Page(title, body, place: .jobs))
    }

    /// The page's jobs, with the sums of the whole list and where the next page begins.
    private struct Found {
        let rows: [JobLine]
        var sums = JobSums()
        var next: String?
    }

    private static func found(
        _ filter: ListFilter, _ board: JobBoard, _ visit: Visit, _ visitor: Visitor, limit: Int
    ) async throws(Refusal) -> Found {
        // What a firm may see of its jobs is on the board whole.
        if filter.isOfAll, visitor.rights[.jobs] > .own {
            let amounts = visitor.rights[.amounts] >= .own
            let page = try await visit.ask(.lines(filter.listing(of: board, amounts: amounts, limit: limit)), as: visitor)
            return Found(rows: page.lines, sums: page.sums, next: page.next?.text)
        }
        let lines = filter.lines(of: board), start = try start(filter.after, in: lines)
        var found = Found(rows: Array(lines.dropFirst(start).prefix(limit)))
        for line in lines where line.showsAmounts { found.sums.add(JobFacts(line.job)) }
        found.sums.count = lines.count
        if start + found.rows.count < lines.count { found.next = found.rows.last?.job.number.text }
        return found
    }

    /// How many jobs a kept view lists; nil for one that asks for what there is not, and says so when it is
    /// opened.
    private static func count(
        _ view: SavedView, _ board: JobBoard, _ visit: Visit, _ visitor: Visitor
    ) async throws(Refusal) -> Int? {
        do throws(Refusal) {
            let kept = ListFilter(Fields(urlencoded: view.query) ?? Fields())
            return try await found(kept, board, visit, visitor, limit: 1).sums.count
        } catch {
            if [.unknown, .input].contains(error.code.kind) { return nil }
            throw error
        }
    }

    /// Where the page begins: behind a job of this list. Throws `input.value` for one that is not on it.
    private static func start(_ after: String?, in lines: [JobLine]) throws(Refusal) -> Int {
        guard let after else { return 0 }
        guard let place = lines.firstIndex(where: { $0.job.number.text == after }) else {
            throw Refusal(.inputValue, ["value": after.excerpt])
                .adding("field", "after", Phrase("接在后面的工单", "the job to go on after"))
                .adding("expected", "2026-0001", Phrase("这份名单里的一件工单", "a job of this list"))
        }
        return place + 1
    }

    private static func sums(_ found: Found, _ visit: Visit) -> HTML {
        guard found.rows.contains(where: \.showsAmounts) else { return .empty }
        let sums = found.sums
        let parts = [
            (visit.say("签认（元）", "signed (yuan)"), sums.estimate.shown),
            (visit.say("审定（元）", "approved (yuan)"), sums.approved.shown),
            (visit.say("已付（元）", "paid (yuan)"), sums.paid.shown),
        ]
        return "<dl class=\"sums\">\(parts.map { part -> HTML in "<div><dt>\(part.0)</dt><dd>\(part.1)</dd></div>" })</dl>"
    }

    /// The reader's queues, as links to their lists.
    private static func views(_ board: JobBoard, _ visitor: Visitor, _ visit: Visit) -> HTML {
        let open = board.lines.filter(\.clocks.isOpen).count
        let chosen = visit.query["queue"], isAll = visit.query["all"] != nil, isNarrow = ListFilter(visit.query).isNarrow
        let link = { (query: String, title: String, count: Int, isHere: Bool) -> HTML in
            "<a href=\"\(visit.at("/jobs" + query))\"\("aria-current", isHere ? "true" : nil)>\(title) \(count)</a>"
        }
        let queues = Queue.of(visitor.user).map { ($0, $0.lines(of: board).count) }.filter { $0.1 > 0 || $0.0.key == chosen }
        return link("", visit.say("在办", "Open"), open, chosen == nil && !isAll && !isNarrow && visit.query["q"] == nil)
            + HTML.list(queues.map { link("?queue=" + $0.0.key, visit.say($0.0.title), $0.1, $0.0.key == chosen) })
            + link("?all=1", visit.say("全部", "All"), board.counts.all, isAll && !isNarrow && visit.query["q"] == nil)
    }

    private static func next(_ after: String?, _ visit: Visit) -> HTML {
        guard let after else { return .empty }
        var query = visit.query
        query.set("after", after)
        return "<p class=\"all\"><a href=\"\(visit.path)?\(query.query)\">\(visit.say("下一页", "Next page")) ›</a></p>"
    }

    private static func none(_ visit: Visit) -> HTML {
        // Nothing was asked for: there is nothing to clear.
        if visit.query.pairs.allSatisfy({ $0.value.isEmpty }) {
            return "<div class=\"blank\">\(Icon.street)<p>\(visit.say("没有在办的工单。", "No open jobs."))</p></div>"
        }
        return """
        <div class="blank">\(Icon.street)<p>\(visit.say("没有符合条件的工单。", "No job meets these conditions."))</p>\
        <p><a href="\(visit.at("/jobs?all=1"))">\(visit.say("清除条件", "Clear"))</a></p></div>
        """
    }
}
