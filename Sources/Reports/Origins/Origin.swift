package import Kernel
package import Ledger

/// What the figures of a column are made of, so that each can be followed to its rows.
package struct Origin: Sendable {
    package enum Made: Sendable {
        /// Lines of the books.
        case lines(Lines)
        /// Other columns of the same row, some of them taken away.
        case columns([String], minus: [String])
        /// One or several columns of the row ÷ others of them.
        case rate([String], of: [String])
        /// What another report says, whose rows are its own.
        case report(String, Phrase)
        /// Jobs, counted: those called in the report's year, of the row's category.
        case jobs(Phrase)
        /// What a record, a paper or a statement says, or how it is computed: nothing is added up.
        case words(Phrase)
    }

    /// Lines that add up to a figure.
    package struct Lines: Sendable {
        /// On the side of the first; none where the row names its account.
        var accounts: [Account]
        var measure = RowsQuestion.Measure.balance
        /// With the closing entries of the year.
        var isClosed = false
        /// Of this month alone.
        var month: Int?
        /// What of them it is, where it is not all.
        var part: Phrase?
        /// Whether a total is that of all lines, and not of those alone that the report lists.
        var isOfAll = true
    }

    /// The column's key.
    package let column: String
    package let made: Made
}

extension Origin {
    /// What stands on accounts; of those that begin each year at nothing, what the year moved.
    static func lines(_ column: String, _ accounts: Account...) -> Origin {
        Origin(column: column, made: .lines(Lines(accounts: accounts)))
    }

    /// The same where the report lists some alone: its total is the sum of its rows.
    static func own(_ column: String, _ accounts: Account...) -> Origin {
        Origin(column: column, made: .lines(Lines(accounts: accounts, isOfAll: false)))
    }

    static func opening(_ column: String, _ accounts: Account...) -> Origin {
        Origin(column: column, made: .lines(Lines(accounts: accounts, measure: .opening)))
    }

    static func turnover(_ column: String, _ accounts: Account..., month: Int? = nil, ofAll: Bool = true) -> Origin {
        Origin(column: column, made: .lines(Lines(accounts: accounts, measure: .turnover, month: month, isOfAll: ofAll)))
    }

    static func closing(_ column: String, _ accounts: Account...) -> Origin {
        Origin(column: column, made: .lines(Lines(accounts: accounts, isClosed: true)))
    }

    static func part(_ column: String, _ accounts: Account..., of zh: String, _ en: String) -> Origin {
        Origin(column: column, made: .lines(Lines(accounts: accounts, measure: .none, part: Phrase(zh, en))))
    }

    static func columns(_ column: String, _ plus: String..., minus: [String] = []) -> Origin {
        Origin(column: column, made: .columns(plus, minus: minus))
    }

    static func rate(_ column: String, _ part: String..., of whole: String...) -> Origin {
        Origin(column: column, made: .rate(part, of: whole))
    }

    static func report(_ column: String, _ name: String, _ zh: String, _ en: String) -> Origin {
        Origin(column: column, made: .report(name, Phrase(zh, en)))
    }

    static func jobs(_ column: String, _ zh: String, _ en: String) -> Origin {
        Origin(column: column, made: .jobs(Phrase(zh, en)))
    }

    static func words(_ column: String, _ zh: String, _ en: String) -> Origin {
        Origin(column: column, made: .words(Phrase(zh, en)))
    }
}

/// What the columns of a table are made of.
package struct TableOrigins: Sendable {
    /// What of a row says whose figures they are.
    enum Naming: Sendable {
        case appropriation, job, contractor, account
    }

    /// The key of the table's first column: a report may have several tables.
    let table: String
    /// What a row of detail must name to be asked about.
    let naming: Set<Naming>
    let origins: [Origin]

    init(_ table: String, by naming: Set<Naming> = [], _ origins: [Origin]) {
        (self.table, self.naming, self.origins) = (table, naming, origins)
    }

    package subscript(column: String) -> Origin? { origins.first { $0.column == column } }
}
