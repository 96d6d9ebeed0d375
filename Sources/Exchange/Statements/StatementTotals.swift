import Journal
import Kernel

/// The sums that banks print at the foot of a page and of the file. They are no lines; they are checked.
struct StatementTotals {
    private struct Sums {
        var out = Fen.zero
        var `in` = Fen.zero
        var count = 0

        mutating func add(_ line: StatementLine) {
            switch line.direction {
            case .out: out += line.amount
            case .in: self.in += line.amount
            }
            count += 1
        }
    }

    private var all = Sums()
    private var page = Sums()

    mutating func add(_ line: StatementLine) {
        all.add(line)
        page.add(line)
    }

    /// After a page's subtotal the next page begins.
    mutating func turnPage() { page = Sums() }

    /// What a row of totals says wrongly, each with its column from 0.
    func check(_ cells: StatementCells) -> [(column: Int?, refusal: Refusal)] {
        let sums = cells.isPageTotal ? page : all
        var wrong: [(Int?, Refusal)] = []
        // The treasury's amounts are payments, a bank's are what they add.
        let signed = cells.places[.balance] == nil ? sums.out - sums.in : sums.in - sums.out
        let expectations: [(StatementLayout.Field, Fen)] = [
            (.debit, sums.out), (.credit, sums.in), (.amount, signed),
        ]
        for (field, expected) in expectations {
            guard let place = cells.places[field], let found = try? StatementText.money(cells.row[place].text),
                  found != expected else { continue }
            wrong.append((place, Self.fault(expected.yuan, found.yuan)))
        }
        for (index, cell) in cells.row.cells.enumerated() {
            if let count = Self.count(in: cell.text), count != sums.count {
                wrong.append((index, Self.fault(String(sums.count), String(count))))
            }
        }
        return wrong
    }

    private static func fault(_ expected: String, _ found: String) -> Refusal {
        Refusal(.inputTotal, ["value": found, "expected": expected])
    }

    /// `共 12 笔`, `总笔数：12笔`.
    private static func count(in text: String) -> Int? {
        let folded = text.halfWidth.filter { !$0.isWhitespace }
        guard let end = folded.firstIndex(of: "笔") else { return nil }
        let digits = folded[..<end].reversed().prefix { $0.isNumber }.reversed()
        return Int(String(digits))
    }
}

extension StatementCells {
    private static let marks = ["合计", "总计", "累计", "小计", "本页小计", "本页合计", "total", "subtotal", "共", "总笔数"]

    /// Whether the row is one of totals: it has no day, and one of its cells begins with a word for a sum.
    var isTotal: Bool {
        if let day = words(.day), !Self.isMark(day) { return false }
        return row.cells.contains { Self.isMark($0.text) }
    }

    /// Whether it sums up a page, and not the file.
    var isPageTotal: Bool {
        row.cells.contains { cell in
            let text = StatementText.heading(cell.text).lowercased()
            return ["小计", "本页", "subtotal"].contains(where: text.hasPrefix)
        }
    }

    private static func isMark(_ text: String) -> Bool {
        let word = StatementText.heading(text).lowercased()
        return marks.contains(where: word.hasPrefix) && (!word.hasPrefix("共") || word.contains("笔"))
    }
}
