package import Kernel

/// An account of the street's, as its statements have shown it.
package struct StatementAccount: Hashable, Sendable, Codable {
    /// The days of the lines that came in one format.
    package struct Span: Hashable, Sendable, Codable {
        package let bank: Bank
        package internal(set) var first: Day
        package internal(set) var last: Day
    }

    package let account: Label
    package let custody: Custody
    package internal(set) var spans: [Span]

    /// Takes the days of more lines in.
    mutating func extend(_ bank: Bank, _ first: Day, _ last: Day) {
        if let index = spans.firstIndex(where: { $0.bank == bank }) {
            spans[index].first = min(spans[index].first, first)
            spans[index].last = max(spans[index].last, last)
        } else {
            spans.append(Span(bank: bank, first: first, last: last))
        }
    }
}

/// A statement line that was imported.
package struct BankEntry: Hashable, Sendable {
    package let id: LineID
    package let account: Label
    package let line: StatementLine
    /// The match that it is in.
    package internal(set) var match: Int?

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
    package internal(set) var undone: Bool

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
}

/// Statements, the books' side of them, and what was matched: all of it after a replay, or what one command names.
package struct BankBook: Equatable, Sendable {
    package var accounts: [Label: StatementAccount] = [:]
    package var lines: [LineID: BankEntry] = [:]
    package var items: [BookItem.Key: BookItem] = [:]
    package var matches: [Int: Match] = [:]
    /// What earlier years left in the bank, by its record: part of the book balance, though no line of a statement tells it.
    package var carried: [Int: CarriedCash] = [:]

    package init() {}

    /// Whose money the account of a line holds.
    package func custody(of entry: BankEntry) -> Custody { accounts[entry.account]?.custody ?? .bank }
}
