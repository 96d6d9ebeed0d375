import Journal
import Kernel
import SQL

extension Migration {
    /// Version 3 of the rules: lines and turnover have a phase, records of the fund are kept for their
    /// corrections, a contractor remembers who gave its account, and numbers are compared folded. Every
    /// projection is made anew from the journal. SQLite cannot change a key in place; on a server the table
    /// stays, with the rights and the distribution that somebody gave it.
    static let thirdRules = Migration(
        4, "rules version 3",
        tables: [
            SQLTable("fund_entry", .byKey, """
                org TEXT NOT NULL,
                seq INTEGER NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (org, seq)
                """),
        ],
        sqlite: [
            "DROP TABLE balance",
            SQLDialect.sqlite.create(SQLTable("balance", .byKey, """
                org TEXT NOT NULL,
                day INTEGER NOT NULL,
                book TEXT NOT NULL,
                account TEXT NOT NULL,
                appropriation TEXT NOT NULL,
                phase TEXT NOT NULL,
                debit INTEGER NOT NULL,
                credit INTEGER NOT NULL,
                PRIMARY KEY (org, day, book, account, appropriation, phase)
                """)),
            "ALTER TABLE line ADD COLUMN phase TEXT NOT NULL DEFAULT 'ordinary'",
            "ALTER TABLE contractor ADD COLUMN account_by TEXT",
        ],
        postgres: [
            "DELETE FROM balance",
            "ALTER TABLE balance ADD COLUMN phase TEXT COLLATE \"C\" NOT NULL",
            "ALTER TABLE balance DROP CONSTRAINT balance_pkey",
            "ALTER TABLE balance ADD PRIMARY KEY (org, day, book, account, appropriation, phase)",
            "ALTER TABLE line ADD COLUMN phase TEXT COLLATE \"C\" NOT NULL DEFAULT 'ordinary'",
            "ALTER TABLE contractor ADD COLUMN account_by TEXT COLLATE \"C\"",
        ],
        fill: rebuild(at: 4))

    /// Makes every projection that there is by a step anew, of every street. A journal that is damaged is
    /// left for `audit verify` to name: its database must still open.
    static func rebuild(at step: Int) -> Fill {
        { (connection) throws(Refusal) in
            for row in try connection.rows("SELECT org FROM street ORDER BY org") {
                _ = try Audit(connection, org: try Code(try row.text(0))).rebuild(at: step)
            }
        }
    }
}
