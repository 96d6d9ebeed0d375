import Kernel

/// The lines of each step for one appropriation (books.md B1 §5): positive, a debit and its credit behind
/// each other.
extension YearEnd.Fund {
    private var titles: FundTitles { FundTitles.of(appropriation.kind) }

    func lines(of step: ClosingStep, on standing: Standing) -> [Line] {
        switch step {
        case .lapse: lapse
        case .accrual:
            pair(.returnableQuota, titles.income, accrued) + pair(.returnableFunds, titles.budgetIncome, accrued)
        case .adjustments: closing([(.priorYearAdjustment, .accumulatedSurplus)], standing)
        case .result:
            closing([
                (titles.income, .periodSurplus), (.operatingExpense, .periodSurplus),
                (titles.budgetIncome, titles.ofYear), (.administrativeExpenditure, titles.ofYear),
            ], standing)
        case .surplus:
            closing([
                (.periodSurplus, .surplusDistribution), (.surplusDistribution, .accumulatedSurplus),
                (titles.adjustment, titles.carryOver), (titles.returned, titles.carryOver),
                (titles.ofYear, titles.carryOver), (.balanceReturned, .balance),
            ], standing)
        case .balance: balance(standing)
        case .carry:
            open.map { Line(.debit, $0, $1, appropriation.code) } + sum(.credit, .carriedForward)
        case .opening:
            sum(.debit, .broughtForward) + open.map { Line(.credit, $0, $1, appropriation.code) }
        }
    }

    private var lapse: [Line] {
        pair(.available, .recalled, recalled) + pair(.accumulatedSurplus, .returnableQuota, quota)
            + pair(titles.returned, .returnableFunds, quota)
    }

    /// Money of an appropriation that has lapsed is balance (结余) and no carry-over any more; what an earlier
    /// close turned into balance already is not turned again. Money of another government has no such
    /// account.
    private func balance(_ standing: Standing) -> [Line] {
        let left = max(.zero, toReturn - standing[.balance])
        guard appropriation.kind == .fiscal else { return [] }
        return pair(titles.carryOver, .balanceTransferredIn, left) + pair(.balanceTransferredIn, .balance, left)
    }

    /// What goes over into the next year, by status: nothing but the lapse touches the statuses before.
    private var open: [(Account, Fen)] { carried.filter { $0.1 != .zero } }

    private func sum(_ side: Side, _ account: Account) -> [Line] {
        let sum = open.reduce(Fen.zero) { $0 + $1.1 }
        return open.isEmpty ? [] : [Line(side, account, sum, appropriation.code)]
    }

    /// Each first account is emptied into the second, one after the other; where its balance stands on the
    /// other side, the entry is turned round.
    private func closing(_ parts: [(Account, Account)], _ standing: Standing) -> [Line] {
        var credits: [Account: Fen] = [:]
        let balance = { (account: Account, credits: [Account: Fen]) in
            (account.normal == .credit ? standing[account] : -standing[account]) + (credits[account] ?? .zero)
        }
        return parts.flatMap { from, to in
            let amount = balance(from, credits)
            credits[from, default: .zero] -= amount
            credits[to, default: .zero] += amount
            return amount.isNegative ? pair(to, from, -amount) : pair(from, to, amount)
        }
    }

    private func pair(_ debit: Account, _ credit: Account, _ amount: Fen) -> [Line] {
        if amount == .zero { return [] }
        return [Line(.debit, debit, amount, appropriation.code), Line(.credit, credit, amount, appropriation.code)]
    }
}
