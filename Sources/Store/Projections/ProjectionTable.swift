import Jobs
package import SQL

/// A table that can be thrown away and made again from the journal. Its key leads its columns, `org` first.
package struct ProjectionTable: Sendable, Equatable {
    package let name: String
    package let columns: [String]
    /// How many of the columns are the key.
    package let keys: Int

    package static let street = Self("street", [
        "org", "name", "year", "parent", "sandbox", "hash", "opened_at", "opened_by", "seq", "head", "recorded", "latest",
    ], keys: 1)
    package static let counter = Self("counter", ["org", "kind", "year", "value"], keys: 3)
    package static let member = Self("member", ["org", "name", "body"], keys: 2)
    package static let policy = Self("policy", ["org", "seq", "effective", "body"], keys: 2)
    package static let contractor = Self("contractor", ["org", "code", "account_by", "body"], keys: 2)
    package static let agreement = Self("agreement", ["org", "contractor", "number", "body"], keys: 3)
    package static let estate = Self("estate", ["org", "code", "body"], keys: 2)
    package static let appropriation = Self("appropriation", ["org", "code", "position", "body"], keys: 2)
    package static let standing = Self("standing", ["org", "appropriation", "account", "amount"], keys: 3)
    package static let balance = Self("balance", [
        "org", "day", "book", "account", "appropriation", "phase", "debit", "credit",
    ], keys: 6, .sum)
    package static let job = Self(
        "job", ["org"] + JobColumn.allCases.map(\.rawValue) + ["ref", "body"], keys: 2)
    package static let taken = Self("taken", ["org", "kind", "value", "owner"], keys: 3)
    package static let jobRecord = Self("job_record", ["org", "job", "seq"], keys: 3)
    package static let bankAccount = Self("bank_account", ["org", "account", "body"], keys: 2)
    package static let bankLine = Self("bank_line", [
        "org", "seq", "n", "account", "day", "matched", "body",
    ], keys: 3)
    package static let bookItem = Self("book_item", [
        "org", "custody", "kind", "no", "day", "effect", "matched", "job", "contractor",
    ], keys: 4)
    package static let bankMatch = Self("bank_match", ["org", "number", "undone", "body"], keys: 2)
    package static let fundEntry = Self("fund_entry", ["org", "seq", "body"], keys: 2)
    package static let closedYear = Self("closed_year", ["org", "year", "seq", "day"], keys: 2)
    package static let command = Self("command", ["org", "id", "seq"], keys: 2, .once)

    /// All of them, in the order in which `audit verify` compares and `audit rebuild` makes them.
    package static let all: [ProjectionTable] = [
        street, counter, member, policy, contractor, agreement, estate, appropriation, standing, balance, job, taken,
        jobRecord, bankAccount, bankLine, bookItem, bankMatch, fundEntry, closedYear, command,
    ]

    /// How a command's rows are written. Balances of a day are added to, and a command's id is taken once: a
    /// writer who has missed another one's record of the same id must not do it again. Every other row is
    /// written as it is.
    package let store: String
    /// Writes a row, over the one with its key.
    let upsert: String
    /// Deletes the row of a key.
    let deleteRow: String

    /// The texts are made once.
    private init(_ name: String, _ columns: [String], keys: Int, _ way: Way = .over) {
        self.name = name
        self.columns = columns
        self.keys = keys
        let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
        let insert = "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))"
        let conflict = " ON CONFLICT (\(columns.prefix(keys).joined(separator: ", "))) DO "
        let rest = columns.dropFirst(keys)
        let over = rest.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        let sum = rest.map { "\($0) = \(name).\($0) + excluded.\($0)" }.joined(separator: ", ")
        let key = columns.prefix(keys).enumerated().map { "\($1) = $\($0 + 1)" }.joined(separator: " AND ")
        upsert = insert + conflict + (rest.isEmpty ? "NOTHING" : "UPDATE SET " + over)
        deleteRow = "DELETE FROM \(name) WHERE " + key
        store = switch way {
        case .once: insert
        case .over: upsert
        case .sum: insert + conflict + "UPDATE SET " + sum
        }
    }

    private enum Way {
        /// The key must be new.
        case once
        /// Over the row with its key.
        case over
        /// Added to the numbers of the row with its key.
        case sum
    }

    /// All rows of a street, in the order of their keys.
    var select: String {
        let list = columns.joined(separator: ", ")
        let order = columns.prefix(keys).joined(separator: ", ")
        return "SELECT \(list) FROM \(name) WHERE org = $1 ORDER BY \(order)"
    }

    var delete: String { "DELETE FROM \(name) WHERE org = $1" }
}

/// A row of a projection as it must be.
package struct ProjectionRow: Sendable, Equatable {
    package let table: ProjectionTable
    /// One for each column; for a row that is removed, one for each column of its key.
    package let values: [SQLValue]
}
