import Journal
import Kernel
import SQL
import Seal

/// Writes what a batch has decided of a street.
struct BatchWriter {
    private let connection: any SQLConnection
    private let keys: KeyRing

    init(_ connection: any SQLConnection, keys: KeyRing) {
        self.connection = connection
        self.keys = keys
    }

    /// Lines and ids refer to records, so records come first.
    func write(_ frame: inout Frame) throws(Refusal) {
        let pending = frame.pending
        frame.pending = Pending()
        if !pending.records.isEmpty {
            frame.state.widen()
            try connection.runAll(JournalWriter.insertRecord, pending.records)
            try connection.runAll(JournalWriter.insertLine, pending.lines)
            for group in ProjectionRow.grouped(pending.rows + frame.state.rows()) {
                try connection.runAll(group.table.store, group.values)
            }
            for row in frame.state.removedRows() { try connection.run(row.table.deleteRow, row.values) }
            frame.state.settle()
        }
        try connection.runAll(AccessLog.insert, pending.access)
        try seal(pending, of: frame.org)
    }

    /// A street that is opened where a key is at hand has that key from its first moment.
    private func seal(_ pending: Pending, of org: Code) throws(Refusal) {
        let check = KeyCheck(connection)
        if pending.opened, let seal = try? keys.seal(of: org.text) { try check.note(seal, of: org) }
        guard !pending.callers.isEmpty else { return }
        try check.note(try keys.seal(of: org.text), of: org)
        let store = CallerStore(connection, keys: keys)
        var rows: [[SQLValue]] = []
        for one in pending.callers { rows.append(try store.row(one.caller, of: one.job, in: org, eraseAfter: one.eraseAfter)) }
        try connection.runAll(CallerStore.insert, rows)
    }
}
