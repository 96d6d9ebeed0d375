import Documents
import Kernel

/// A chart of a table's rows as SVG: one bar a row, its series one behind the other, the target as a line
/// across. Lengths are computed in integers, so that the same table gives the same bytes.
struct BarChart {
    private let chart: Chart
    private let bars: [(name: String, values: [Int64])]
    private let names: [String]
    private let language: Language

    /// The widths of names and of the longest bar, and the height of a bar with its gap.
    private static let (left, wide, high) = (180, 700, 34)

    init(_ chart: Chart, _ table: Table, _ language: Language) {
        self.chart = chart
        self.language = language
        let column = { (key: String) in table.columns.firstIndex { $0.key == key } }
        let series = chart.series.compactMap(column)
        names = series.map { table.columns[$0].title(language) }
        bars = table.rows.filter { $0.level == chart.level }.map { row in
            let name = column(chart.category).map { row.cells[$0].display(language) } ?? ""
            return (name, series.map { row.cells[$0].length })
        }
    }

    var svg: String {
        let height = bars.count * Self.high + 40
        let title = HTMLText.escaped(chart.title(language))
        let content = bars.enumerated().map { bar($1.name, $1.values, at: $0 * Self.high + 8) } + [legend(height - 24)]
        return "<svg viewBox=\"0 0 920 \(height)\" role=\"img\" aria-label=\"\(title)\">\n<title>\(title)</title>\n"
            + content.joined() + "</svg>\n"
    }

    private func bar(_ name: String, _ values: [Int64], at top: Int) -> String {
        let whole = values.reduce(0, +)
        var text = "<text x=\"\(Self.left - 8)\" y=\"\(top + 16)\" text-anchor=\"end\" font-size=\"14\">"
            + HTMLText.escaped(name) + "</text>\n"
        guard whole > 0 else { return text }
        var before: Int64 = 0
        for (index, value) in values.enumerated() where value > 0 {
            let (from, to) = (place(before, of: whole), place(before + value, of: whole))
            text += "<rect x=\"\(from)\" y=\"\(top)\" width=\"\(to - from)\" height=\"22\" fill=\"\(Self.colour(index))\"/>\n"
            before += value
        }
        guard let target = chart.target else { return text }
        let line = Self.left + Int(Int128(target.tenThousandths) * Int128(Self.wide) / 1_000_000)
        return text + "<path d=\"M\(line) \(top - 3)v28\" stroke=\"#b00020\" stroke-width=\"2\"/>\n"
    }

    private func place(_ value: Int64, of whole: Int64) -> Int {
        Self.left + Int(Int128(value) * Int128(Self.wide) / Int128(whole))
    }

    private func legend(_ top: Int) -> String {
        names.enumerated().map { index, name in
            let x = Self.left + index * 116
            return "<rect x=\"\(x)\" y=\"\(top)\" width=\"12\" height=\"12\" fill=\"\(Self.colour(index))\"/>"
                + "<text x=\"\(x + 16)\" y=\"\(top + 11)\" font-size=\"12\">\(HTMLText.escaped(name))</text>\n"
        }.joined()
    }

    /// From dark to light, so that the order is told in black and white too.
    private static func colour(_ index: Int) -> String {
        let colours = ["#0b4f6c", "#2176a5", "#5fa8d3", "#9cc9e3", "#cfe3f0", "#e8eef2"]
        return colours[index % colours.count]
    }
}

extension Cell {
    /// What a bar shows of it; nothing of what is negative.
    fileprivate var length: Int64 { if case .money(let amount) = self { max(0, amount.value) } else { 0 } }
}
