import SQL

extension Migration {
    /// The years that are shut, each with the record that closed it. A later step makes every projection
    /// anew.
    static let closedYears = Migration(
        8, "closed years",
        tables: [
            SQLTable("closed_year", .byKey, """
                org TEXT NOT NULL,
                year INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (org, year)
                """),
        ])
}
