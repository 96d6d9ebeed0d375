package import Kernel

/// The vouchers that close a year, in their order (年终结账, books.md B1 §5). A step without lines writes none.
package enum ClosingStep: String, Sendable, Codable, CaseIterable {
    /// What lapses goes back, before anything is accrued.
    case lapse
    /// What the treasury still owes is this year's income.
    case accrual
    case adjustments, result, surplus, balance
    /// The statuses leave the old year and stand in the new one again.
    case carry, opening

    /// 摘要.
    package var title: Phrase {
        switch self {
        case .lapse: Phrase("年末收回", "recalled at the year's end")
        case .accrual: Phrase("确认财政应返还额度", "unused quota accrued")
        case .adjustments: Phrase("以前年度盈余调整转入累计盈余", "prior-year adjustments closed")
        case .result: Phrase("结转本年收入费用、预算收入支出", "income, expense and expenditure closed")
        case .surplus: Phrase("结转盈余、财政拨款结转", "surplus and carry-over closed")
        case .balance: Phrase("结转转为结余", "carry-over turned into balance")
        case .carry: Phrase("结转下年", "carried into the next year")
        case .opening: Phrase("上年结转转入", "brought forward from last year")
        }
    }

    package var phase: Phase {
        switch self {
        case .lapse, .accrual: .adjusting
        case .adjustments, .result, .surplus, .balance, .carry: .closing
        case .opening: .opening
        }
    }

    /// The day of its voucher, for the close of a year.
    package func day(closing year: Int) -> Day {
        switch self {
        case .lapse, .accrual, .adjustments, .result, .surplus, .balance, .carry: Day.last(of: year)
        case .opening: Day.first(of: year + 1)
        }
    }
}
