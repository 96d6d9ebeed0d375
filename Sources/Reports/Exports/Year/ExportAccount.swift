import Kernel
package import Ledger

/// An account as other systems number it (audit.md B3 §1): F5001 is `5001`, B8001.03 `800103`; the control
/// book, whose accounts are our own, keeps its letter.
package struct ExportAccount: Sendable {
    package let account: Account

    package init(_ account: Account) { self.account = account }

    package static let coding = "4-2"

    package var number: String {
        let digits = account.rawValue.filter { $0 != "." }
        return account.book == .control ? digits : String(digits.dropFirst())
    }

    package var level: Int { account.rawValue.contains(".") ? 2 : 1 }
    /// Of an account of the second level.
    package var parent: String? { level == 2 ? String(number.prefix(4)) : nil }
    package var fullName: String { account.title.zh }
    package var name: String { account.title.zh.split(separator: "—").last.map(String.init) ?? fullName }
    /// The name above it.
    package var parentName: String { account.title.zh.split(separator: "—").first.map(String.init) ?? fullName }
    package var isCash: Bool { account == .bankDeposit }
    package var side: String { Self.word(account.normal) }

    /// 科目类型, by the first digit of its number.
    package var kind: String {
        switch account.book {
        case .control: Account.resources.contains(account) || account == .recalled ? "指标来源" : "指标去向"
        case .financial:
            ["1": "资产", "2": "负债", "3": "净资产", "4": "收入", "5": "费用"][number.prefix(1)] ?? ""
        case .budget: ["6": "预算收入", "7": "预算支出", "8": "预算结余"][number.prefix(1)] ?? ""
        }
    }

    package static func word(_ side: Side) -> String {
        switch side {
        case .debit: "借"
        case .credit: "贷"
        }
    }
}

extension Book {
    /// 会计体系.
    package var system: String { title.zh }
}
