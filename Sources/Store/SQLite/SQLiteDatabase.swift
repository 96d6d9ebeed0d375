import Dispatch
import GRDB
import GRDBSQLite
import Glibc
package import Kernel

/// A store in one SQLite file: WAL, every commit on the disk before it is answered, one writer and a few
/// readers.
///
/// GRDB's own threads do the waiting; tasks cancelled meanwhile do not interrupt a statement.
package final class SQLiteDatabase: SQLDatabase {
    /// Absolute.
    package let path: String
    package let dialect = SQLDialect.sqlite
    private let pool: DatabasePool

    init(path: String, pool: DatabasePool) {
        self.path = path
        self.pool = pool
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let path = path
        let outcome = await withCheckedContinuation { (caller: Waiter<T>) in
            pool.asyncRead { database in
                caller.resume(returning: Result { () throws(Refusal) in
                    try body(SQLiteSession(Faults.translated(path: path, database.get), path: path))
                })
            }
        }
        return try outcome.get()
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let path = path
        let outcome = await withCheckedContinuation { (caller: Waiter<T>) in
            pool.asyncWriteWithoutTransaction { database in
                caller.resume(returning: Result { () throws(Refusal) in
                    try SQLiteSession(database, path: path).transaction(body)
                })
            }
        }
        return try outcome.get()
    }

    /// Empties the WAL into the file and removes it, so that the one file is the whole store (as long as no
    /// other program has it open).
    package func close() async throws(Refusal) {
        let (pool, path) = (pool, path)
        let outcome = await withCheckedContinuation { (caller: Waiter<Void>) in
            // Closing waits for readers: not on a thread of the cooperative pool.
            DispatchQueue.global().async {
                caller.resume(returning: Result { () throws(Refusal) in
                    try Faults.translated(path: path, pool.close)
                    if !pool.configuration.readonly { try Self.foldWAL(path) }
                })
            }
        }
        try outcome.get()
    }

    /// SQLite removes the WAL when the last connection closes, if that one may write; GRDB closes its readers
    /// last. So one more connection comes and goes.
    private static func foldWAL(_ path: String) throws(Refusal) {
        guard access(path + "-wal", F_OK) == 0 else { return }
        var handle: OpaquePointer?
        defer { sqlite3_close_v2(handle) }
        var code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        if code == SQLITE_OK {
            sqlite3_busy_timeout(handle, 5000)
            // SQLite has to read something to notice the WAL.
            let look = "PRAGMA synchronous = FULL; SELECT 1 FROM sqlite_schema"
            code = sqlite3_exec(handle, look, nil, nil, nil)
        }
        guard code == SQLITE_OK else {
            throw Faults.refusal(code: code, detail: String(cString: sqlite3_errmsg(handle)), path: path)
        }
    }
}
