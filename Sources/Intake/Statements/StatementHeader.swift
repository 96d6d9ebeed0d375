import Formats
import Kernel

/// The header row of a table, as it was found.
struct StatementHeader {
    let layout: StatementLayout
    let places: [StatementLayout.Field: Int]
    /// As they are compared.
    let names: [String]
    /// As they stand.
    let titles: [String]

    /// `input.duplicateKey` when a column of the layout is named twice.
    var repeated: Refusal? {
        let twice = places.values.sorted().first { place in names.count(where: { $0 == names[place] }) > 1 }
        return twice.map {
            Refusal(.inputDuplicateKey, ["field": names[$0].excerpt]).placed(file: nil, line: nil, column: $0 + 1)
        }
    }

    /// The account's number above the table, with its column from 0: `账号：6222…`, in one cell or two.
    static func account(above row: SheetRow) -> (account: Label, column: Int)? {
        for (index, cell) in row.cells.enumerated() {
            let text = StatementText.heading(cell.text)
            guard let mark = ["查询账号", "本方账号", "账号"].first(where: text.hasPrefix) else { continue }
            let rest = text.dropFirst(mark.count).drop { $0 == ":" }
            let next = row.cells.dropFirst(index + 1).firstIndex { StatementText.words($0.text) != nil }
            let number = rest.isEmpty ? next.flatMap { StatementText.words(row[$0].text) } ?? "" : leading(rest)
            guard number.isSpoiltNumber || (number.folded.count >= 6 && number.folded.allSatisfy(\.isNumber)),
                  let account = try? Label(number) else { continue }
            return (account, rest.isEmpty ? next ?? index : index)
        }
        return nil
    }

    /// The number at the beginning of a text, with the signs of one that a spreadsheet wrote.
    private static func leading(_ text: Substring) -> String {
        let number = text.prefix { $0.isNumber || $0 == "-" }
        let whole = text.prefix { $0.isNumber || ".Ee+".contains($0) }
        return String(whole).isSpoiltNumber ? String(whole) : String(number)
    }
}
