import Documents
import Kernel

/// Some of a report's columns, side by side: what one line of a row shows.
struct TableBand {
    /// Positions among the report's columns.
    let columns: [Int]
    /// How far it stands from the left: what goes on with a row stands under it, not at its head.
    let indent: Int
    private let layout: TableLayout

    var total: Int { indent + layout.total }

    /// One band where the table fits the limit; otherwise as few as the figures need, of about equal width.
    /// The first begins with the columns that name the row, the first `lead` ones.
    static func bands(
        _ columns: [Table.Column], _ measures: [ColumnMeasure], _ language: Language, lead count: Int, _ limit: Int?
    ) -> [TableBand] {
        let whole = TableBand(Array(columns.indices), 0, columns, measures, language, limit)
        guard let limit, whole.total > limit else { return [whole] }
        // What is empty in every row tells nothing that would be worth a line.
        let filled = columns.indices.filter { index in index < count || measures[index].isFilled }
        let natural = TableLayout(columns: columns, measures: measures, language: language, limit: nil).widths
        let widths = natural.indices.map { index in
            TableLayout.floor(columns[index], measures[index], language, roomy: true).map { min($0, natural[index]) }
                ?? natural[index]
        }
        let indent = min(widths.prefix(count).reduce(0) { $0 + $1 + TableLayout.gap }, limit / 4)
        let parts = units(columns, filled, widths, within: limit - indent)
        var groups = group(widths, parts, lead: count, indent, limit)
        // The narrowest limit that needs no more bands spreads the columns evenly.
        for narrower in stride(from: limit - 1, to: indent, by: -1) {
            let tighter = group(widths, parts, lead: count, indent, narrower)
            if tighter.count > groups.count { break }
            groups = tighter
        }
        return groups.enumerated().map { TableBand($1, $0 == 0 ? 0 : indent, columns, measures, language, limit) }
    }

    /// What is not parted: amounts that stand side by side, debit and credit above all, as far as a line
    /// can hold them.
    private static func units(_ columns: [Table.Column], _ filled: [Int], _ widths: [Int], within limit: Int) -> [[Int]] {
        var units: [[Int]] = []
        for index in filled {
            let isMoney = columns[index].kind == .money
            if isMoney, let last = units.last, columns[last[0]].kind == .money, span(last + [index], widths) <= limit {
                units[units.count - 1].append(index)
            } else {
                units.append([index])
            }
        }
        return units
    }

    private static func span(_ columns: [Int], _ widths: [Int]) -> Int {
        columns.reduce(-TableLayout.gap) { $0 + widths[$1] + TableLayout.gap }
    }

    /// Fills one group of columns after the other within the limit; the leading columns are not parted.
    private static func group(_ widths: [Int], _ units: [[Int]], lead: Int, _ indent: Int, _ limit: Int) -> [[Int]] {
        var groups = [units.prefix(lead).flatMap(\.self)]
        for unit in units.dropFirst(lead) {
            let last = groups[groups.count - 1]
            let start = groups.count == 1 ? 0 : indent
            if !last.isEmpty, start + span(last + unit, widths) > limit {
                groups.append(unit)
            } else {
                groups[groups.count - 1] += unit
            }
        }
        return groups
    }

    private init(
        _ indices: [Int], _ indent: Int, _ columns: [Table.Column], _ measures: [ColumnMeasure], _ language: Language,
        _ limit: Int?
    ) {
        self.columns = indices
        self.indent = indent
        layout = TableLayout(
            columns: indices.map { columns[$0] }, measures: indices.map { measures[$0] }, language: language,
            limit: limit.map { $0 - indent })
    }

    /// The band's lines of a row; none where it has nothing more to say of it.
    func lines(_ texts: [String], _ style: TextStyle, roles: [TextStyle.Role?]) -> [String] {
        let own = columns.map { texts[$0] }
        if indent > 0, own.allSatisfy(\.isEmpty) { return [] }
        return layout.lines(own, style, roles: columns.map { roles[$0] }).map { String(repeating: " ", count: indent) + $0 }
    }
}
