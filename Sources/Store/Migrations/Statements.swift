import SQL

extension Migration {
    /// Statements of bank and treasury, what the books say of the same money, and their matches: projections.
    static let statements = Migration(3, "statements", tables: [
        SQLTable("bank_account", .byKey, """
            org TEXT NOT NULL,
            account TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (org, account)
            """),
        // A line's id is the record that imported it and its place there. Its identity is in `taken`.
        SQLTable("bank_line", .byKey, """
            org TEXT NOT NULL,
            seq INTEGER NOT NULL,
            n INTEGER NOT NULL,
            account TEXT NOT NULL,
            day INTEGER NOT NULL,
            matched INTEGER,
            body TEXT NOT NULL,
            PRIMARY KEY (org, seq, n)
            """),
        // Payments, refunds and receipts, each as much as one custody shows.
        SQLTable("book_item", .byKey, """
            org TEXT NOT NULL,
            custody TEXT NOT NULL,
            kind TEXT NOT NULL,
            no TEXT NOT NULL,
            day INTEGER NOT NULL,
            effect INTEGER NOT NULL,
            matched INTEGER,
            job TEXT,
            contractor TEXT,
            PRIMARY KEY (org, custody, kind, no)
            """),
        SQLTable("bank_match", .byKey, """
            org TEXT NOT NULL,
            number INTEGER NOT NULL,
            undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
            body TEXT NOT NULL,
            PRIMARY KEY (org, number)
            """),
    ])
}
