import Journal
package import Kernel
package import SQL

/// The place where a frame was left: the end of the street's journal, and what shows whether anybody else has
/// written since, as `audit rebuild` does without moving the head.
package struct HeadMark: Sendable, Equatable {
    private let seq: Int64
    private let hash: String
    private let version: SQLValue
    /// The version once this transaction has written the street's row.
    private let next: SQLValue

    /// Where no street is yet.
    static let none = HeadMark(seq: 0, hash: "", version: .null, next: .null)

    /// The street as it is in the database.
    static func of(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> HeadMark {
        try mark(of: org, connection, after: [])
    }

    /// The street as it is once no other transaction writes to it (``SQLConnection/lock(_:)``).
    package static func locked(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> HeadMark {
        try mark(of: org, connection, after: connection.streetLocks(org))
    }

    private static func mark(
        of org: Code, _ connection: any SQLConnection, after locks: [SQLQuestion]
    ) throws(Refusal) -> HeadMark {
        let question = SQLQuestion(sql(connection.dialect), [SQLValue(org.text)])
        guard let row = try connection.gather(locks + [question]).last?.first else { return none }
        return HeadMark(seq: try row.int(0), hash: try row.text(1), version: row[2], next: row[3])
    }

    /// A file tells its connection when another one has changed it; our own commits do not count. On a server
    /// the row tells which transaction has written it. Behind Citus that is a number of the node's own, which
    /// no transaction here expects: there a frame lasts for one batch.
    private static func sql(_ dialect: SQLDialect) -> String {
        let version = switch dialect {
        case .sqlite: "(SELECT data_version FROM pragma_data_version), NULL"
        case .postgres: "xmin::text, pg_current_xact_id()::xid::text"
        }
        return "SELECT seq, head, \(version) FROM street WHERE org = $1"
    }

    /// The same place with the end of the journal that this transaction has put there.
    func moved(to head: Head) -> HeadMark {
        if head.seq == Int(seq) { return self }
        return HeadMark(
            seq: Int64(head.seq), hash: head.hash, version: next == .null ? version : next, next: .null)
    }

    package static func == (a: Self, b: Self) -> Bool { a.seq == b.seq && a.hash == b.hash && a.version == b.version }
}
