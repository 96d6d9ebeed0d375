import Documents
import Kernel

/// Boxes to sign in, side by side, on one page.
struct PaperSignatures {
    private let language: Language
    private let typesetter: any Typesetter
    private let width: Int
    private let abreast: Int

    init(_ language: Language, _ typesetter: any Typesetter, width: Int, size: Form.Size?) {
        self.language = language
        self.typesetter = typesetter
        self.width = width
        abreast = size == .a6 ? 2 : 4
    }

    func add(_ signatures: [Signature], isForm: Bool, to flow: inout PageFlow) throws(Refusal) {
        if signatures.isEmpty { return }
        let rows = (signatures.count + abreast - 1) / abreast
        let high = 680
        if !isForm { flow.skip(200) }
        flow.demand(rows * high)
        var rest = signatures[...]
        for row in 0..<rows {
            // Rows as full as each other: five are three and two.
            let count = (rest.count + rows - row - 1) / (rows - row)
            var shapes: [Shape] = []
            for (index, signature) in rest.prefix(count).enumerated() {
                let (from, to) = (width * index / count, width * (index + 1) / count)
                shapes += try box(signature, x: from, width: to - from, height: high)
            }
            flow.place(shapes, height: high)
            rest = rest.dropFirst(count)
        }
    }

    private func box(_ signature: Signature, x: Int, width: Int, height: Int) throws(Refusal) -> [Shape] {
        let (small, strong) = (Face(85), Face(115))
        let inset = 60
        let title = try typesetter.lines(signature.title(language), small, width: width - 2 * inset)
        var shapes: [Shape] = [.box(Point(x, 0), width: width, height: height, fill: nil, edge: Stroke(.ink, 5))]
        for (index, line) in title.enumerated() {
            let y = 40 + index * small.lineHeight + small.base
            shapes.append(.text(line.text, Point(x + inset, y), size: small.size, .start, isBold: false, .soft))
        }
        if let name = signature.name {
            for (index, line) in try typesetter.lines(name, strong, width: width - 2 * inset).prefix(2).enumerated() {
                let y = 220 + index * strong.lineHeight + strong.base
                shapes.append(.text(line.text, Point(x + inset, y), size: strong.size, .start, isBold: false, .ink))
            }
        }
        if let record = signature.record {
            let words = Phrase("第 \(record) 号记录", "record \(record)")(language)
            shapes.append(.text(words, Point(x + inset, height - 270 + small.base), size: 75, .start, isBold: false, .soft))
        }
        let day = signature.day.map { $0.words(language) } ?? Phrase("　　年　　月　　日", "____-__-__")(language)
        let place = Point(x + width - inset, height - 160 + small.base)
        shapes.append(.text(day, place, size: small.size, .end, isBold: false, .ink))
        return shapes
    }
}

extension Day {
    /// `2026年6月22日`, as forms have it.
    fileprivate func words(_ language: Language) -> String {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return text }
        return Phrase("\(parts[0])年\(parts[1])月\(parts[2])日", text)(language)
    }
}
