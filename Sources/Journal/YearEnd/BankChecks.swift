import Bank
import Kernel
import Ledger

/// The checks that statements answer, on 31 December.
struct BankChecks {
    let bank: BankBook
    /// What the ledger says lies in the bank.
    let inBooks: Fen
    let day: Day

    var findings: [YearFinding] {
        [closing, open(.bankOpen, .bank), open(.treasuryOpen, .treasury)]
    }

    /// B3: with money in the bank, a statement must reach the day, and both sides must come to the same.
    private var closing: YearFinding {
        let sides = Reconciliation(bank, .bank, on: day)
        let accounts = bank.accounts.values.filter { $0.custody == .bank }.sorted { $0.account.text < $1.account.text }
        var (tally, missing) = (Tally(), [Phrase]())
        if inBooks != .zero || sides.book != .zero {
            if accounts.isEmpty {
                tally.add(Account.bankDeposit.rawValue, inBooks.size)
                missing.append(Self.noStatement(inBooks))
            }
            for account in accounts where !account.reaches(day) {
                tally.add(account.account.text, .zero)
                missing.append(account.short(of: day))
            }
        }
        if let difference = sides.difference, difference != .zero {
            for account in accounts.prefix(1) { tally.add(account.account.text, difference.size) }
            missing.append(Phrase("余额调节后相差 \(difference.grouped)", "reconciled balances differ by \(difference.grouped)"))
        } else if !accounts.isEmpty, sides.difference == nil {
            for account in sides.balances where account.amount == nil {
                tally.add(account.account.text, .zero)
                let name = account.account.text
                missing.append(Phrase("\(name) 的对账单没有余额", "no balance on the statements of \(name)"))
            }
        }
        return YearFinding(.bank, tally, missing: missing)
    }

    private static func noStatement(_ amount: Fen) -> Phrase {
        Phrase(
            "账上银行存款 \(amount.grouped)，没有导入过银行对账单", "\(amount.grouped) in the bank by the books, and no statement was imported")
    }

    /// W1 and W2.
    private func open(_ check: YearCheck, _ custody: Custody) -> YearFinding {
        let sides = Reconciliation(bank, custody, on: day)
        let lines = sides.lines.reduce(into: Tally()) { $0.add($1.id.text, $1.line.effect.size) }
        let items = sides.items.reduce(into: Tally()) { $0.add($1.name.text, $1.effect.fen.size) }
        return YearFinding(
            check, lines + items,
            sides: YearFinding.Sides(lines: lines, items: items, crossing: crossing(custody)))
    }

    /// 跨期: entered in this year, since its own was shut, though the statement shows it in an earlier one.
    private func crossing(_ custody: Custody) -> Tally {
        let items = bank.items.values.filter { $0.custody == custody && $0.day.year == day.year }
            .sorted { ($0.day.number, $0.name.text) < ($1.day.number, $1.name.text) }
        return items.reduce(into: Tally()) { tally, item in
            let lines = item.match.flatMap { bank.matches[$0] }?.form.lines ?? []
            let isEarlier = lines.contains { bank.lines[$0].map { $0.line.day.year < day.year } ?? false }
            if isEarlier { tally.add(item.name.text, item.effect.fen.size) }
        }
    }
}

extension StatementAccount {
    /// Whether a statement tells of a day: a line of it, or a balance that it states.
    fileprivate func reaches(_ day: Day) -> Bool { last.map { $0 >= day } ?? false }

    /// The last day that a statement tells of.
    private var last: Day? { (imports.map(\.last) + stated.map(\.to)).max() }

    fileprivate func short(of day: Day) -> Phrase {
        let until = last?.text ?? "—"
        return Phrase(
            "\(account.text) 的对账单到 \(until)，须到 \(day.text)", "statements of \(account.text) end \(until), must reach \(day.text)")
    }
}
