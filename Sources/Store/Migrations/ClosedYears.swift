import SQL

extension Migration {
    /// A number that another change has taken; nothing is done here.
    static let reserved = Migration(7, "reserved")

    /// The years that are shut, each with the record that closed it. No journal of before has one.
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
