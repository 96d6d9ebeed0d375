extension Migration {
    /// Settlement sheets have a count of their own, and contractors have rate agreements. A check cannot be changed in
    /// place everywhere, so the counters move to a table with a wider one.
    static let settlementDocuments = Migration(
        2, "settlement documents",
        tables: [
            SQLTable("counter_wider", .byKey, """
                org TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('job', 'voucher', 'settlement')),
                year INTEGER NOT NULL,
                value INTEGER NOT NULL CHECK (value >= 0),
                PRIMARY KEY (org, kind, year)
                """),
            SQLTable("agreement", .byKey, """
                org TEXT NOT NULL,
                contractor TEXT NOT NULL,
                number TEXT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (org, contractor, number)
                """),
        ],
        statements: [
            "INSERT INTO counter_wider (org, kind, year, value) SELECT org, kind, year, value FROM counter",
            "DROP TABLE counter",
            "ALTER TABLE counter_wider RENAME TO counter",
        ])
}
