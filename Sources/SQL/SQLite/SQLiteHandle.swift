import CSQLite
import Kernel

/// One connection to SQLite with the statements that it has compiled. It is used by one piece of work at a
/// time, which is why it may go from thread to thread.
final class SQLiteHandle: @unchecked Sendable {
    let path: String
    let isReadOnly: Bool
    private var handle: OpaquePointer?
    private var compiled: [String: OpaquePointer] = [:]

    /// Opens `address`, a path or a URI, or with nil a database in memory. `path` is its name in messages.
    ///
    /// Waits up to `patience` milliseconds for another program's lock, now and later. Throws `store.…`.
    init(_ address: String?, path: String, readOnly: Bool, patience: Int) throws(Refusal) {
        self.path = path
        isReadOnly = readOnly
        let mode = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        let place = address == nil ? SQLITE_OPEN_MEMORY | SQLITE_OPEN_CREATE : SQLITE_OPEN_URI
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(address ?? ":memory:", &opened, mode | place | SQLITE_OPEN_NOMUTEX, nil)
        handle = opened
        guard code == SQLITE_OK else { throw fault(code) }
        sqlite3_extended_result_codes(opened, 1)
        sqlite3_busy_timeout(opened, Int32(clamping: patience))
    }

    deinit { close() }

    /// Gives the statements and the files back, at once and not with the last reference: the last connection
    /// to close folds the WAL. Whoever uses it afterwards is refused.
    func close() {
        for statement in compiled.values { sqlite3_finalize(statement) }
        compiled = [:]
        sqlite3_close_v2(handle)
        handle = nil
    }

    /// A transaction is under way.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// The file itself may not be written to, whatever was asked for.
    var isFileReadOnly: Bool { sqlite3_db_readonly(handle, "main") != 0 }

    /// Lends the compiled statement of `sql`, compiled once; a second one while a row of the first is being
    /// looked at further up the stack. Throws `store.…` for a statement that cannot be compiled.
    func use<T>(_ sql: String, _ body: (PreparedStatement) throws(Refusal) -> T) throws(Refusal) -> T {
        let kept = compiled[sql]
        let isFree = kept.map { sqlite3_stmt_busy($0) == 0 } ?? true
        let statement = if let kept, isFree { kept } else { try compile(sql) }
        if kept == nil { compiled[sql] = statement }
        let prepared = PreparedStatement(handle: statement, path: path)
        defer {
            prepared.reset()
            if !isFree { sqlite3_finalize(statement) }
        }
        return try body(prepared)
    }

    private func compile(_ sql: String) throws(Refusal) -> OpaquePointer {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK else { throw fault(code) }
        guard let statement else { throw Refusal(.storeIO, ["path": path, "detail": "no statement: \(sql.excerpt)"]) }
        return statement
    }

    private func fault(_ code: Int32) -> Refusal {
        let detail = sqlite3_errmsg(handle).map { String(cString: $0) } ?? "?"
        return Faults.refusal(code: code, detail: detail, path: path)
    }
}
