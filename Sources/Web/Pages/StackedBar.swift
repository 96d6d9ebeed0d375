import Documents
import Kernel
import Press

/// A chart of a table's rows: one bar a row, its series one behind the other, or a bar for each of them where
/// they are no parts of a whole (percentages on a scale of a hundred). Lengths in whole numbers, so that the
/// same table gives the same bytes; patterns by class, figures in the title of each part and in the table
/// before it.
struct StackedBar {
    private let chart: Chart
    private let rows: [(name: String, values: [Int64], texts: [String])]
    private let names: [String]
    private let language: Language

    private static let (left, wide, high) = (190, 520, 32)

    init(_ chart: Chart, _ table: Table, _ language: Language) {
        self.chart = chart
        self.language = language
        let column = { (key: String) in table.columns.firstIndex { $0.key == key } }
        let series = chart.series.compactMap(column)
        names = series.map { table.columns[$0].title(language) }
        rows = table.rows.filter { $0.level == chart.level }.map { row in
            let name = column(chart.category).map { row.cells[$0].display(language) } ?? ""
            return (name, series.map { row.cells[$0].size }, series.map { row.cells[$0].display(in: .money, language) })
        }
    }

    /// Whether the series of a row are parts of it.
    private var isWhole: Bool {
        switch chart.kind {
        case .stacked: true
        case .bars, .gauge, .months: false
        }
    }

    /// What a bar of its own is as long as: a hundred percent, or the longest of all.
    private var scale: Int64 {
        switch chart.kind {
        case .gauge, .months: 10_000
        case .stacked, .bars: max(1, rows.flatMap(\.values).max() ?? 1)
        }
    }

    var html: HTML {
        let step = isWhole ? Self.high : 14 * names.count + 12
        let height = rows.count * step + 12
        let drawn = rows.enumerated().map { isWhole ? bar($1, at: $0 * step + 6) : bars($1, at: $0 * step + 6) }
        let keys = names.enumerated().map { index, name -> HTML in
            """
                <li><svg width="14" height="14" aria-hidden="true"><rect x="1" y="1" width="12" height="12" class="s\(index)"/>\
                </svg>\(name)</li>
                """
        }
        return """
            <figure class="chart" tabindex="0"><svg viewBox="0 0 730 \(height)" role="img" aria-label="\(chart.title(language))">\
            <desc>\(description)</desc>\(drawn)</svg><ul class="key">\(keys)</ul></figure>
            """
    }

    private var description: String {
        rows.map { row in row.name + ": " + zip(names, row.texts).map { $0 + " " + $1 }.joined(separator: ", ") }
            .joined(separator: "; ")
    }

    private func bar(_ row: (name: String, values: [Int64], texts: [String]), at top: Int) -> HTML {
        let whole = row.values.reduce(0, +)
        let name: HTML = "<text x=\"\(Self.left - 8)\" y=\"\(top + 15)\" text-anchor=\"end\" font-size=\"13\">\(row.name)</text>"
        guard whole > 0 else { return name }
        var before: Int64 = 0
        var parts: [HTML] = []
        for (index, value) in row.values.enumerated() where value > 0 {
            let (from, to) = (place(before, of: whole), place(before + value, of: whole))
            parts.append("""
                <rect x="\(from)" y="\(top)" width="\(max(2, to - from - 1))" height="20" class="s\(index)">\
                <title>\(names[index]) \(row.texts[index])</title></rect>
                """)
            before += value
        }
        return name + parts.joined() + target(top)
    }

    /// One under the other.
    private func bars(_ row: (name: String, values: [Int64], texts: [String]), at top: Int) -> HTML {
        let parts = row.values.enumerated().map { index, value -> HTML in
            let y = top + 14 * index, width = place(min(value, scale), of: scale) - Self.left
            return """
                <rect x="\(Self.left)" y="\(y)" width="\(max(2, width))" height="12" class="s\(index)">\
                <title>\(names[index]) \(row.texts[index])</title></rect>
                """
        }
        let isPercent = scale == 10_000 && chart.kind != .bars
        let name: HTML = "<text x=\"\(Self.left - 8)\" y=\"\(top + 11)\" text-anchor=\"end\" font-size=\"13\">\(row.name)</text>"
        return name + parts.joined() + (isPercent ? target(top, tall: 14 * row.values.count + 4) : .empty)
    }

    private func target(_ top: Int, tall: Int = 26) -> HTML {
        guard let target = chart.target else { return .empty }
        let x = Self.left + Int(Int128(target.tenThousandths) * Int128(Self.wide) / 1_000_000)
        return "<path d=\"M\(x) \(top - 3)v\(tall)\" class=\"goal\"/>"
    }

    private func place(_ value: Int64, of whole: Int64) -> Int { Self.left
        + Int(Int128(value) * Int128(Self.wide) / Int128(whole)) }
}

extension Cell {
    /// What a bar shows of it; nothing of what is negative.
    fileprivate var size: Int64 {
        if case .money(let amount) = self { return max(0, amount.value) }
        // In hundredths of a percent.
        guard case .ratio(let ratio) = self else { return 0 }
        return max(0, ratio.hundredths ?? 0)
    }
}
