package import Documents
import Kernel
import Ledger

/// 会计报表 (简表): balance sheet, income and expense, budget income and expenditure, the changes of budget
/// carry-over, and the reconciliation of the two results, which comes to nothing (audit.md B2, `statements`).
/// Lines are those of the government accounting system that this fund moves.
package enum StatementsReport {
    /// `asOf` of the snapshot bounds the year; the snapshot needs funds.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let sums = BookSums(snapshot.ledger, year: year, until: snapshot.day(in: year))
        let past = BookSums(snapshot.ledger, year: year - 1, until: Day.last(of: year - 1))
        let reconciliation = Reconciled(sums)
        return snapshot.report(
            "statements", Phrase("会计报表（简表）", "Financial statements, in short"), headings: snapshot.headings(year),
            sections: [
                Section(Phrase("资产负债表", "Balance sheet"), [.table(balance(sums))]),
                Section(Phrase("收入费用表", "Income and expense"), [.table(result(sums, past))]),
                Section(Phrase("预算收入支出表", "Budget income and expenditure"), [.table(budget(sums, past))]),
                Section(Phrase("预算结转结余变动表", "Changes of budget carry-over"), [.table(changes(sums))]),
                Section(Phrase("本年预算结余与本年盈余差异调节表", "Reconciliation of the budget balance and the surplus"),
                        [.table(reconciliation.table)]),
            ], notes: notes, checks: checks(sums) + [reconciliation.check])
    }

    // Accounts by what they stand for.
    private static let assets: [Account] = [.bankDeposit, .quota, .returnableQuota, .prepayment, .otherReceivables]
    private static let liabilities: [Account] = [
        .treasuryPayables, .accountsPayable, .otherPayables, .unidentifiedReceipts, .longTermPayables,
    ]
    private static let income: [Account] = [.fiscalIncome, .nonFiscalIncome]
    private static let budgetIncome: [Account] = [.budgetIncome, .nonFiscalBudgetIncome]
    private static let money: [Account] = [.quotaFunds, .monetaryFunds, .returnableFunds]
    private static let adjustments: [Account] = [.carryOverAdjustment, .nonFiscalAdjustment]
    private static let returned: [Account] = [.carryOverReturned, .balanceReturned, .nonFiscalReturned]
    private static let takenOver: [Account] = [.carryOver, .nonFiscalCarryOver, .balance, .balanceTransferredIn]
    private static let resultOfYear: [Account] = [.carryOverOfYear, .nonFiscalOfYear]

    /// Every account of carry-over and balance.
    private static let surplus = adjustments + returned + takenOver + resultOfYear

    private static func balance(_ sums: BookSums) -> Table {
        let line = { (account: Account) in
            row(account.rawValue, account.title, [sums.opening(account), sums.end([account])])
        }
        let sum = { (key: String, title: Phrase, accounts: [Account]) in
            subtotal(key, title, [sums.opening(accounts), sums.end(accounts)])
        }
        let running: [Fen] = [
            profit(sums.opening(income), sums.opening(.operatingExpense), sums.opening(.periodSurplus, .surplusDistribution)),
            profit(sums.end(income), sums.end([.operatingExpense]), sums.end([.periodSurplus, .surplusDistribution])),
        ]
        let own: [Account] = [.accumulatedSurplus, .priorYearAdjustment]
        let net = zip([sums.opening(own), sums.end(own)], running).map { $0 + $1 }
        let both = zip([sums.opening(liabilities), sums.end(liabilities)], net).map { $0 + $1 }
        let rows = assets.map(line) + [sum("assets", Phrase("资产总计", "assets"), assets)] + liabilities.map(line)
            + [sum("liabilities", Phrase("负债合计", "liabilities"), liabilities)] + own.map(line) + [
                row("surplusOfYear", Phrase("本期盈余", "surplus of the period"), running),
                subtotal("netAssets", Phrase("净资产合计", "net assets"), net),
                Table.Row(.total, label("", Phrase("负债和净资产总计", "liabilities and net assets")) + both.map { .money($0) }),
            ]
        return Table(columns("opening", Phrase("年初数", "opening"), "closing", Phrase("期末数", "closing")), rows)
    }

    private static func profit(_ income: Fen, _ expense: Fen, _ closed: Fen) -> Fen { income - expense + closed }

    private static func result(_ sums: BookSums, _ past: BookSums) -> Table {
        let both = { (accounts: [Account]) in [sums.change(accounts), past.change(accounts)] }
        let net = zip(both(income), both([.operatingExpense])).map { $0 - $1 }
        return yearly(
            income.map { row($0.rawValue, $0.title, both([$0])) } + [
                subtotal("income", Phrase("本期收入", "income"), both(income)),
                row(Account.operatingExpense.rawValue, Account.operatingExpense.title, both([.operatingExpense])),
                Table.Row(.total, label("", Phrase("本期盈余", "surplus of the period")) + net.map { .money($0) }),
            ])
    }

    private static func budget(_ sums: BookSums, _ past: BookSums) -> Table {
        let both = { (accounts: [Account]) in [sums.change(accounts), past.change(accounts)] }
        let spent: Account = .administrativeExpenditure
        let net = zip(both(budgetIncome), both([spent])).map { $0 - $1 }
        return yearly(
            budgetIncome.map { row($0.rawValue, $0.title, both([$0])) } + [
                subtotal("budgetIncome", Phrase("本年预算收入", "budget income"), both(budgetIncome)),
                row(spent.rawValue, spent.title, both([spent])),
                Table.Row(.total, label("", Phrase("本年预算收支差额", "budget balance of the year")) + net.map { .money($0) }),
            ])
    }

    private static func changes(_ sums: BookSums) -> Table {
        let steps = carryOver(sums)
        let rows = [
            row("opening", Phrase("年初预算结转结余", "carry-over when the year began"), [steps.opening]),
            row("adjusted", Phrase("年初余额调整", "adjustments of the opening balance"), [sums.change(adjustments)]),
            row("takenOver", Phrase("接收以前年度结转", "taken over from before"), [sums.change(takenOver + resultOfYear)]),
            row("returned", Phrase("归集上缴", "given back"), [sums.change(returned)]),
            row("ofYear", Phrase("本年收支结转", "income and expenditure of the year"), [steps.ofYear]),
            Table.Row(.total, label("", Phrase("年末预算结转结余", "carry-over at the end")) + [.money(steps.end)]),
        ]
        return Table(labels + [.init("amount", Phrase("金额", "amount"), .money)], lead: 2, rows)
    }

    private static func carryOver(_ sums: BookSums) -> (opening: Fen, ofYear: Fen, end: Fen) {
        let opening = sums.opening(surplus) + sums.opening(budgetIncome) - sums.opening(.administrativeExpenditure)
        let ofYear = sums.change(budgetIncome) - sums.change(.administrativeExpenditure)
        return (opening, ofYear, opening + sums.change(surplus) + ofYear)
    }

    private static func checks(_ sums: BookSums) -> [Check] {
        let closed = sums.end([.periodSurplus, .surplusDistribution])
        let net = sums.end([.accumulatedSurplus, .priorYearAdjustment])
            + profit(sums.end(income), sums.end([.operatingExpense]), closed)
        return [
            Check("balance", Phrase("资产＝负债＋净资产", "assets = liabilities + net assets"),
                  expected: .money(sums.end(assets)), found: .money(sums.end(liabilities) + net)),
            Check("money", Phrase("年末预算结转结余＝资金结存（8001）", "carry-over at the end = funds (8001)"),
                  expected: .money(sums.end(money)), found: .money(carryOver(sums).end)),
        ]
    }

    /// The number of an account stands before its name; every other line has a name for programs only.
    private static func label(_ code: String, _ title: Phrase) -> [Cell] {
        [.text(Account(rawValue: code) == nil ? "" : code), .named(code, title)]
    }

    private static func row(_ code: String, _ title: Phrase, _ amounts: [Fen]) -> Table.Row {
        Table.Row(.detail, label(code, title) + amounts.map { .money($0) })
    }

    private static func subtotal(_ key: String, _ title: Phrase, _ amounts: [Fen]) -> Table.Row {
        Table.Row(.subtotal, key: key, label("", title) + amounts.map { .money($0) })
    }

    private static let labels: [Table.Column] = [
        .init("account", Phrase("科目", "account"), .label), .init("item", Phrase("项目", "item"), .name),
    ]

    private static func yearly(_ rows: [Table.Row]) -> Table {
        Table(columns("amount", Phrase("本年数", "this year"), "before", Phrase("上年数", "last year")), lead: 2, rows)
    }

    private static func columns(_ first: String, _ one: Phrase, _ second: String, _ two: Phrase) -> [Table.Column] {
        labels + [.init(first, one, .money), .init(second, two, .money)]
    }

    private static let notes = [
        Phrase("年终结账分录不计入，以便列示本年收入、费用和收支；只列维修资金涉及的科目，是简表，不是部门决算报表。",
               "The closing entries of the year are left out, so that its income and expense can be read. Only accounts that "
                   + "the fund moves; not the statements of the department."),
    ]

    /// 调节表: from the surplus to the budget balance.
    private struct Reconciled {
        let rows: [Table.Row]
        let check: Check

        init(_ sums: BookSums) {
            let profit = sums.change(income) - sums.change(.operatingExpense)
            let owed: [(String, Phrase, Fen)] = [
                ("payable", Phrase("加：应付账款增加", "plus: growth of payables"), sums.change(.accountsPayable)),
                ("retention", Phrase("加：质保金增加", "plus: growth of retention"), sums.change(.otherPayables, .longTermPayables)),
                ("prepayment", Phrase("减：预付账款增加", "less: growth of prepayments"), -sums.change(.prepayment)),
                ("priorYears", Phrase("加：以前年度盈余调整", "plus: adjustments of prior years"), sums.change(.priorYearAdjustment)),
                ("accumulated", Phrase("加：直接计入累计盈余", "plus: booked to the accumulated surplus"),
                 sums.change(.accumulatedSurplus)),
                ("carryOver", Phrase("减：直接计入预算结转结余", "less: booked to the budget carry-over"), -sums.change(surplus)),
            ]
            let derived = owed.reduce(profit) { $0 + $1.2 }
            let balance = sums.change(budgetIncome) - sums.change(.administrativeExpenditure)
            rows = [row("surplus", Phrase("本年盈余", "surplus of the year"), [profit])] + owed.map { row($0.0, $0.1, [$0.2]) } + [
                subtotal("derived", Phrase("调节后", "reconciled"), [derived]),
                row("balance", Phrase("本年预算结余", "budget balance of the year"), [balance]),
                Table.Row(.total, label("", Phrase("未解释差异", "not explained")) + [.money(balance - derived)]),
            ]
            check = Check("explained", Phrase("本年预算结余与本年盈余的差异全部得到解释", "the difference of the two results is explained"),
                          expected: .money(balance), found: .money(derived))
        }

        var table: Table { Table(labels + [.init("amount", Phrase("金额", "amount"), .money)], lead: 2, rows) }
    }
}
