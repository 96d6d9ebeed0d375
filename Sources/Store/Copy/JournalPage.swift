import Journal
import Kernel
import SQL

/// Some records of a street with their lines, byte for byte as they lie in a store.
struct JournalPage: Sendable {
    /// The most records of a page: it is one transaction of the target, and lies in memory meanwhile.
    static let size = 400

    /// The number of the record before the first of these.
    let after: Int
    /// The number of the last.
    let last: Int
    private let records: [[SQLValue]]
    private let lines: [[SQLValue]]

    /// The records from the one after `after` until `end` at most. Throws `store.damaged` when there are
    /// none.
    static func read(
        _ org: Code, after: Int, upTo end: Int, _ connection: any SQLConnection
    ) throws(Refusal) -> JournalPage {
        let records = try connection.rows(
            """
            SELECT org, seq, body, prev, hash FROM record
            WHERE org = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT \(size)
            """, [SQLValue(org.text), SQLValue(after), SQLValue(end)])
        guard let tail = records.last else {
            throw Refusal(.storeDamaged, ["detail": "record \(after + 1) of \(org.text) is not there"])
        }
        let last = Int(try tail.int(1))
        let lines = try connection.rows(
            """
            SELECT \(Record.lineColumns.joined(separator: ", ")) FROM line
            WHERE org = $1 AND seq > $2 AND seq <= $3 ORDER BY seq, n
            """, [SQLValue(org.text), SQLValue(after), SQLValue(last)])
        return JournalPage(after: after, last: last, records: records.map(\.values), lines: lines.map(\.values))
    }

    /// Appends them. The street must end with the record before the first of them.
    func write(_ connection: any SQLConnection) throws(Refusal) {
        for record in records { try connection.run(JournalWriter.insertRecord, record) }
        for line in lines { try connection.run(JournalWriter.insertLine, line) }
    }
}
