import Documents
import Kernel

/// A chart over the table before it: which rows and columns it draws, with their names.
struct ChartFigures {
    struct Row {
        let name: String
        /// One for each series.
        let cells: [Cell]
    }

    let chart: Chart
    let language: Language
    let series: [String]
    let rows: [Row]

    init(_ chart: Chart, _ table: Table, _ language: Language) {
        self.chart = chart
        self.language = language
        let place = { (key: String) in table.columns.firstIndex { $0.key == key } }
        let columns = chart.series.compactMap(place)
        series = columns.map { table.columns[$0].title(language).withoutPercent }
        let naming = place(chart.category)
        rows = table.rows.filter { $0.level == chart.level }.map { row in
            Row(name: naming.map { row.cells[$0].display(language) } ?? "", cells: columns.map { row.cells[$0] })
        }
    }

    /// The target in hundredths of a percent.
    var target: Int? { chart.target.map { Int($0.tenThousandths / 100) } }

    var targetWords: String {
        let text = chart.target?.text ?? ""
        return Phrase("目标 \(text) %", "target \(text) %")(language)
    }

    /// Every figure drawn, a line a row.
    var words: String {
        let colon = Phrase("：", ": ")(language)
        let lines = rows.map { row in
            let figures = zip(series, row.cells).filter { $1 != .blank }.map { $0 + " " + $1.display(language) }
            let told = figures.joined(separator: Phrase("，", ", ")(language))
            return [row.name, told].filter { !$0.isEmpty }.joined(separator: colon)
        }
        return (lines + (chart.target == nil ? [] : [targetWords])).joined(separator: "\n")
    }

    var picture: Picture {
        let drawn = switch chart.kind {
        case .stacked: stacked
        case .bars: bars
        case .gauge: gauge
        case .months: months
        }
        var picture = Picture(width: drawn.width, height: drawn.height + 260, title: chart.title(language), figures: words)
        picture.text(picture.title, 0, 150, bold: true)
        picture.shapes += drawn.shapes.map { $0.moved(0, 260) }
        return picture
    }
}

extension Document {
    /// Every chart, drawn in the order in which they stand; empty where there is none.
    func pictures(_ language: Language) -> [Picture] {
        sections.flatMap { section in
            var table: Table?
            return section.parts.compactMap { part -> Picture? in
                if case .table(let last) = part { table = last }
                guard case .chart(let chart) = part, let table else { return nil }
                return ChartFigures(chart, table, language).picture
            }
        }
    }
}

extension Cell {
    /// What a bar shows of it, in fen or as a number; nothing of what is negative.
    var length: Int64 {
        switch self {
        case .money(let amount): max(0, amount.value)
        case .count(let count): max(0, Int64(count))
        case .blank, .text, .phrase, .named, .list, .link, .ratio, .day, .instant, .duration, .flag: 0
        }
    }

    /// Hundredths of a percent; nil where it is none.
    var hundredths: Int? { if case .ratio(let ratio) = self { ratio.hundredths.map { Int($0) } } else { nil } }
}

extension String {
    /// A column of percentages says so in its title; a figure in a picture says it itself.
    fileprivate var withoutPercent: String {
        guard hasSuffix("%") else { return self }
        let bare = dropLast()
        return String(bare.last == " " ? bare.dropLast() : bare)
    }

    /// About how wide it is drawn: 汉字 are as wide as they are high, digits a little over half of it.
    func drawnWidth(_ size: Int) -> Int { displayWidth * size * 29 / 50 }
}
