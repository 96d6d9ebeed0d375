package import Kernel

/// What there is to read in a street, in the classes by which reading is granted (web.md 3.5).
package enum DataClass: String, Sendable, CaseIterable {
    case jobs, callers, amounts, accounts, funds, finance, books, records, access, people, exports

    package var title: Phrase {
        switch self {
        case .jobs: Phrase("工单", "jobs")
        case .callers: Phrase("来电人", "callers")
        case .amounts: Phrase("工单金额", "amounts of jobs")
        case .accounts: Phrase("收款账号", "payees' accounts")
        case .funds: Phrase("资金与余额", "funds and balances")
        case .finance: Phrase("财务与对账单", "finance and statements")
        case .books: Phrase("凭证与账簿", "vouchers and ledgers")
        case .records: Phrase("记录与验证", "records and verification")
        case .access: Phrase("访问记录", "the access log")
        case .people: Phrase("人员与制度", "people and policy")
        case .exports: Phrase("导出", "exports")
        }
    }
}

/// How much of a class of data somebody may read; several roles add up to the widest.
package enum Extent: Int, Sendable, Comparable {
    case nothing
    /// Sums over a street, no single thing.
    case sums
    /// What belongs to one's own firm.
    case own
    /// That there is something, with most of it covered.
    case masked
    /// A part that the question says: what is free of the funds, reports about jobs.
    case part
    case all

    package static func < (a: Extent, b: Extent) -> Bool { a.rawValue < b.rawValue }
}
