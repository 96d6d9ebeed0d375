import Documents
import Kernel

/// Lengths of all bar charts.
enum BarMeasure {
    static let (width, left, long) = (9200, 1880, 7000)
    /// From one bar to the next, and the bar itself.
    static let (pitch, high) = (340, 200)
}

extension ChartFigures {
    /// One bar a row, all of one length: where the whole of each went.
    var stacked: Picture {
        var picture = Picture(width: BarMeasure.width, height: 0)
        for (index, row) in rows.enumerated() {
            let top = index * BarMeasure.pitch + 60
            picture.text(row.name, BarMeasure.left - 100, top + 155, .end)
            picture.shapes += Self.stack(row.cells.map(\.length), at: Point(BarMeasure.left, top), long: BarMeasure.long)
            guard let target else { continue }
            let x = BarMeasure.left + target * BarMeasure.long / 10_000
            picture.line(Point(x, top - 40), Point(x, top + BarMeasure.high + 40), Stroke(.ink, 20))
        }
        let foot = rows.count * BarMeasure.pitch + 60
        if target != nil, let target {
            picture.text(targetWords, BarMeasure.left + target * BarMeasure.long / 10_000, foot + 130, .end, .soft)
        }
        return legend(picture, below: foot + (target == nil ? 0 : 200))
    }

    /// The parts of a bar, side by side with a hair between them; what is above nought can be seen.
    static func stack(_ values: [Int64], at place: Point, long: Int, high: Int = BarMeasure.high) -> [Shape] {
        let whole = values.reduce(Int128(0)) { $0 + Int128($1) }
        guard whole > 0 else { return [] }
        var before = Int128(0)
        return values.enumerated().flatMap { index, value -> [Shape] in
            guard value > 0 else { return [] }
            let from = place.x + Int(before * Int128(long) / whole)
            before += Int128(value)
            let to = place.x + Int(before * Int128(long) / whole)
            return BarFill(index).shapes(Point(from, place.y), width: max(15, to - from - 10), height: high)
        }
    }

    /// One bar a row and series on one scale, with its figure behind it.
    var bars: Picture {
        var picture = Picture(width: BarMeasure.width, height: 0)
        let longest = rows.flatMap { $0.cells.map(\.length) }.max() ?? 0
        var top = 60
        for row in rows {
            for (index, cell) in row.cells.enumerated() {
                if index == 0 { picture.text(row.name, BarMeasure.left - 100, top + 155, .end) }
                let long = longest == 0 ? 0 : Int(Int128(cell.length) * Int128(BarMeasure.long - 1400) / Int128(longest))
                let width = cell.length > 0 ? max(15, long) : 0
                if width > 0 {
                    picture.shapes += BarFill(index).shapes(Point(BarMeasure.left, top), width: width, height: BarMeasure.high)
                }
                picture.text(cell.display(language), BarMeasure.left + width + 80, top + 155)
                top += index == row.cells.count - 1 ? BarMeasure.pitch : BarMeasure.high + 30
            }
        }
        let from = Point(BarMeasure.left, 0), to = Point(BarMeasure.left, top - 60)
        picture.line(from, to, Stroke(.edge, 10))
        picture.height = top
        return series.count > 1 ? legend(picture, below: top) : picture
    }

    /// What each fill means, over as many lines as it takes.
    private func legend(_ picture: Picture, below top: Int) -> Picture {
        var picture = picture
        var (x, y) = (BarMeasure.left, top + 40)
        for (index, name) in series.enumerated() {
            let room = 200 + name.drawnWidth(150) + 200
            if x + room > BarMeasure.width, x > BarMeasure.left { (x, y) = (BarMeasure.left, y + 240) }
            picture.shapes += BarFill(index).shapes(Point(x, y), width: 140, height: 140)
            picture.text(name, x + 200, y + 125, .start, .soft)
            x += room
        }
        picture.height = y + 220
        return picture
    }
}

extension Picture {
    fileprivate mutating func text(_ text: String, _ x: Int, _ y: Int, _ anchor: Anchor = .start, _ ink: Ink = .ink) {
        self.text(text, x, y, size: 150, anchor, ink)
    }
}

/// How the parts of a bar are told apart, in grey print too: from full to empty.
struct BarFill {
    private enum Pattern {
        case full(Ink), dots, outlined, hatch, empty
    }

    private let pattern: Pattern

    init(_ index: Int) {
        let all: [Pattern] = [.full(.bar), .full(.bar2), .dots, .outlined, .hatch, .empty]
        pattern = all[min(index, all.count - 1)]
    }

    func shapes(_ at: Point, width: Int, height: Int) -> [Shape] {
        let box = { (fill: Ink?, edge: Stroke?) in Shape.box(at, width: width, height: height, fill: fill, edge: edge) }
        switch pattern {
        case .full(let ink): return [box(ink, nil)]
        case .dots: return [box(.bar3, Stroke(.bar2, 10)), Self.dots(at, width, height)]
        case .outlined: return [box(.bar3, Stroke(.bar2, 10))]
        case .hatch: return [box(.card, Stroke(.bar2, 10)), Self.hatch(at, width, height)]
        case .empty: return [box(.card, Stroke(.edge, 10))]
        }
    }

    private static func dots(_ at: Point, _ width: Int, _ height: Int) -> Shape {
        var marks: [[Point]] = []
        for y in stride(from: at.y + 40, to: at.y + height - 20, by: 60) {
            for x in stride(from: at.x + 40, to: at.x + width - 20, by: 60) { marks.append([Point(x, y), Point(x + 18, y)]) }
        }
        return .lines(marks, Stroke(.bar, 18))
    }

    /// Lines from the lower left to the upper right, cut off at the edges.
    private static func hatch(_ at: Point, _ width: Int, _ height: Int) -> Shape {
        let marks = stride(from: 50, to: width + height, by: 60).map { sum -> [Point] in
            let left = max(0, sum - height), right = min(sum, width)
            return [Point(at.x + left, at.y + sum - left), Point(at.x + right, at.y + sum - right)]
        }
        return .lines(marks, Stroke(.bar2, 14))
    }
}
