import SQL

extension Migration {
    /// What proves who somebody is lies beside the journal and never in it: passwords as scrypt keeps them,
    /// invitations, and who is signed in (web.md 3.1). Nothing here is derived from the journal.
    static let credentials = Migration(9, "credentials", tables: [
        // `hash` is empty until the invitation was taken up, `invite` when it was.
        SQLTable("credential", .byKey, """
            org TEXT NOT NULL,
            who TEXT NOT NULL,
            hash TEXT,
            changed INTEGER,
            failed INTEGER NOT NULL CHECK (failed >= 0),
            failed_at INTEGER,
            locked_until INTEGER,
            invite TEXT,
            invite_until INTEGER,
            last_in INTEGER,
            PRIMARY KEY (org, who)
            """),
        // `id` is the digest of what the browser shows; `roles` as they were at the sign-in.
        SQLTable("session", .byKey, """
            org TEXT NOT NULL,
            id TEXT NOT NULL,
            who TEXT NOT NULL,
            roles TEXT NOT NULL,
            made INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            strong_until INTEGER NOT NULL,
            PRIMARY KEY (org, id)
            """),
    ])
}
