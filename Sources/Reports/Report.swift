package import Kernel

/// A report as data: columns, rows, and what it was computed from. Writers in the Exchange room turn it
/// into a table, JSON or CSV; nothing here knows how it will look.
package struct Report: Sendable, Equatable {
    package enum Kind: Sendable {
        /// Words, left-aligned; cut where a table is too wide.
        case text
        /// Words that identify: numbers, codes, documents, accounts, addresses, names. Never cut.
        case label
        /// A code that people read by its name (``Cell/named(_:_:)``, ``Cell/list(_:)``). Never cut; JSON
        /// and CSV have both, the name under the column's key with `Name` behind it.
        case name
        /// Amounts, percentages, counts: right-aligned.
        case money, percent, count
        case day
        case flag
    }

    package struct Column: Sendable, Equatable {
        /// The key in JSON and CSV.
        package let key: String
        package let title: Phrase
        package let kind: Kind

        package init(_ key: String, _ title: Phrase, _ kind: Kind) {
            self.key = key
            self.title = title
            self.kind = kind
        }
    }

    package enum Cell: Sendable, Equatable {
        case blank
        case text(String)
        case phrase(Phrase)
        /// A code with its name: people read the name, JSON and CSV carry the code (nothing where it is
        /// empty).
        case named(String, Phrase)
        case money(Fen)
        case ratio(Ratio)
        case count(Int)
        case day(Day)
        case instant(Instant)
        /// A length of time in milliseconds.
        case duration(Int64)
        case flag(Bool)
        /// Several codes with their names, for a column that may hold any number.
        case list([Named])
    }

    package struct Named: Sendable, Equatable {
        package let code: String
        package let title: Phrase

        package init(_ code: String, _ title: Phrase) {
            self.code = code
            self.title = title
        }
    }

    package enum Level: String, Sendable {
        case detail, subtotal, total
    }

    package struct Row: Sendable, Equatable {
        package let level: Level
        /// One for each column.
        package let cells: [Cell]

        package init(_ level: Level = .detail, _ cells: [Cell]) {
            self.level = level
            self.cells = cells
        }
    }

    /// A line above the table: the street, the year, the day it is taken at.
    package struct Heading: Sendable, Equatable {
        package let key: String
        package let title: Phrase
        package let value: Cell

        package init(_ key: String, _ title: Phrase, _ value: Cell) {
            self.key = key
            self.title = title
            self.value = value
        }
    }

    /// The record that the report was computed up to, so that anyone can ask the same question again.
    package struct Stamp: Sendable, Equatable {
        /// The street, in a report over several.
        package let org: Code?
        package let seq: Int
        package let hash: String

        package init(_ org: Code? = nil, seq: Int, hash: String) {
            self.org = org
            self.seq = seq
            self.hash = hash
        }
    }

    package let name: String
    package let title: Phrase
    package var headings: [Heading]
    package let columns: [Column]
    /// How many leading columns name a row: every panel of a table too wide for its terminal begins with
    /// them.
    package var lead = 1
    package let rows: [Row]
    /// Remarks under the table.
    package var notes: [Phrase]
    /// One, or one for each street.
    package let stamps: [Stamp]
    /// A practice street: every rendering says 演练账套.
    package let sandbox: Bool
    /// Whether what the report proves is so; where it is not, the command that prints it ends with 1.
    package var holds = true

    package init(
        name: String, title: Phrase, headings: [Heading], columns: [Column], rows: [Row], notes: [Phrase] = [],
        stamps: [Stamp], sandbox: Bool
    ) {
        self.name = name
        self.title = title
        self.headings = headings
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.stamps = stamps
        self.sandbox = sandbox
    }
}
