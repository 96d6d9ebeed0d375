import Documents
import Formats
import Kernel

/// A table as rows of a sheet.
struct TableSheet {
    private let table: Table
    private let language: Language
    /// By what people read in it: 汉字 take two places of a digit.
    let widths: [Double]

    /// Wider columns of words are broken over lines.
    private static let widest = 48

    init(_ table: Table, _ language: Language) {
        self.table = table
        self.language = language
        widths = Self.widths(table, language)
    }

    var heads: SheetLine {
        let cells = table.columns.map { column in
            SheetCell(.text(column.title(language)), SheetLook(.head, onTheRight: column.kind.alignment == .right, wraps: true))
        }
        return SheetLine(cells, lines: lines(table.columns.map { $0.title(language) }))
    }

    func line(_ row: Table.Row) -> SheetLine {
        let texts = zip(table.columns, row.cells).map { $1.display(in: $0.kind, language) }
        return SheetLine(cells(row), lines: lines(texts))
    }

    private func lines(_ texts: [String]) -> Int {
        zip(texts, widths).map { text, width in text.lines(within: Int(width) - 2) }.max() ?? 1
    }

    private func cells(_ row: Table.Row) -> [SheetCell] {
        zip(table.columns, row.cells).map { column, cell in
            let part: SheetLook.Part = switch row.level {
            case .detail: .detail
            case .subtotal: .subtotal
            case .total: .total
            }
            let isRight = column.kind.alignment == .right
            return SheetCell(cell.sheetValue(in: column.kind, language), SheetLook(part, onTheRight: isRight, wraps: !isRight))
        }
    }

    private static func widths(_ table: Table, _ language: Language) -> [Double] {
        var widest = [Int](repeating: 0, count: table.columns.count)
        for row in table.rows {
            for index in widest.indices {
                widest[index] = max(widest[index], row.cells[index].display(in: table.columns[index].kind, language).widestLine)
            }
        }
        return zip(table.columns, widest).map { column, content in
            let title = min(column.title(language).displayWidth, 12)
            let wanted = max(content, title, 4)
            return Double((column.kind.alignment == .right ? wanted : min(wanted, Self.widest)) + 3)
        }
    }

    /// The columns that name a row, unless they would fill the screen.
    var frozenColumns: Int { widths.prefix(table.lead).reduce(0, +) <= 60 ? table.lead : 0 }
}

extension String {
    /// How many lines it takes in so many places, a little more than it needs.
    func lines(within width: Int) -> Int {
        if isPlainLine { return max(1, (utf8.count + max(1, width) - 1) / max(1, width)) }
        return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) { sum, line in
            sum + max(1, (String(line).displayWidth + max(1, width) - 1) / max(1, width))
        }
    }
}

extension String {
    /// How many places its widest line takes.
    fileprivate var widestLine: Int {
        isPlainLine ? utf8.count : split(whereSeparator: \.isNewline).map { String($0).displayWidth }.max() ?? 0
    }

    /// Figures, codes and English words, which need no looking up: a line with as many places as bytes.
    fileprivate var isPlainLine: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}

extension Cell {
    /// A number where it is one, words otherwise.
    func sheetValue(in kind: Table.Kind, _ language: Language) -> SheetCell.Value {
        switch self {
        case .blank: kind == .percent ? .text("—") : .blank
        case .money(let amount): .money(amount)
        case .ratio(let ratio): ratio.hundredths.map { .percent($0) } ?? .text("—")
        case .count(let count): .count(count)
        case .day(let day): .day(day)
        case .instant(let instant): .instant(instant)
        case .duration(let milliseconds): milliseconds < 0 ? .text(display(in: kind, language)) : .duration(milliseconds)
        case .link(.record(let seq)): .count(seq)
        case .text, .phrase, .named, .list, .link, .flag: .text(display(in: kind, language))
        }
    }
}
