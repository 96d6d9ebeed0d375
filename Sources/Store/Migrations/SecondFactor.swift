import SQL

extension Migration {
    /// The second factor of who signs in lies beside the password: the secret sealed with the street's key,
    /// the step of the code that was taken last, and digests of recovery codes. A session says whether a code
    /// was given in it.
    static let secondFactor = Migration(
        13, "second factor", sqlite: added(blob: "BLOB", text: "TEXT", int: "INTEGER"),
        postgres: added(blob: "BYTEA", text: "TEXT COLLATE \"C\"", int: "BIGINT"))

    private static func added(blob: String, text: String, int: String) -> [String] {
        ["credential ADD COLUMN totp " + blob, "credential ADD COLUMN totp_step " + int, "credential ADD COLUMN recovery " + text,
         "session ADD COLUMN factor \(int) NOT NULL DEFAULT 0"].map { "ALTER TABLE " + $0 }
    }
}
