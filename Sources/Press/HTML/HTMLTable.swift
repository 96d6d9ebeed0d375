import Documents
import Kernel

/// A table of HTML: a head that is repeated on every printed page, sums in rows of their own kind, and the
/// unit of its amounts said once above it.
struct HTMLTable {
    private let table: Table
    private let language: Language

    init(_ table: Table, _ language: Language) {
        self.table = table
        self.language = language
    }

    /// Piece by piece.
    func each<Fault: Error>(_ take: (String) throws(Fault) -> Void) throws(Fault) {
        let titles = table.columns.map { column in
            HTMLText.element("th", [("scope", "col")] + side(column), HTMLText.escaped(column.title(language)))
        }
        try take("<div class=\"table\">\n" + unit + "<table>\n<thead><tr>" + titles.joined() + "</tr></thead>\n<tbody>\n")
        for row in table.rows { try take(self.row(row) + "\n") }
        let none = Phrase("（无）", "(none)")(language)
        if table.rows.isEmpty { try take("<tr><td colspan=\"\(table.columns.count)\">\(none)</td></tr>\n") }
        try take("</tbody>\n</table>\n</div>\n")
    }

    /// 单位：元.
    private var unit: String {
        guard table.columns.contains(where: { $0.kind == .money }) else { return "" }
        let unit = table.unit.title
        return "<p class=\"unit\">\(Phrase("单位：\(unit.zh)", "in \(unit.en)")(language))</p>\n"
    }

    private func row(_ row: Table.Row) -> String {
        let cells = zip(table.columns, row.cells).enumerated().map { index, pair in
            let (column, cell) = pair
            let attributes = side(column) + Self.leading(cell) + (cell.isRed ? [("class", "red")] : [])
            let text = HTMLText.escaped(cell.display(in: column.kind, language))
            return index == 0
                ? HTMLText.element("th", [("scope", "row")] + attributes, text) : HTMLText.element("td", attributes, text)
        }
        let key = row.key.map { [("data-key", $0)] } ?? []
        return HTMLText.element("tr", [("class", row.level.rawValue)] + key, cells.joined())
    }

    private func side(_ column: Table.Column) -> [(String, String)] {
        column.kind.alignment == .right ? [("align", "right")] : []
    }

    /// What the cell leads to, for a page that makes it something to press.
    private static func leading(_ cell: Cell) -> [(String, String)] {
        guard case .link(let link) = cell else { return [] }
        return [("data-" + link.kind, link.text)]
    }
}

extension Cell {
    /// 红字: a negative amount, which its minus says too.
    fileprivate var isRed: Bool { if case .money(let amount) = self { amount.isNegative } else { false } }
}
