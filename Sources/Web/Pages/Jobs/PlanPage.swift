import Desk
import Jobs
import Journal
import Kernel
import Reports

/// The jobs of a list where they are: a drawing of the street's own data with a number for each job, and
/// beside it the same jobs in words. Those without a position are counted and listed.
enum PlanPage {
    /// Jobs of one plan; what is due first.
    private static let limit = 120

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.jobs] >= .own else { return .page(ErrorPage.page(.nothing, visit)) }
        let filter = ListFilter(visit.query), names = try await visit.ask(.formNames, as: visitor)
        let plan = if filter.queue == nil {
            try await visit.ask(.plan(filter.onColumns, limit: limit), as: visitor)
        } else {
            try await visit.ask(.plan(
                named: filter.lines(of: try await visit.ask(.board, as: visitor)).map(\.job.number), limit: limit), as: visitor)
        }
        let title = filter.title(visit) + visit.say(" \(plan.count) 件", " (\(plan.count))")
        let track = visit.query["track"].flatMap(BoardTrack.init(rawValue:)) ?? .works
        let view = PlanView(plan: plan, track: track, names: names, visit: visit)
        return .page(Page(title, """
            \(visit.head(title, under: visit.say(
                "只画本街道自己的数据，不向外取地图；社区和小区的位置由近来的工单推出。",
                "Drawn from the street's own data alone; recent jobs tell where communities and estates lie.")))
            \(JobShapes.links(visit, visitor))\(BoardTrack.links(track, visit))\(view.html)
            """, place: .jobs))
    }
}

/// The plan with its list.
struct PlanView {
    private let plan: JobPlan
    private let track: BoardTrack
    private let names: FormNames
    private let visit: Visit
    private let drawing: PlanDrawing?
    /// With a position, in the order of their numbers on the plan.
    private let placed: [JobLine]
    private let unplaced: [JobLine]

    init(plan: JobPlan, track: BoardTrack, names: FormNames, visit: Visit) {
        (self.plan, self.track, self.names, self.visit) = (plan, track, names, visit)
        let all = plan.lines.filter { $0.job.place != nil }, middle = Place.middle(all.compactMap(\.job.place))
        let isNear = { (line: JobLine) in
            middle.flatMap { middle in line.job.place.map { $0.metres(to: middle) <= PlanDrawing.reach } } ?? false
        }
        let placed = all.filter(isNear)
        self.placed = placed
        unplaced = plan.lines.filter { !isNear($0) }
        let marks = placed.enumerated().compactMap { index, line in
            line.job.place.map { place in
                PlanDrawing.Mark(
                    number: index + 1, place: place, stage: track.stage(of: line.job),
                    isLate: ClockChip(line.clocks).tone == .late)
            }
        }
        let area = { (area: JobPlan.Area) in PlanDrawing.Area(name: area.name, places: area.places) }
        let at = (visit.query["at"] ?? "").split(separator: ",").compactMap { Int($0) }
        drawing = PlanDrawing(
            marks: marks, estates: plan.estates.map(area), communities: plan.communities.map(area),
            zoom: visit.query["zoom"].flatMap { Int($0) } ?? 1, at: at.count == 2 ? (at[0], at[1]) : (500, 500))
    }

    var html: HTML {
        guard let drawing else {
            let text = visit.say("没有一件工单带位置，图上什么也没有。", "No job has a position; there is nothing to draw.")
            return "<p class=\"say\">\(text)</p>\(list(nil))"
        }
        return """
            <div class="site"><figure class="sheet map" data-plan>\(ways(drawing))\
            <div class="ground" tabindex="0" role="region" aria-label="\(visit.say("平面图", "Plan"))">\(drawing.html)</div>\
            \(key)</figure>\
            <div>\(list(drawing))</div></div>
            """
    }

    private func to(_ zoom: Int, _ at: (x: Int, y: Int)) -> String {
        var query = visit.query
        query.set("zoom", zoom == 1 ? nil : String(zoom))
        query.set("at", zoom == 1 ? nil : "\(at.x),\(at.y)")
        return visit.path + (query.query.isEmpty ? "" : "?" + query.query)
    }

    /// Three steps, and the four ways from here.
    private func ways(_ drawing: PlanDrawing) -> HTML {
        let window = drawing.window
        let names = [visit.say("全街道", "All"), visit.say("近", "Near"), visit.say("更近", "Nearer")]
        let zooms = zip(PlanWindow.zooms, names).map { zoom, name -> HTML in
            "<a href=\"\(to(zoom, window.at))\"\("aria-current", zoom == window.zoom ? "true" : nil)>\(name)</a>"
        }
        let moves = [
            (-1, 0, "ArrowLeft", visit.say("往西", "West")), (0, -1, "ArrowUp", visit.say("往北", "North")),
            (0, 1, "ArrowDown", visit.say("往南", "South")), (1, 0, "ArrowRight", visit.say("往东", "East")),
        ].compactMap { x, y, key, name -> HTML? in
            window.moved(x, y).map { next in "<a href=\"\(to(window.zoom, next))\" data-key=\"\(key)\">\(name)</a>" }
        }
        return "<nav class=\"views\" aria-label=\"\(visit.say("平面图的范围", "Part of the plan"))\">\(zooms)\(moves)</nav>"
    }

