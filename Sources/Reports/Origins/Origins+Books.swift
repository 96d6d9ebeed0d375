import Kernel
import Ledger

/// Of the books themselves, and of what the bank and invoices say.
extension Origins {
    private static let voucher: [Origin] = [
        .words("debit", "本行凭证的分录", "a line of the row's voucher"), .words("credit", "本行凭证的分录", "a line of the row's voucher"),
    ]

    private static let running = Origin.words(
        "balance", "期初和截至本行的分录", "what stood before, and the lines until this one")

    static let books: [String: [TableOrigins]] = [
        "fund-ledger": [TableOrigins("day", voucher + [
            .words("balance", "该指标该科目截至本行的分录", "the lines of the account and appropriation until this one"),
            .words("available", "该指标 2101 截至本行的分录", "the lines of 2101 of the appropriation until this one"),
        ])],
        "ledger": [
            TableOrigins("day", voucher + [running]), TableOrigins("account", voucher + [running]),
        ],
        "vouchers": [TableOrigins("day", voucher)],
        "fund-documents": [TableOrigins("appropriation", [
            .words("amount", "本行文件的金额", "the amount of the row's document"),
        ])],
        "trial-balance": [TableOrigins("account", by: [.account], [
            .part("openingDebit", of: "期初余额在借方时", "what stood before, as a debit"),
            .part("openingCredit", of: "期初余额在贷方时", "what stood before, as a credit"),
            .part("debit", of: "其中借方", "their debits"), .part("credit", of: "其中贷方", "their credits"),
            .part("closingDebit", of: "期末余额在借方时", "the balance, as a debit"),
            .part("closingCredit", of: "期末余额在贷方时", "the balance, as a credit"),
        ])],
        "difference": [TableOrigins("contractor", by: [.job], [
            .own("expense", .operatingExpense, .priorYearAdjustment),
            .own("expenditure", .administrativeExpenditure, .carryOverAdjustment, .nonFiscalAdjustment),
            .columns("difference", "expense", minus: ["expenditure"]), .lines("payable", .accountsPayable),
            .lines("retention", .otherPayables, .longTermPayables), .lines("prepayment", .prepayment),
            .columns("remainder", "difference", "prepayment", minus: ["payable", "retention"]),
        ])],
        "statements": [TableOrigins("account", by: [.account], [
            .opening("opening"), .lines("closing"), .turnover("amount"),
            .words("before", "上一年度的本年数", "the same of the year before"),
        ])],
        "reconciliation": [TableOrigins("custody", [
            .words("amount", "对账单的一行，或账上的一笔收付", "a line of a statement, or a payment or receipt of the books"),
        ])],
        "finance-todo": [TableOrigins("section", [.words("amount", "该工单或发票的金额", "the amount of the job or the invoice")])],
        "invoices": [TableOrigins("job", ["amount", "tax", "total"].map { .words($0, "发票票面", "the face of the invoice") })],
    ]
}
