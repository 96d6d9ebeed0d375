import SQL

extension Migration {
    /// By what a wrong key is recognised before anything is sealed with it. Nothing of a key can be learnt
    /// from it.
    static let keyChecks = Migration(5, "key checks", tables: [
        // Empty: the key is lost, and the next one becomes the street's.
        SQLTable("key_check", .byKey, """
            org TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (org)
            """),
    ])
}
