import SQL

extension Migration {
    /// The columns of `job` that a list filters, sorts and sums by lie together, apart from the jobs
    /// themselves: sums of a whole list are read from there, and of the jobs only the page. Texts that are
    /// searched by their parts stay where they are.
    static let jobList = Migration(
        11, "list of jobs", sqlite: indexes, postgres: indexes)

    private static let listed = [
        "org", "place", "number", "open", "works", "papers", "category", "urgency", "tenure", "community", "estate",
        "contractor", "estimate", "approved", "paid", "due", "soon", "amount", "due_arrive", "due_finish", "due_paper",
        "called_at", "updated",
    ]

    private static let indexes = [
        "DROP INDEX job_works", "DROP INDEX job_called_at",
        "CREATE INDEX job_list ON job (\(listed.joined(separator: ", ")))",
    ]
}
