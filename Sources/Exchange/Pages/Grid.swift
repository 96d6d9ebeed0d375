import Kernel
import Press
import Reports

/// A small table inside a page: a head, rows and a total, aligned by display width.
struct Grid {
    private let columns: [Report.Column]
    private var rows: [[Report.Cell]] = []
    private var last: [Report.Cell]?

    init(_ columns: [Report.Column]) { self.columns = columns }

    /// A row has a cell for each column.
    mutating func add(_ row: [Report.Cell]) { rows.append(row) }

    mutating func total(_ row: [Report.Cell]) { last = row }

    static func text(_ zh: String, _ en: String) -> Report.Column { .init(en, Phrase(zh, en), .text) }
    static func money(_ zh: String, _ en: String) -> Report.Column { .init(en, Phrase(zh, en), .money) }
    static func number(_ zh: String, _ en: String) -> Report.Column { .init(en, Phrase(zh, en), .count) }

    /// The table as lines of text.
    func text(_ language: Language) -> String {
        let shown = (rows + (last.map { [$0] } ?? [])).map { row in
            zip(row, columns).map { $0.display($1.kind, language) }
        }
        let layout = TableLayout(columns: columns, cells: shown, language: language, limit: nil)
        let head = columns.map { $0.title(language) }
        var lines = ([head] + shown).map { layout.line($0, .plain, roles: []) }
        let rule = String(repeating: "─", count: layout.total)
        lines.insert(rule, at: 1)
        if last != nil { lines.insert(rule, at: lines.count - 1) }
        return lines.joined(separator: "\n")
    }
}
