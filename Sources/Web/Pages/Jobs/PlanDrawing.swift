import Kernel
import Reports

/// The plan of a street as it is drawn: from points on the earth to marks on a sheet of 720 × 540. Whole
/// metres and whole units, so that the same street gives the same bytes. Nobody outside is asked for a map.
struct PlanDrawing {
    /// A job that has a place: how far it has come says how its mark looks.
    struct Mark {
        let number: Int
        let place: Place
        let stage: Int
        let isLate: Bool
    }

    /// A community is drawn as the outline of its jobs, an estate as a point with its name.
    struct Area {
        let name: String
        let places: [Place]
    }

    /// A point of the sheet.
    struct Point: Hashable {
        var x: Int
        var y: Int
    }

    static let (wide, high) = (720, 540)
    /// From one mark to the next.
    private static let step = 30
    /// What lies farther than this from the middle was mistyped.
    static let reach = 30_000

    let window: PlanWindow
    private let origin: Place
    private let marks: [Mark]
    private let estates: [Area]
    private let communities: [Area]

    /// nil where nothing has a place.
    init?(marks: [Mark], estates: [Area], communities: [Area], zoom: Int, at: (Int, Int)) {
        let own = marks.map(\.place), all = own + (estates + communities).flatMap(\.places)
        guard let origin = Place.middle(own.isEmpty ? all : own) else { return nil }
        let near = { (place: Place) in place.metres(to: origin) <= Self.reach }
        (self.origin, self.marks) = (origin, marks.filter { near($0.place) })
        let kept = { (area: Area) in Area(name: area.name, places: area.places.filter(near)) }
        (self.estates, self.communities) = (estates.map(kept), communities.map(kept))
        window = PlanWindow(around: all.filter(near).map { $0.offset(from: origin) }, zoom: zoom, at: at)
    }

    private func point(_ place: Place) -> Point {
        let (east, north) = place.offset(from: origin)
        return Point(x: window.x(east), y: window.y(north))
    }

    private func isSeen(_ point: Point) -> Bool { (0...Self.wide).contains(point.x) && (0...Self.high).contains(point.y) }

    /// The numbers of the marks that the window shows.
    var seen: Set<Int> { Set(marks.filter { isSeen(point($0.place)) }.map(\.number)) }

    /// Where the mark of a number is, in thousandths of the whole.
    func share(_ number: Int) -> (x: Int, y: Int)? {
        marks.first { $0.number == number }.map { window.share(point($0.place)) }
    }

    var html: HTML {
        """
        <svg class="plan z\(window.zoom)" viewBox="0 0 \(Self.wide) \(Self.high)" aria-hidden="true" focusable="false">\
        <rect width="\(Self.wide)" height="\(Self.high)" class="land"/>\(communities.map(outline))\(estates.map(square))\
        \(communities.map(name))\(estates.map(label))\(drawn)\(scale)\
        <path d="M696 58V22m-7 10 7-12 7 12" class="line"/><text x="696" y="74" text-anchor="middle">N</text></svg>
        """
    }

    private func outline(_ area: Area) -> HTML {
        let corners = Self.hull(area.places.map(point))
        guard let middle = Place.middle(area.places).map(point), isSeen(middle) || corners.contains(where: isSeen) else {
            return .empty }
        let path = corners.map { "\($0.x) \($0.y)" }.joined(separator: "L")
        return corners.count < 3 ? .empty : "<path d=\"M\(path)Z\" class=\"area\"/>"
    }

    private func name(_ area: Area) -> HTML {
        Place.middle(area.places).map(point)
            .map { text(area.name, Point(x: $0.x, y: $0.y - 26), "name", anchor: "middle") } ?? .empty
    }

    private func square(_ area: Area) -> HTML {
        guard let point = Place.middle(area.places).map(point), isSeen(point) else { return .empty }
        return "<path d=\"M\(point.x - 5) \(point.y - 5)h10v10h-10z\" class=\"area\"/>"
    }

    private func label(_ area: Area) -> HTML {
        Place.middle(area.places).map(point)
            .map { text(area.name, Point(x: $0.x + 9, y: $0.y + 18), "estate", anchor: nil) } ?? .empty
    }

    private func text(_ words: String, _ at: Point, _ kind: String, anchor: String?) -> HTML {
        guard isSeen(at) else { return .empty }
        return "<text x=\"\(at.x)\" y=\"\(at.y)\" class=\"\(kind)\"\("text-anchor", anchor)>\(words)</text>"
    }

