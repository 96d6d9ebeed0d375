package import Documents
package import Kernel
import Ledger

extension Document {
    /// The same with where its figures come from behind it: of each column what it is made of, and the
    /// command that lists the rows, for the first row that has any. `moments`: what was asked for, as it was
    /// written.
    package func explained(by following: Following, _ moments: [(option: String, value: String)]) -> Document {
        var seen: Set<String> = []
        let apart = tables.filter { seen.insert($0.columns.first?.key ?? "").inserted && following.origins(of: $0) != nil }
        let rows = apart.flatMap { table in
            let first = apart.count > 1 ? table.columns.first?.title : nil
            return table.columns.indices.compactMap { Self.explanation(of: table, at: $0, by: first, following, moments) }
        }
        var document = self
        document.sections.append(Section(Phrase("数字从哪里来", "Where the figures come from"), [
            .table(Table(Self.explaining, rows)),
            .list([Phrase(
                "命令列的是首个有明细的行；其他行换上该行的指标、工单、施工单位或科目，不写则为全部。",
                "Commands are of the first row that has lines; for another row put its appropriation, job, contractor or "
                    + "account, for all of them none.")]),
        ]))
        return document
    }

    private static func explanation(
        of table: Table, at index: Int, by first: Phrase?, _ following: Following, _ moments: [(option: String, value: String)]
    ) -> Table.Row? {
        let column = table.columns[index]
        guard let origin = following.origins(of: table)?[column.key] else { return nil }
        let question = table.rows.lazy.compactMap { following.question(table, $0, at: index) }.first
        let title = first.map { Phrase("\($0.zh)：\(column.title.zh)", "\($0.en): \(column.title.en)") } ?? column.title
        return Table.Row(.detail, [
            .phrase(title), .phrase(origin.made.words(in: table)), .text(question?.command(moments)),
        ])
    }

    private static let explaining: [Table.Column] = [
        .init("column", Phrase("列", "column"), .label), .init("madeOf", Phrase("算法", "made of"), .text),
        .init("rows", Phrase("查明细", "its rows"), .text),
    ]
}

extension Origin.Made {
    /// As a formula, in account numbers or in the titles of columns.
    package func words(in table: Table) -> Phrase {
        let title = { (key: String) in table.columns.first { $0.key == key }?.title ?? Phrase(both: key) }
        switch self {
        case .words(let words), .jobs(let words): return words
        case .report(let name, let words):
            return Phrase("\(words.zh)（\(name) 报表）", "\(words.en) (report \(name))")
        case .columns(let plus, let minus): return .sum(plus.map(title), minus: minus.map(title))
        case .rate(let part, let whole):
            let (above, below) = (Phrase.sum(part.map(title)), Phrase.sum(whole.map(title)))
            let bracket = { (text: String, count: Int) in count > 1 ? "(\(text))" : text }
            return Phrase(
                bracket(above.zh, part.count) + "÷" + bracket(below.zh, whole.count),
                bracket(above.en, part.count) + " ÷ " + bracket(below.en, whole.count))
        case .lines(let lines): return lines.words
        }
    }
}

extension Origin.Lines {
    fileprivate var words: Phrase {
        let side = accounts.first?.normal
        let name = { (account: Account) in
            accounts.count > 1 ? Phrase(both: account.rawValue)
                : Phrase("\(account.rawValue) \(account.title.zh)", "\(account.rawValue) \(account.title.en)")
        }
        let sum = accounts.isEmpty ? Phrase("本行科目", "the row's account")
            : Phrase.sum(accounts.filter { $0.normal == side }.map(name), minus: accounts.filter { $0.normal != side }.map(name))
        guard let note else { return sum }
        return Phrase("\(sum.zh)，\(note.zh)", "\(sum.en), \(note.en)")
    }

    private var note: Phrase? {
        if let part { return part }
        if isClosed { return Phrase("含年终结转", "with the closing entries") }
        switch measure {
        case .opening: return Phrase("年初余额", "when the year began")
        case .turnover: return month.map { Phrase("\($0) 月发生额", "of month \($0)") } ?? Phrase("本年发生额", "of the year")
        case .balance, .none: return nil
        }
    }
}

extension Phrase {
    fileprivate static func sum(_ plus: [Phrase], minus: [Phrase] = []) -> Phrase {
        Phrase(
            plus.map(\.zh).joined(separator: "＋") + minus.map { "－" + $0.zh }.joined(),
            plus.map(\.en).joined(separator: " + ") + minus.map { " − " + $0.en }.joined())
    }
}
