import SQL

extension Migration {
    /// Every job says which record moved it last (``LatestMove``): jobs of before are made anew from the
    /// journal.
    static let latestMoves = Migration(6, "latest moves", fill: Migration.rebuild(at: 6))
}
