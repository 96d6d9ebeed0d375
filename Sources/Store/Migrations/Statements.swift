import Journal
import Kernel

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
    ], fill: { (connection) throws(Refusal) in
        for row in try connection.rows("SELECT org FROM street ORDER BY org") {
            try fillItems(of: try Code(try row.text(0)), connection)
        }
    })

    /// What the receipts, payments and refunds so far say. A journal that is damaged is left for `audit verify` to name:
    /// its database must still open. What the database itself refuses undoes the step.
    private static func fillItems(of org: Code, _ connection: any SQLConnection) throws(Refusal) {
        var state = State()
        do throws(Refusal) {
            try JournalReader(connection).each(org) { (stored) throws(Refusal) in
                try state.apply(try Record(body: stored.body), hash: stored.hash)
            }
        } catch {
            if error.code.group == "store", error.code != .storeDamaged { throw error }
            return
        }
        for key in state.bank.items.keys {
            if let row = state.bank.row(item: key, SQLValue(org.text)) { try connection.run(row.table.upsert, row.values) }
        }
    }
}
