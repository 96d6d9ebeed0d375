import Kernel

/// A file of PDF that is being drawn: cairo's surface and pango's measures behind it. All that is random
/// about either — the language and the time of the machine, its screen — is set here.
final class Sheet: Typesetter {
    static let family = "Noto Sans CJK SC"

    private let cairo: CairoLibrary
    private let pango: PangoLibrary
    private let surface: Handle?
    private let pen: Handle?
    private let map: Handle?
    private let context: Handle?
    private let layout: Handle?
    private var faces: [Face: Handle] = [:]
    private var covered: [Bool: Set<Unicode.Scalar>] = [:]
    private let sink = Sink()

    private final class Sink { var bytes: [UInt8] = [] }

    /// Of a size in tenths of a point. Throws `tool.missing`, also where the font is not there.
    init(width: Int, height: Int) throws(Refusal) {
        let (cairo, pango) = (try CairoLibrary.shared(), try PangoLibrary.shared())
        (self.cairo, self.pango) = (cairo, pango)
        let write: CairoLibrary.Write = { sink, data, count in
            guard let sink, let data else { return 0 }
            Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes += UnsafeBufferPointer(start: data, count: Int(count))
            return 0
        }
        surface = cairo.pdf(write, Unmanaged.passUnretained(sink).toOpaque(), Self.points(width), Self.points(height))
        pen = cairo.create(surface)
        map = pango.fontMap()
        context = pango.pangoContext(map)
        pango.adopt(pen, context)
        pango.resolution(context, 72)
        pango.rounding(context, 0)
        pango.language(context, pango.languageNamed("zh-cn"))
        layout = pango.layout(context)
        pango.wrap(layout, 2)
        let list = pango.attributeList()
        // No other font steps in for a sign that this one does not have.
        pango.insert(list, pango.fallback(0))
        pango.attributes(layout, list)
        pango.freeAttributes(list)
        try demandFont()
    }

    deinit {
        for face in faces.values { pango.freeDescription(face) }
        for handle in [layout, context, map] { pango.release(handle) }
        cairo.freeContext(pen)
        cairo.freeSurface(surface)
    }

    /// Title and the time of making, in the file's own words. Throws `tool.failed` when something went wrong.
    func finish(title: String, created: Instant) throws(Refusal) -> [UInt8] {
        cairo.metadata(surface, 0, title)
        cairo.metadata(surface, 4, "yjb")
        cairo.metadata(surface, 5, created.text)
        cairo.finish(surface)
        let status = cairo.surfaceStatus(surface)
        guard status == 0 else { throw Refusal(.toolFailed, ["tool": "cairo", "detail": "status \(status)"]) }
        return sink.bytes
    }

    func draw(page shapes: [Shape]) {
        for shape in shapes { draw(shape) }
        cairo.page(pen)
    }

    func lines(_ text: String, _ face: Face, width: Int?) throws(Refusal) -> [TextLine] {
        let text = text.forPaper
        try demandGlyphs(text, face)
        set(text, face)
        pango.width(layout, width.map { Int32(clamping: max(1, $0) * 1024 / 10) } ?? -1)
        let bytes = Array(text.utf8)
        let count = Int(pango.lineCount(layout))
        let parts = (0..<count).map { index -> String in
            let line = pango.lineAt(layout, Int32(index))
            let start = Int(pango.lineStart(line)), length = Int(pango.lineLength(line))
            return String(decoding: bytes[start..<start + length], as: UTF8.self)
        }
        pango.width(layout, -1)
        return parts.map { part in
            set(part, face)
            var size: (Int32, Int32) = (0, 0)
            pango.size(layout, &size.0, &size.1)
            return TextLine(text: part, width: (Int(size.0) * 10 + 1023) / 1024)
        }
    }

    private func set(_ text: String, _ face: Face) {
        pango.font(layout, description(face))
        pango.text(layout, text, Int32(text.utf8.count))
    }

    private func description(_ face: Face) -> Handle? {
        if let made = faces[face] { return made }
        let size = "\(face.size / 10).\(face.size % 10)"
        let made = pango.description("\(Self.family) \(face.isBold ? "Bold " : "")\(size)")
        faces[face] = made
        return made
    }

    private static func points(_ tenths: Int) -> Double { Double(tenths) / 10 }
}

