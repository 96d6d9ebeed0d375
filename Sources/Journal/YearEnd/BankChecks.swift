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
        [YearFinding(.bank, closing), open(.bankOpen, .bank), open(.treasuryOpen, .treasury)]
    }

    /// B3: with money in the bank, a statement must reach the day, and both sides must come to the same.
    private var closing: Tally {
        let sides = Reconciliation(bank, .bank, on: day)
        let accounts = bank.accounts.values.filter { $0.custody == .bank }.sorted { $0.account.text < $1.account.text }
        var tally = Tally()
        if inBooks != .zero || sides.book != .zero {
            if accounts.isEmpty { tally.add(Account.bankDeposit.rawValue, inBooks.size) }
            for account in accounts where !account.reaches(day) { tally.add(account.account.text, .zero) }
        }
        if let difference = sides.difference, difference != .zero {
            for account in accounts.prefix(1) { tally.add(account.account.text, difference.size) }
        } else if !accounts.isEmpty, sides.difference == nil {
            for account in sides.balances where account.amount == nil { tally.add(account.account.text, .zero) }
        }
        return tally
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
    fileprivate func reaches(_ day: Day) -> Bool {
        imports.contains { $0.last >= day } || stated.contains { $0.to >= day }
    }
}
