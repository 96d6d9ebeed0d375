import Documents
import Kernel

/// Where the months chart draws: the field between the axes.
private enum Field {
    static let (left, top, width, height) = (620, 120, 6400, 2600)
    static let size = 150

    static func y(_ hundredths: Int) -> Int { top + height - min(max(hundredths, 0), 10_500) * height / 10_000 }
}

extension ChartFigures {
    /// Percentages over the rows from nought: the first series strong, the others dashed.
    var months: Picture {
        var picture = Picture(width: 9200, height: Field.top + Field.height + 420)
        axes(&picture)
        if let target {
            let y = Field.y(target)
            picture.line(Point(Field.left, y), Point(Field.left + Field.width, y), Stroke(.ink, 15))
            picture.text(targetWords, Field.left + 60, y + 170, size: Field.size, .start, .ink)
        }
        for index in series.indices.dropFirst() {
            picture.shapes.append(.lines([points(index)], Stroke(.soft, 15, dash: [50, 40])))
        }
        let strong = points(0)
        if let last = strong.last, strong.count > 1 {
            let floor = Field.top + Field.height
            picture.shapes.insert(.area(strong + [Point(last.x, floor), Point(Field.left, floor)], .sunk), at: 0)
            picture.shapes += [.lines([strong], Stroke(.bar, 25)), .dot(last, radius: 45, .bar)]
        }
        ends(&picture)
        return picture
    }

    private func axes(_ picture: inout Picture) {
        for percent in stride(from: 0, through: 100, by: 20) {
            let y = Field.y(percent * 100)
            picture.line(Point(Field.left, y), Point(Field.left + Field.width, y), Stroke(.rule, 10))
            picture.text("\(percent) %", Field.left - 80, y + 50, size: Field.size, .end, .soft)
        }
        for (index, row) in rows.enumerated() {
            let middle = (x(index) + x(index - 1)) / 2
            picture.text(row.name, middle, Field.top + Field.height + 210, size: Field.size, .middle, .soft)
        }
    }

    /// The end of a row's stretch; of the one before the first, the beginning of the axis.
    private func x(_ index: Int) -> Int { Field.left + (index + 1) * Field.width / max(1, rows.count) }

    /// From nought to the last row that has a figure without a gap.
    private func points(_ index: Int) -> [Point] {
        let figures = rows.map { $0.cells.indices.contains(index) ? $0.cells[index].hundredths : nil }
        let there = figures.prefix { $0 != nil }.compactMap(\.self)
        return [Point(Field.left, Field.y(0))] + there.enumerated().map { Point(x($0), Field.y($1)) }
    }

    /// Each line's latest figure and its name, at the right; two that would cover each other are moved apart.
    private func ends(_ picture: inout Picture) {
        var labels = series.indices.compactMap { index -> (y: Int, text: String, isBold: Bool)? in
            let points = points(index)
            guard let last = points.last, points.count > 1 else { return nil }
            let cell = rows[points.count - 2].cells[index]
            return (last.y + 50, cell.display(language) + " " + series[index], index == 0)
        }
        labels.sort { $0.y < $1.y }
        for index in labels.indices.dropFirst() where labels[index].y - labels[index - 1].y < 200 {
            labels[index].y = labels[index - 1].y + 200
        }
        for label in labels {
            picture.text(label.text, Field.left + Field.width + 100, label.y, size: Field.size, .start, bold: label.isBold)
        }
    }
}
