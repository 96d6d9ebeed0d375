import Documents
import Kernel

/// A table on paper: its head again on every page, its sums under a line.
struct PaperTable {
    private let table: Table
    private let language: Language
    private let typesetter: any Typesetter
    private let columns: TableColumns
    /// Boxes round every cell, as a form has them.
    private let isForm: Bool

    init(_ table: Table, _ language: Language, _ typesetter: any Typesetter, width: Int, isForm: Bool) throws(Refusal) {
        self.table = table
        self.language = language
        self.typesetter = typesetter
        self.isForm = isForm
        var naturals: [Int] = [], floors: [Int] = []
        for (index, column) in table.columns.enumerated() {
            let (natural, floor) = try Self.measures(table, index, column, language, typesetter)
            naturals.append(natural)
            floors.append(floor)
        }
        columns = TableColumns(table, naturals: naturals, floors: floors, width: width)
    }

    /// What a column wants and what it must have, at a size of 100. Words are broken, figures and names are
    /// not; a title is broken between its 汉字 or words.
    private static func measures(
        _ table: Table, _ index: Int, _ column: Table.Column, _ language: Language, _ typesetter: any Typesetter
    ) throws(Refusal) -> (natural: Int, floor: Int) {
        let face = Face(100), bold = Face(100, bold: true)
        var content = 0, unbroken = 0
        for row in table.rows {
            let text = row.cells[index].display(in: column.kind, language)
            if text.isEmpty { continue }
            content = max(content, try typesetter.width(text, row.level == .detail ? face : bold))
            if column.kind == .text, let run = text.longestRun { unbroken = max(unbroken, try typesetter.width(run, bold)) }
        }
        let title = column.title(language)
        var head = 0
        for word in title.split(separator: " ") {
            let width = try typesetter.width(String(word), bold)
            head = max(head, word.utf8.count > word.count ? min(width, 320) : width)
        }
        let natural = max(content, min(try typesetter.width(title, bold), max(content, 640)), head)
        return (natural, column.kind == .text ? max(min(content, 800), head, unbroken) : max(content, head))
    }

    func add(to flow: inout PageFlow) throws(Refusal) {
        for (index, band) in columns.bands.enumerated() {
            if index > 0 { flow.skip(120) }
            let head = try head(band)
            flow.demand(head.height + 600)
            flow.place(head.shapes, height: head.height)
            for row in table.rows { flow.add(try self.row(row, band), under: [head]) }
            if table.rows.isEmpty { flow.add(try empty(band), under: [head]) }
        }
    }

    private func head(_ band: TableColumns.Band) throws(Refusal) -> RuledRow {
        let face = Face(columns.face.size, bold: true)
        let boxes = try self.boxes(band) { (column) throws(Refusal) in
            (table.columns[column].title(language), face, isForm ? .middle : Self.anchor(table.columns[column].kind))
        }
        return RuledRow(boxes: boxes, rules: isForm ? .grid : .head)
    }

    private func row(_ row: Table.Row, _ band: TableColumns.Band) throws(Refusal) -> RuledRow {
        let face = Face(columns.face.size, bold: row.level != .detail)
        let boxes = try self.boxes(band) { (column) throws(Refusal) in
            let kind = table.columns[column].kind
            return (row.cells[column].display(in: kind, language), face, Self.anchor(kind))
        }
        let rules: RuledRow.Rules = switch row.level {
        case .detail, .subtotal: .below
        case .total: .sum
        }
        var made = RuledRow(boxes: boxes, rules: isForm ? .grid : rules)
        if row.level == .subtotal { for index in made.boxes.indices { made.boxes[index].fill = .sunk } }
        return made
    }

    private func empty(_ band: TableColumns.Band) throws(Refusal) -> RuledRow {
        let lines = try typesetter.lines(Phrase("（无）", "(none)")(language), columns.face, width: nil)
        let width = band.widths.reduce(0, +)
        return RuledRow(
            boxes: [.init(x: 0, width: width, lines: lines, face: columns.face, ink: .soft)], rules: isForm ? .grid : .below)
    }

    private func boxes(
        _ band: TableColumns.Band, _ content: (Int) throws(Refusal) -> (String, Face, Anchor)
    ) throws(Refusal) -> [RuledRow.Box] {
        var boxes: [RuledRow.Box] = []
        var x = 0
        for (column, width) in zip(band.columns, band.widths) {
            let (text, face, anchor) = try content(column)
            let lines = text.isEmpty ? [] : try typesetter.lines(text, face, width: width - 2 * RuledRow.inset)
            boxes.append(.init(x: x, width: width, lines: lines, face: face, anchor: anchor))
            x += width
        }
        return boxes
    }

    private static func anchor(_ kind: Table.Kind) -> Anchor { kind.alignment == .right ? .end : .start }
}

extension Table {
    /// What happened, as rows.
    init(_ entries: [Happening]) {
        self.init([
            .init("at", Phrase("时间", "time"), .label), .init("record", Phrase("记录", "record"), .count),
            .init("what", Phrase("事项", "what happened"), .text),
        ], entries.map { Row(.detail, [.instant($0.at), .count($0.record), .phrase($0.text)]) })
    }
}

extension String {
    /// The longest run of letters and digits, which would read as another number if it were broken; nil below
    /// seven, which any column holds.
    fileprivate var longestRun: String? {
        let runs = split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".")) }
        return runs.max { $0.count < $1.count }.flatMap { (7...32).contains($0.count) ? String($0) : nil }
    }
}
