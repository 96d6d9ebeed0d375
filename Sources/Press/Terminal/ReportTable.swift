package import Kernel
package import Reports

/// Draws a report as a table for a terminal.
package struct ReportTable {
    private let report: Report
    private let language: Language
    private let style: TextStyle
    private let cells: [[String]]
    private let bands: [TableBand]
    private let width: Int?

    /// `width` is how many columns the table should keep to: words go over several lines, and where what is
    /// never broken is wider a row takes several lines, the first of which names it. Nothing is cut.
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
        let cells = report.rows.map { row in
            zip(row.cells, report.columns).map { $0.display($1.kind, language) }
        }
        self.cells = cells
        self.width = width
        bands = TableBand.bands(report.columns, cells, language, lead: report.lead, width)
    }

    /// The words that mark a practice street on every rendering.
    package static let practice = Phrase("演练账套", "PRACTICE LEDGER 演练账套")

    private var top: [String] {
        var lines = [style.paint(report.title(language), .title)]
        if report.sandbox { lines.append(style.paint("※ " + Self.practice(language) + " ※", .warning)) }
        let titles = report.headings.map { $0.title(language) }
        let wide = titles.map(\.displayWidth).max() ?? 0
        for (heading, title) in zip(report.headings, titles) {
            let label = title.padded(to: wide) + "  "
            let painted = style.paint(title.padded(to: wide), .faint) + "  "
            lines += heading.value.display(.text, language).hung(behind: label, painted: painted, width)
        }
        return lines + [""]
    }

    private var body: [String] {
        let titles = report.columns.map { $0.title(language) }
        var lines = row(titles, .init(repeating: .heading, count: titles.count)) + [rule("─")]
        var previous: Report.Level?
        for (row, texts) in zip(report.rows, cells) {
            if let rule = rule(before: row.level, after: previous) { lines.append(rule) }
            lines += self.row(texts, roles(of: row))
            previous = row.level
        }
        if report.rows.isEmpty { lines.append(Phrase("（无）", "(none)")(language)) }
        return lines + [rule("─")]
    }

    private func row(_ texts: [String], _ roles: [TextStyle.Role?]) -> [String] {
        bands.flatMap { $0.lines(texts, style, roles: roles) }
    }

    private var bottom: [String] {
        let mark = Phrase("注：", "Note: ")(language)
        let notes = report.notes.flatMap { $0(language).forTerminal.hung(behind: mark, width) }
        let stamps = report.stamps.flatMap { stamp in
            let of = stamp.org.map { $0.text + " " } ?? ""
            return Phrase(
                "依据\(of)记录 \(stamp.seq)，哈希 \(stamp.hash)",
                "Computed from \(of)record \(stamp.seq), hash \(stamp.hash)")(language).hung(behind: "", width)
        }
        return notes + stamps.map { style.paint($0, .faint) }
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
        style.paint(String(repeating: line, count: bands.reduce(0) { max($0, $1.total) }), .faint)
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
