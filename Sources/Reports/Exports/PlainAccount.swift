import Kernel
import Ledger

/// An account of one appropriation under a name that hledger, ledger and Beancount all take:
/// `Assets:F:F1002-银行存款:Q-MS-2026-03`.
struct PlainAccount: Hashable, Sendable {
    enum Root: String, Sendable {
        case assets = "Assets", liabilities = "Liabilities", equity = "Equity", income = "Income", expenses = "Expenses"

        /// hledger's letter for it.
        var letter: String {
            switch self {
            case .assets: "A"
            case .liabilities: "L"
            case .equity: "E"
            case .income: "R"
            case .expenses: "X"
            }
        }
    }

    let root: Root
    let name: String

    init(_ account: Account, _ appropriation: Code) {
        root = Self.root(account)
        let number = account.rawValue
        name = [
            root.rawValue, account.book.rawValue, Self.plain(number) + "-" + Self.plain(account.title.zh),
            "Q-" + Self.plain(appropriation.text),
        ].joined(separator: ":")
    }

    /// By the first digits of its number: where the money is, what it is meant for, what came and what went.
    private static func root(_ account: Account) -> Root {
        let number = account.rawValue
        if ["I1", "F1", "B8001"].contains(where: number.hasPrefix) { return .assets }
        if number.hasPrefix("F2") { return .liabilities }
        if ["F4", "B6"].contains(where: number.hasPrefix) { return .income }
        if ["F5", "B7"].contains(where: number.hasPrefix) { return .expenses }
        return .equity
    }

    /// A point is a hyphen, any other sign but letters and digits its code.
    private static func plain(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            if scalar == "." { return "-" }
            if scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return String(scalar) }
            let hex = String(scalar.value, radix: 16, uppercase: true)
            return "-x" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        }.joined()
    }
}
