import Kernel

/// Where the statements differ from the books on purpose, one of each kind, so that matching and
/// reconciling have something to find. All else that the statements say is what the books say.
/// samples/README.md lists the same.
enum BankMismatch {
    /// The bank knows of it and the books do not: positive came in, negative went out.
    case onlyAtBank(Day, yuan: String, summary: String, purpose: String)
    /// One payment in two lines, the first of so much, without the payment's number.
    case inTwoLines(String, first: String)
    /// Payments to one payee in one line, on the day of the last one, without their numbers.
    case inOneLine([String])
    /// The bank paid more under the payment's number; what was too much is a bank entry of the same number.
    case tooMuch(String)

    static let all: [BankMismatch] = [
        .onlyAtBank(Script.on(12, 10, 9).day, yuan: "-15.00", summary: "手续费", purpose: "账户管理费"),
        .onlyAtBank(Script.on(12, 21, 9).day, yuan: "2.71", summary: "结息", purpose: "四季度结息"),
        .inTwoLines("ZF20260304-01", first: "5000.00"),
        .inOneLine(["ZF20260507-01", "ZF20260507-02"]),
        .tooMuch(Opening.overPaid),
    ]

    /// The payments that it is about.
    var payments: [String] {
        switch self {
        case .onlyAtBank: []
        case .inTwoLines(let no, _), .tooMuch(let no): [no]
        case .inOneLine(let numbers): numbers
        }
    }
}

/// The same for the treasury's list of paid vouchers.
enum TreasuryMismatch {
    /// The list lacks the payment.
    case missing(String)
    /// The list has a payment that is not the street's.
    case unknown(TreasuryLine)
    /// The list has another amount under the payment's number.
    case otherAmount(String, yuan: String)
    /// The list has a number of the treasury's own instead of ours; account, amount and day are right.
    case otherNumber(String, theirs: String)

    static let all: [TreasuryMismatch] = [
        .missing("ZF20261201-01"),
        .unknown(TreasuryLine(
            day: Script.on(9, 30, 9).day, voucher: "0320260930021", document: "宁财预〔2026〕12号",
            payee: Party(name: "宁安区环卫服务所（样例）", account: "3200000000007007", bank: "样例银行城北支行"),
            amount: Fen(168_000), purpose: "保洁用品款")),
        // The books say 10,420.90.
        .otherAmount("ZF20260908-01", yuan: "10240.90"),
        .otherNumber("ZF20260806-02", theirs: "0320260806015"),
    ]

    /// The payment that it is about.
    var payment: String? {
        switch self {
        case .missing(let no), .otherAmount(let no, _), .otherNumber(let no, _): no
        case .unknown: nil
        }
    }
}
