package import Kernel

extension SQLiteDatabase {
    /// Opens the store in the file `path`, or makes it and the folders above it, and brings it up to its
    /// schema.
    ///
    /// Waits up to `patience` milliseconds for another program's lock, now and at each write, and blocks the
    /// calling thread meanwhile. `readOnly` changes nothing in the file and works in a folder that cannot be
    /// written to, and on a disk that is full. What waits in a WAL is durable when this returns.
    ///
    /// Throws `store.missing`, `store.exists` (with `create`), `store.notDatabase`, `store.newer` (facts
    /// `found`, `known`), `store.readOnly`, `store.damaged`, `store.locked`, `store.full`, `store.io`.
    package static func open(
        path: String, schema: Schema, create: Bool, readOnly: Bool = false, patience: Int = 5000
    ) throws(Refusal) -> SQLiteDatabase {
        let file = try StoreFile(path)
        guard create else {
            try file.inspect()
            return readOnly
                ? try read(file, schema, patience)
                : try connect(to: file, schema, create: false, reading: nil, patience: patience)
        }
        guard !readOnly else { throw Refusal(.storeReadOnly, ["path": path]) }
        let made = try file.create()
        do throws(Refusal) {
            return try connect(to: file, schema, create: true, reading: nil, patience: patience)
        } catch {
            if made { file.discard() }
            throw error
        }
    }

    /// On a disk that is full no file can be made beside the database, and it can be read all the same.
    private static func read(_ file: StoreFile, _ schema: Schema, _ patience: Int) throws(Refusal) -> SQLiteDatabase {
        let way = try StoreReading(file)
        do throws(Refusal) {
            return try connect(to: file, schema, create: false, reading: way, patience: patience)
        } catch {
            guard way.view == nil, file.walSize ?? 0 == 0, [.storeFull, .storeIO, .storeReadOnly].contains(error.code),
                  let view = try? StoreView(file),
                  let database = try? connect(to: file, schema, create: false, reading: .fixed(view), patience: patience)
            else { throw error }
            return database
        }
    }

    private static func connect(
        to file: StoreFile, _ schema: Schema, create: Bool, reading: StoreReading?, patience: Int
    ) throws(Refusal) -> SQLiteDatabase {
        let readOnly = reading != nil
        let wasAlone = file.walSize ?? 0 == 0
        let address = reading?.address(of: file) ?? file.path
        let (path, open): (String, @Sendable (Bool) throws(Refusal) -> SQLiteHandle) = (file.path, { (reads) throws(Refusal) in
            let handle = try SQLiteHandle(address, path: file.path, readOnly: reads, patience: patience)
            try prepare(handle, schema, path: file.path, create: create, readOnly: readOnly)
            return handle
        })
        let first = try open(readOnly)
        if !readOnly { try turnToWAL(first, path: path) }
        try file.settleWAL()
        if !readOnly { try settle(first, schema, path: path) }
        let writer = SQLiteLanes(path: path, limit: 1, first: [first]) { () throws(Refusal) in try open(readOnly) }
        let readers = SQLiteLanes(path: path, limit: 4) { () throws(Refusal) in try open(true) }
        return SQLiteDatabase(
            file, address: address, writer: writer, readers: readers, reading: reading, tidies: wasAlone)
    }

    /// On each new connection, before anything is written.
    private static func prepare(
        _ handle: SQLiteHandle, _ schema: Schema, path: String, create: Bool, readOnly: Bool
    ) throws(Refusal) {
        let session = SQLiteSession(handle)
        for pragma in [
            "PRAGMA foreign_keys = ON",
            // A file from elsewhere may be hostile or broken: no functions called from its schema, cells
            // checked.
            "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON",
            // What a statement keeps aside for undoing it is small and stays in memory up to 64 KiB, whatever
            // this says; what a whole rebuild keeps aside must not: in memory SQLite goes through all of it
            // with every statement, and a street of 100,000 jobs is not done in minutes.
            "PRAGMA temp_store = FILE",
        ] { try session.run(pragma) }
        guard !handle.isReadOnly else {
            return try checkVersion(session, schema, path: path, readOnly: readOnly)
        }
        guard !handle.isFileReadOnly else {
            throw Refusal(.storeReadOnly, ["path": path, "detail": "the file cannot be written to"])
        }
        for pragma in [
            // Callers' data is erasable: what is deleted is overwritten.
            "PRAGMA secure_delete = ON",
            // So that INSERT OR REPLACE meets the triggers that guard the journal, too.
            "PRAGMA recursive_triggers = ON",
            // The WAL starts again from its beginning after about 4 MB (1000 pages), and is cut back when
            // readers kept it from doing so: a grown WAL costs more than a reused one.
            "PRAGMA wal_autocheckpoint = 1000", "PRAGMA journal_size_limit = 8388608",
        ] { try session.run(pragma) }
        // Before the file turns to WAL, so that the id is in its header from the first moment.
        if create { try session.run("PRAGMA application_id = \(StoreFile.applicationID)") }
        try checkVersion(session, schema, path: path, readOnly: readOnly)
    }

    /// Refuses what a later version of the program wrote and, when nothing may be written, what an earlier
    /// one left.
    private static func checkVersion(
        _ session: SQLiteSession, _ schema: Schema, path: String, readOnly: Bool
    ) throws(Refusal) {
        let (found, known) = (try version(of: session), schema.current)
        if found > known {
            throw Refusal(.storeNewer, ["path": path, "found": String(found), "known": String(known)])
        }
        if readOnly, found < known {
            let detail = "schema \(found) must be brought up to \(known), which any command that writes does"
            throw Refusal(.storeReadOnly, ["path": path, "detail": detail])
        }
    }

    /// The schema's version; 0 in a file that has none yet.
    private static func version(of session: SQLiteSession) throws(Refusal) -> Int {
        let started = try session.first("SELECT 1 FROM sqlite_schema WHERE name = 'migration'") != nil
        return started ? try Schema.version(of: session) : 0
    }

    /// Readers go on while somebody writes; the files beside the database are there from here on, so that a
    /// connection that only reads finds them.
    private static func turnToWAL(_ handle: SQLiteHandle, path: String) throws(Refusal) {
        let session = SQLiteSession(handle)
        // Without FULL a power cut takes commits back that were already answered.
        try session.run("PRAGMA synchronous = FULL")
        guard try session.first("PRAGMA synchronous")?[0] == 2 else {
            throw Refusal(.storeIO, ["path": path, "detail": "synchronous is not FULL"])
        }
        guard try session.first("PRAGMA journal_mode = WAL")?[0] == "wal" else {
            throw Refusal(.storeIO, ["path": path, "detail": "journal_mode is not WAL"])
        }
        _ = try session.first("SELECT 1 FROM sqlite_schema")
    }

    /// Brings the schema up, on the writer.
    private static func settle(_ handle: SQLiteHandle, _ schema: Schema, path: String) throws(Refusal) {
        let session = SQLiteSession(handle)
        // Looked at first without a transaction: opening need not wait for another program's write.
        while try version(of: session) < schema.current {
            _ = try session.transaction(schema.applyNext)
        }
    }
}
