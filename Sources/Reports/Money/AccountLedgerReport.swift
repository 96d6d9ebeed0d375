package import Documents
package import Kernel
package import Ledger

/// 明细账: the lines of an account, or of several as one, with the balance after each. Whatever figure of
/// another report is a sum of lines can be asked for here (``Origins``).
package enum AccountLedgerReport {
    /// Which lines. Several accounts count as one that stands on the side of the first: 1001 and 1009 are
    /// what was granted less what was recalled.
    package struct Choice: Sendable {
        package var accounts: [Account]
        package var appropriation: Code?
        package var job: Code?
        package var contractor: Code?
        /// From this day on, behind what stood there before; nil: from the first line.
        package var from: Day?
        package var to: Day

        package init(_ accounts: [Account], until day: Day, appropriation: Code? = nil) {
            self.accounts = accounts
            self.appropriation = appropriation
            to = day
        }

        /// As it was chosen of the report: a year is all of its days.
        init(_ choice: ReportChoice, asOf day: Day) {
            self.init(
                choice.accounts.isEmpty ? [.available] : choice.accounts, until: min(day, choice.to ?? day),
                appropriation: choice.appropriation)
            (job, contractor, from) = (choice.job, choice.contractor, choice.from)
            guard let year = choice.year else { return }
            from = max(choice.from ?? Day.first(of: year), Day.first(of: year))
            to = min(to, Day.last(of: year))
        }

        fileprivate func takes(_ line: Line) -> Bool {
            (appropriation == nil || line.appropriation == appropriation) && (job == nil || line.job == job)
                && (contractor == nil || line.contractor == contractor)
        }

        /// The side that the balance is counted on.
        fileprivate var normal: Side { accounts.first?.normal ?? .debit }
    }

    /// The accounts whose lines are looked at: what stood open opens 上年结转.
    static func accounts(_ choice: ReportChoice) -> [Account] {
        let own = choice.accounts.isEmpty ? [.available] : choice.accounts
        return own.contains(.broughtForward) ? own + Account.openStatuses : own
    }

    /// Entries in the order of booking.
    package static func make(
        _ snapshot: Snapshot, entries: [FundLedgerReport.Entry], notes: VoucherNotes, _ choice: Choice
    ) -> Document {
        let own = entries.filter { choice.takes($0.line) }
        let opening = choice.from.map { LedgerOpening(choice.accounts, on: $0).balance(of: own, choice.normal) }
        var (balance, debit, credit) = (opening ?? .zero, Fen.zero, Fen.zero)
        let hasSeveral = choice.accounts.count > 1
        var rows = TableRows(opening.map { [Row.opening($0).cells(withAccount: hasSeveral)] } ?? [])
        for entry in own.filter({ choice.accounts.contains($0.line.account) }).inOrder(until: choice.to) {
            guard choice.from.map({ $0 <= entry.day }) ?? true else { continue }
            let amount = entry.line.amount.fen
            balance += entry.line.side == choice.normal ? amount : -amount
            switch entry.line.side {
            case .debit: debit += amount
            case .credit: credit += amount
            }
            let row = Row.line(entry, balance, notes[entry.seq, entry.voucher], snapshot.names)
            rows.append(row.cells(withAccount: hasSeveral))
        }
        rows.append(Row.total(debit, credit, balance).cells(withAccount: hasSeveral))
        return snapshot.report(
            "ledger", Phrase("明细账", "Account ledger"), headings: headings(choice),
            columns: hasSeveral ? [accountColumn] + columns : columns,
            rows: rows, lead: hasSeveral ? 3 : 2,
            notes: [Phrase("金额为负的是红字冲减。", "Negative amounts are red entries.")])
    }

    private static func headings(_ choice: Choice) -> [Pair] {
        let side = choice.normal == .debit ? Phrase("借", "debit") : Phrase("贷", "credit")
        let span = choice.from.map { [Pair("from", Phrase("自", "from"), .day($0))] } ?? []
        return [
            Pair("account", Phrase("科目", "account"), accounts(choice.accounts)),
            Pair("side", Phrase("余额方向", "balance side"), .named(choice.normal.rawValue, side)),
            Pair("appropriation", Phrase("指标", "appropriation"),
                           choice.appropriation.map { .text($0.text) } ?? .phrase(Phrase("全部", "all"))),
        ] + (choice.job.map { [Pair("job", Phrase("工单", "job"), .job($0))] } ?? [])
            + (choice.contractor.map { [Pair("contractor", Phrase("施工单位", "contractor"), .text($0.text))] } ?? [])
            + span + [Pair("asOf", Phrase("截至", "as of"), .day(choice.to))]
    }

    private static func accounts(_ accounts: [Account]) -> Cell {
        let named = accounts.map { account in
            let code = account.rawValue
            return Cell.Named(code, Phrase(code + " " + account.title.zh, code + " " + account.title.en))
        }
        return named.count == 1 ? .named(named[0].code, named[0].title) : .list(named)
    }

    /// A row, with the account that it is of.
    private struct Row {
        let account: Cell
        let level: Table.Level
        var key: String?
        let cells: [Cell]

        func cells(withAccount: Bool) -> Table.Row {
            Table.Row(level, key: key, withAccount ? [account] + cells : cells)
        }

        static func opening(_ balance: Fen) -> Row {
            Row(account: .blank, level: .subtotal, key: "opening", cells: [
                .named("", Phrase("期初", "opening")), .blank, .blank, .blank, .blank, .money(balance), .blank, .blank,
                .blank, .blank,
            ])
        }

        static func total(_ debit: Fen, _ credit: Fen, _ balance: Fen) -> Row {
            Row(account: .blank, level: .total, cells: [
                .named("", Phrase("合计", "total")), .blank, .blank, .money(debit), .money(credit), .money(balance), .blank,
                .blank, .blank, .blank,
            ])
        }

        static func line(_ entry: FundLedgerReport.Entry, _ balance: Fen, _ summary: Phrase?, _ names: ReportNames) -> Row {
            let line = entry.line
            let amount = Cell.money(line.amount.fen)
            return Row(account: .text(line.account.rawValue), level: .detail, cells: [
                .day(entry.day), .text(entry.voucher), .phrase(summary),
                line.side == .debit ? amount : .blank, line.side == .credit ? amount : .blank, .money(balance),
                .text(line.appropriation.text), .job(line.job), names.contractor(line.contractor),
                .count(entry.seq),
            ])
        }
    }

    private static let accountColumn = Table.Column("account", Phrase("科目", "account"), .label)

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

/// What stood on accounts when a day began. The control book opens at nothing each year (books.md B1 §6): its
/// resources, 已支付 and 结转下年 are the year's turnover, and while the year before is open, what stood in its
/// statuses opens 上年结转.
private struct LedgerOpening {
    let accounts: [Account]
    let day: Day

    init(_ accounts: [Account], on day: Day) { (self.accounts, self.day) = (accounts, day) }

    func balance(of entries: [FundLedgerReport.Entry], _ normal: Side) -> Fen {
        entries.reduce(.zero) { $0 + effect(of: $1, normal) }
    }

    private func effect(of entry: FundLedgerReport.Entry, _ normal: Side) -> Fen {
        let (line, isEarlier) = (entry.line, entry.day < Day.first(of: day.year))
        let amount = line.side == normal ? line.amount.fen : -line.amount.fen
        let isStatus = Account.openStatuses.contains(line.account)
        var effect = Fen.zero
        if accounts.contains(line.account), entry.day < day, line.book != .control || isStatus || !isEarlier { effect += amount }
        // What stands open is a debit of 上年结转.
        if isEarlier, isStatus, accounts.contains(.broughtForward) { effect += normal == .debit ? line.effect : -line.effect }
        return effect
    }
}
