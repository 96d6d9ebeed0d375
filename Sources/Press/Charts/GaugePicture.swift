import Documents
import Kernel

extension Point {
    /// A place on a circle, in tenths of a degree from twelve o'clock, clockwise; to a tenth of a pixel,
    /// which every platform's sine gives alike.
    init(around centre: Point, radius: Int, at tenths: Int) {
        let angle = Double(tenths) * .pi / 1800
        let (right, up) = (Double(radius) * Angle.sine(angle), Double(radius) * Angle.cosine(angle))
        self.init(centre.x + Int(right.rounded()), centre.y - Int(up.rounded()))
    }
}

extension ChartFigures {
    /// An arc of 240°: the first series wide, the second thin within it, the target as a mark through both.
    var gauge: Picture {
        var picture = Picture(width: 3000, height: 2280)
        let centre = Point(1500, 1340)
        let cells = rows.first?.cells ?? []
        picture.shapes.append(.arc(centre, radius: 920, from: -1200, to: 1200, Stroke(.sunk, 160)))
        if let used = cells.first?.hundredths, used > 0 {
            picture.shapes.append(.arc(centre, radius: 920, from: -1200, to: Self.angle(used), Stroke(.bar, 160)))
        }
        if cells.count > 1, let paid = cells[1].hundredths {
            picture.shapes.append(.arc(centre, radius: 780, from: -1200, to: 1200, Stroke(.sunk, 40)))
            if paid > 0 { picture.shapes.append(.arc(centre, radius: 780, from: -1200, to: Self.angle(paid), Stroke(.bar2, 40))) }
        }
        mark(&picture, centre)
        picture.text(cells.first?.display(language) ?? "—", centre.x, centre.y + 60, size: 320, .middle, bold: true)
        picture.text(series.first ?? "", centre.x, centre.y + 310, .middle, .soft)
        if cells.count > 1 {
            let words = series[1] + " " + cells[1].display(language)
            picture.text(words, centre.x, centre.y + 680, .middle, .soft)
        }
        picture.text(targetWords, centre.x, centre.y + 890, .middle, .soft)
        return picture
    }

    private func mark(_ picture: inout Picture, _ centre: Point) {
        guard let target else { return }
        let angle = Self.angle(target)
        let ends = (Point(around: centre, radius: 740, at: angle), Point(around: centre, radius: 1020, at: angle))
        picture.line(ends.0, ends.1, Stroke(.ink, 30))
        let place = Point(around: centre, radius: 1100, at: angle)
        let anchor: Anchor = angle > 300 ? .start : angle < -300 ? .end : .middle
        picture.text(chart.target?.text ?? "", place.x, place.y + 50, anchor, .ink)
    }

    /// Where a share lies on the arc; beyond the whole it stays at its end.
    private static func angle(_ hundredths: Int) -> Int { -1200 + min(max(hundredths, 0), 10_000) * 2400 / 10_000 }
}

extension Picture {
    fileprivate mutating func text(_ text: String, _ x: Int, _ y: Int, _ anchor: Anchor, _ ink: Ink) {
        self.text(text, x, y, size: 150, anchor, ink)
    }
}
