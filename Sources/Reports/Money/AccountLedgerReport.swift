package import Documents
package import Kernel
package import Ledger

/// 明细账: the lines of one account, with its balance after each.
package enum AccountLedgerReport {
    /// Entries in the order of booking, of the account and, where one is named, of the appropriation.
    package static func make(
        _ snapshot: Snapshot, entries: [FundLedgerReport.Entry], vouchers: VoucherBook, account: Account,
        appropriation: Code?
    ) -> Document {
        let day = snapshot.asOf.day
        var (balance, debit, credit) = (Fen.zero, Fen.zero, Fen.zero)
        var rows: [Table.Row] = []
        for entry in entries.inOrder(until: day) where entry.line.account == account {
            balance += entry.line.effect
            switch entry.line.side {
            case .debit: debit += entry.line.amount.fen
            case .credit: credit += entry.line.amount.fen
            }
            rows.append(row(entry, balance, vouchers[entry.voucher]?.summary(snapshot.names), snapshot.names))
        }
        rows.append(Table.Row(.total, [
            .named("", Phrase("合计", "total")), .blank, .blank, .money(debit), .money(credit), .money(balance), .blank,
            .blank, .blank, .blank,
        ]))
        return snapshot.report(
            "ledger", Phrase("明细账", "Account ledger"),
            headings: headings(account, appropriation, day), columns: columns, rows: rows, lead: 2,
            notes: [Phrase("金额为负的是红字冲减。", "Negative amounts are red entries.")])
    }

    private static func headings(_ account: Account, _ appropriation: Code?, _ day: Day) -> [Pair] {
        let code = account.rawValue
        let name = Phrase(code + " " + account.title.zh, code + " " + account.title.en)
        let side = account.normal == .debit ? Phrase("借", "debit") : Phrase("贷", "credit")
        return [
            Pair("account", Phrase("科目", "account"), .named(code, name)),
            Pair("side", Phrase("余额方向", "balance side"), .named(account.normal.rawValue, side)),
            Pair("appropriation", Phrase("指标", "appropriation"),
                           appropriation.map { .text($0.text) } ?? .phrase(Phrase("全部", "all"))),
            Pair("asOf", Phrase("截至", "as of"), .day(day)),
        ]
    }

    private static func row(
        _ entry: FundLedgerReport.Entry, _ balance: Fen, _ summary: Phrase?, _ names: ReportNames
    ) -> Table.Row {
        let line = entry.line
        let amount = Cell.money(line.amount.fen)
        return Table.Row(.detail, [
            .day(entry.day), .text(entry.voucher), .phrase(summary),
            line.side == .debit ? amount : .blank, line.side == .credit ? amount : .blank, .money(balance),
            .text(line.appropriation.text), .job(line.job), names.contractor(line.contractor),
            .count(entry.seq),
        ])
    }

    private static let columns: [Table.Column] = [
        .init("day", Phrase("日期", "day"), .day),
        .init("voucher", Phrase("凭证号", "voucher"), .label),
        .init("summary", Phrase("摘要", "summary"), .text),
        .init("debit", Phrase("借方", "debit"), .money),
        .init("credit", Phrase("贷方", "credit"), .money),
        .init("balance", Phrase("余额", "balance"), .money),
        .init("appropriation", Phrase("指标", "appropriation"), .label),
        .init("job", Phrase("工单", "job"), .label),
        .init("contractor", Phrase("施工单位", "contractor"), .name),
        .init("seq", Phrase("记录", "record"), .count),
    ]
}
