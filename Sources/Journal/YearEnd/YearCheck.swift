package import Kernel

/// What is looked at before a year is closed (books.md B1 §4): B stops the close, W must be accepted with a
/// reason. Both stand in the certificate.
package enum YearCheck: String, Sendable, Codable, CaseIterable {
    case books = "B1", ties = "B2", bank = "B3", accrual = "B4"
    case bankOpen = "W1", treasuryOpen = "W2", unsettled = "W3", papers = "W4", forms = "W5", overduePayables = "W6"
    case stopped = "W7", overdueRetention = "W8", suspense = "W9", shortDays = "W10", uninvoiced = "W11"
    case toReturn = "W12"

    /// Whether nobody may accept it.
    package var stops: Bool {
        switch self {
        case .books, .ties, .bank, .accrual: true
        case .bankOpen, .treasuryOpen, .unsettled, .papers, .forms, .overduePayables, .stopped, .overdueRetention,
             .suspense, .shortDays, .uninvoiced, .toReturn: false
        }
    }

    package var title: Phrase {
        switch self {
        case .books: Phrase("账簿不平或余额为负", "books out of balance or negative")
        case .ties: Phrase("账簿之间不符", "books that do not tie")
        case .bank: Phrase("银行对账单未到年末或未对平", "no bank statement to the year's end, or not reconciled")
        case .accrual: Phrase("财政应返还额度超过未付指标", "accrued quota above what is open")
        case .bankOpen: Phrase("银行未勾对", "bank lines and payments unmatched")
        case .treasuryOpen: Phrase("国库未勾对", "treasury lines and payments unmatched")
        case .unsettled: Phrase("已验收未结算", "passed and not settled")
        case .papers: Phrase("签证、送审、审核未办结", "slips, claims and reviews that wait")
        case .forms: Phrase("应急先行逾期未补单", "emergency forms overdue")
        case .overduePayables: Phrase("应付款逾期", "payables past their due day")
        case .stopped: Phrase("争议或挂账", "disputed or suspended")
        case .overdueRetention: Phrase("质保金到期未返还", "retention past its due day")
        case .suspense: Phrase("暂收暂付未清", "interest, receivables or unknown receipts open")
        case .shortDays: Phrase("曾出现可用余额为负的日子", "days on which available was negative")
        case .uninvoiced: Phrase("已结算无发票", "settled without an invoice")
        case .toReturn: Phrase("到期资金待缴回", "lapsed cash to be returned")
        }
    }
}

/// How many, how much, and the first of them.
package struct Tally: Equatable, Sendable, Codable {
    package private(set) var count = 0
    private var sum = SignedFen(.zero)
    /// Jobs, lines, items or appropriations: the first five.
    package private(set) var first: [String] = []

    package static let shown = 5

    enum CodingKeys: String, CodingKey { case count = "count", sum = "amount", first = "first" }

    package init() {}

    package var amount: Fen { sum.fen }

    package mutating func add(_ id: String, _ amount: Fen) {
        count += 1
        sum = SignedFen(sum.fen + amount)
        if first.count < Self.shown, !first.contains(id) { first.append(id) }
    }

    package static func + (a: Tally, b: Tally) -> Tally {
        var both = a
        both.count += b.count
        both.sum = SignedFen(a.amount + b.amount)
        both.first = Array((a.first + b.first).prefix(shown))
        return both
    }
}

/// What a check found.
package struct YearFinding: Equatable, Sendable, Codable {
    package let check: YearCheck
    package let found: Tally
    /// Of what is unmatched, the two sides, and what was entered in this year though the statement shows it
    /// in an earlier one (跨期); nil for other checks.
    package let sides: Sides?
    /// What exactly is missing where it stops the close; told, not kept: a close has none of it.
    package private(set) var missing: [Phrase] = []

    enum CodingKeys: String, CodingKey { case check = "check", found = "found", sides = "sides" }

    package struct Sides: Equatable, Sendable, Codable {
        package let lines: Tally
        package let items: Tally
        package let crossing: Tally
    }

    package init(_ check: YearCheck, _ found: Tally, sides: Sides? = nil, missing: [Phrase] = []) {
        self.missing = missing
        self.check = check
        self.found = found
        self.sides = sides
    }

    package var fails: Bool { found.count > 0 }

    /// `count=1 amount=10922.68 first=2026-0001`.
    var text: String {
        "count=\(found.count) amount=\(found.amount.yuan) first=\(found.first.joined(separator: ","))"
    }

    var words: Phrase {
        let amount = found.amount
        let first = found.first.isEmpty ? "" : "：" + found.first.joined(separator: "、")
        let enFirst = found.first.isEmpty ? "" : ": " + found.first.joined(separator: ", ")
        return Phrase(
            "\(check.rawValue) \(check.title.zh) \(found.count) 项 \(amount.grouped) 元\(first)",
            "\(check.rawValue) \(check.title.en), \(found.count), \(amount.grouped)\(enFirst)")
    }
}
