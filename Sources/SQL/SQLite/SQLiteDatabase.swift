import Dispatch
import Glibc
package import Kernel

/// A store in one SQLite file: WAL, every commit on the disk before it is answered, one writer and a few
/// readers.
///
/// Threads of their own do the waiting; tasks cancelled meanwhile do not interrupt a statement.
package final class SQLiteDatabase: SQLDatabase {
    /// Absolute.
    package let path: String
    package let dialect = SQLDialect.sqlite
    /// What SQLite was given for it.
    let address: String
    /// What must not change while it is read, when it was opened as if nothing could.
    let view: StoreView?
    private let file: StoreFile
    private let writer: SQLiteLanes
    private let readers: SQLiteLanes
    private let isReadOnly: Bool
    /// Nothing waited in a WAL before: if nothing does in the end, it is taken away.
    private let tidies: Bool

    init(
        _ file: StoreFile, address: String, writer: SQLiteLanes, readers: SQLiteLanes, reading: StoreReading?, tidies: Bool
    ) {
        path = file.path
        self.file = file
        self.address = address
        self.writer = writer
        self.readers = readers
        view = reading?.view
        isReadOnly = reading != nil
        self.tidies = tidies
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let view = view
        return try await readers.run { (handle) throws(Refusal) in
            try view?.demandUnchanged()
            // What was read from two states may look like damage.
            let outcome = Result { () throws(Refusal) in try SQLiteSession(handle).view(body) }
            try view?.demandUnchanged()
            return try outcome.get()
        }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        try await writer.run { (handle) throws(Refusal) in try SQLiteSession(handle).transaction(body) }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws(Refusal) -> T,
        answered: @escaping @Sendable (Result<T, Refusal>) -> Void
    ) {
        writer.run({ (handle) throws(Refusal) in try SQLiteSession(handle).transaction(body) }, answered: answered)
    }

    /// Empties the WAL into the file and removes it, so that the one file is the whole store (as long as no
    /// other program has it open). A reader only takes away what it has made itself.
    package func close() async throws(Refusal) {
        let (writer, readers, file, isReadOnly) = (writer, readers, file, isReadOnly)
        let tidies = tidies && view == nil
        let outcome = await withCheckedContinuation { (caller: Waiter<Void>) in
            // Closing waits for readers: not on a thread of the cooperative pool.
            DispatchQueue.global().async {
                caller.resume(returning: Result { () throws(Refusal) in
                    readers.close()
                    // SQLite folds and removes the WAL when the last connection closes, if that one may
                    // write.
                    writer.close()
                    guard isReadOnly else { return try Self.foldWAL(file) }
                    if tidies, file.walSize == 0, file.mayMakeFiles { try? Self.foldWAL(file) }
                })
            }
        }
        try outcome.get()
    }

    /// Where a WAL is still there, one more connection comes and goes: another program may have had the file
    /// open, or only readers.
    private static func foldWAL(_ file: StoreFile) throws(Refusal) {
        guard access(file.path + "-wal", F_OK) == 0 else { return }
        let session = SQLiteSession(try SQLiteHandle(file.path, path: file.path, readOnly: false, patience: 5000))
        try session.run("PRAGMA synchronous = FULL")
        // SQLite has to read something to notice the WAL.
        _ = try session.first("SELECT 1 FROM sqlite_schema")
    }
}
