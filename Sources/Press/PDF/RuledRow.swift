import Kernel

/// A row of boxes with text in them, ruled or not.
struct RuledRow {
    struct Box {
        /// From the left edge of the frame.
        var x: Int
        var width: Int
        var lines: [TextLine]
        var face: Face
        var anchor = Anchor.start
        var ink = Ink.ink
        var fill: Ink?
    }

    enum Rules {
        /// Every box has its four sides.
        case grid
        /// A hairline below.
        case below
        /// Stronger lines above and below: the head of a table, a sum.
        case head, sum
        case none
    }

    static let inset = 40
    static let inside = 28

    var boxes: [Box]
    var rules: Rules
    var minimum = 0

    var height: Int { height(of: boxes.map(\.lines.count).max() ?? 0) }

    private func height(of count: Int) -> Int {
        let face = boxes.map(\.face.lineHeight).max() ?? 0
        return max(minimum, count * face + 2 * Self.inside)
    }

    /// Cut in two where the first part is to be no higher; nil where nothing of it would fit.
    func split(at height: Int) -> (RuledRow, RuledRow)? {
        let step = boxes.map(\.face.lineHeight).max() ?? 1
        let count = (height - 2 * Self.inside) / step
        guard count > 0 else { return nil }
        var (first, rest) = (self, self)
        for index in boxes.indices {
            first.boxes[index].lines = Array(boxes[index].lines.prefix(count))
            rest.boxes[index].lines = Array(boxes[index].lines.dropFirst(count))
        }
        (first.minimum, rest.minimum) = (0, 0)
        return (first, rest)
    }

    /// Around (0, 0). Short texts stand in the middle of a box of a form, at the top of a row of a table.
    var shapes: [Shape] {
        let height = height
        return boxes.flatMap { box -> [Shape] in
            let frame = Shape.box(
                Point(box.x, 0), width: box.width, height: height, fill: box.fill, edge: rules == .grid ? Stroke(.ink, 5) : nil)
            let free = rules == .grid ? (height - box.lines.count * box.face.lineHeight) / 2 : Self.inside
            let x = switch box.anchor {
            case .start: box.x + Self.inset
            case .middle: box.x + box.width / 2
            case .end: box.x + box.width - Self.inset
            }
            let texts = box.lines.enumerated().map { index, line in
                Shape.text(
                    line.text, Point(x, free + index * box.face.lineHeight + box.face.base), size: box.face.size, box.anchor,
                    isBold: box.face.isBold, box.ink)
            }
            return (box.fill != nil || rules == .grid ? [frame] : []) + texts
        } + lines(height)
    }

    private func lines(_ height: Int) -> [Shape] {
        guard let first = boxes.first, let last = boxes.last else { return [] }
        let line = { (y: Int, stroke: Stroke) in Shape.lines([[Point(first.x, y), Point(last.x + last.width, y)]], stroke) }
        return switch rules {
        case .grid, .none: []
        case .below: [line(height, Stroke(.edge, 3))]
        case .head: [line(0, Stroke(.ink, 10)), line(height, Stroke(.ink, 7))]
        case .sum: [line(0, Stroke(.ink, 7)), line(height, Stroke(.ink, 10))]
        }
    }
}

extension PageFlow {
    /// A row, with the rows that stand above it again at the top of every page. One that is higher than a
    /// page is cut.
    mutating func add(_ row: RuledRow, under heads: [RuledRow] = []) {
        var row = row
        let above = heads.reduce(0) { $0 + $1.height }
        while row.height > room {
            let fits = row.height + above <= whole
            if !fits, room > whole / 4, let (first, rest) = row.split(at: room) {
                place(first.shapes, height: first.height)
                row = rest
            } else if isAtTop {
                break
            }
            breakPage()
            for head in heads { place(head.shapes, height: head.height) }
            if room < row.height, row.split(at: room) == nil { break }
        }
        place(row.shapes, height: row.height)
    }
}
