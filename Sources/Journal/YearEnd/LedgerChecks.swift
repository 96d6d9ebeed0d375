import Kernel
import Ledger

/// The checks that the ledger alone answers, as everything stood on 31 December before the close.
struct LedgerChecks {
    let end: YearEnd
    let ledger: Ledger
    /// Whether the street accrues unused quota.
    let accrues: Bool

    var findings: [YearFinding] {
        [
            YearFinding(.books, tally(Self.imbalance)), YearFinding(.ties, tally(Self.untied)),
            YearFinding(.accrual, tally(overAccrued)), YearFinding(.suspense, tally(Self.suspense)),
            YearFinding(.shortDays, shortDays), YearFinding(.toReturn, tally(\.toReturn)),
        ]
    }

    /// The appropriations of which an amount is not nothing.
    private func tally(_ amount: (YearEnd.Fund) -> Fen) -> Tally {
        end.funds.reduce(into: Tally()) { tally, fund in
            let found = amount(fund)
            if found != .zero { tally.add(fund.appropriation.code.text, found) }
        }
    }

    /// B1: what debits differ from credits in a book, what was granted from where it stands, and what a
    /// limited status is short.
    private static func imbalance(_ fund: YearEnd.Fund) -> Fen {
        let standing = fund.standing
        let books = Book.allCases.map { book in
            Account.accounts(of: book).reduce(Fen.zero) {
                $1.normal == .debit ? $0 + standing[$1] : $0 - standing[$1]
            }
        }
        let identity = standing.net - Account.statuses.reduce(Fen.zero) { $0 + standing[$1] }
        let short = Account.limited.map { min(.zero, standing[$0]) }
        return (books + [identity] + short).reduce(.zero) { $0 + $1.size }
    }

    /// B2: what the financial and the budget book say otherwise than the control book and each other.
    private static func untied(_ fund: YearEnd.Fund) -> Fen {
        let titles = FundTitles.of(fund.appropriation.kind)
        let of = { (accounts: [Account]) in accounts.reduce(Fen.zero) { $0 + fund.standing[$1] } }
        let owed = of([.accountsPayable, .otherPayables, .longTermPayables])
        let surplus = of([.accumulatedSurplus, .periodSurplus, .surplusDistribution, .priorYearAdjustment])
        let carryOver = of([
            titles.adjustment, titles.returned, titles.ofYear, titles.carryOver, .balanceReturned, .balanceTransferredIn,
            .balance,
        ])
        let financial = surplus + of([titles.income]) - of([.operatingExpense]) + owed
        let budget = carryOver + of([titles.budgetIncome]) - of([.administrativeExpenditure])
        let gaps = [
            of([.accountsPayable]) - of([.payable]), of([.otherPayables, .longTermPayables]) - of([.retention]),
            of([.returnableQuota]) - of([.returnableFunds]), fund.standing.bankInUse - of([.monetaryFunds]),
            financial - budget,
        ]
        return gaps.reduce(.zero) { $0 + $1.size }
    }

    /// B4: accrued quota beyond what still stands open.
    private func overAccrued(_ fund: YearEnd.Fund) -> Fen {
        guard accrues, fund.appropriation.channel != .bank else { return .zero }
        return max(.zero, fund.standing[.returnableQuota] - fund.standing.open)
    }

    /// W9.
    private static func suspense(_ fund: YearEnd.Fund) -> Fen {
        [.treasuryPayables, .unidentifiedReceipts, .otherReceivables].reduce(.zero) { $0 + fund.standing[$1].size }
    }

    /// W10: paper came after work. Days of the year, each with what was short on it.
    private var shortDays: Tally {
        let (first, last) = (Day.first(of: end.year), Day.last(of: end.year))
        return end.funds.map(\.appropriation.code).reduce(into: Tally()) { tally, code in
            for one in ledger.ends(of: code, from: first) where one.day <= last {
                let available = one.standing[.available]
                if available.isNegative { tally.add("\(code.text) \(one.day.text)", -available) }
            }
        }
    }
}

extension Fen {
    /// Without its sign.
    var size: Fen { isNegative ? -self : self }
}
