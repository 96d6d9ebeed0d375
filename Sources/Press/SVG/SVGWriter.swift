package import Documents
package import Kernel

/// Writes pictures as SVG: no script, no font of its own, nothing fetched. The same picture gives the same
/// bytes.
struct SVGWriter {
    /// An element to stand in a page of HTML.
    static func element(_ picture: Picture) -> String { text(picture, attributes: "") }

    /// A file of its own.
    static func file(_ picture: Picture) -> String {
        let family = HTMLText.escaped(#""Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif"#)
        return text(picture, attributes: " xmlns=\"http://www.w3.org/2000/svg\" font-family=\"\(family)\"")
    }

    private static func text(_ picture: Picture, attributes: String) -> String {
        let title = HTMLText.escaped(picture.title)
        let size = " width=\"\(number(picture.width))\" height=\"\(number(picture.height))\""
        let view = " viewBox=\"0 0 \(number(picture.width)) \(number(picture.height))\""
        return "<svg\(attributes)\(size)\(view) role=\"img\" aria-label=\"\(title)\">\n"
            + "<title>\(title)</title>\n<desc>\(HTMLText.escaped(picture.figures))</desc>\n"
            + picture.shapes.map { element($0) + "\n" }.joined() + "</svg>\n"
    }

    private static func element(_ shape: Shape) -> String {
        switch shape {
        case .box(let at, let width, let height, let fill, let edge):
            return "<rect x=\"\(number(at.x))\" y=\"\(number(at.y))\" width=\"\(number(width))\" height=\"\(number(height))\""
                + " fill=\"\(fill.map(colour) ?? "none")\"\(edge.map(stroke) ?? "")/>"
        case .lines(let lines, let line):
            return "<path d=\"\(lines.map { path($0) }.joined())\" fill=\"none\"\(stroke(line))/>"
        case .area(let points, let ink): return "<path d=\"\(path(points))Z\" fill=\"\(colour(ink))\"/>"
        case .arc(let centre, let radius, let from, let to, let line):
            let (start, end) = (Point(around: centre, radius: radius, at: from), Point(around: centre, radius: radius, at: to))
            let r = number(radius)
            let isLarge = to - from > 1800
            return "<path d=\"M\(place(start))A\(r) \(r) 0 \(isLarge ? 1 : 0) 1 \(place(end))\" fill=\"none\"\(stroke(line))/>"
        case .dot(let at, let radius, let ink):
            return "<circle cx=\"\(number(at.x))\" cy=\"\(number(at.y))\" r=\"\(number(radius))\" fill=\"\(colour(ink))\"/>"
        case .text(let text, let at, let size, let anchor, let isBold, let ink):
            return "<text x=\"\(number(at.x))\" y=\"\(number(at.y))\" font-size=\"\(number(size))\"\(attribute(anchor))"
                + (isBold ? " font-weight=\"600\"" : "") + " fill=\"\(colour(ink))\">\(HTMLText.escaped(text))</text>"
        }
    }

    private static func path(_ points: [Point]) -> String {
        points.enumerated().map { ($0 == 0 ? "M" : "L") + place($1) }.joined()
    }

    private static func place(_ point: Point) -> String { number(point.x) + " " + number(point.y) }

    private static func stroke(_ stroke: Stroke) -> String {
        let dash = stroke.dash.isEmpty ? "" : " stroke-dasharray=\"\(stroke.dash.map(number).joined(separator: " "))\""
        return " stroke=\"\(colour(stroke.ink))\" stroke-width=\"\(number(stroke.width))\"\(dash)"
    }

    private static func attribute(_ anchor: Anchor) -> String {
        switch anchor {
        case .start: ""
        case .middle: " text-anchor=\"middle\""
        case .end: " text-anchor=\"end\""
        }
    }

    private static func colour(_ ink: Ink) -> String {
        let digits = String(ink.colour, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Tenths as a decimal.
    private static func number(_ tenths: Int) -> String {
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
    }
}

extension Document {
    /// Whether there is anything to draw.
    package var hasChart: Bool {
        sections.contains { $0.parts.contains { if case .chart = $0 { true } else { false } } }
    }

    /// Its charts, one below the other. Throws `chart.none` where it has none.
    package func svg(_ language: Language = .zh) throws(Refusal) -> [UInt8] {
        let pictures = pictures(language)
        guard var all = pictures.first else { throw Refusal(.chartNone, ["document": title(language)]) }
        for picture in pictures.dropFirst() { all = all.above(picture) }
        return Array(SVGWriter.file(all).utf8)
    }
}
