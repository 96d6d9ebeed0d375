import Bank
package import Documents
import Journal
package import Kernel
package import Ledger

/// 对账报告: for each custody what stands on one side only, with its age, and for the money at the bank the
/// 银行存款余额调节表.
package enum ReconciliationReport {
    /// It proves that everything closes. The snapshot needs the bank.
    package static func make(_ snapshot: Snapshot) -> Document {
        let day = snapshot.asOf.day
        let sides = Custody.allCases.map { Reconciliation(snapshot.bank, $0, on: day) }
        let closes = sides.allSatisfy(\.closes)
        let open = sides.filter { $0.custody == .treasury }.reduce(0) { $0 + $1.lines.count + $1.items.count }
        return snapshot.report(
            "reconciliation", Phrase("对账报告", "Reconciliation"),
            headings: [
                Pair("asOf", Phrase("截至", "as of"), .day(day)),
                Pair("closes", Phrase("银行存款调节相符", "bank money closes"), .flag(closes)),
                Pair("treasuryOpen", Phrase("国库未勾对", "treasury unmatched"), .count(open)),
            ],
            columns: columns, rows: sides.flatMap { rows($0, snapshot.names) }, lead: 3, notes: notes,
            checks: sides.filter { $0.custody == .bank }.map(check))
    }

    private static func check(_ side: Reconciliation) -> Check {
        Check(
            "bank", Phrase("调节后余额相等", "adjusted balances are equal"), expected: .money(side.adjustedBook),
            found: .money(side.adjustedBank))
    }

    private static func rows(_ side: Reconciliation, _ names: ReportNames) -> [Table.Row] {
        let writer = Writer(side: side, names: names)
        switch side.custody {
        case .treasury: return writer.treasury
        case .bank: return writer.bank
        }
    }

    private static let columns: [Table.Column] = [
        .init("custody", Phrase("资金", "money"), .name),
        .init("item", Phrase("项目", "item"), .name),
        .init("id", Phrase("编号", "id"), .label),
        .init("day", Phrase("日期", "day"), .day),
        .init("age", Phrase("天数", "days"), .count),
        .init("party", Phrase("对方", "party"), .label),
        .init("job", Phrase("工单", "job"), .label),
        .init("text", Phrase("摘要", "text"), .text),
        .init("amount", Phrase("金额", "amount"), .money),
    ]

    private static let notes = [
        Phrase("余额调节：账面余额＋银行已收单位未收－银行已付单位未付＝对账单余额＋单位已收银行未收－单位已付银行未付。",
               "Book + in bank only − out bank only = bank + in book only − out book only."),
    ]
}

private struct Writer {
    let side: Reconciliation
    let names: ReportNames

    /// Payments that the treasury's list does not have, and what it has beyond them.
    var treasury: [Table.Row] {
        items(.paidNotListed, side.items)
            + lines(.listedOnly, side.lines)
    }

    var bank: [Table.Row] {
        let lines = side.lines
        let items = side.items
        let balances = side.balances.map {
            row(.detail, .statementBalance, id: $0.account.text, amount: $0.amount)
        }
        return [row(.subtotal, .bookBalance, amount: side.book)]
            + self.lines(.inBankOnly, lines.filter { $0.line.direction == .in })
            + self.lines(.outBankOnly, lines.filter { $0.line.direction == .out })
            + [row(.subtotal, .adjustedBook, amount: side.adjustedBook)]
            + balances + gaps + [row(.subtotal, .statementBalances, amount: side.bank)]
            + self.items(.inBookOnly, items.filter { $0.effect.fen.isPositive })
            + self.items(.outBookOnly, items.filter { $0.effect.fen.isNegative })
            + [row(.subtotal, .adjustedStatement, amount: side.adjustedBank),
               row(.total, .difference, amount: side.difference)]
    }

    private var gaps: [Table.Row] {
        side.gaps.map { gap in
            row(.detail, .missing, id: gap.account.text, day: gap.before, words: gap.words,
                amount: gap.opening - gap.closing)
        }
    }

    private func lines(_ item: Part, _ entries: [BankEntry]) -> [Table.Row] {
        let rows = entries.map { entry in
            let party = entry.line.name ?? entry.line.account
            return row(
                .detail, item, id: entry.id.text, day: entry.line.day, party: party?.text, text: entry.line.words,
                amount: entry.line.effect)
        }
        return rows + [row(.subtotal, item, amount: entries.reduce(.zero) { $0 + $1.line.effect })]
    }

    private func items(_ title: Part, _ items: [BookItem]) -> [Table.Row] {
        let rows = items.map { item in
            row(.detail, title, id: item.name.text, day: item.day, party: item.contractor.map { names.firm($0) }, jobs: item.jobs,
                amount: item.effect.fen)
        }
        return rows + [row(.subtotal, title, amount: items.reduce(.zero) { $0 + $1.effect.fen })]
    }

    private func row(
        _ level: Table.Level, _ item: Part, id: String? = nil, day: Day? = nil, party: String? = nil, jobs: [Code] = [],
        text: String? = nil, words: Phrase? = nil, amount: Fen?
    ) -> Table.Row {
        Table.Row(level, key: level == .subtotal ? "\(side.custody.rawValue).\(item.rawValue)" : nil, [
            .named(side.custody.rawValue, side.custody.title), .named(item.rawValue, item.title), .text(id),
            .day(day), day.map { .count(side.day - $0) } ?? .blank, .text(party),
            jobs.isEmpty ? .blank : .text(jobs.map(\.text).joined(separator: " ")),
            text.map { .text($0) } ?? .phrase(words), .money(amount),
        ])
    }
}

/// What a row of the report says; the raw value is its key in JSON.
private enum Part: String {
    case paidNotListed, listedOnly
    case bookBalance, inBankOnly, outBankOnly, adjustedBook
    case statementBalance, missing, statementBalances, inBookOnly, outBookOnly, adjustedStatement, difference

    var title: Phrase {
        switch self {
        case .paidNotListed: Phrase("已付未列清单", "paid, not on the list")
        case .listedOnly: Phrase("清单有而账上无", "on the list only")
        case .statementBalance: Phrase("对账单余额", "statement balance")
        case .missing: Phrase("对账单不连续", "statement missing")
        case .bookBalance: Phrase("账面余额", "book balance")
        case .inBankOnly: Phrase("银行已收、单位未收", "in bank only")
        case .outBankOnly: Phrase("银行已付、单位未付", "out bank only")
        case .adjustedBook: Phrase("调节后账面余额", "adjusted book balance")
        case .statementBalances: Phrase("对账单余额合计", "statement balances")
        case .inBookOnly: Phrase("单位已收、银行未收", "in book only")
        case .outBookOnly: Phrase("单位已付、银行未付", "out book only")
        case .adjustedStatement: Phrase("调节后对账单余额", "adjusted statement balance")
        case .difference: Phrase("差额", "difference")
        }
    }
}

extension StatementLine {
    /// What the statement says of the line: enough to find it on paper.
    fileprivate var words: String? {
        let parts = [reference?.text, summary?.text, purpose?.text].compactMap(\.self)
            // A number of nothing but zeros is what banks write where there is none.
            .filter { $0.contains { $0 != "0" } }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

extension Custody {
    /// As it is shown.
    package var title: Phrase {
        switch self {
        case .treasury: Phrase("国库支付", "treasury")
        case .bank: Phrase("银行存款", "bank")
        }
    }
}
