import CSQLite
import Dispatch
package import Kernel

extension SQLiteDatabase {
    /// Copies the whole store, as it is at this moment, into the empty file `path`, while others go on
    /// reading and writing: the copy is made from one unchanging view, page by page. What is written
    /// meanwhile waits in the WAL.
    ///
    /// `progress` is told the pages done and all. The copy is not durable yet when this returns. Throws
    /// `store.…`.
    package func backup(
        to path: String, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(Refusal) {
        let (source, view) = (address, view)
        let outcome = await withCheckedContinuation { (caller: Waiter<Void>) in
            // Reading and writing files blocks: not on a thread of the cooperative pool.
            DispatchQueue.global().async {
                caller.resume(returning: Result { () throws(Refusal) in
                    try SQLiteBackup.copy(source, to: path, progress)
                    try view?.demandUnchanged()
                })
            }
        }
        try outcome.get()
    }
}

/// SQLite's online backup between two connections of its own.
private enum SQLiteBackup {
    /// Pages of a step; between steps progress is told.
    private static let step: Int32 = 128

    static func copy(
        _ source: String, to target: String, _ progress: (Int, Int) -> Void
    ) throws(Refusal) {
        let from = try Connection(source, SQLITE_OPEN_READONLY)
        let into = try Connection(target, SQLITE_OPEN_READWRITE)
        // A copy that is broken off is thrown away, so nothing of it needs to be undone or synchronised in
        // between.
        try into.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        // The view is held until the end: otherwise every commit of a writer would make the copy start again.
        try from.run("BEGIN; SELECT 1 FROM sqlite_schema")
        guard let backup = sqlite3_backup_init(into.handle, "main", from.handle, "main") else { throw into.fault() }
        var code = SQLITE_OK
        while code == SQLITE_OK {
            code = sqlite3_backup_step(backup, step)
            let all = Int(sqlite3_backup_pagecount(backup))
            progress(all - Int(sqlite3_backup_remaining(backup)), all)
        }
        let end = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, end == SQLITE_OK else { throw into.fault() }
    }

    /// A connection past the pool, closed with its last use.
    private struct Connection: ~Copyable {
        let handle: OpaquePointer?
        private let path: String

        init(_ path: String, _ mode: Int32) throws(Refusal) {
            self.path = path
            var handle: OpaquePointer?
            let code = sqlite3_open_v2(path, &handle, mode | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nil)
            self.handle = handle
            guard code == SQLITE_OK else { throw fault() }
            sqlite3_busy_timeout(handle, 5000)
        }

        deinit { sqlite3_close_v2(handle) }

        borrowing func run(_ sql: String) throws(Refusal) {
            guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw fault() }
        }

        borrowing func fault() -> Refusal {
            let detail = sqlite3_errmsg(handle).map { String(cString: $0) } ?? "?"
            return Faults.refusal(code: sqlite3_extended_errcode(handle), detail: detail, path: path)
        }
    }
}
