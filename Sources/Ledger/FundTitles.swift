/// The accounts of the two books that differ by whose money it is: 同级财政拨款 or 非同级财政拨款 (books.md B1 §1).
package struct FundTitles: Hashable, Sendable {
    package let income: Account
    package let budgetIncome: Account
    /// 年初余额调整
    package let adjustment: Account
    /// 归集上缴, 缴回资金
    package let returned: Account
    /// 本年收支结转
    package let ofYear: Account
    /// 累计结转
    package let carryOver: Account

    package static func of(_ nature: Nature) -> FundTitles {
        switch nature {
        case .fiscal:
            FundTitles(
                income: .fiscalIncome, budgetIncome: .budgetIncome, adjustment: .carryOverAdjustment,
                returned: .carryOverReturned, ofYear: .carryOverOfYear, carryOver: .carryOver)
        case .nonFiscal:
            FundTitles(
                income: .nonFiscalIncome, budgetIncome: .nonFiscalBudgetIncome, adjustment: .nonFiscalAdjustment,
                returned: .nonFiscalReturned, ofYear: .nonFiscalOfYear, carryOver: .nonFiscalCarryOver)
        }
    }
}