    /// What the looks of the marks say, for the states that are there.
    private var key: HTML {
        let seen = Set(placed.map { track.state(of: $0.job) })
        let stages = track.states.filter { seen.contains($0.name) }.map { state -> HTML in
            """
            <li><svg width="26" height="26" class="plan" aria-hidden="true"><g class="m\(track.stage(at: state.name))">\
            <circle cx="13" cy="13" r="11"/></g></svg>\(visit.say(state.title))</li>
            """
        }
        let late: HTML = placed.contains { ClockChip($0.clocks).tone == .late } ? """
            <li><svg width="26" height="26" class="plan" aria-hidden="true"><g class="m1 late">\
            <circle cx="13" cy="13" r="11"/></g>\
            </svg>\(visit.say("已超期", "late"))</li>
            """ : .empty
        return "<ul class=\"key\">\(stages)\(late)</ul>"
    }

    private func list(_ drawing: PlanDrawing?) -> HTML {
        let seen = drawing?.seen ?? []
        let items = placed.enumerated().map { index, line in
            item(line, index + 1, isSeen: seen.contains(index + 1), drawing)
        }
        let here: HTML = placed.isEmpty ? .empty
            : HTML.sheet(
                visit.say("图上的工单", "On the plan"), "<ol class=\"spots\">\(items)</ol>", right: count(placed.count))
        let others = unplaced.map { item($0, nil, isSeen: true, nil) }
        let none: HTML = unplaced.isEmpty ? .empty
            : HTML.sheet(
                visit.say("没有位置的", "Without a position"), "<ol class=\"spots\">\(others)</ol>", right: count(unplaced.count))
        return here + none + rest
    }

    private func count(_ count: Int) -> HTML { "<span class=\"count\">\(count)</span>" }

    /// Beyond what one plan shows.
    private var rest: HTML {
        let more = plan.count - plan.lines.count
        if more <= 0 { return .empty }
        var query = visit.query
        for name in ["zoom", "at", "track"] { query.set(name, nil) }
        let text = visit.say("还有 \(more) 件没有画，看列表", "\(more) more are not drawn: see the list")
        return "<p class=\"all\"><a href=\"\(visit.at("/jobs"))?\(query.query)\">\(text) ›</a></p>"
    }

    private func item(_ line: JobLine, _ number: Int?, isSeen: Bool, _ drawing: PlanDrawing?) -> HTML {
        let row = JobRow(line: line, names: names, visit: visit)
        let state = track.states.first { $0.name == track.state(of: line.job) }.map { visit.say($0.title) } ?? ""
        let near: HTML = number.flatMap { drawing?.share($0) }.map { at in
            let words = isSeen ? visit.say("放大", "closer") : visit.say("不在这一块，去看", "elsewhere: go there")
            return "<a href=\"\(to(PlanWindow.zooms.upperBound, at))\">\(words)</a>"
        } ?? .empty
        return """
            <li class="\(row.chip.tone.rawValue)"><b>\(number.map(String.init) ?? "·")</b><div><p class="line1">\
            <a href="\(row.path)">\(line.job.number.text)</a> \(row.category) <span class="tag">\(state)</span></p>\
            <p>\(row.place)</p><p class="acts">\(row.chip.html(visit))\(near)</p></div></li>
            """
    }
}

extension BoardTrack {
    /// From the one track to the other, on board and plan alike.
    static func links(_ track: BoardTrack, _ visit: Visit) -> HTML {
        let links = allCases.map { other -> HTML in
            var query = visit.query
            query.set("track", other.rawValue)
            let title = switch other {
            case .works: visit.say("施工", "Works")
            case .papers: visit.say("单据", "Papers")
            }
            return "<a href=\"\(visit.path)?\(query.query)\"\("aria-current", other == track ? "true" : nil)>\(title)</a>"
        }
        return "<nav class=\"views\" aria-label=\"\(visit.say("两条线", "The two tracks"))\">\(links)</nav>"
    }

    /// How a mark looks at a state: from an open ring to a full one, and pale when it is over.
    func stage(at state: String) -> Int {
        switch self {
        case .works: Works(rawValue: state).map(Self.stage) ?? 0
        case .papers: Papers(rawValue: state).map(Self.stage) ?? 0
        }
    }

    func stage(of job: Job) -> Int { stage(at: state(of: job)) }

    private static func stage(_ works: Works) -> Int {
        switch works {
        case .registered: 0
        case .accepted: 1
        case .dispatched: 2
        case .started: 4
        case .finished: 5
        case .passed, .closed, .rejected, .transferred, .merged, .cancelled: 6
        }
    }

    private static func stage(_ papers: Papers) -> Int {
        switch papers {
        case .none: 0
        case .surveyed: 1
        case .signed: 2
        case .claimed: 3
        case .reviewed: 4
        case .settled: 5
        case .paid, .closed: 6
        }
    }
}
