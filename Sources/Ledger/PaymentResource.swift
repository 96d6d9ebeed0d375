package import Kernel

/// What a payment is made from: the account on the resource side of the financial and of the budget book.
package struct PaymentResource: Hashable, Sendable {
    package let financial: Account
    package let budget: Account

    /// The rule of the resource side by version 2, for a line on a day of `year`.
    ///
    /// Money in the street's bank is spent from the bank. What the treasury pays is this year's income at
    /// the moment of payment, or, for an appropriation of an earlier year, uses up the quota that was
    /// accrued when its year ended, if the street's policy accrues. Under integrated budget management
    /// (预算管理一体化) a direct and an authorised payment are booked alike, and no quota account stands between
    /// (docs/DECISIONS.md).
    package static func of(
        _ appropriation: Appropriation, year: Int, yearEndAccrual: Bool
    ) -> PaymentResource {
        switch appropriation.channel {
        case .bank: PaymentResource(financial: .bankDeposit, budget: .monetaryFunds)
        case .direct, .authorized:
            appropriation.originYear < year && yearEndAccrual
                ? PaymentResource(financial: .returnableQuota, budget: .returnableFunds)
                : PaymentResource(financial: .fiscalIncome, budget: .budgetIncome)
        }
    }
}

/// Version 3 of the rules.
extension PaymentResource {
    /// A part of an amount and what it is paid from.
    package struct Part: Hashable, Sendable {
        package let resource: PaymentResource
        package let amount: Fen
    }

    package static let bank = PaymentResource(financial: .bankDeposit, budget: .monetaryFunds)
    package static let quota = PaymentResource(financial: .returnableQuota, budget: .returnableFunds)

    private static func income(_ nature: Nature) -> PaymentResource {
        let titles = FundTitles.of(nature)
        return PaymentResource(financial: titles.income, budget: titles.budgetIncome)
    }

    /// What an amount is paid from in a year. Of an earlier year's appropriation quota is used: all of it
    /// where it was accrued, else as far as there is some (`quota`, what may be used on that day), and the
    /// rest is this year's income.
    package static func parts(
        _ amount: Fen, of appropriation: Appropriation, year: Int, accrued: Bool, quota: Fen
    ) -> [Part] {
        switch appropriation.channel {
        case .bank: return [Part(resource: .bank, amount: amount)]
        case .direct, .authorized:
            let older = appropriation.originYear < year
            let used = older ? accrued ? amount : min(amount, max(.zero, quota)) : .zero
            return [
                Part(resource: .quota, amount: used), Part(resource: income(appropriation.kind), amount: amount - used),
            ].filter { $0.amount != .zero }
        }
    }

    /// What an amount that a firm pays back in the year of the payment goes back to: the income that was
    /// used last, then the quota.
    package static func partsBack(_ amount: Fen, of appropriation: Appropriation, fromIncome: Fen) -> [Part] {
        switch appropriation.channel {
        case .bank: return [Part(resource: .bank, amount: amount)]
        case .direct, .authorized:
            let own = min(amount, max(.zero, fromIncome))
            return [
                Part(resource: income(appropriation.kind), amount: own), Part(resource: .quota, amount: amount - own),
            ].filter { $0.amount != .zero }
        }
    }
}

/// Where the cost of the work stands: in the two books it is known by two names.
package struct CostAccounts: Hashable, Sendable {
    /// 财务会计: when it is owed.
    package let expense: Account
    /// 预算会计: when it is paid.
    package let expenditure: Account

    /// A year's own cost.
    package static let current = CostAccounts(
        expense: .operatingExpense, expenditure: .administrativeExpenditure)

    /// What an earlier year's cost is corrected through (政府会计制度, 3501 and 8101): its figures stay as they
    /// were.
    package static let priorYear = CostAccounts(
        expense: .priorYearAdjustment, expenditure: .carryOverAdjustment)

    /// For an entry of `year` that takes back one of the year `booked`.
    package static func takingBack(booked: Int, in year: Int) -> CostAccounts {
        booked < year ? priorYear : current
    }
}
