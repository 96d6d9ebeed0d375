package import Journal
package import Kernel
package import SQL

/// Appends to a street's journal. The caller's transaction makes all of it durable, or nothing.
package struct JournalWriter {
    private let connection: any SQLConnection

    package init(_ connection: any SQLConnection) { self.connection = connection }

    /// Appends a record that `state` is about to become, with its lines and every projection it changes.
    /// Returns nothing: the state given is the state before, and is moved on.
    package func append(_ record: Record, to state: inout State, hasher: Chain.Hasher) throws(Refusal) {
        let prev = state.head.hash
        let body = record.body
        try state.apply(record, hash: "")
        let algorithm = state.street?.hash ?? .sha256
        state.head.hash = Chain.hash(algorithm, prev: prev, seq: record.seq, body: body, with: hasher)
        try connection.run(
            Self.insertRecord,
            [SQLValue(record.org.text), SQLValue(record.seq), SQLValue(body), SQLValue(prev), SQLValue(state.head.hash)])
        for line in record.lineRows { try connection.run(Self.insertLine, line) }
        for row in record.rows + state.rows() { try write(row) }
        for row in state.removedRows() { try connection.run(row.table.deleteRow, row.values) }
    }

    static let insertRecord = "INSERT INTO record (org, seq, body, prev, hash) VALUES ($1, $2, $3, $4, $5)"

    static let insertLine = """
        INSERT INTO line (\(Record.lineColumns.joined(separator: ", ")))
        VALUES (\((1...Record.lineColumns.count).map { "$\($0)" }.joined(separator: ", ")))
        """

    /// Balances of a day are added to, and a command's id is taken once: a writer who has missed another
    /// one's record of the same id must not do it again. Every other row is written as it is.
    private func write(_ row: ProjectionRow) throws(Refusal) {
        let sql = switch row.table {
        case .balance: row.table.accumulate
        case .command: row.table.insert
        case _: row.table.upsert
        }
        try connection.run(sql, row.values)
    }
}
