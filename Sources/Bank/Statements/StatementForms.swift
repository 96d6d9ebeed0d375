package import Jobs
package import Kernel
package import Ledger

package struct ImportStatementForm: Hashable, Sendable, Codable {
    /// The most lines in one record: a larger file is cut.
    package static let mostLines = 1000

    package let account: Label
    package let bank: Bank
    /// Whose money the account holds; the format's own unless given, and fixed with the account's first line.
    package let custody: Custody?
    /// SHA-256 of the file, 64 hexadecimal digits.
    package let file: Code
    /// Says that an account which no statement has named before is the street's.
    package let newAccount: Bool?
    /// The balances before and after the lines, for each statement of the file.
    package let stated: [StatedBalances]?
    package let lines: [StatementLine]

    package init(
        account: Label, bank: Bank, custody: Custody? = nil, file: Code, newAccount: Bool? = nil,
        stated: [StatedBalances]? = nil, lines: [StatementLine]
    ) {
        self.account = account
        self.bank = bank
        self.custody = custody
        self.file = file
        self.newAccount = newAccount
        self.stated = stated
        self.lines = lines
    }

    /// From the first line's day to the last one's; without lines those of the balances; nil with neither.
    package var days: (first: Day, last: Day)? {
        let days = lines.isEmpty ? (stated ?? []).flatMap { [$0.from, $0.to] } : lines.map(\.day)
        guard let first = days.min(), let last = days.max() else { return nil }
        return (first, last)
    }

    /// The value that a line's identity takes in the street.
    package func unique(_ line: StatementLine) -> String { line.unique(in: account, bank) }
}

/// Takes out what one import brought.
package struct VoidStatementForm: Hashable, Sendable, Codable {
    /// The record of the import.
    package let record: Int
    package let reason: Prose

    package init(record: Int, reason: Prose) {
        self.record = record
        self.reason = reason
    }

    /// An import is voided once.
    package var unique: Unique { .voided(record) }
}
