import Journal
package import Kernel
package import SQL
import Synchronization

/// The place where a frame was left: the end of the street's journal, and what shows whether anybody else has
/// written since, as `audit rebuild` does without moving the head.
package struct HeadMark: Sendable, Equatable {
    private let seq: Int64
    private let hash: String
    private let version: Version
    /// The version once this transaction has written the street's row.
    private let next: Version?

    private init(_ seq: Int64, _ hash: String, _ version: Version, next: Version?) {
        (self.seq, self.hash, self.version, self.next) = (seq, hash, version, next)
    }

    /// Where no street is yet.
    static let none = HeadMark(0, "", Version(.null), next: nil)

    /// The street as it is in the database.
    static func of(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> HeadMark {
        try HeadMark(connection.gather([question(org, connection.dialect)])[0])
    }

    /// The street as it is once no other transaction writes to it (``SQLConnection/lock(_:)``).
    package static func locked(_ org: Code, _ connection: any SQLConnection) throws(Refusal) -> HeadMark {
        let questions = connection.streetLocks(org) + [question(org, connection.dialect)]
        return try HeadMark(connection.gather(questions).last ?? [])
    }

    init(_ rows: [SQLRow]) throws(Refusal) {
        guard let row = rows.first else {
            self = .none
            return
        }
        self.init(
            try row.int(0), try row.text(1), Version(row[2]), next: row[3] == .null ? nil : Version(row[3]))
    }

    /// A file tells its connection when another one has changed it; our own commits do not count. On a server
    /// the row tells which transaction has written it. Behind Citus that is a number of the node's own, which
    /// no transaction here expects: there a frame lasts for one batch.
    static func question(_ org: Code, _ dialect: SQLDialect) -> SQLQuestion {
        let version = switch dialect {
        case .sqlite: "(SELECT data_version FROM pragma_data_version), NULL"
        case .postgres: "xmin::text, \(transaction)"
        }
        return SQLQuestion("SELECT seq, head, \(version) FROM street WHERE org = $1", [SQLValue(org.text)])
    }

    private static let transaction = "pg_current_xact_id()::xid::text"

    /// Where the street is still at this place and no record has the id, its row is locked: to be sent before
    /// what was decided without a look. `none` is an id that no command has.
    func condition(_ org: Code, new id: Code?) -> SQLGuard {
        let sql = """
            SELECT 1 / count(*), \(Self.transaction) FROM (
                SELECT 1 FROM street WHERE org = $1 AND seq = $2 AND head = $3 AND xmin::text = $4
                    AND NOT EXISTS (SELECT 1 FROM command WHERE org = $1 AND id = $5) FOR UPDATE) AS here
            """
        let values = [SQLValue(org.text), SQLValue(seq), SQLValue(hash), version.value, SQLValue(id?.text ?? "")]
        return SQLGuard(SQLQuestion(sql, values)) { [next] row in next?.value = row[1] }
    }

    /// The same place, taken at its word by a transaction whose number nobody knows yet.
    var trusted: HeadMark { HeadMark(seq, hash, version, next: Version(.null)) }

    /// Whether a trusted place is the one that was found; its transaction's number is known from then on.
    func isConfirmed(by found: HeadMark) -> Bool {
        if self != found { return false }
        if let number = found.next?.value { next?.value = number }
        return true
    }

    /// The same place with the end of the journal that this transaction has put there.
    func moved(to head: Head) -> HeadMark {
        if head.seq == Int(seq) { return self }
        return HeadMark(Int64(head.seq), head.hash, next ?? version, next: nil)
    }

    package static func == (a: Self, b: Self) -> Bool {
        a.seq == b.seq && a.hash == b.hash && a.version.value == b.version.value
    }
}

/// What tells one state of a street's row from another; known once the transaction that made it is.
private final class Version: Sendable {
    private let known: Mutex<SQLValue>

    init(_ value: SQLValue) { known = Mutex(value) }

    var value: SQLValue {
        get { known.withLock { $0 } }
        set { known.withLock { $0 = newValue } }
    }
}