extension Sheet {
    private func draw(_ shape: Shape) {
        switch shape {
        case .box(let at, let width, let height, let fill, let edge):
            let (x, y) = (Self.points(at.x), Self.points(at.y))
            cairo.rectangle(pen, x, y, Self.points(width), Self.points(height))
            if let fill { paint(fill) }
            cairo.rectangle(pen, x, y, Self.points(width), Self.points(height))
            if let edge { stroke(edge) } else { cairo.newPath(pen) }
        case .lines(let lines, let line):
            for points in lines { path(points) }
            stroke(line)
        case .area(let points, let ink):
            path(points)
            cairo.close(pen)
            paint(ink)
        case .arc(let centre, let radius, let from, let to, let line):
            let angle = { (tenths: Int) in Double(tenths - 900) * .pi / 1800 }
            cairo.newPath(pen)
            cairo.arc(pen, Self.points(centre.x), Self.points(centre.y), Self.points(radius), angle(from), angle(to))
            stroke(line)
        case .dot(let at, let radius, let ink):
            cairo.newPath(pen)
            cairo.arc(pen, Self.points(at.x), Self.points(at.y), Self.points(radius), 0, 2 * .pi)
            paint(ink)
        case .text(let text, let at, let size, let anchor, let isBold, let ink):
            write(text, at, Face(size, bold: isBold), anchor, ink)
        }
    }

    private func write(_ text: String, _ at: Point, _ face: Face, _ anchor: Anchor, _ ink: Ink) {
        set(text.forPaper, face)
        var (width, height): (Int32, Int32) = (0, 0)
        pango.size(layout, &width, &height)
        let before = switch anchor {
        case .start: 0.0
        case .middle: Double(width) / 2048
        case .end: Double(width) / 1024
        }
        colour(ink)
        cairo.move(pen, Self.points(at.x) - before, Self.points(at.y) - Double(pango.baseline(layout)) / 1024)
        pango.show(pen, layout)
        cairo.newPath(pen)
    }

    private func path(_ points: [Point]) {
        for (index, point) in points.enumerated() {
            let draw = index == 0 ? cairo.move : cairo.line
            draw(pen, Self.points(point.x), Self.points(point.y))
        }
    }

    private func colour(_ ink: Ink) {
        let part = { (shift: UInt32) in Double(ink.colour >> shift & 0xFF) / 255 }
        cairo.colour(pen, part(16), part(8), part(0))
    }

    private func paint(_ ink: Ink) {
        colour(ink)
        cairo.fill(pen)
    }

    private func stroke(_ stroke: Stroke) {
        colour(stroke.ink)
        cairo.lineWidth(pen, Self.points(stroke.width))
        cairo.dash(pen, stroke.dash.map(Self.points), Int32(stroke.dash.count), 0)
        cairo.stroke(pen)
    }
}

extension Sheet {
    /// Another font would be put in its place without a word.
    private func demandFont() throws(Refusal) {
        let font = pango.loadFont(context, description(Face(100)))
        defer { pango.release(font) }
        let found = pango.describe(font)
        defer { pango.freeDescription(found) }
        guard let name = pango.family(found), String(cString: name) == Self.family else {
            throw Refusal(.toolMissing, ["tool": Self.family, "package": "fonts-noto-cjk"])
        }
    }

    /// Every sign must be in the font: a box in its place would make another paper of it. Throws
    /// `glyph.missing`.
    private func demandGlyphs(_ text: String, _ face: Face) throws(Refusal) {
        let unknown = text.unicodeScalars.filter { scalar in
            covered[face.isBold]?.contains(scalar) != true && scalar != "\n" && !scalar.properties.isDefaultIgnorableCodePoint
        }
        if unknown.isEmpty { return }
        let font = pango.loadFont(context, description(face))
        defer { pango.release(font) }
        let coverage = pango.coverage(font, pango.languageNamed("zh-cn"))
        defer { pango.freeCoverage(coverage) }
        for scalar in unknown {
            guard pango.covers(coverage, Int32(scalar.value)) != 0 else {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
                let character = scalar.isControl ? "�" : String(scalar)
                throw Refusal(.glyphMissing, ["font": Self.family, "character": character, "code": code])
            }
            covered[face.isBold, default: []].insert(scalar)
        }
    }
}

extension String {
    /// Line breaks of every kind as one, a tab as a blank, and the two marks that fonts for paper lack as the
    /// ones that Chinese offices write.
    fileprivate var forPaper: String {
        guard contains(where: { $0.isNewline || "\t✓✗".contains($0) }) else { return self }
        return String(map { sign in
            switch sign {
            case "\t": " "
            case "✓": "√"
            case "✗": "×"
            case _: sign.isNewline ? "\n" : sign
            }
        })
    }
}
