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
    /// What SQLite was given for it.
    let address: String
    /// What must not change while it is read, when it was opened as if nothing could.
    let view: StoreView?
    private let file: StoreFile
    private let pool: DatabasePool
    /// Nothing waited in a WAL before: if nothing does in the end, it is taken away.
    private let tidies: Bool

    init(_ file: StoreFile, address: String, pool: DatabasePool, view: StoreView?, tidies: Bool) {
        path = file.path
        self.file = file
        self.address = address
        self.pool = pool
        self.view = view
        self.tidies = tidies
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let (path, view) = (path, view)
        let outcome = await withCheckedContinuation { (caller: Waiter<T>) in
            pool.asyncRead { database in
                caller.resume(returning: Result { () throws(Refusal) in
                    try view?.demandUnchanged()
                    let session = SQLiteSession(try Faults.translated(path: path, database.get), path: path)
                    // What was read from two states may look like damage.
                    let outcome = Result { () throws(Refusal) in try body(session) }
                    try view?.demandUnchanged()
                    return try outcome.get()
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
    /// other program has it open). A reader only takes away what it has made itself.
    package func close() async throws(Refusal) {
        let (pool, path, file) = (pool, path, file)
        let tidies = tidies && view == nil
        let outcome = await withCheckedContinuation { (caller: Waiter<Void>) in
            // Closing waits for readers: not on a thread of the cooperative pool.
            DispatchQueue.global().async {
                caller.resume(returning: Result { () throws(Refusal) in
                    try Faults.translated(path: path, pool.close)
                    guard pool.configuration.readonly else { return try Self.foldWAL(path) }
                    if tidies, file.walSize == 0, file.mayMakeFiles { try? Self.foldWAL(path) }
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
