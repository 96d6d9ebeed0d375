package import Kernel
package import Reports

/// Draws a report as a table for a terminal.
package struct ReportTable {
    private let report: Report
    private let language: Language
    private let style: TextStyle
    private let layout: TableLayout
    private let cells: [[String]]

    /// `width` is the terminal's width in columns, where text columns shall be cut to fit; nothing is ever
    /// wrapped.
    package static func text(
        _ report: Report, language: Language = .zh, style: TextStyle = .plain, width: Int? = nil
    ) -> String {
        let table = ReportTable(report, language, style, width)
        let lines = table.top + table.body + table.bottom
        return lines.joined(separator: "\n") + "\n"
    }

    private init(_ report: Report, _ language: Language, _ style: TextStyle, _ width: Int?) {
        self.report = report
        self.language = language
        self.style = style
        cells = report.rows.map { row in
            zip(row.cells, report.columns).map { $0.display($1.kind, language) }
        }
        layout = TableLayout(columns: report.columns, cells: cells, language: language, limit: width)
    }

    /// The words that mark a practice street on every rendering.
    static let practice = Phrase("演练账套", "PRACTICE LEDGER 演练账套")

    private var top: [String] {
        var lines = [style.paint(report.title(language), .title)]
        if report.sandbox { lines.append(style.paint("※ " + Self.practice(language) + " ※", .warning)) }
        let titles = report.headings.map { $0.title(language) }
        let wide = titles.map(\.displayWidth).max() ?? 0
        for (heading, title) in zip(report.headings, titles) {
            let label = style.paint(title.padded(to: wide), .faint)
            lines.append(label + "  " + heading.value.display(.text, language))
        }
        return lines + [""]
    }

    private var body: [String] {
        let titles = report.columns.map { $0.title(language) }
        let bold = [TextStyle.Role?](repeating: .heading, count: titles.count)
        var lines = [layout.line(titles, style, roles: bold), rule("─")]
        var previous: Report.Level?
        for (row, texts) in zip(report.rows, cells) {
            if let rule = rule(before: row.level, after: previous) { lines.append(rule) }
            lines.append(layout.line(texts, style, roles: roles(of: row)))
            previous = row.level
        }
        if report.rows.isEmpty { lines.append(Phrase("（无）", "(none)")(language)) }
        return lines + [rule("─")]
    }

    private var bottom: [String] {
        let notes = report.notes.map { Phrase("注：", "Note: ")(language) + $0(language).forTerminal }
        let stamp = Phrase(
            "依据记录 \(report.stamp.seq)，哈希 \(report.stamp.hash)",
            "Computed from record \(report.stamp.seq), hash \(report.stamp.hash)")
        return notes + [style.paint(stamp(language), .faint)]
    }

    /// A thin rule around subtotals, a double one above totals.
    private func rule(before level: Report.Level, after previous: Report.Level?) -> String? {
        guard let previous, previous != level else { return nil }
        switch level {
        case .detail, .subtotal: return rule("─")
        case .total: return rule("═")
        }
    }

    private func rule(_ line: String) -> String {
        style.paint(String(repeating: line, count: layout.total), .faint)
    }

    private func roles(of row: Report.Row) -> [TextStyle.Role?] {
        row.cells.map { cell in
            switch row.level {
            case .detail: cell.role
            case .subtotal, .total: cell.role ?? .strong
            }
        }
    }
}
