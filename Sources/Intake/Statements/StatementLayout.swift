import Bank
import Journal

/// The columns of one bank's export: what they are called, and which of them it must have.
struct StatementLayout {
    /// What a column says.
    enum Field: Hashable {
        case day, time, debit, credit, side, amount, balance, currency, own
        case account, name, bank, summary, purpose, serial, reference
        /// A format that names payer and payee instead of the counterparty.
        case payerAccount, payerName, payerBank, payeeAccount, payeeName, payeeBank
    }

    struct Column {
        let field: Field
        /// As they are compared (``StatementText/heading(_:)``); the first that the header has is taken.
        let names: [String]
        let required: Bool

        init(_ field: Field, _ names: String..., required: Bool = true) {
            self.field = field
            self.names = names
            self.required = required
        }
    }

    let bank: Bank
    let columns: [Column]

    /// In the order in which they are tried.
    static let all: [StatementLayout] = [icbc, ccb, boc, bocTwoColumns, icbcMarked, icbcTwoColumns, treasury]

    /// 工商银行, 对公账户明细, with 借方发生额 and 贷方发生额 and the own account.
    private static let icbc = StatementLayout(bank: .icbc, columns: [
        Column(.reference, "凭证号"), Column(.own, "本方账号"), Column(.account, "对方账号"), Column(.day, "交易时间"),
        Column(.side, "借/贷", required: false), Column(.debit, "借方发生额"), Column(.credit, "贷方发生额"),
    ] + icbcCommon)

    /// The same bank's export with one amount and 借贷标志.
    private static let icbcMarked = StatementLayout(bank: .icbc, columns: [
        Column(.account, "对方账号", "对方帐号"), Column(.day, "交易时间", "交易日期", "入账日期", "日期"),
        Column(.side, "借贷标志", "借/贷", "借贷方向", "收支标志"), Column(.amount, "发生额", "交易金额"),
    ] + icbcOptional)

    /// The same with two columns of other names: 转出金额 and 转入金额, 支出 and 收入, or without the own account.
    private static let icbcTwoColumns = StatementLayout(bank: .icbc, columns: [
        Column(.account, "对方账号", "对方帐号"), Column(.day, "交易时间", "交易日期", "入账日期", "日期"),
        Column(.side, "借/贷", "借贷标志", required: false),
        Column(.debit, "转出金额", "支出金额", "支出", "借方发生额", "借方金额"),
        Column(.credit, "转入金额", "收入金额", "收入", "贷方发生额", "贷方金额"),
    ] + icbcOptional)

    private static let icbcCommon = [
        Column(.bank, "对方行号", required: false), Column(.summary, "摘要"),
        Column(.purpose, "用途", "附言", required: false), Column(.name, "对方单位名称", "对方单位", "对方户名"),
        Column(.balance, "余额"), Column(.currency, "币种", required: false),
    ]

    private static let icbcOptional = [
        Column(.reference, "凭证号", required: false), Column(.own, "本方账号", required: false),
    ] + icbcCommon

    /// 建设银行, 企业网银活期账户明细.
    private static let ccb = StatementLayout(bank: .ccb, columns: [
        Column(.own, "账号", required: false), Column(.day, "交易时间"),
        Column(.debit, "借方发生额/元(支取)", "借方发生额(支取)"), Column(.credit, "贷方发生额/元(收入)", "贷方发生额(收入)"),
        Column(.balance, "余额"), Column(.currency, "币种"), Column(.name, "对方户名"), Column(.account, "对方账号"),
        Column(.bank, "对方开户机构", required: false), Column(.summary, "摘要"), Column(.purpose, "备注", required: false),
        Column(.serial, "账户明细编号-交易流水号"), Column(.reference, "凭证号", "企业流水号", required: false),
    ])

    /// 中国银行, 企业网银交易明细: bilingual headers, a signed amount.
    private static let boc = StatementLayout(bank: .boc, columns: [
        Column(.payerAccount, "付款人账号"), Column(.payerName, "付款人名称"),
        Column(.payerBank, "付款人开户行名", required: false), Column(.payeeAccount, "收款人账号"),
        Column(.payeeName, "收款人名称"), Column(.payeeBank, "收款人开户行名", required: false),
        Column(.day, "交易日期"), Column(.time, "交易时间", required: false), Column(.currency, "交易货币"),
        Column(.amount, "交易金额"), Column(.balance, "交易后余额"), Column(.serial, "交易流水号"),
        Column(.reference, "客户业务编号", "客户申请号", required: false), Column(.summary, "摘要"),
        Column(.purpose, "用途", "交易附言", required: false),
    ])

    /// The same bank's text with the counterparty and two columns of amounts, its cells between strokes.
    private static let bocTwoColumns = StatementLayout(bank: .boc, columns: [
        Column(.own, "账号", "本方账号", required: false), Column(.day, "交易日期", "记账日期"),
        Column(.time, "交易时间", required: false),
        Column(.debit, "借方发生额", "借方金额", "支出金额"), Column(.credit, "贷方发生额", "贷方金额", "收入金额"),
        Column(.balance, "余额", "账户余额", "交易后余额"), Column(.account, "对方账号", "对方账户"),
        Column(.name, "对方名称", "对方户名", "对方账户名称"), Column(.bank, "对方开户行", "对方开户行名", required: false),
        Column(.serial, "交易流水号", "流水号"), Column(.summary, "摘要", required: false),
        Column(.purpose, "用途", "附言", "交易附言", required: false),
        Column(.reference, "凭证号", "客户业务编号", required: false),
        Column(.currency, "货币", "币种", "交易货币", required: false),
    ])

    /// 国库集中支付: the treasury's list of paid vouchers.
    private static let treasury = StatementLayout(bank: .treasury, columns: [
        Column(.reference, "凭证号"), Column(.account, "收款人账号"), Column(.amount, "金额"), Column(.day, "日期"),
        Column(.summary, "指标文号"), Column(.name, "收款人", "收款人名称", required: false),
        Column(.purpose, "用途", "摘要", required: false), Column(.currency, "币种", required: false),
    ])
}

extension StatementLayout {
    /// Where the columns stand among the names of a row, and the required ones that it lacks.
    func places(in names: [String]) -> (places: [Field: Int], missing: [String]) {
        var places: [Field: Int] = [:]
        var missing: [String] = []
        for column in columns {
            let place = column.names.lazy.compactMap { names.firstIndex(of: $0) }.first
            if let place {
                places[column.field] = place
            } else if column.required {
                missing.append(column.names[0])
            }
        }
        return (places, missing)
    }

    /// Whether the texts of a row are a header of this layout.
    func isHeader(_ texts: [String]) -> Bool { places(in: texts.map { StatementUnit.column($0).name }).missing.isEmpty }
}
