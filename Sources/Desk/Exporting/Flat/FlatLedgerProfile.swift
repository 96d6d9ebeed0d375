import Kernel
import Reports

/// The sums of the ledger's two tables.
struct FlatLedgerProfile {
    private struct Account {
        var opening: Fen?
        var moved = Fen.zero
        var closing = Fen.zero
        var isInDetails = false
        var isInBalance = false
    }

    private struct Range {
        var first: String
        var last: String

        mutating func take(_ text: String) { (first, last) = (min(first, text), max(last, text)) }
    }

    private var lines = 0
    private var debits = Fen.zero
    private var credits = Fen.zero
    private var sources: [String: Fen] = [:]
    private var accounts: [String: Account] = [:]
    private var ranges: [String: Range] = [:]
    private var journal = ""
    private var rest = Fen.zero
    private var journals = 0
    private var unbalanced = 0

    mutating func detail(_ row: KeyedTable.Row, _ created: String) {
        guard case .amount(let amount)? = row["Functional_Amount"], case .key(let account)? = row["GL_Account_Number"],
              case .key(let own)? = row["Journal_ID"], case .key(let side)? = row["Credit_Debit_Indicator"],
              case .key(let source)? = row["Source_Code"], case .key(let period)? = row["Accounting_Period"],
              case .day(let day)? = row["Effective_Date"] else { return }
        if own != journal { closeJournal(own) }
        let signed = side == "D" ? amount : -amount
        lines += 1
        if side == "D" { debits += amount } else { credits += amount }
        rest += signed
        sources[source, default: .zero] += amount
        accounts[account, default: Account()].moved += signed
        accounts[account]?.isInDetails = true
        for (key, text) in [("Created_Date", created), ("Effective_Date", day.text)] {
            for place in [key, key + " " + period] { ranges[place, default: Range(first: text, last: text)].take(text) }
        }
    }

    private mutating func closeJournal(_ next: String) {
        if !journal.isEmpty { journals += 1 }
        if rest != .zero { unbalanced += 1 }
        (journal, rest) = (next, .zero)
    }

    mutating func balance(_ row: KeyedTable.Row) {
        guard case .key(let account)? = row["GL_Account_Number"], case .amount(let opening)? = row["Beginning_Functional_Amount"],
              case .amount(let closing)? = row["Ending_Functional_Amount"] else { return }
        if accounts[account]?.opening == nil { accounts[account, default: Account()].opening = opening }
        accounts[account]?.closing = closing
        accounts[account]?.isInBalance = true
    }

    mutating func finish() -> [[String]] {
        closeJournal("")
        return dates + sums + journalSums + sources.sorted { $0.key < $1.key }.map { source, amount in
            Self.detail("sum by source", source, amount.yuan)
        } + accounts.sorted { $0.key < $1.key }.flatMap { number, account in Self.forward(number, account) }
    }

    private static func detail(_ test: String, _ field: String, _ value: String) -> [String] {
        [test, "GL_Details", field, value]
    }

    private static func balance(_ test: String, _ field: String, _ value: String) -> [String] {
        [test, "GL_Trial_Balance", field, value]
    }

    private var dates: [[String]] {
        ranges.sorted { $0.key < $1.key }.flatMap { key, range in
            [Self.detail("min", key, range.first), Self.detail("max", key, range.last)]
        }
    }

    private var sums: [[String]] {
        let known = accounts.values.filter(\.isInBalance)
        let opening: Fen = known.reduce(Fen.zero) { $0 + ($1.opening ?? .zero) }
        let closing: Fen = known.reduce(Fen.zero) { $0 + $1.closing }
        return [
            Self.detail("lines", "", String(lines)), Self.detail("sum of debits", "Functional_Amount", debits.yuan),
            Self.detail("sum of credits", "Functional_Amount", credits.yuan),
            Self.detail("sum", "Functional_Amount", (debits - credits).yuan),
            Self.balance("accounts", "", String(known.count)),
            Self.balance("sum", "Beginning_Functional_Amount", opening.yuan),
            Self.balance("sum", "Ending_Functional_Amount", closing.yuan),
        ]
    }

    private var journalSums: [[String]] {
        let share: String = Ratio(Int64(unbalanced), of: Int64(max(1, journals))).percent ?? ""
        let unknown = accounts.values.count { $0.isInDetails && !$0.isInBalance }
        return [
            Self.detail("journals", "Journal_ID", String(journals)),
            Self.detail("journals out of balance", "Journal_ID", String(unbalanced)),
            Self.detail("journals out of balance, %", "Journal_ID", share),
            Self.detail("accounts without balance", "GL_Account_Number", String(unknown)),
        ]
    }

    /// What an account began with and what moved it must come to what it ended with.
    private static func forward(_ number: String, _ account: Account) -> [[String]] {
        let opening = account.opening ?? .zero
        let difference: Fen = opening + account.moved - account.closing
        return [
            balance("roll-forward: beginning", number, opening.yuan), detail("roll-forward: amounts", number, account.moved.yuan),
            balance("roll-forward: ending", number, account.closing.yuan),
            balance("roll-forward: difference", number, difference.yuan),
        ]
    }
}
