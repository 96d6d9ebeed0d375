import Documents
import Kernel

/// Labels and values on paper: two abreast in a report; in boxes on a form.
struct PaperPairs {
    private let language: Language
    private let typesetter: any Typesetter
    private let face: Face
    private let width: Int
    /// How wide the boxes of labels on a form are; all alike.
    private let labels: Int

    init(_ language: Language, _ typesetter: any Typesetter, _ face: Face, width: Int, labels: Int = 0) {
        self.language = language
        self.typesetter = typesetter
        self.face = face
        self.width = width
        self.labels = labels
    }

    /// Two abreast where both are short.
    func add(_ pairs: [Pair], to flow: inout PageFlow) throws(Refusal) {
        let shown = pairs.filter { $0.value != .blank }
        let labels = try labelWidth(shown)
        let half = width / 2
        var index = 0
        while index < shown.count {
            let first = try boxes(shown[index], x: 0, width: half, labels)
            let isAlone = first[1].lines.count > 1
            if !isAlone, index + 1 < shown.count {
                let second = try boxes(shown[index + 1], x: half, width: half, labels)
                if second[1].lines.count == 1 {
                    flow.add(RuledRow(boxes: first + second, rules: .none))
                    index += 2
                    continue
                }
            }
            flow.add(RuledRow(boxes: try boxes(shown[index], x: 0, width: width, labels), rules: .none))
            index += 1
        }
    }

    /// Every label and every value in a box of its own.
    func addBoxes(_ pairs: [Pair], to flow: inout PageFlow) throws(Refusal) {
        let shown = Pair.boxes(pairs)
        let half = width / 2
        var index = 0
        while index < shown.count {
            let pair = shown[index]
            index += 1
            if pair.room == .amount, case .money(let amount) = pair.value {
                try add(amount, pair.title(language), to: &flow)
                continue
            }
            var row = try boxes(pair, x: 0, width: half, labels, isForm: true)
            if pair.room == .half, index < shown.count, shown[index].room == .half, row[1].lines.count == 1 {
                let second = try boxes(shown[index], x: half, width: width - half, labels, isForm: true)
                if second[1].lines.count == 1 {
                    row += second
                    index += 1
                }
            }
            if row.count == 2 { row = try boxes(pair, x: 0, width: width, labels, isForm: true) }
            flow.add(RuledRow(boxes: row, rules: .grid, minimum: 205))
        }
    }

    /// An amount, in capital figures and in digits.
    private func add(_ amount: Fen, _ title: String, to flow: inout PageFlow) throws(Refusal) {
        let small = Face(80), strong = Face(125, bold: true)
        let sides = [
            (title + Phrase("（大写）", " (in capitals)")(language), amount.capitals, Anchor.start, 0, width * 7 / 10),
            (Phrase("小写", "in digits")(language), "¥" + amount.grouped, .end, width * 7 / 10, width - width * 7 / 10),
        ]
        var shapes: [Shape] = []
        var height = 0
        for (label, text, anchor, x, room) in sides {
            let lines = try typesetter.lines(text, strong, width: room - 160)
            let from = anchor == .start ? x + 80 : x + room - 80
            shapes.append(.text(label, Point(from, 50 + small.base), size: small.size, anchor, isBold: false, .soft))
            for (index, line) in lines.enumerated() {
                let y = 50 + small.lineHeight + index * strong.lineHeight + strong.base
                shapes.append(.text(line.text, Point(from, y), size: strong.size, anchor, isBold: true, .ink))
            }
            height = max(height, 50 + small.lineHeight + lines.count * strong.lineHeight + 60)
        }
        shapes.insert(.box(Point(0, 0), width: width, height: height, fill: nil, edge: Stroke(.ink, 10)), at: 0)
        flow.place(shapes, height: height)
    }

    /// Over a part: on a form a box across it.
    func heading(_ text: String, isForm: Bool, to flow: inout PageFlow) throws(Refusal) {
        let strong = Face(isForm ? 100 : 115, bold: true)
        let lines = try typesetter.lines(text, strong, width: width - 2 * RuledRow.inset)
        if !isForm, !flow.isAtTop { flow.skip(140) }
        flow.demand(lines.count * strong.lineHeight + 900)
        let box = RuledRow.Box(
            x: isForm ? 0 : -RuledRow.inset, width: width, lines: lines, face: strong, anchor: isForm ? .middle : .start,
            fill: isForm ? .sunk : nil)
        flow.add(RuledRow(boxes: [box], rules: isForm ? .grid : .none))
    }

    func text(_ text: String, isForm: Bool, to flow: inout PageFlow) throws(Refusal) {
        let lines = try typesetter.lines(text, face, width: width - 2 * RuledRow.inset)
        let box = RuledRow.Box(x: isForm ? 0 : -RuledRow.inset, width: width, lines: lines, face: face)
        flow.add(RuledRow(boxes: [box], rules: isForm ? .grid : .none))
    }

    func labelWidth(_ pairs: [Pair]) throws(Refusal) -> Int {
        var widest = 0
        for pair in pairs { widest = max(widest, try typesetter.width(pair.title(language), face)) }
        return min(widest + 2 * RuledRow.inset + 20, width / 3)
    }

    private func boxes(_ pair: Pair, x: Int, width: Int, _ labels: Int, isForm: Bool = false) throws(Refusal) -> [RuledRow.Box] {
        let inset = isForm ? 0 : -RuledRow.inset
        let label = try typesetter.lines(pair.title(language), face, width: labels - 2 * RuledRow.inset)
        let room = width - labels
        let value = try typesetter.lines(pair.value.display(language), face, width: room - 2 * RuledRow.inset)
        return [
            .init(x: x + inset, width: labels, lines: label, face: face, anchor: isForm ? .middle : .start, ink: .soft),
            .init(x: x + labels + inset, width: room, lines: value, face: face),
        ]
    }
}
