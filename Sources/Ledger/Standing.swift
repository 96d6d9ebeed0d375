package import Kernel

/// How much stands on each account, for one appropriation, counted on each account's normal side.
package struct Standing: Equatable, Sendable {
    private var amounts: [Fen]

    package init() { amounts = Array(repeating: .zero, count: Account.allCases.count) }

    package subscript(account: Account) -> Fen {
        get { amounts[account.index] }
        set { amounts[account.index] = newValue }
    }

    /// Adds a line's effect. Throws `money.range`.
    package mutating func book(_ line: Line) throws(Refusal) {
        self[line.account] = try self[line.account].adding(line.effect)
    }

    /// 净额: everything granted, less what was recalled (design §9).
    package var net: Fen { Account.resources.reduce(.zero) { $0 + self[$1] } - self[.recalled] }

    /// What was granted and is not yet paid or carried into another year.
    package var unpaid: Fen { net - self[.paid] - self[.carriedForward] }

    /// The identity of design §7: what was granted, less what was recalled, stands in the statuses to the fen.
    package var isIdentical: Bool { net == Account.statuses.reduce(.zero) { $0 + self[$1] } }
}

extension Account {
    /// Position among all accounts.
    var index: Int {
        switch self {
        case .granted: 0
        case .supplement: 1
        case .broughtForward: 2
        case .transfers: 3
        case .recalled: 4
        case .unallotted: 5
        case .available: 6
        case .preEncumbered: 7
        case .encumbered: 8
        case .payable: 9
        case .retention: 10
        case .paid: 11
        case .carriedForward: 12
        case .bankDeposit: 13
        case .quota: 14
        case .returnableQuota: 15
        case .prepayment: 16
        case .accountsPayable: 17
        case .otherPayables: 18
        case .priorYearAdjustment: 19
        case .fiscalIncome: 20
        case .operatingExpense: 21
        case .budgetIncome: 22
        case .administrativeExpenditure: 23
        case .quotaFunds: 24
        case .monetaryFunds: 25
        case .returnableFunds: 26
        case .carryOverAdjustment: 27
        }
    }
}