    /// Where a place is taken already, the mark stands beside it, on a line to where it belongs.
    private var drawn: HTML {
        var taken: Set<Point> = [], parts: [HTML] = [], lines: [HTML] = []
        for mark in marks {
            let point = point(mark.place)
            guard isSeen(point) else { continue }
            let free = Self.free(Point(x: point.x / Self.step, y: point.y / Self.step), taken)
            taken.insert(free.cell)
            let at = free.moved ? Point(x: free.cell.x * Self.step + 15, y: free.cell.y * Self.step + 15) : point
            if free.moved { lines.append("<path d=\"M\(point.x) \(point.y)L\(at.x) \(at.y)\" class=\"line\"/>") }
            parts.append("""
                <g class="m\(mark.stage)\(mark.isLate ? " late" : "")"><circle cx="\(at.x)" cy="\(at.y)" r="13"/>\
                <text x="\(at.x)" y="\(at.y + 5)" text-anchor="middle">\(mark.number)</text></g>
                """)
        }
        return lines.joined() + parts.joined()
    }

    /// The nearest cell that is free, ring by ring, each from its upper left corner.
    private static func free(_ cell: Point, _ taken: Set<Point>) -> (cell: Point, moved: Bool) {
        if !taken.contains(cell) { return (cell, false) }
        let columns = 0..<(wide / step), rows = 0..<(high / step)
        for ring in 1...6 {
            for y in -ring...ring {
                for x in -ring...ring where max(abs(x), abs(y)) == ring {
                    let other = Point(x: cell.x + x, y: cell.y + y)
                    if columns.contains(other.x), rows.contains(other.y), !taken.contains(other) { return (other, true) }
                }
            }
        }
        return (cell, false)
    }

    /// The outline round points, counterclockwise from the leftmost (Andrew's monotone chain).
    static func hull(_ points: [Point]) -> [Point] {
        let sorted = Set(points).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        if sorted.count < 3 { return sorted }
        let chain = { (points: [Point]) in
            points.reduce(into: [Point]()) { chain, next in
                while chain.count > 1, turn(chain[chain.count - 2], chain[chain.count - 1], next) <= 0 { chain.removeLast() }
                chain.append(next)
            }
        }
        return Array(chain(sorted).dropLast() + chain(sorted.reversed()).dropLast())
    }

    private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Int {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }

    /// A bar of round metres.
    private var scale: HTML {
        let metres = window.bar, length = window.units(metres)
        let words = metres >= 1000 ? "\(metres / 1000) km" : "\(metres) m"
        return """
            <path d="M16 \(Self.high - 22)v6h\(length)v-6" class="line"/>\
            <text x="\(24 + length)" y="\(Self.high - 14)">\(words)</text>
            """
    }
}

/// Which part of the ground a plan shows: all of it, or a half or a quarter of its sides round a point.
struct PlanWindow {
    static let zooms = 1...3

    let zoom: Int
    /// Its middle, in thousandths of the whole from the west and from the north.
    let at: (x: Int, y: Int)
    /// The north-west corner in metres, and the metres of the whole sheet's width.
    private let west: Int
    private let north: Int
    private let width: Int

    init(around points: [(east: Int, north: Int)], zoom: Int, at: (Int, Int)) {
        let (easts, norths) = (points.map(\.east), points.map(\.north))
        let (left, right) = (easts.min() ?? 0, easts.max() ?? 0), (low, up) = (norths.min() ?? 0, norths.max() ?? 0)
        // A tenth round everything, and never less than a few houses.
        let least = max(right - left, (up - low) * PlanDrawing.wide / PlanDrawing.high, 400)
        let whole = least + least / 5, high = whole * PlanDrawing.high / PlanDrawing.wide
        self.zoom = min(max(zoom, Self.zooms.lowerBound), Self.zooms.upperBound)
        let part = 1 << (self.zoom - 1), half = 500 / part
        self.at = (min(max(at.0, half), 1000 - half), min(max(at.1, half), 1000 - half))
        width = whole / part
        west = (left + right - whole) / 2 + whole * (self.at.x - half) / 1000
        north = (low + up + high) / 2 - high * (self.at.y - half) / 1000
    }

    func x(_ east: Int) -> Int { (east - west) * PlanDrawing.wide / width }
    func y(_ north: Int) -> Int { (self.north - north) * PlanDrawing.wide / width }
    func units(_ metres: Int) -> Int { metres * PlanDrawing.wide / width }

    /// 1, 2 or 5 and noughts: the longest that is no more than a quarter of the sheet.
    var bar: Int {
        var best = 1, decade = 1
        while decade <= width {
            for step in [1, 2, 5] where step * decade * 4 <= width { best = step * decade }
            decade *= 10
        }
        return best
    }

    /// The window half its side farther, where there is something.
    func moved(_ x: Int, _ y: Int) -> (x: Int, y: Int)? {
        let half = 500 / (1 << (zoom - 1))
        let next = (x: min(max(at.x + x * half, half), 1000 - half), y: min(max(at.y + y * half, half), 1000 - half))
        return next == at ? nil : next
    }

    /// A point of the sheet in thousandths of the whole.
    func share(_ point: PlanDrawing.Point) -> (x: Int, y: Int) {
        let part = 1 << (zoom - 1), half = 500 / part
        let (x, y) = (point.x * 1000 / (PlanDrawing.wide * part), point.y * 1000 / (PlanDrawing.high * part))
        return (at.x - half + x, at.y - half + y)
    }
}
