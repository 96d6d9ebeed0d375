import Journal
import Kernel
import SQL
import Seal

/// What is to be written of a street after a batch has decided.
struct BatchWriter {
    private let connection: any SQLConnection
    private let keys: KeyRing

    init(_ connection: any SQLConnection, keys: KeyRing) {
        self.connection = connection
        self.keys = keys
    }

    /// Lines and ids refer to records, so records come first.
    func writes(of frame: inout Frame) throws(Refusal) -> [SQLWrite] {
        let pending = frame.pending
        frame.pending = Pending()
        var writes: [SQLWrite] = []
        if !pending.records.isEmpty {
            frame.state.widen()
            writes.append(SQLWrite(JournalWriter.insertRecord, pending.records))
            writes.append(SQLWrite(JournalWriter.insertLine, pending.lines))
            for group in ProjectionRow.grouped(pending.rows + frame.state.rows()) {
                writes.append(SQLWrite(group.table.store, group.values))
            }
            for row in frame.state.removedRows() { writes.append(SQLWrite(row.table.deleteRow, [row.values])) }
            frame.state.settle()
        }
        writes.append(SQLWrite(AccessLog.insert, pending.access))
        return writes + (try sealed(pending, of: frame.org))
    }

    /// A street that is opened where a key is at hand has that key from its first moment.
    private func sealed(_ pending: Pending, of org: Code) throws(Refusal) -> [SQLWrite] {
        let seal: CallerSeal
        if pending.callers.isEmpty {
            guard pending.opened, let found = try? keys.seal(of: org.text) else { return [] }
            seal = found
        } else {
            seal = try keys.seal(of: org.text)
        }
        let store = CallerStore(connection, keys: keys)
        var rows: [[SQLValue]] = []
        for one in pending.callers { rows.append(try store.row(one.caller, of: one.job, in: org, eraseAfter: one.eraseAfter)) }
        return [KeyCheck.noting(seal, of: org), SQLWrite(CallerStore.insert, rows)]
    }
}
