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

    /// Takes away what another holds; both are sums of lines that fit, and so is the rest.
    package mutating func subtract(_ other: Standing) {
        for index in amounts.indices { amounts[index] -= other.amounts[index] }
    }

    /// Of the money in the bank what belongs to the grant: what is to be made good is still the grant's,
    /// what is owed to the treasury or to somebody unknown is not (docs/SPEC-ledger.md, bank entries).
    package var bankInUse: Fen {
        self[.bankDeposit] + self[.otherReceivables] - self[.treasuryPayables] - self[.unidentifiedReceipts]
    }

    /// 净额: everything granted, less what was recalled (design §9).
    package var net: Fen { Account.resources.reduce(.zero) { $0 + self[$1] } - self[.recalled] }

    /// What was granted and is not yet paid or carried into another year.
    package var unpaid: Fen { net - self[.paid] - self[.carriedForward] }

    /// The identity of design §7: what was granted, less what was recalled, stands in the statuses to the
    /// fen.
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
        case .cameBack: 4
        case .recalled: 5
        case .unallotted: 6
        case .available: 7
        case .preEncumbered: 8
        case .encumbered: 9
        case .payable: 10
        case .retention: 11
        case .paid: 12
        case .carriedForward: 13
        case .bankDeposit: 14
        case .quota: 15
        case .returnableQuota: 16
        case .prepayment: 17
        case .otherReceivables: 18
        case .treasuryPayables: 19
        case .accountsPayable: 20
        case .otherPayables: 21
        case .unidentifiedReceipts: 22
        case .longTermPayables: 23
        case .accumulatedSurplus: 24
        case .periodSurplus: 25
        case .surplusDistribution: 26
        case .priorYearAdjustment: 27
        case .fiscalIncome: 28
        case .nonFiscalIncome: 29
        case .operatingExpense: 30
        case .budgetIncome: 31
        case .nonFiscalBudgetIncome: 32
        case .administrativeExpenditure: 33
        case .quotaFunds: 34
        case .monetaryFunds: 35
        case .returnableFunds: 36
        case .carryOverAdjustment: 37
        case .carryOverReturned: 38
        case .carryOverOfYear: 39
        case .carryOver: 40
        case .balanceReturned: 41
        case .balanceTransferredIn: 42
        case .balance: 43
        case .nonFiscalAdjustment: 44
        case .nonFiscalReturned: 45
        case .nonFiscalOfYear: 46
        case .nonFiscalCarryOver: 47
        }
    }
}
