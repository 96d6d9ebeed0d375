package import Kernel
package import Ledger

/// An account of the street's, as its statements have shown it. It is there as long as one import of it is.
package struct StatementAccount: Hashable, Sendable, Codable {
    /// What one record brought.
    package struct Import: Hashable, Sendable, Codable {
        /// The record.
        package let seq: Int
        package let bank: Bank
        /// The days of its lines; of its balances, where it has no lines.
        package let first: Day
        package let last: Day
        /// nil where it stated none.
        package let stated: [StatedBalances]?

        package init(seq: Int, bank: Bank, first: Day, last: Day, stated: [StatedBalances]?) {
            self.seq = seq
            self.bank = bank
            (self.first, self.last) = (first, last)
            self.stated = stated
        }
    }

    /// The days of the lines that came in one format.
    package struct Span: Hashable, Sendable {
        package let bank: Bank
        package let first: Day
        package let last: Day
    }

    /// As the first import wrote it.
    package let account: Label
    package let custody: Custody
    /// In the order of their records.
    package var imports: [Import] = []

    package init(account: Label, custody: Custody) {
        self.account = account
        self.custody = custody
    }

    package var spans: [Span] {
        Bank.allCases.compactMap { bank in
            let own = imports.filter { $0.bank == bank }
            guard let first = own.map(\.first).min(), let last = own.map(\.last).max() else { return nil }
            return Span(bank: bank, first: first, last: last)
        }
    }

    /// Every balance that an import stated for a span of days, in the order of the records.
    package var stated: [StatedBalances] { imports.flatMap { $0.stated ?? [] } }
}
