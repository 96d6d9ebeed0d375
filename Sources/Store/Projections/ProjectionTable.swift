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
    ], keys: 6)
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
    package static let command = Self("command", ["org", "id", "seq"], keys: 2)

    /// All of them, in the order in which `audit verify` compares and `audit rebuild` makes them.
    package static let all: [ProjectionTable] = [
        street, counter, member, policy, contractor, agreement, estate, appropriation, standing, balance, job, taken,
        jobRecord, bankAccount, bankLine, bookItem, bankMatch, fundEntry, closedYear, command,
    ]

    private init(_ name: String, _ columns: [String], keys: Int) {
        self.name = name
        self.columns = columns
        self.keys = keys
    }

    /// Writes a row whose key must be new.
    var insert: String {
        let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    }

    private var conflict: String { " ON CONFLICT (\(columns.prefix(keys).joined(separator: ", "))) DO " }

    /// Writes a row, over the one with its key.
    var upsert: String {
        let rest = columns.dropFirst(keys).map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return insert + conflict + (rest.isEmpty ? "NOTHING" : "UPDATE SET " + rest)
    }

    /// Adds to the numbers of the row with its key.
    var accumulate: String {
        let rest = columns.dropFirst(keys).map { "\($0) = \(name).\($0) + excluded.\($0)" }.joined(separator: ", ")
        return insert + conflict + "UPDATE SET " + rest
    }

    /// All rows of a street, in the order of their keys.
    var select: String {
        let list = columns.joined(separator: ", ")
        let order = columns.prefix(keys).joined(separator: ", ")
        return "SELECT \(list) FROM \(name) WHERE org = $1 ORDER BY \(order)"
    }

    var delete: String { "DELETE FROM \(name) WHERE org = $1" }

    /// Deletes the row of a key.
    var deleteRow: String {
        let places = columns.prefix(keys).enumerated().map { "\($1) = $\($0 + 1)" }
        return "DELETE FROM \(name) WHERE " + places.joined(separator: " AND ")
    }
}

/// A row of a projection as it must be.
package struct ProjectionRow: Sendable, Equatable {
    package let table: ProjectionTable
    /// One for each column; for a row that is removed, one for each column of its key.
    package let values: [SQLValue]
}
