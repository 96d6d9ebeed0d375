package import Kernel
package import Ledger

/// A statement line that was imported.
package struct BankEntry: Hashable, Sendable {
    package let id: LineID
    package let account: Label
    package let line: StatementLine
    /// The match that it is in.
    package var match: Int?

    package init(id: LineID, account: Label, line: StatementLine, match: Int? = nil) {
        self.id = id
        self.account = account
        self.line = line
        self.match = match
    }
}

/// A match (勾对) of statement lines with items of the books, of equal sums.
package struct Match: Hashable, Sendable, Codable {
    /// The record that made it.
    package let number: Int
    package let custody: Custody
    package let form: MakeMatchForm
    package let by: Code
    package let at: Instant
    package var undone: Bool

    package init(number: Int, custody: Custody, form: MakeMatchForm, by: Code, at: Instant, undone: Bool = false) {
        self.number = number
        self.custody = custody
        self.form = form
        self.by = by
        self.at = at
        self.undone = undone
    }
}

/// Money of earlier years that lay in the bank when the street began.
package struct CarriedCash: Hashable, Sendable {
    package let day: Day
    package let amount: Fen

    package init(day: Day, amount: Fen) {
        (self.day, self.amount) = (day, amount)
    }
}

/// Statements, the books' side of them, and what was matched: all of it after a replay, or what one command
/// names.
package struct BankBook: Equatable, Sendable {
    package var accounts: [Label: StatementAccount] = [:]
    package var lines: [LineID: BankEntry] = [:]
    package var items: [BookItem.Key: BookItem] = [:]
    package var matches: [Int: Match] = [:]
    /// What earlier years left in the bank, by its record: part of the book balance, though no line of a
    /// statement tells it.
    package var carried: [Int: CarriedCash] = [:]

    package init() {}

    /// The account that a number names, however it is written (design §9); the very spelling goes first,
    /// for a journal that has two of them.
    package func account(_ number: Label) -> StatementAccount? {
        accounts[number] ?? accounts.values.filter { $0.account.text.folded == number.text.folded }
            .min { $0.account.text < $1.account.text }
    }

    /// The account that a record brought lines of, and the lines.
    package func `import`(_ record: Int) -> (account: StatementAccount, kept: StatementAccount.Import, lines: [BankEntry])? {
        for account in accounts.values {
            guard let kept = account.imports.first(where: { $0.seq == record }) else { continue }
            return (account, kept, lines.values.filter { $0.id.seq == record }.sorted { $0.id < $1.id })
        }
        return nil
    }

    /// Whose money the account of a line holds.
    package func custody(of entry: BankEntry) -> Custody { accounts[entry.account]?.custody ?? .bank }
}
