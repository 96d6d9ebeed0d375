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
        try connection.run(Self.insertRecord, try Self.link(record, to: &state, hasher: hasher))
        try connection.runAll(Self.insertLine, record.lineRows)
        for row in record.rows + state.rows() { try connection.run(row.table.store, row.values) }
        for row in state.removedRows() { try connection.run(row.table.deleteRow, row.values) }
    }

    /// Moves a state on by a record, and gives the record's row with its link of the chain. Nothing is
    /// written.
    static func link(_ record: Record, to state: inout State, hasher: Chain.Hasher) throws(Refusal) -> [SQLValue] {
        let prev = state.head.hash
        let body = record.body
        try state.apply(record, hash: "")
        let algorithm = state.street?.hash ?? .sha256
        state.head.hash = Chain.hash(algorithm, prev: prev, seq: record.seq, body: body, with: hasher)
        return [SQLValue(record.org.text), SQLValue(record.seq), SQLValue(body), SQLValue(prev), SQLValue(state.head.hash)]
    }

    static let insertRecord = "INSERT INTO record (org, seq, body, prev, hash) VALUES ($1, $2, $3, $4, $5)"

    static let insertLine = """
        INSERT INTO line (\(Record.lineColumns.joined(separator: ", ")))
        VALUES (\((1...Record.lineColumns.count).map { "$\($0)" }.joined(separator: ", ")))
        """
}
