package import Kernel

extension PostgresDatabase {
    /// Opens the store in the schema that the URL's search path leads to, or makes it, and brings its schema
    /// up to date. The database itself must be there; a schema that is named first in the search path is made
    /// with `create`.
    ///
    /// `url` is whatever libpq takes as one; what it says wins over this program's own settings. At most
    /// `connections` transactions run at a time. Blocks the calling thread. A store that is up to date needs
    /// no right to create.
    ///
    /// Throws `setting.invalid`, `store.unreachable`, `store.denied`, `store.missing`, `store.exists` (with
    /// `create`), `store.notDatabase`, `store.newer` (facts `found`, `known`), `store.readOnly`,
    /// `store.locked`, `store.io`.
    package static func open(
        url: String, schema: Schema, create: Bool, readOnly: Bool = false, connections: Int = 8
    ) throws(Refusal) -> PostgresDatabase {
        let address = try PostgresAddress(url)
        guard !create || !readOnly else { throw Refusal(.storeReadOnly, ["path": address.shown]) }
        let runner = PostgresRunner(address)
        // Once, without trying again: whoever opens a database is told at once that its server is not there.
        do throws(PostgresFault) { _ = try runner.connect() } catch { throw error.refusal }
        let place = PostgresPlace(runner, path: address.shown)
        if create { try place.make(schema) } else { try place.bringUp(to: schema, readOnly: readOnly) }
        let pool = PostgresPool(address, limit: connections, spare: runner)
        return PostgresDatabase(address, pool, readOnly: readOnly)
    }
}

/// The tables of a store, while it is being opened.
struct PostgresPlace {
    private let runner: PostgresRunner
    private let path: String

    init(_ runner: PostgresRunner, path: String) {
        self.runner = runner
        self.path = path
    }

    /// Makes everything in one transaction: when it fails, nothing is there.
    func make(_ schema: Schema) throws(Refusal) {
        if try version() != nil { throw Refusal(.storeExists, ["path": path]) }
        try runner.perform(.write) { connection throws(Refusal) in
            try makePlace(connection)
            try Self.lock(connection)
            // Another program may have been faster.
            if try Self.isThere(connection) { throw Refusal(.storeExists, ["path": path]) }
            try schema.apply(to: connection)
        }
        // What was compiled while making is not needed again.
        runner.disconnect()
    }

    /// Looks first and locks only when there is something to do.
    func bringUp(to schema: Schema, readOnly: Bool) throws(Refusal) {
        let known = schema.current
        while true {
            guard let found = try version() else { throw Refusal(.storeMissing, ["path": path]) }
            if found > known {
                throw Refusal(.storeNewer, ["path": path, "found": String(found), "known": String(known)])
            }
            if found == known { return }
            guard !readOnly else {
                let detail = "schema \(found) must be brought up to \(known), which any command that writes does"
                throw Refusal(.storeReadOnly, ["path": path, "detail": detail])
            }
            try runner.perform(.write) { connection throws(Refusal) in
                try Self.lock(connection)
                _ = try schema.applyNext(to: connection)
            }
        }
    }

    /// The schema's version; nil when there is none. Throws `store.notDatabase` when the register of another
    /// program bears the same name.
    private func version() throws(Refusal) -> Int? {
        do throws(Refusal) {
            return try runner.perform(.read) { connection throws(Refusal) in
                try Self.isThere(connection) ? try Schema.version(of: connection) : nil
            }
        } catch {
            guard let state = error["sqlstate"] else { throw error }
            let detail = error["detail"] ?? "?"
            switch state {
            // No such column, another type, another kind of relation.
            case "42703", "42804", "42883", "42809":
                throw PostgresFaults.refusal(.storeNotDatabase, state, detail, path: path)
            case "42501", "42P01":
                let name = PostgresFaults.name(state, at: .opening)
                throw PostgresFaults.refusal(name, state, detail, path: path)
            case _: throw error
            }
        }
    }

    private static func isThere(_ connection: any SQLConnection) throws(Refusal) -> Bool {
        try connection.first("SELECT to_regclass('migration') IS NOT NULL")?.flag(0) ?? false
    }

    /// One at a time may change this schema; the lock ends with the transaction.
    private static func lock(_ connection: any SQLConnection) throws(Refusal) {
        try connection.run("SELECT pg_advisory_xact_lock(\(lockName), hashtext(current_schema()))")
    }

    /// `yjb` and 1, so that other programs' locks are not met.
    private static let lockName = 0x796A_6201

    /// Makes the schema that the search path names first, when none of it is there.
    func makePlace(_ connection: any SQLConnection) throws(Refusal) {
        let (name, isThere) = try SearchPath.schema(of: connection, path: path)
        if !isThere { try connection.run("CREATE SCHEMA IF NOT EXISTS " + PostgresText.quoted(name)) }
    }
}
