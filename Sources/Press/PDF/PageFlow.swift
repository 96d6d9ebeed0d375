import Kernel

/// Pages that fill up from the top.
struct PageFlow {
    /// Of a page and of what is printed on it, in tenths of a point.
    struct Frame: Equatable {
        let width: Int
        let height: Int
        let margin: Int
        /// Where the first page begins to be filled, and where every page ends.
        var top: Int
        var bottom: Int

        var left: Int { margin }
        var inner: Int { width - 2 * margin }
    }

    let frame: Frame
    private(set) var pages: [[Shape]] = [[]]
    private(set) var y: Int

    init(_ frame: Frame) {
        self.frame = frame
        y = frame.top
    }

    /// What is left of the page.
    var room: Int { frame.bottom - y }
    /// What a whole page holds.
    var whole: Int { frame.bottom - frame.top }
    var isAtTop: Bool { y == frame.top }

    mutating func breakPage() {
        pages.append([])
        y = frame.top
    }

    /// Begins a new page unless there is so much room.
    mutating func demand(_ height: Int) {
        if height > room, !isAtTop { breakPage() }
    }

    mutating func skip(_ height: Int) { y = min(frame.bottom, y + height) }

    mutating func add(_ shapes: [Shape]) { pages[pages.count - 1] += shapes }

    /// Shapes drawn around (0, 0), put at the left edge here.
    mutating func place(_ shapes: [Shape], height: Int) {
        demand(height)
        add(shapes.map { $0.moved(frame.left, y) })
        y += height
    }

    /// Lines of text, one below the other; a text longer than a page goes on on the next.
    mutating func write(_ lines: [TextLine], _ face: Face, _ anchor: Anchor = .start, _ ink: Ink = .ink, indent: Int = 0) {
        for line in lines {
            demand(face.lineHeight)
            let x = switch anchor {
            case .start: frame.left + indent
            case .middle: frame.width / 2
            case .end: frame.width - frame.margin
            }
            add([.text(line.text, Point(x, y + face.base), size: face.size, anchor, isBold: face.isBold, ink)])
            y += face.lineHeight
        }
    }
}
