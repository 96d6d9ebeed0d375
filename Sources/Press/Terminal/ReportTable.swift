package import Kernel
package import Reports

/// Draws a report as a table for a terminal.
package struct ReportTable {
    private let report: Report
    private let language: Language
    private let style: TextStyle
    private let cells: [[String]]
    private let panels: [TablePanel]

    /// `width` is how many columns the table should keep to: words are cut, and where what is never cut is wider the table is
    /// drawn in panels one below the other, each led by the columns that name the row. Nothing is wrapped.
    package static func text(
        _ report: Report, language: Language = .zh, style: TextStyle = .plain, width: Int? = nil
    ) -> String {
        let table = ReportTable(report, language, style, width)
        let bodies = table.panels.map(table.body).joined(separator: [""])
        let lines = table.top + bodies + table.bottom
        return lines.joined(separator: "\n") + "\n"
    }

    private init(_ report: Report, _ language: Language, _ style: TextStyle, _ width: Int?) {
        self.report = report
        self.language = language
        self.style = style
        let cells = report.rows.map { row in
            zip(row.cells, report.columns).map { $0.display($1.kind, language) }
        }
        self.cells = cells
        panels = TablePanel.panels(report.columns, cells, language, lead: report.lead, width)
    }

    /// The words that mark a practice street on every rendering.
    package static let practice = Phrase("演练账套", "PRACTICE LEDGER 演练账套")

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

    private func body(of panel: TablePanel) -> [String] {
        let titles = panel.pick(report.columns.map { $0.title(language) })
        let bold = [TextStyle.Role?](repeating: .heading, count: titles.count)
        var lines = [panel.layout.line(titles, style, roles: bold), rule("─", panel)]
        var previous: Report.Level?
        for (row, texts) in zip(report.rows, cells) {
            if let rule = rule(before: row.level, after: previous, panel) { lines.append(rule) }
            lines.append(panel.layout.line(panel.pick(texts), style, roles: panel.pick(roles(of: row))))
            previous = row.level
        }
        if report.rows.isEmpty { lines.append(Phrase("（无）", "(none)")(language)) }
        return lines + [rule("─", panel)]
    }

    private var bottom: [String] {
        let notes = report.notes.map { Phrase("注：", "Note: ")(language) + $0(language).forTerminal }
        let stamps = report.stamps.map { stamp in
            let of = stamp.org.map { $0.text + " " } ?? ""
            return Phrase(
                "依据\(of)记录 \(stamp.seq)，哈希 \(stamp.hash)",
                "Computed from \(of)record \(stamp.seq), hash \(stamp.hash)")
        }
        return notes + stamps.map { style.paint($0(language), .faint) }
    }

    /// A thin rule around subtotals, a double one above totals.
    private func rule(before level: Report.Level, after previous: Report.Level?, _ panel: TablePanel) -> String? {
        guard let previous, previous != level else { return nil }
        switch level {
        case .detail, .subtotal: return rule("─", panel)
        case .total: return rule("═", panel)
        }
    }

    private func rule(_ line: String, _ panel: TablePanel) -> String {
        style.paint(String(repeating: line, count: panel.layout.total), .faint)
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
