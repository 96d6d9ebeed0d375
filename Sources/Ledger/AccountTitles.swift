package import Kernel

extension Book {
    package var title: Phrase {
        switch self {
        case .control: Phrase("指标账", "control book")
        case .financial: Phrase("财务会计", "financial accounting")
        case .budget: Phrase("预算会计", "budget accounting")
        }
    }
}

extension Account {
    /// The account's name: of the control book the design's, of the two others the government accounting
    /// system's.
    package var title: Phrase {
        switch self {
        case .granted: Phrase("年初下达", "granted")
        case .supplement: Phrase("追加", "supplement")
        case .broughtForward: Phrase("上年结转转入", "brought forward")
        case .transfers: Phrase("调剂", "transfers")
        case .cameBack: Phrase("以前年度退回", "came back")
        case .recalled: Phrase("收回", "recalled")
        case .unallotted: Phrase("待分配", "unallotted")
        case .available: Phrase("可用", "available")
        case .preEncumbered: Phrase("预占", "pre-encumbered")
        case .encumbered: Phrase("占用", "encumbered")
        case .payable: Phrase("已结算待支付", "payable")
        case .retention: Phrase("质保金待支付", "retention")
        case .paid: Phrase("已支付", "paid")
        case .carriedForward: Phrase("结转下年", "carried forward")
        case .bankDeposit: Phrase("银行存款", "bank deposit")
        case .quota: Phrase("零余额账户用款额度", "zero-balance account quota")
        case .returnableQuota: Phrase("财政应返还额度", "returnable fiscal quota")
        case .prepayment: Phrase("预付账款", "prepayment")
        case .otherReceivables: Phrase("其他应收款", "other receivables")
        case .treasuryPayables: Phrase("应缴财政款", "payable to the treasury")
        case .accountsPayable: Phrase("应付账款", "accounts payable")
        case .otherPayables: Phrase("其他应付款", "other payables")
        case .unidentifiedReceipts: Phrase("其他应付款—待查款", "other payables: unidentified receipts")
        case .longTermPayables: Phrase("长期应付款", "long-term payables")
        case .accumulatedSurplus: Phrase("累计盈余", "accumulated surplus")
        case .periodSurplus: Phrase("本期盈余", "surplus of the period")
        case .surplusDistribution: Phrase("本年盈余分配", "distribution of the surplus")
        case .priorYearAdjustment: Phrase("以前年度盈余调整", "prior-year surplus adjustment")
        case .fiscalIncome: Phrase("财政拨款收入", "fiscal appropriation income")
        case .nonFiscalIncome: Phrase("非同级财政拨款收入", "income from other governments")
        case .operatingExpense: Phrase("业务活动费用", "operating expense")
        case .budgetIncome: Phrase("财政拨款预算收入", "fiscal appropriation budget income")
        case .nonFiscalBudgetIncome: Phrase("非同级财政拨款预算收入", "budget income from other governments")
        case .administrativeExpenditure: Phrase("行政支出", "administrative expenditure")
        case .quotaFunds: Phrase("资金结存—零余额账户用款额度", "funds: zero-balance account quota")
        case .monetaryFunds: Phrase("资金结存—货币资金", "funds: money")
        case .returnableFunds: Phrase("资金结存—财政应返还额度", "funds: returnable fiscal quota")
        case .carryOverAdjustment: Phrase("财政拨款结转—年初余额调整", "fiscal carry-over: opening adjustment")
        case .carryOverReturned: Phrase("财政拨款结转—归集上缴", "fiscal carry-over: given back")
        case .carryOverOfYear: Phrase("财政拨款结转—本年收支结转", "fiscal carry-over: of the year")
        case .carryOver: Phrase("财政拨款结转—累计结转", "fiscal carry-over: accumulated")
        case .balanceReturned: Phrase("财政拨款结余—归集上缴", "fiscal balance: given back")
        case .balanceTransferredIn: Phrase("财政拨款结余—结转转入", "fiscal balance: transferred in")
        case .balance: Phrase("财政拨款结余—累计结余", "fiscal balance: accumulated")
        case .nonFiscalAdjustment: Phrase("非财政拨款结转—年初余额调整", "non-fiscal carry-over: opening adjustment")
        case .nonFiscalReturned: Phrase("非财政拨款结转—缴回资金", "non-fiscal carry-over: given back")
        case .nonFiscalOfYear: Phrase("非财政拨款结转—本年收支结转", "non-fiscal carry-over: of the year")
        case .nonFiscalCarryOver: Phrase("非财政拨款结转—累计结转", "non-fiscal carry-over: accumulated")
        }
    }
}
