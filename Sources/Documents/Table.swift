package import Kernel

/// Rows under columns.
package struct Table: Sendable, Equatable {
    package enum Kind: Sendable {
        /// Words, left-aligned; broken over lines where a table is too wide.
        case text
        /// Words that identify: numbers, codes, documents, accounts, addresses, names. Never broken.
        case label
        /// A code that people read by its name (``Cell/named(_:_:)``, ``Cell/list(_:)``). Never broken; JSON
        /// and CSV have both, the name under the column's key with `Name` behind it.
        case name
        /// Amounts in yuan, percentages, counts: right-aligned.
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

    package enum Level: String, Sendable {
        case detail, subtotal, total
    }

    package struct Row: Sendable, Equatable {
        package let level: Level
        /// What a subtotal or total is called by programs, for ever; nil in a row of detail.
        package let key: String?
        /// One for each column.
        package let cells: [Cell]

        /// A total without a key of its own is `total`; a subtotal needs one.
        package init(_ level: Level = .detail, key: String? = nil, _ cells: [Cell]) {
            self.level = level
            self.key = key ?? (level == .total ? "total" : nil)
            self.cells = cells
        }
    }

    package let columns: [Column]
    /// How many leading columns name a row: where a table is too wide, the first line of a row begins with
    /// them.
    package let lead: Int
    package var rows: TableRows
    /// What its amounts are counted in.
    package internal(set) var unit = MoneyUnit.yuan
    /// What it is called where its section has another one too: a sheet of a workbook has a name of its own.
    package var name: Phrase?

    package init(_ columns: [Column], lead: Int = 1, _ rows: [Row] = []) { self.init(columns, lead: lead, TableRows(rows)) }

    package init(_ columns: [Column], lead: Int = 1, _ rows: TableRows) {
        self.columns = columns
        self.lead = lead
        self.rows = rows
    }

    package func called(_ name: Phrase) -> Table {
        var table = self
        table.name = name
        return table
    }

    package mutating func add(_ cells: [Cell]) { rows.append(Row(.detail, cells)) }

    package mutating func total(_ cells: [Cell]) { rows.append(Row(.total, cells)) }
}

extension Table.Column {
    /// Columns of a page that people read: the English title is the key.
    package static func text(_ zh: String, _ en: String) -> Self { .init(en, Phrase(zh, en), .text) }
    package static func money(_ zh: String, _ en: String) -> Self { .init(en, Phrase(zh, en), .money) }
    package static func number(_ zh: String, _ en: String) -> Self { .init(en, Phrase(zh, en), .count) }
}
