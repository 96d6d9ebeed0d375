package import Kernel
package import Ledger

/// Both sides of the money of one custody on a day, and what stands on one side only. The figures of the
/// reconciliation report, without its words.
package struct Reconciliation: Sendable {
    /// An account of the custody and its balance on the day, nil where its statements tell none.
    package struct Balance: Sendable, Equatable {
        package let account: Label
        package let amount: Fen?
    }

    package let custody: Custody
    package let day: Day
    /// Lines of the statements that no item of the books answers, and the other way round, both in the
    /// order of days.
    package let lines: [BankEntry]
    package let items: [BookItem]
    /// What the books say is held: what earlier years left, with receipts less payments, refunds added.
    package let book: Fen
    /// By account.
    package let balances: [Balance]
    /// Where the statements of an account leave one out.
    package let gaps: [StatementGap]

    /// A match counts on a day when everything in it has happened by then. What has been undone counts
    /// nowhere.
    package init(_ bank: BankBook, _ custody: Custody, on day: Day) {
        self.custody = custody
        self.day = day
        let own = Set(bank.accounts.values.filter { $0.custody == custody }.map(\.account))
        let entries = bank.lines.values.filter { own.contains($0.account) }
            .sorted { ($0.line.day, $0.id) < ($1.line.day, $1.id) }
        gaps = own.sorted { $0.text < $1.text }.flatMap { bank.accounts[$0]?.gaps ?? [] }.filter { $0.before <= day }
        let all = bank.items.values.filter { $0.custody == custody && $0.day <= day }
        let late = Self.late(bank, day)
        let stands = { (match: Int?) in match.map { !late.contains($0) } ?? false }
        lines = entries.filter { $0.line.day <= day && !stands($0.match) }
        items = all.filter { !stands($0.match) }.sorted { ($0.day.number, $0.name.text) < ($1.day.number, $1.name.text) }
        let carried = bank.carried.values.filter { custody == .bank && $0.day <= day }
        book = all.reduce(carried.reduce(.zero) { $0 + $1.amount }) { $0 + $1.effect.fen }
        balances = own.sorted { $0.text < $1.text }.map { account in
            Balance(
                account: account,
                amount: Self.balance(bank.accounts[account], entries.filter { $0.account == account }, on: day))
        }
    }

    /// The matches that hold something of a later day.
    private static func late(_ bank: BankBook, _ day: Day) -> Set<Int> {
        let lines = bank.lines.values.filter { $0.line.day > day }.compactMap(\.match)
        let items = bank.items.values.filter { $0.day > day }.compactMap(\.match)
        return Set(lines + items)
    }

    /// The balance of an account at the end of a day: what was stated last by then, with what later lines
    /// add; before the first that was stated, what leads to it. A line states one after it, a statement one
    /// at the end of its last day and one at the end of the day before its first. Entries in the order of
    /// days.
    private static func balance(_ account: StatementAccount?, _ entries: [BankEntry], on day: Day) -> Fen? {
        let stated = (account?.stated ?? []).flatMap { one in
            [one.opening.map { (day: one.from + -1, fen: $0.fen) }, one.closing.map { (day: one.to, fen: $0.fen) }]
        }.compactMap(\.self)
        let past = entries.filter { $0.line.day <= day }
        let line = past.lastIndex { $0.line.balance != nil }
        let known = stated.filter { $0.day <= day }.max { $0.day < $1.day }
        if let known, line.map({ past[$0].line.day < known.day }) ?? true {
            return past.filter { $0.line.day > known.day }.reduce(known.fen) { $0 + $1.line.effect }
        }
        if let line, let stated = past[line].line.balance {
            return past[(line + 1)...].reduce(stated.fen) { $0 + $1.line.effect }
        }
        return leading(stated.filter { $0.day > day }, entries.filter { $0.line.day > day })
    }

    /// What leads to the first balance that is stated later.
    private static func leading(_ stated: [(day: Day, fen: Fen)], _ later: [BankEntry]) -> Fen? {
        let line = later.firstIndex { $0.line.balance != nil }
        let first = stated.min { $0.day < $1.day }
        if let first, line.map({ later[$0].line.day > first.day }) ?? true {
            return later.filter { $0.line.day <= first.day }.reduce(first.fen) { $0 - $1.line.effect }
        }
        guard let line, let stated = later[line].line.balance else { return nil }
        return later[...line].reduce(stated.fen) { $0 - $1.line.effect }
    }
}

extension Reconciliation {
    /// 银行已收、单位未收: in on the statement only; 银行已付、单位未付: out on the statement only. Both in fen and positive.
    package var inBankOnly: Fen { Self.sum(lines.map(\.line.effect).filter(\.isPositive)) }
    package var outBankOnly: Fen { -Self.sum(lines.map(\.line.effect).filter(\.isNegative)) }
    /// 单位已收、银行未收 and 单位已付、银行未付.
    package var inBookOnly: Fen { Self.sum(items.map(\.effect.fen).filter(\.isPositive)) }
    package var outBookOnly: Fen { -Self.sum(items.map(\.effect.fen).filter(\.isNegative)) }

    package var adjustedBook: Fen { book + inBankOnly - outBankOnly }

    /// The sum of the accounts' balances; nil when one of them is not known, and when there is money in the
    /// books and no statement of any account.
    package var bank: Fen? {
        if balances.isEmpty, book != .zero || !items.isEmpty { return nil }
        return sumOfBalances
    }

    private var sumOfBalances: Fen? {
        balances.reduce(Fen.zero as Fen?) { sum, next in
            guard let sum, let amount = next.amount else { return nil }
            return sum + amount
        }
    }

    package var adjustedBank: Fen? { bank.map { $0 + inBookOnly - outBookOnly } }

    /// 未达账项调节后的差额: nothing, when the two sides tell the same.
    package var difference: Fen? { adjustedBank.map { $0 - adjustedBook } }

    /// Whether both sides come to the same. The treasury states no balance: its side closes by what is
    /// listed.
    package var closes: Bool {
        switch custody {
        case .treasury: true
        case .bank: difference == .zero
        }
    }

    private static func sum(_ amounts: [Fen]) -> Fen { amounts.reduce(.zero, +) }
}
