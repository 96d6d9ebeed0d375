import SQL

extension Migration {
    /// Lists of jobs that somebody has given a name (web.md 2.1 C10): beside the journal, and derived from
    /// nothing. And the way into the access log by time, for whoever reads it from its end.
    static let savedViews = Migration(
        14, "saved views",
        tables: [
            // `role` is empty for one's own; `query` is that of the list's address.
            SQLTable("saved_view", .byKey, """
                org TEXT NOT NULL,
                id TEXT NOT NULL,
                who TEXT NOT NULL,
                role TEXT,
                name TEXT NOT NULL,
                query TEXT NOT NULL,
                made INTEGER NOT NULL,
                PRIMARY KEY (org, id)
                """),
        ],
        sqlite: [bySeen], postgres: [bySeen])

    private static let bySeen = "CREATE INDEX access_seen ON access (org, seen)"
}
