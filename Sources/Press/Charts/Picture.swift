/// Something drawn, as shapes at places; SVG and paper draw the same. Lengths are whole tenths of a pixel
/// (on paper of a point), so that the same picture gives the same bytes.
struct Picture: Equatable {
    var width: Int
    var height: Int
    /// What it shows, for those who hear it instead: its name, and every figure in it.
    var title = ""
    var figures = ""
    var shapes: [Shape] = []
}

struct Point: Equatable {
    var x: Int
    var y: Int

    init(_ x: Int, _ y: Int) { (self.x, self.y) = (x, y) }

    func moved(_ dx: Int, _ dy: Int) -> Point { Point(x + dx, y + dy) }
}

/// What a stroke or an area is painted with. Words and patterns say the same: no colour carries a meaning
/// alone.
enum Ink: Equatable {
    case ink, soft, edge, rule, sunk, card, bar, bar2, bar3

    /// Red, green, blue.
    var colour: UInt32 {
        switch self {
        case .ink: 0x14201C
        case .soft: 0x3F4E48
        case .edge: 0x71807A
        case .rule: 0xD5DEDA
        case .sunk: 0xE9EFEC
        case .card: 0xFFFFFF
        case .bar: 0x0B6B57
        case .bar2: 0x4F9583
        case .bar3: 0xB5D6CB
        }
    }
}

struct Stroke: Equatable {
    var ink: Ink
    var width: Int
    /// Lengths of marks and gaps in turn; none for a whole line.
    var dash: [Int] = []

    init(_ ink: Ink, _ width: Int, dash: [Int] = []) { (self.ink, self.width, self.dash) = (ink, width, dash) }
}

enum Anchor: Equatable {
    case start, middle, end
}

enum Shape: Equatable {
    case box(Point, width: Int, height: Int, fill: Ink?, edge: Stroke?)
    /// Lines through points, each its own.
    case lines([[Point]], Stroke)
    case area([Point], Ink)
    /// Around a centre, in tenths of a degree from twelve o'clock, clockwise.
    case arc(Point, radius: Int, from: Int, to: Int, Stroke)
    case dot(Point, radius: Int, Ink)
    /// On a base line.
    case text(String, Point, size: Int, Anchor, isBold: Bool, Ink)

    func moved(_ dx: Int, _ dy: Int) -> Shape {
        switch self {
        case .box(let at, let width, let height, let fill, let edge):
            .box(at.moved(dx, dy), width: width, height: height, fill: fill, edge: edge)
        case .lines(let lines, let stroke): .lines(lines.map { $0.map { $0.moved(dx, dy) } }, stroke)
        case .area(let points, let ink): .area(points.map { $0.moved(dx, dy) }, ink)
        case .arc(let at, let radius, let from, let to, let stroke):
            .arc(at.moved(dx, dy), radius: radius, from: from, to: to, stroke)
        case .dot(let at, let radius, let ink): .dot(at.moved(dx, dy), radius: radius, ink)
        case .text(let text, let at, let size, let anchor, let isBold, let ink):
            .text(text, at.moved(dx, dy), size: size, anchor, isBold: isBold, ink)
        }
    }
}

extension Picture {
    mutating func text(
        _ text: String, _ x: Int, _ y: Int, size: Int = 150, _ anchor: Anchor = .start, bold: Bool = false, _ ink: Ink = .ink
    ) {
        shapes.append(.text(text, Point(x, y), size: size, anchor, isBold: bold, ink))
    }

    mutating func line(_ from: Point, _ to: Point, _ stroke: Stroke) { shapes.append(.lines([[from, to]], stroke)) }

    /// Another picture below it.
    func above(_ other: Picture, gap: Int = 160) -> Picture {
        var both = self
        both.width = max(width, other.width)
        both.height = height + gap + other.height
        both.figures += "\n" + other.title + "\n" + other.figures
        both.shapes += other.shapes.map { $0.moved(0, height + gap) }
        return both
    }
}
