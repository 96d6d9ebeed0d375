import SQL

extension Migration {
    /// Beside the journal (web.md 2.1 C10): what is known of a photo that no record says, and forms that are
    /// not finished. Nothing here is derived from the journal.
    static let draftsAndPhotos = Migration(12, "drafts and photos", tables: [
        // A photo that somebody has sent: `came` is the SHA-256 of what was sent, `hash` that of what is
        // kept. `taken`, `lat` and `lon` are what it said of itself, until a record takes that up.
        SQLTable("photo", .byKey, """
            org TEXT NOT NULL,
            hash TEXT NOT NULL,
            who TEXT NOT NULL,
            came TEXT NOT NULL,
            type TEXT NOT NULL,
            size INTEGER NOT NULL,
            width INTEGER,
            height INTEGER,
            made INTEGER NOT NULL,
            taken INTEGER,
            lat TEXT,
            lon TEXT,
            PRIMARY KEY (org, hash, who)
            """),
        // A form as it was typed, sealed: it may hold a caller. `id` is the form's own, `path` its address.
        // `held`: it was posted after a session's end, and waits for its person to sign in again.
        SQLTable("draft", .byKey, """
            org TEXT NOT NULL,
            id TEXT NOT NULL,
            who TEXT NOT NULL,
            path TEXT NOT NULL,
            title TEXT NOT NULL,
            job TEXT,
            seen INTEGER NOT NULL,
            saved INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            held INTEGER NOT NULL CHECK (held IN (0, 1)),
            sealed BLOB NOT NULL,
            PRIMARY KEY (org, id)
            """),
    ])
}
