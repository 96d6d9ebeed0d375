import Kernel
package import Reports

/// A small table inside a page: a head, rows and a total, aligned by display width.
package struct Grid: Sendable {
    private let columns: [Report.Column]
    private var rows: [[Report.Cell]] = []
    private var last: [Report.Cell]?

    package init(_ columns: [Report.Column]) { self.columns = columns }

    /// A row has a cell for each column.
    package mutating func add(_ row: [Report.Cell]) { rows.append(row) }

    package mutating func total(_ row: [Report.Cell]) { last = row }

    package static func text(_ zh: String, _ en: String) -> Report.Column { .init(en, Phrase(zh, en), .text) }
    package static func money(_ zh: String, _ en: String) -> Report.Column { .init(en, Phrase(zh, en), .money) }
    package static func number(_ zh: String, _ en: String) -> Report.Column { .init(en, Phrase(zh, en), .count) }

    /// The table as lines of text, within a width in columns where one is given.
    func lines(_ language: Language, _ width: Int?) -> [String] {
        let shown = (rows + (last.map { [$0] } ?? [])).map { row in
            zip(row, columns).map { $0.display($1.kind, language) }
        }
        let bands = TableBand.bands(columns, shown, language, lead: 1, width)
        let roles = [TextStyle.Role?](repeating: nil, count: columns.count)
        let rule = String(repeating: "─", count: bands.reduce(0) { max($0, $1.total) })
        let blocks = ([columns.map { $0.title(language) }] + shown).map { row in
            bands.flatMap { $0.lines(row, .plain, roles: roles) }
        }
        let tail = last == nil ? [] : [rule] + (blocks.last ?? [])
        return (blocks.first ?? []) + [rule] + blocks.dropFirst().dropLast(last == nil ? 0 : 1).joined() + tail
    }
}
