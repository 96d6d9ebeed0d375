import Desk
import Jobs
import Journal
import Kernel

/// The jobs as two boards, one a track, a column a state. Nothing is dragged: a card's buttons are the steps
/// that wait for whoever looks.
enum BoardPage {
    /// Cards of a column; the page stays within its weight with every column full.
    static let limit = 8

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.jobs] >= .own else { return .page(ErrorPage.page(.nothing, visit)) }
        let filter = ListFilter(visit.query), track = visit.query["track"].flatMap(BoardTrack.init(rawValue:)) ?? .works
        let names = try await visit.ask(.formNames, as: visitor)
        let columns = if filter.queue == nil {
            try await visit.ask(.columns(track, filter.onColumns, limit: limit), as: visitor)
        } else {
            Self.columns(filter.lines(of: try await visit.ask(.board, as: visitor)), track)
        }
        let count = columns.reduce(0) { $0 + $1.count }
        let title = filter.title(visit) + visit.say(" \(count) 件", " (\(count))")
        let board = BoardView(track: track, columns: columns, names: names, visit: visit, visitor: visitor)
        return .page(Page(title, """
            \(visit.head(title, under: visit.say("每一列是一个状态，时限近的在上面。", "A column is a state; what is due first stands on top.")))
            \(JobShapes.links(visit, visitor))\(BoardTrack.links(track, visit))\(board.html)
            """, place: .jobs))
    }

    /// Of a queue: its jobs are in hand already.
    private static func columns(_ lines: [JobLine], _ track: BoardTrack) -> [BoardColumn] {
        track.states.compactMap { state in
            let own = lines.filter { track.state(of: $0.job) == state.name }
            if own.isEmpty, state.isEnd { return nil }
            return BoardColumn(state.name, state.title, Array(own.prefix(limit)), count: own.count)
        }
    }
}

/// A board and what leads from it.
struct BoardView {
    let track: BoardTrack
    let columns: [BoardColumn]
    let names: FormNames
    let visit: Visit
    let visitor: Visitor

    var html: HTML {
        let label = visit.say("看板", "Board")
        return "<div class=\"board\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\">\(columns.map(column))</div>"
    }

    private func column(_ column: BoardColumn) -> HTML {
        let none: HTML = "<p class=\"none\">\(visit.say("没有", "none"))</p>"
        let cards: HTML = column.lines.isEmpty ? none : "<ul>\(column.lines.map(card))</ul>"
        return """
            <section class="sheet"><div class="sh"><h2>\(visit.say(column.title)) \
            <span class="count\(column.count == 0 ? " nil" : "")">\(column.count)</span></h2></div>\
            \(cards)\(more(column))</section>
            """
    }

    /// The list of the column's state, with the rest of the filter.
    private func more(_ column: BoardColumn) -> HTML {
        let rest = column.count - column.lines.count
        if rest <= 0 { return .empty }
        var query = visit.query
        query.set("track", nil)
        query.set(track.rawValue, column.state)
        let text = visit.say("还有 \(rest) 件", "\(rest) more")
        return "<p class=\"all\"><a href=\"\(visit.at("/jobs"))?\(query.query)\">\(text) ›</a></p>"
    }

    private func card(_ line: JobLine) -> HTML {
        let row = JobRow(line: line, names: names, visit: visit)
        let steps = Queue.of(visitor.user).filter { $0.isWaiting && $0.admits(line) }.compactMap(\.verb)
            .filter(FormSpecs.isOffered)
            .map { verb -> HTML in "<a class=\"b\" href=\"\(row.path)/do/\(verb.rawValue)\">\(visit.say(verb.title))</a>" }
        let acts: HTML = steps.isEmpty ? .empty : "<p class=\"acts\">\(steps)</p>"
        return """
            <li class="\(row.chip.tone.rawValue)"><p class="line1"><a href="\(row.path)">\(line.job.number.text)</a> \
            \(row.category)</p>\
            <p>\(row.place)</p><p>\(row.chip.html(visit))</p>\(acts)</li>
            """
    }
}
