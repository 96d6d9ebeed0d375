import Documents
import Kernel

/// What stands at the edges of a paper: its head, its foot, and on every page its number.
extension PaperWriter {
    func head(_ flow: inout PageFlow) throws(Refusal) {
        guard let form = document.form else {
            let face = Face(160, bold: true)
            flow.write(try typesetter.lines(document.title(language), face, width: frame.inner), face, .middle)
            flow.skip(60)
            return
        }
        try head(form, &flow)
    }

    /// Office and title in the middle, the number at the left below, its square code at the right.
    private func head(_ form: Form, _ flow: inout PageFlow) throws(Refusal) {
        let isSmall = form.size == .a6
        let (side, small) = (isSmall ? 850 : 520, Face(isSmall ? 90 : 105))
        let title = Face(isSmall ? 140 : 190, bold: true)
        let top = flow.y
        let code = try SquareCode(form.number).shapes(Point(frame.width - frame.margin - side, top), size: side)
        flow.add(code)
        let room = frame.inner - (isSmall ? side : 2 * side) - 80
        if !isSmall { flow.skip(40) }
        let anchor: Anchor = isSmall ? .start : .middle
        flow.write(try typesetter.lines(form.office(language), small, width: room), small, anchor, .soft)
        flow.write(try typesetter.lines(document.title(language), title, width: room), title, anchor)
        flow.skip(max(0, top + side - small.lineHeight - flow.y))
        let number = Phrase("编号：\(form.number)", "No. \(form.number)")(language)
        flow.write(try typesetter.lines(number, small, width: room), small)
        flow.skip(max(top + side + 50 - flow.y, 30))
    }

    /// Who signs, what is remarked, what is proved.
    func foot(_ flow: inout PageFlow) throws(Refusal) {
        let signatures = PaperSignatures(language, typesetter, width: frame.inner, size: document.form?.size)
        try signatures.add(document.signatures, isForm: isForm, to: &flow)
        let face = Face(80)
        let (mark, notes) = document.remarks(language)
        let stamps = document.stamps.count > 1 ? document.stamps.map { $0.words(language) } : []
        let words = notes.map { mark + $0 } + document.checks.map { $0.words(language) } + stamps
        if !words.isEmpty { flow.skip(80) }
        for text in words { flow.write(try typesetter.lines(text, face, width: frame.inner), face, .start, .soft) }
    }

    /// 演练账套 above; below a dotted line what it was computed from, and the number of the page.
    func margins(_ page: Int, of count: Int) throws(Refusal) -> [Shape] {
        let face = Face(75)
        let y = frame.height - (document.form?.size == .a6 ? 300 : 500)
        let right = frame.width - frame.margin
        let number = Phrase("第 \(page) 页 共 \(count) 页", "Page \(page) of \(count)")(language)
        let practice = document.sandbox ? Document.practice(language) + "　" : ""
        var shapes: [Shape] = [
            .lines([[Point(frame.left, y), Point(right, y)]], Stroke(.edge, 7, dash: [7, 14])),
            .text(practice + number, Point(right, y + 110), size: face.size, .end, isBold: false, .soft),
        ]
        if document.stamps.count == 1, let stamp = document.stamps.first {
            let short = Stamp(stamp.org, seq: stamp.seq, hash: stamp.hash.prefix(4) + "…" + stamp.hash.suffix(4))
            let room = frame.inner - (try typesetter.width(practice + number, face)) - 100
            let whole = stamp.words(language)
            let words = try typesetter.width(whole, face) <= room ? whole : short.words(language)
            shapes.append(.text(words, Point(frame.left, y + 110), size: face.size, .start, isBold: false, .soft))
        }
        return document.sandbox ? try band() + shapes : shapes
    }

    /// A hatched band with the words in its middle.
    private func band() throws(Refusal) -> [Shape] {
        let face = Face(85, bold: true)
        let (top, height) = (document.form?.size == .a6 ? 90 : 270, 150)
        let words = Document.practice(language)
        let wide = try typesetter.width(words, face) + 160
        let right = frame.width - frame.margin
        let count = (right - frame.left - height) / 120
        let marks = (0...count).map { index in
            let x = frame.left + index * (right - frame.left - height) / count
            return [Point(x, top + height), Point(x + height, top)]
        }
        return [
            .lines(marks, Stroke(.rule, 50)),
            .box(Point((frame.width - wide) / 2, top), width: wide, height: height, fill: .card, edge: nil),
            .lines([top, top + height].map { [Point(frame.left, $0), Point(right, $0)] }, Stroke(.ink, 5)),
            .text(words, Point(frame.width / 2, top + 15 + face.base), size: face.size, .middle, isBold: true, .ink),
        ]
    }
}
