import Kernel
import Reports

/// Some of a report's columns, drawn side by side.
struct TablePanel {
    /// Positions among the report's columns.
    let columns: [Int]
    let layout: TableLayout

    /// One panel where the table fits the limit; otherwise as many as the figures need, each led by the columns that name
    /// the row: the leading text columns, at most two.
    static func panels(
        _ columns: [Report.Column], _ cells: [[String]], _ language: Language, _ limit: Int?
    ) -> [TablePanel] {
        let whole = TablePanel(Array(columns.indices), columns, cells, language, limit)
        guard let limit, whole.layout.total > limit else { return [whole] }
        let lead = Array(columns.indices.prefix(2).prefix { columns[$0].kind == .text })
        var panels: [TablePanel] = []
        var taken: [Int] = []
        for index in columns.indices.dropFirst(lead.count) {
            let wider = TablePanel(lead + taken + [index], columns, cells, language, nil)
            if wider.layout.total > limit, !taken.isEmpty {
                panels.append(TablePanel(lead + taken, columns, cells, language, nil))
                taken = []
            }
            taken.append(index)
        }
        return panels + [TablePanel(lead + taken, columns, cells, language, nil)]
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
