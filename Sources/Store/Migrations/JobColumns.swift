import SQL

extension Migration {
    /// What lists of jobs filter, sort and sum by stands beside each job (`JobColumn`). A later step
    /// makes every projection anew.
    static let jobColumns = Migration(
        7, "columns of jobs", sqlite: added + indexes, postgres: added.map(postgres) + indexes)

    private static let added =
        columns.map { "ALTER TABLE job ADD COLUMN " + $0 } + ["ALTER TABLE caller ADD COLUMN " + last4]

    private static let columns =
        [
            "category", "urgency", "tenure", "community", "estate", "contractor", "address", "words", "flags", "people",
            "funds", "phone",
        ].map { $0 + " TEXT" }
        + ["due_arrive", "due_finish", "due_paper", "estimate", "approved", "paid"].map { $0 + " INTEGER" }
        + ["open", "due", "soon", "amount", "updated", "place"].map { $0 + " INTEGER NOT NULL DEFAULT 0" }

    private static func postgres(_ column: String) -> String {
        column.replacing(" TEXT", with: " TEXT COLLATE \"C\"").replacing(" INTEGER", with: " BIGINT")
    }

    /// A keyed digest of the job and the last four digits of the phone: a caller asks for a job's status with
    /// them, and nobody opens the caller for it. Callers of before have none.
    private static let last4 = "last4 TEXT"

    private static let indexes = ["works, papers", "due", "called_at", "address"].map { columns in
        let name = columns.split(separator: ",").first ?? ""
        return "CREATE INDEX job_\(name) ON job (org, \(columns))"
    }
}
