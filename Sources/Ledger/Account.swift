/// The three books: 指标账 steers everything; 财务会计 and 预算会计 are booked by rule from the same event.
package enum Book: String, Sendable, Codable, CaseIterable {
    case control = "I"
    case financial = "F"
    case budget = "B"
}

package enum Side: String, Sendable, Codable {
    case debit, credit

    package var opposite: Side { self == .debit ? .credit : .debit }
}

/// The chart of accounts (科目表): the book's letter and the number.
///
/// The control book is the design's own (§7): resources are debits and every status is a credit, so that
/// each fen granted stands in exactly one status. The two other books have the numbers and names of the
/// government accounting system (政府会计制度—行政事业单位会计科目和报表, 财会〔2017〕25号), as far as the emergency package needs
/// them.
package enum Account: String, Sendable, Codable, CaseIterable {
    // 指标账, control.
    case granted = "I1001"
    case supplement = "I1002"
    case broughtForward = "I1003"
    case transfers = "I1004"
    case cameBack = "I1005"
    case recalled = "I1009"
    case unallotted = "I2001"
    case available = "I2101"
    case preEncumbered = "I2201"
    case encumbered = "I2301"
    case payable = "I2401"
    case retention = "I2402"
    case paid = "I2501"
    case carriedForward = "I2601"

    // 财务会计, financial.
    case bankDeposit = "F1002"
    case quota = "F1011"
    case returnableQuota = "F1201"
    case prepayment = "F1214"
    case otherReceivables = "F1218"
    case treasuryPayables = "F2103"
    case accountsPayable = "F2302"
    case otherPayables = "F2307"
    case unidentifiedReceipts = "F2307.09"
    case longTermPayables = "F2502"
    case accumulatedSurplus = "F3001"
    case periodSurplus = "F3301"
    case surplusDistribution = "F3302"
    case priorYearAdjustment = "F3501"
    case fiscalIncome = "F4001"
    case nonFiscalIncome = "F4601"
    case operatingExpense = "F5001"

    // 预算会计, budget.
    case budgetIncome = "B6001"
    case nonFiscalBudgetIncome = "B6601"
    case administrativeExpenditure = "B7101"
    case quotaFunds = "B8001.01"
    case monetaryFunds = "B8001.02"
    case returnableFunds = "B8001.03"
    case carryOverAdjustment = "B8101.01"
    case carryOverReturned = "B8101.04"
    case carryOverOfYear = "B8101.06"
    case carryOver = "B8101.07"
    case balanceReturned = "B8102.02"
    case balanceTransferredIn = "B8102.04"
    case balance = "B8102.05"
    case nonFiscalAdjustment = "B8201.01"
    case nonFiscalReturned = "B8201.02"
    case nonFiscalOfYear = "B8201.04"
    case nonFiscalCarryOver = "B8201.05"

    package var book: Book {
        switch self {
        case .granted, .supplement, .broughtForward, .transfers, .cameBack, .recalled, .unallotted,
             .available, .preEncumbered, .encumbered, .payable, .retention, .paid, .carriedForward: .control
        case .bankDeposit, .quota, .returnableQuota, .prepayment, .otherReceivables, .treasuryPayables,
             .accountsPayable, .otherPayables, .unidentifiedReceipts, .longTermPayables,
             .accumulatedSurplus, .periodSurplus, .surplusDistribution, .priorYearAdjustment, .fiscalIncome,
             .nonFiscalIncome, .operatingExpense: .financial
        case .budgetIncome, .nonFiscalBudgetIncome, .administrativeExpenditure, .quotaFunds, .monetaryFunds,
             .returnableFunds, .carryOverAdjustment, .carryOverReturned, .carryOverOfYear, .carryOver,
             .balanceReturned, .balanceTransferredIn, .balance, .nonFiscalAdjustment, .nonFiscalReturned,
             .nonFiscalOfYear, .nonFiscalCarryOver: .budget
        }
    }

    /// The side on which the account's balance stands. 收回 is a contra account of the resources, hence a
    /// credit; 资金结存 stands on the debit side, though the system lists it under budget surplus.
    package var normal: Side {
        switch self {
        case .granted, .supplement, .broughtForward, .transfers, .cameBack, .bankDeposit, .quota,
             .returnableQuota, .prepayment, .otherReceivables, .operatingExpense,
             .administrativeExpenditure, .quotaFunds, .monetaryFunds, .returnableFunds: .debit
        case .recalled, .unallotted, .available, .preEncumbered, .encumbered, .payable, .retention, .paid,
             .carriedForward, .treasuryPayables, .accountsPayable, .otherPayables, .unidentifiedReceipts,
             .longTermPayables, .accumulatedSurplus, .periodSurplus, .surplusDistribution,
             .priorYearAdjustment, .fiscalIncome, .nonFiscalIncome, .budgetIncome, .nonFiscalBudgetIncome,
             .carryOverAdjustment, .carryOverReturned, .carryOverOfYear, .carryOver, .balanceReturned,
             .balanceTransferredIn, .balance, .nonFiscalAdjustment, .nonFiscalReturned, .nonFiscalOfYear,
             .nonFiscalCarryOver: .credit
        }
    }

    /// What a fen that stands in this status may still become; nothing here may ever be negative (design
    /// §7, limits).
    package static let limited: [Account] = [.available, .preEncumbered, .encumbered, .payable, .retention]

    /// Statuses that a job holds money in; not negative for any job either.
    package static let heldByJob: [Account] = [.preEncumbered, .encumbered, .payable, .retention]

    package static let resources: [Account] = [.granted, .supplement, .broughtForward, .transfers, .cameBack]
    package static let statuses: [Account] = [
        .unallotted, .available, .preEncumbered, .encumbered, .payable, .retention, .paid, .carriedForward,
    ]

    /// Statuses in which money still stands: what a year carries into the next.
    package static let openStatuses: [Account] = [.unallotted] + limited

    /// What a day's end may never show below nothing, beside the limits of money in the bank.
    package static let neverNegative = limited + [.otherReceivables, .treasuryPayables, .unidentifiedReceipts]

    /// The accounts of a book, in the order of their numbers.
    package static func accounts(of book: Book) -> [Account] { allCases.filter { $0.book == book } }
}
