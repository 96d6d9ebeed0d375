package import Kernel

/// Balances as a stranger can write them down again from the lines: what is digested when a year is closed.
package enum BalanceText {
    /// A line `account,appropriation,debit,credit` for each balance that is not nothing, in fen, on the side
    /// where it stands; sorted by bytes.
    package static func lines(_ standings: [Code: Standing]) -> String {
        let lines = standings.flatMap { code, standing in
            Account.allCases.compactMap { account -> String? in
                let balance = account.normal == .debit ? standing[account] : -standing[account]
                if balance == .zero { return nil }
                let (debit, credit) = (max(.zero, balance).value, max(.zero, -balance).value)
                return "\(account.rawValue),\(code.text),\(debit),\(credit)\n"
            }
        }
        return lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
    }
}
