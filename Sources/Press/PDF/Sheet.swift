import Kernel

/// A file of PDF that is being drawn: cairo's surface and pango's measures behind it. All that is random about
/// either — the language and the time of the machine, its screen — is set here.
final class Sheet: Typesetter {
    static let family = "Noto Sans CJK SC"

    private let library: DrawingLibrary
    private let surface: Handle?
    private let cairo: Handle?
    private let map: Handle?
    private let context: Handle?
    private let layout: Handle?
    private var faces: [Face: Handle] = [:]
    private var covered: [Bool: Set<Unicode.Scalar>] = [:]
    private let sink = Sink()

    private final class Sink { var bytes: [UInt8] = [] }

    /// Of a size in tenths of a point. Throws `tool.missing`, also where the font is not there.
    init(width: Int, height: Int) throws(Refusal) {
        let library = try DrawingLibrary.shared()
        self.library = library
        let write: DrawingLibrary.Write = { sink, data, count in
            guard let sink, let data else { return 0 }
            Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes += UnsafeBufferPointer(start: data, count: Int(count))
            return 0
        }
        surface = library.pdf(write, Unmanaged.passUnretained(sink).toOpaque(), Self.points(width), Self.points(height))
        cairo = library.create(surface)
        map = library.fontMap()
        context = library.pangoContext(map)
        library.adopt(cairo, context)
        library.resolution(context, 72)
        library.rounding(context, 0)
        library.language(context, library.languageNamed("zh-cn"))
        layout = library.layout(context)
        library.wrap(layout, 2)
        let list = library.attributeList()
        // No other font steps in for a sign that this one does not have.
        library.insert(list, library.fallback(0))
        library.attributes(layout, list)
        library.freeAttributes(list)
        try demandFont()
    }

    deinit {
        for face in faces.values { library.freeDescription(face) }
        for handle in [layout, context, map] { library.release(handle) }
        library.freeContext(cairo)
        library.freeSurface(surface)
    }

    /// Title and the time of making, in the file's own words. Throws `tool.failed` when something went wrong.
    func finish(title: String, created: Instant) throws(Refusal) -> [UInt8] {
        library.metadata(surface, 0, title)
        library.metadata(surface, 4, "yjb")
        library.metadata(surface, 5, created.text)
        library.finish(surface)
        let status = library.surfaceStatus(surface)
        guard status == 0 else { throw Refusal(.toolFailed, ["tool": "cairo", "detail": "status \(status)"]) }
        return sink.bytes
    }

    func draw(page shapes: [Shape]) {
        for shape in shapes { draw(shape) }
        library.page(cairo)
    }

    func lines(_ text: String, _ face: Face, width: Int?) throws(Refusal) -> [TextLine] {
        let text = text.forPaper
        try demandGlyphs(text, face)
        set(text, face)
        library.width(layout, width.map { Int32(clamping: max(1, $0) * 1024 / 10) } ?? -1)
        let bytes = Array(text.utf8)
        let count = Int(library.lineCount(layout))
        let parts = (0..<count).map { index -> String in
            let line = library.lineAt(layout, Int32(index))
            let start = Int(library.lineStart(line)), length = Int(library.lineLength(line))
            return String(decoding: bytes[start..<start + length], as: UTF8.self)
        }
        library.width(layout, -1)
        return parts.map { part in
            set(part, face)
            var size: (Int32, Int32) = (0, 0)
            library.size(layout, &size.0, &size.1)
            return TextLine(text: part, width: (Int(size.0) * 10 + 1023) / 1024)
        }
    }

    private func set(_ text: String, _ face: Face) {
        library.font(layout, description(face))
        library.text(layout, text, Int32(text.utf8.count))
    }

    private func description(_ face: Face) -> Handle? {
        if let made = faces[face] { return made }
        let size = "\(face.size / 10).\(face.size % 10)"
        let made = library.description("\(Self.family) \(face.isBold ? "Bold " : "")\(size)")
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
            library.rectangle(cairo, x, y, Self.points(width), Self.points(height))
            if let fill { paint(fill) }
            library.rectangle(cairo, x, y, Self.points(width), Self.points(height))
            if let edge { stroke(edge) } else { library.newPath(cairo) }
        case .lines(let lines, let line):
            for points in lines { path(points) }
            stroke(line)
        case .area(let points, let ink):
            path(points)
            library.close(cairo)
            paint(ink)
        case .arc(let centre, let radius, let from, let to, let line):
            let angle = { (tenths: Int) in Double(tenths - 900) * .pi / 1800 }
            library.newPath(cairo)
            library.arc(cairo, Self.points(centre.x), Self.points(centre.y), Self.points(radius), angle(from), angle(to))
            stroke(line)
        case .dot(let at, let radius, let ink):
            library.newPath(cairo)
            library.arc(cairo, Self.points(at.x), Self.points(at.y), Self.points(radius), 0, 2 * .pi)
            paint(ink)
        case .text(let text, let at, let size, let anchor, let isBold, let ink):
            write(text, at, Face(size, bold: isBold), anchor, ink)
        }
    }

    private func write(_ text: String, _ at: Point, _ face: Face, _ anchor: Anchor, _ ink: Ink) {
        set(text.forPaper, face)
        var (width, height): (Int32, Int32) = (0, 0)
        library.size(layout, &width, &height)
        let before = switch anchor {
        case .start: 0.0
        case .middle: Double(width) / 2048
        case .end: Double(width) / 1024
        }
        colour(ink)
        library.move(cairo, Self.points(at.x) - before, Self.points(at.y) - Double(library.baseline(layout)) / 1024)
        library.show(cairo, layout)
        library.newPath(cairo)
    }

    private func path(_ points: [Point]) {
        for (index, point) in points.enumerated() {
            let draw = index == 0 ? library.move : library.line
            draw(cairo, Self.points(point.x), Self.points(point.y))
        }
    }

    private func colour(_ ink: Ink) {
        let part = { (shift: UInt32) in Double(ink.colour >> shift & 0xFF) / 255 }
        library.colour(cairo, part(16), part(8), part(0))
    }

    private func paint(_ ink: Ink) {
        colour(ink)
        library.fill(cairo)
    }

    private func stroke(_ stroke: Stroke) {
        colour(stroke.ink)
        library.lineWidth(cairo, Self.points(stroke.width))
        library.dash(cairo, stroke.dash.map(Self.points), Int32(stroke.dash.count), 0)
        library.stroke(cairo)
    }
}

extension Sheet {
    /// Another font would be put in its place without a word.
    private func demandFont() throws(Refusal) {
        let font = library.loadFont(context, description(Face(100)))
        defer { library.release(font) }
        let found = library.describe(font)
        defer { library.freeDescription(found) }
        guard let name = library.family(found), String(cString: name) == Self.family else {
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
        let font = library.loadFont(context, description(face))
        defer { library.release(font) }
        let coverage = library.coverage(font, library.languageNamed("zh-cn"))
        defer { library.freeCoverage(coverage) }
        for scalar in unknown {
            guard library.covers(coverage, Int32(scalar.value)) != 0 else {
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
