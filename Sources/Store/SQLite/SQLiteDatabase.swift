import Dispatch
import GRDB
package import Kernel

/// A store in one SQLite file: WAL, every commit on the disk before it is answered, one writer and a few readers.
///
/// GRDB's own threads do the waiting; tasks cancelled meanwhile do not interrupt a statement.
package final class SQLiteDatabase: SQLDatabase {
    /// Absolute.
    package let path: String
    private let pool: DatabasePool

    init(path: String, pool: DatabasePool) {
        self.path = path
        self.pool = pool
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let path = path
        let outcome = await withCheckedContinuation { (caller: CheckedContinuation<Result<T, Refusal>, Never>) in
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
        let outcome = await withCheckedContinuation { (caller: CheckedContinuation<Result<T, Refusal>, Never>) in
            pool.asyncWriteWithoutTransaction { database in
                caller.resume(returning: Result { () throws(Refusal) in
                    try SQLiteSession(database, path: path).transaction(body)
                })
            }
        }
        return try outcome.get()
    }

    /// Empties the WAL into the file and removes it, so that the one file is the whole store. Readers go first, because
    /// only a connection that may write can do that, as the last one.
    package func close() async throws(Refusal) {
        let (pool, path) = (pool, path)
        let outcome = await withCheckedContinuation { (caller: CheckedContinuation<Result<Void, Refusal>, Never>) in
            // Closing waits for readers: not on a thread of the cooperative pool.
            DispatchQueue.global().async {
                caller.resume(returning: Result { () throws(Refusal) in
                    pool.invalidateReadOnlyConnections()
                    try Faults.translated(path: path, pool.close)
                })
            }
        }
        try outcome.get()
    }
}
