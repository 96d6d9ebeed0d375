import SQL

extension Migration {
    /// Settlement sheets have a count of their own, and contractors have rate agreements. A check cannot be
    /// changed in place in SQLite, so the counters move to a table with a wider one; on a server the table
    /// stays, with the rights and the distribution that somebody gave it.
    static let settlementDocuments = Migration(
        2, "settlement documents",
        tables: [
            SQLTable("agreement", .byKey, """
                org TEXT NOT NULL,
                contractor TEXT NOT NULL,
                number TEXT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (org, contractor, number)
                """),
        ],
        sqlite: [
            SQLDialect.sqlite.create(SQLTable("counter_wider", .byKey, """
                org TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (\(countedKinds)),
                year INTEGER NOT NULL,
                value INTEGER NOT NULL CHECK (value >= 0),
                PRIMARY KEY (org, kind, year)
                """)),
            "INSERT INTO counter_wider (org, kind, year, value) SELECT org, kind, year, value FROM counter",
            "DROP TABLE counter",
            "ALTER TABLE counter_wider RENAME TO counter",
        ],
        postgres: [
            "ALTER TABLE counter DROP CONSTRAINT counter_kind_check",
            "ALTER TABLE counter ADD CONSTRAINT counter_kind_check CHECK (\(countedKinds))",
        ])

    private static let countedKinds = "kind IN ('job', 'voucher', 'settlement')"
}
