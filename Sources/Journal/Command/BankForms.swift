package import Kernel

package struct ImportStatementForm: Hashable, Sendable, Codable {
    /// The most lines in one record: a larger file is cut.
    package static let mostLines = 1000

    package let account: Label
    package let bank: Bank
    /// Whose money the account holds; the format's own unless given, and fixed with the account's first line.
    package let custody: Custody?
    /// SHA-256 of the file, 64 hexadecimal digits.
    package let file: Code
    package let lines: [StatementLine]

    package init(account: Label, bank: Bank, custody: Custody? = nil, file: Code, lines: [StatementLine]) {
        self.account = account
        self.bank = bank
        self.custody = custody
        self.file = file
        self.lines = lines
    }

    /// The value that a line's identity takes in the street.
    package func unique(_ line: StatementLine) -> String { account.text + "|" + line.key }
}

/// How a match was found (docs/SPEC-bank.md), in the order in which the rules are tried.
package enum MatchRule: String, Sendable, Codable, CaseIterable {
    /// The payment's number stands in the line.
    case number
    /// Amount, account and days.
    case account
    /// Amount, name and days.
    case name
    case severalLines, severalPayments
    /// A person saw it.
    case hand
}

package enum Confidence: String, Sendable, Codable, CaseIterable {
    case sure, likely, possible
}

package struct MakeMatchForm: Hashable, Sendable, Codable {
    package let lines: [LineID]
    package let payments: [ItemName]
    /// `hand` unless given.
    package let rule: MatchRule?
    package let confidence: Confidence?
    package let note: Prose?

    package init(
        lines: [LineID], payments: [ItemName], rule: MatchRule? = nil, confidence: Confidence? = nil, note: Prose? = nil
    ) {
        self.lines = lines
        self.payments = payments
        self.rule = rule
        self.confidence = confidence
        self.note = note
    }
}

package struct UndoMatchForm: Hashable, Sendable, Codable {
    package let match: Int
    package let reason: Prose
}
