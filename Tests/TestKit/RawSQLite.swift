import CSQLite

/// A file opened past the program, as SQLite's own shell opens it: no schema is looked at, foreign keys are not
/// held.
package final class RawSQLite {
    package struct Failure: Error { package let detail: String }

    private let handle: OpaquePointer?

    /// Opens a file, or makes it.
    package init(_ path: String) throws {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
        handle = opened
        if code != SQLITE_OK { throw fault }
        sqlite3_busy_timeout(opened, 5000)
    }

    /// With its last use the file is let go of.
    deinit { sqlite3_close_v2(handle) }

    /// Runs statements, one after the other.
    package func execute(_ sql: String) throws {
        if sqlite3_exec(handle, sql, nil, nil, nil) != SQLITE_OK { throw fault }
    }

    private var fault: Failure { Failure(detail: sqlite3_errmsg(handle).map { String(cString: $0) } ?? "?") }
}
