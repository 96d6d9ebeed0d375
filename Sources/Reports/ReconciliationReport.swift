import Journal
package import Kernel

/// 对账报告: for each custody what stands on one side only, with its age, and for the money at the bank the
/// 银行存款余额调节表.
package enum ReconciliationReport {
    /// It holds while everything closes. The snapshot needs the bank.
    package static func make(_ snapshot: Snapshot) -> Report {
        let day = snapshot.asOf.day
        let sides = Custody.allCases.map { Reconciliation(snapshot.bank, $0, on: day) }
        let closes = sides.allSatisfy(\.closes)
        let open = sides.filter { $0.custody == .treasury }.reduce(0) { $0 + $1.lines.count + $1.items.count }
        return snapshot.report(
            "reconciliation", Phrase("对账报告", "Reconciliation"),
            headings: [
                Report.Heading("asOf", Phrase("截至", "as of"), .day(day)),
                Report.Heading("closes", Phrase("银行存款调节相符", "bank money closes"), .flag(closes)),
                Report.Heading("treasuryOpen", Phrase("国库未勾对", "treasury unmatched"), .count(open)),
            ],
            columns: columns, rows: sides.flatMap(rows), notes: notes, holds: closes)
    }

    private static func rows(_ side: Reconciliation) -> [Report.Row] {
        let writer = Writer(side: side)
        switch side.custody {
        case .treasury: return writer.treasury
        case .bank: return writer.bank
        }
    }

    private static let columns: [Report.Column] = [
        .init("custody", Phrase("资金", "money"), .text),
        .init("item", Phrase("项目", "item"), .label),
        .init("id", Phrase("编号", "id"), .label),
        .init("day", Phrase("日期", "day"), .day),
        .init("age", Phrase("天数", "days"), .count),
        .init("party", Phrase("对方", "party"), .text),
        .init("job", Phrase("工单", "job"), .text),
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

    /// Payments that the treasury's list does not have, and what it has beyond them.
    var treasury: [Report.Row] {
        items(Phrase("已付未列清单", "paid, not on the list"), side.items)
            + lines(Phrase("清单有而账上无", "on the list only"), side.lines)
    }

    var bank: [Report.Row] {
        let lines = side.lines
        let items = side.items
        let balances = side.balances.map {
            row(.detail, Phrase("对账单余额", "statement balance"), id: $0.account.text, amount: $0.amount)
        }
        return [row(.subtotal, Phrase("账面余额", "book balance"), amount: side.book)]
            + self.lines(Phrase("银行已收、单位未收", "in bank only"), lines.filter { $0.line.direction == .in })
            + self.lines(Phrase("银行已付、单位未付", "out bank only"), lines.filter { $0.line.direction == .out })
            + [row(.total, Phrase("调节后账面余额", "adjusted book balance"), amount: side.adjustedBook)]
            + balances + [row(.subtotal, Phrase("对账单余额合计", "statement balances"), amount: side.bank)]
            + self.items(Phrase("单位已收、银行未收", "in book only"), items.filter { $0.effect.fen.isPositive })
            + self.items(Phrase("单位已付、银行未付", "out book only"), items.filter { $0.effect.fen.isNegative })
            + [row(.total, Phrase("调节后对账单余额", "adjusted statement balance"), amount: side.adjustedBank),
               row(.total, Phrase("差额", "difference"), amount: side.difference)]
    }

    private func lines(_ title: Phrase, _ entries: [BankEntry]) -> [Report.Row] {
        let rows = entries.map { entry in
            let party = entry.line.name ?? entry.line.account
            return row(
                .detail, title, id: entry.id.text, day: entry.line.day, party: party?.text, text: entry.line.words,
                amount: entry.line.effect)
        }
        return rows + [row(.subtotal, title, amount: entries.reduce(.zero) { $0 + $1.line.effect })]
    }

    private func items(_ title: Phrase, _ items: [BookItem]) -> [Report.Row] {
        let rows = items.map { item in
            row(.detail, title, id: item.name.text, day: item.day, party: item.contractor?.text, job: item.job,
                amount: item.effect.fen)
        }
        return rows + [row(.subtotal, title, amount: items.reduce(.zero) { $0 + $1.effect.fen })]
    }

    private func row(
        _ level: Report.Level, _ title: Phrase, id: String? = nil, day: Day? = nil, party: String? = nil, job: Code? = nil,
        text: String? = nil, amount: Fen?
    ) -> Report.Row {
        Report.Row(level, [
            .named(side.custody.rawValue, side.custody.title), .phrase(title), id.map { .text($0) } ?? .blank,
            day.map { .day($0) } ?? .blank, day.map { .count(side.day - $0) } ?? .blank, party.map { .text($0) } ?? .blank,
            job.map { .text($0.text) } ?? .blank, text.map { .text($0) } ?? .blank, amount.map { .money($0) } ?? .blank,
        ])
    }
}

extension StatementLine {
    /// What the statement says of the line: enough to find it on paper.
    fileprivate var words: String? {
        let parts = [reference?.text, summary?.text, purpose?.text].compactMap(\.self)
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
