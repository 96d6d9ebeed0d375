import Desk
import Jobs
import Journal
import Kernel

/// 工作台: what waits for whoever is signed in, in the order of time.
enum DeskPage {
    private static let shown = 3

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let drafts = try await DraftsPage.onDesk(visit, visitor)
        return try await visit.kept(visitor, beside: [drafts.text]) { () async throws(Refusal) in
            Reply.page(try await page(visit, visitor, drafts))
        }
    }

    private static func page(_ visit: Visit, _ visitor: Visitor, _ drafts: HTML) async throws(Refusal) -> Page {
        let board = try await visit.ask(.board, as: visitor)
        let queues = Queue.of(visitor.user).map { (queue: $0, lines: $0.lines(of: board)) }
        let mine = Set(queues.filter(\.queue.isWaiting).flatMap { $0.lines.map(\.job.number) })
        let gauge = try await UtilisationSheet.show(visit, visitor)
        let sheets = queues.filter { !$0.lines.isEmpty || $0.queue.key == "watch" }
            .map { sheet($0.queue, $0.lines, board, visit) }
        let quiet = queues.filter { $0.lines.isEmpty && $0.queue.key != "watch" }.map { visit.say($0.queue.title) }
        let body: HTML = """
            \(visit.head(title(mine.count, visit, visitor),
                over: "\(visit.say(visitor.now.day.spoken)) \(visitor.now.short.suffix(5))",
                under: under(queues, visit), actions: action(visit, visitor)))\(last(visit))
            <div class="cols"><div>\(sheets)\(sheets.isEmpty ? empty(visit, visitor) : .empty)\(rest(quiet, visit))</div>\
            <div>\(drafts)\(gauge)\(links(visit, visitor))</div></div>
            """
        return Page(visit.say("工作台", "Desk"), body, place: .desk)
    }

    private static func title(_ count: Int, _ visit: Visit, _ visitor: Visitor) -> String {
        let name = visitor.user.name.text
        if count == 0 { return visit.say("\(name)，没有等您办的", "\(name), nothing waits for you") }
        return visit.say("\(name)，等您办 \(count) 件", "\(name), \(count) wait\(count == 1 ? "s" : "") for you")
    }

    private static func under(_ queues: [(queue: Queue, lines: [JobLine])], _ visit: Visit) -> String? {
        let parts = queues.filter { $0.queue.isWaiting && !$0.lines.isEmpty }
            .map { "\(visit.say($0.queue.title)) \($0.lines.count)" }
        return parts.isEmpty ? nil : parts.joined(separator: visit.say("，", ", "))
    }

    /// When this person was here last, said once after the sign-in.
    private static func last(_ visit: Visit) -> HTML {
        guard let text = visit.query["last"], let milliseconds = Int64(text), milliseconds > 0,
            milliseconds < 32_503_680_000_000 else { return .empty }
        let time = Instant(milliseconds: milliseconds).short, failed = visit.query["failed"].flatMap { Int($0) } ?? 0
        let since = failed > 0 ? visit.say("，其间失败 \(failed) 次", ", \(failed) failed tries since") : ""
        return """
            <p class="say\(failed > 0 ? " soon" : "")" role="status">\(visit.say("上次登录", "Last sign-in")) \(time)\(since)</p>
            """
    }

    private static func action(_ visit: Visit, _ visitor: Visitor) -> HTML {
        let may = TransitionTable.rows.contains { $0.verb == .call && $0.roles.contains(where: visitor.user.has) }
        return may ? "<a class=\"b main\" href=\"\(visit.at("/jobs/new"))\">＋ \(visit.say("登记来电", "Log a call"))</a>" : .empty
    }

    private static func sheet(_ queue: Queue, _ lines: [JobLine], _ board: JobBoard, _ visit: Visit) -> HTML {
        let amounts = lines.compactMap(queue.amount)
        let sum = (try? Fen.sum(amounts)) ?? .zero
        let right: HTML = amounts.isEmpty
            ? .empty : "<span class=\"sum\">\(visit.say("合计", "total")) <b>\(sum.shown)</b> \(visit.say("元", "yuan"))</span>"
        let rows = lines.prefix(shown).map { JobRow(line: $0, names: board.names, visit: visit).short(queue.amount($0)) }
        let link: HTML = """
            <p class="all"><a href="\(visit.at("/jobs?queue="
                + queue.key))">\(visit.say("全部 \(lines.count) 件", "all \(lines.count)"))</a></p>
            """
        let content: HTML = lines.isEmpty ? "<p class=\"none\">\(visit.say("没有将超期的", "nothing runs out of time"))</p>"
            : "<ul class=\"q\">\(Array(rows))</ul>"
        return """
            <section class="sheet"><div class="sh"><h2>\(visit.say(queue.title)) \
            <span class="count\(lines.isEmpty ? " nil" : "")">\(lines.count)</span></h2>\
            \(right)</div>\(content)\(lines.count > shown ? link : .empty)</section>
            """
    }

    private static func rest(_ quiet: [String], _ visit: Visit) -> HTML {
        quiet.isEmpty ? .empty
            : "<p class=\"soft\">\(visit.say("没有的：", "Nothing for: "))\(quiet.joined(separator: visit.say("、", ", ")))</p>"
    }

    private static func empty(_ visit: Visit, _ visitor: Visitor) -> HTML {
        "<div class=\"blank\">\(Icon.street)<p>\(visit.say("这会儿没有要您办的。", "Nothing to do at this moment."))</p></div>"
    }

    /// What else this person may look at.
    private static func links(_ visit: Visit, _ visitor: Visitor) -> HTML {
        let places = Navigation.places(visitor.rights).filter { $0 != .desk }
        let items = places.map {
            place -> HTML in """
                <li><a href="\(visit.at(place.path))">\(Icon.of(place.rawValue)) \(visit.say(place.title))</a></li>
                """ }
        return HTML.sheet(visit.say("去别处", "Elsewhere"), "<ul class=\"go\">\(items)</ul>")
    }
}
