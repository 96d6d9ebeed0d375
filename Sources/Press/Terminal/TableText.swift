import Documents
import Kernel

/// Draws a table for a terminal: a head, rows, a thin rule around subtotals and a double one above totals.
struct TableText {
    private let table: Table
    private let language: Language
    private let style: TextStyle
    private let bands: [TableBand]

    /// `width` is how many columns it should keep to: words go over several lines, and where what is never
    /// broken is wider a row takes several lines, the first of which names it. Nothing is cut.
    init(_ table: Table, _ language: Language, _ style: TextStyle, _ width: Int?) {
        self.table = table
        self.language = language
        self.style = style
        bands = TableBand.bands(
            table.columns, ColumnMeasure.measures(table, language), language, lead: table.lead, width)
    }

    /// Its lines, one after the other.
    func each<Fault: Error>(_ take: (String) throws(Fault) -> Void) throws(Fault) {
        let titles = table.columns.map { $0.title(language) }
        for line in row(titles, .init(repeating: .heading, count: titles.count)) + [rule("─")] { try take(line) }
        var previous: Table.Level?
        for row in table.rows {
            if let rule = rule(before: row.level, after: previous) { try take(rule) }
            let texts = zip(row.cells, table.columns).map { $0.display(in: $1.kind, language).forTerminal }
            for line in self.row(texts, roles(of: row)) { try take(line) }
            previous = row.level
        }
        if table.rows.isEmpty { try take(Phrase("（无）", "(none)")(language)) }
        try take(rule("─"))
    }

    private func row(_ texts: [String], _ roles: [TextStyle.Role?]) -> [String] {
        bands.flatMap { $0.lines(texts, style, roles: roles) }
    }

    private func rule(before level: Table.Level, after previous: Table.Level?) -> String? {
        guard let previous, previous != level else { return nil }
        switch level {
        case .detail, .subtotal: return rule("─")
        case .total: return rule("═")
        }
    }

    private func rule(_ line: String) -> String {
        style.paint(String(repeating: line, count: bands.reduce(0) { max($0, $1.total) }), .faint)
    }

    private func roles(of row: Table.Row) -> [TextStyle.Role?] {
        row.cells.map { cell in
            switch row.level {
            case .detail: cell.role
            case .subtotal, .total: cell.role ?? .strong
            }
        }
    }
}
