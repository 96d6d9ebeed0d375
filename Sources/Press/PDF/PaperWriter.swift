package import Documents
package import Kernel

extension Document {
    /// The document on paper (PDF): A4 as it says, or the size of its form; pages numbered, heads of tables
    /// on every page. The same document gives the same bytes on one machine, whatever its language and
    /// clock. Throws `glyph.missing` for a sign that the font does not have, `tool.missing` without
    /// libraries or font.
    package func pdf(_ language: Language = .zh) throws(Refusal) -> [UInt8] {
        let frame = PageFlow.Frame(self)
        let sheet = try Sheet(width: frame.width, height: frame.height)
        let writer = PaperWriter(document: self, language: language, typesetter: sheet, frame: frame)
        let pages = try writer.pages()
        for page in pages { sheet.draw(page: page) }
        return try sheet.finish(title: title(language), created: moment ?? Self.noMoment)
    }
}

extension PageFlow.Frame {
    /// A4 with 18 mm around, or a quarter of it with 8.
    init(_ document: Document) {
        switch document.form?.size {
        case .a6: self.init(width: 2976, height: 4195, margin: 227, top: 310, bottom: 3830)
        case .a4, nil:
            switch document.orientation {
            case .portrait: self.init(width: 5953, height: 8419, margin: 510, top: 560, bottom: 7800)
            case .landscape: self.init(width: 8419, height: 5953, margin: 510, top: 560, bottom: 5334)
            }
        }
    }
}

/// Lays a document out on pages.
struct PaperWriter {
    let document: Document
    let language: Language
    let typesetter: any Typesetter
    let frame: PageFlow.Frame

    init(document: Document, language: Language, typesetter: any Typesetter, frame: PageFlow.Frame) {
        self.document = document
        self.language = language
        self.typesetter = typesetter
        self.frame = frame
    }

    var isForm: Bool { document.form != nil }
    var body: Face { Face(document.form?.size == .a6 ? 90 : 95) }

    /// The shapes of every page, with what stands at its edges.
    func pages() throws(Refusal) -> [[Shape]] {
        var flow = PageFlow(frame)
        try head(&flow)
        let plain = PaperPairs(language, typesetter, body, width: frame.inner)
        let labels = isForm ? min(max(try plain.labelWidth(document.pairs), 640), frame.inner / 4) : 0
        let pairs = PaperPairs(language, typesetter, body, width: frame.inner, labels: labels)
        try isForm ? pairs.addBoxes(document.facts, to: &flow) : pairs.add(document.facts, to: &flow)
        for section in document.sections { try add(section, pairs, to: &flow) }
        try foot(&flow)
        var pages: [[Shape]] = []
        for (index, page) in flow.pages.enumerated() { pages.append(page + (try margins(index + 1, of: flow.pages.count))) }
        return pages
    }

    private func add(_ section: Section, _ pairs: PaperPairs, to flow: inout PageFlow) throws(Refusal) {
        if let heading = section.heading, section.parts.contains(where: \.isPrinted) {
            try pairs.heading(heading(language), isForm: isForm, to: &flow)
        } else if !isForm {
            flow.skip(80)
        }
        var table: Table?
        for part in section.parts {
            if case .table(let next) = part {
                // Two tables one behind the other are two.
                if table != nil { flow.skip(120) }
                table = next
            }
            try add(part, after: table, pairs, to: &flow)
        }
    }

    private func add(
        _ part: Section.Part, after table: Table?, _ pairs: PaperPairs, to flow: inout PageFlow
    ) throws(Refusal) {
        switch part {
        case .pairs(let list): try isForm ? pairs.addBoxes(list, to: &flow) : pairs.add(list, to: &flow)
        case .table(let table): try add(table, to: &flow)
        case .timeline(let entries): try add(Table(entries), to: &flow)
        case .chart(let chart): if let table { add(ChartFigures(chart, table, language).picture, to: &flow) }
        case .list(let items): for item in items { try pairs.text("• " + item(language), isForm: isForm, to: &flow) }
        case .text(let text): try pairs.text(text(language), isForm: isForm, to: &flow)
        }
    }

    private func add(_ table: Table, to flow: inout PageFlow) throws(Refusal) {
        try PaperTable(table, language, typesetter, width: frame.inner, isForm: isForm).add(to: &flow)
    }

    /// As wide as the page at most.
    private func add(_ picture: Picture, to flow: inout PageFlow) {
        let width = min(frame.inner, picture.width * 6 / 10)
        let height = picture.height * width / picture.width
        flow.skip(100)
        flow.demand(height + 40)
        flow.place(picture.shapes.map { $0.scaled(width, of: picture.width) }, height: height + 40)
    }
}

extension Document {
    /// Every label and value, wherever it stands.
    fileprivate var pairs: [Pair] {
        facts + sections.flatMap(\.parts).flatMap { part in if case .pairs(let pairs) = part { pairs } else { [Pair]() } }
    }
}

extension Section.Part {
    /// Whether anything of it is shown.
    fileprivate var isPrinted: Bool {
        switch self {
        case .pairs(let pairs): pairs.contains { $0.value != .blank }
        case .list(let items): !items.isEmpty
        case .table, .chart, .timeline, .text: true
        }
    }
}

extension Shape {
    /// Lengths as `part` of `whole`.
    fileprivate func scaled(_ part: Int, of whole: Int) -> Shape {
        let length = { (length: Int) in length * part / whole }
        let point = { (point: Point) in Point(length(point.x), length(point.y)) }
        let stroke = { (stroke: Stroke) in Stroke(stroke.ink, max(2, length(stroke.width)), dash: stroke.dash.map(length)) }
        return switch self {
        case .box(let at, let width, let height, let fill, let edge):
            .box(point(at), width: length(width), height: length(height), fill: fill, edge: edge.map(stroke))
        case .lines(let lines, let line): .lines(lines.map { $0.map(point) }, stroke(line))
        case .area(let points, let ink): .area(points.map(point), ink)
        case .arc(let at, let radius, let from, let to, let line):
            .arc(point(at), radius: length(radius), from: from, to: to, stroke(line))
        case .dot(let at, let radius, let ink): .dot(point(at), radius: length(radius), ink)
        case .text(let text, let at, let size, let anchor, let isBold, let ink):
            .text(text, point(at), size: length(size), anchor, isBold: isBold, ink)
        }
    }
}
