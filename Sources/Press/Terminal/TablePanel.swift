import Kernel
import Reports

/// Some of a report's columns, drawn side by side.
struct TablePanel {
    /// Positions among the report's columns.
    let columns: [Int]
    let layout: TableLayout

    /// One panel where the table fits the limit; otherwise as few as the figures need, of about equal width, each led by
    /// the columns that name the row, the first `lead` ones.
    static func panels(
        _ columns: [Report.Column], _ cells: [[String]], _ language: Language, lead count: Int, _ limit: Int?
    ) -> [TablePanel] {
        let whole = TablePanel(Array(columns.indices), columns, cells, language, limit)
        guard let limit, whole.layout.total > limit else { return [whole] }
        // What is empty in every row tells nothing that would be worth a panel.
        let filled = columns.indices.filter { index in index < count || cells.contains { !$0[index].isEmpty } }
        let widths = TableLayout(columns: columns, cells: cells, language: language, limit: nil).widths
        let lead = Array(columns.indices.prefix(count))
        var groups = group(widths, filled, lead: lead.count, limit)
        // The narrowest limit that needs no more panels spreads the columns evenly.
        for narrower in stride(from: limit - 1, to: 0, by: -1) {
            let tighter = group(widths, filled, lead: lead.count, narrower)
            if tighter.count > groups.count { break }
            groups = tighter
        }
        return groups.map { TablePanel(lead + $0, columns, cells, language, limit) }
    }

    /// Fills one group of columns after the other, each with the leading columns within the limit.
    private static func group(_ widths: [Int], _ columns: [Int], lead: Int, _ limit: Int) -> [[Int]] {
        let start = widths.prefix(lead).reduce(0) { $0 + $1 + TableLayout.gap }
        var groups: [[Int]] = []
        var used = 0
        for index in columns.dropFirst(lead) {
            let wider = used + widths[index] + TableLayout.gap
            if groups.isEmpty || start + wider - TableLayout.gap > limit {
                groups.append([index])
                used = widths[index] + TableLayout.gap
            } else {
                groups[groups.count - 1].append(index)
                used = wider
            }
        }
        return groups
    }

    private init(
        _ indices: [Int], _ columns: [Report.Column], _ cells: [[String]], _ language: Language, _ limit: Int?
    ) {
        self.columns = indices
        layout = TableLayout(
            columns: indices.map { columns[$0] }, cells: cells.map { row in indices.map { row[$0] } },
            language: language, limit: limit)
    }

    /// The panel's own of one value a column.
    func pick<Value>(_ values: [Value]) -> [Value] { columns.map { values[$0] } }
}
