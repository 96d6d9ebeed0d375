import SQL

extension Migration {
    /// Every job keeps of its past what reports over all of them ask for (``JobPast``); and every projection
    /// is made anew.
    static let jobPasts = Migration(15, "pasts of jobs", fill: rebuild)
}
