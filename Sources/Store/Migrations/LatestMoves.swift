import SQL

extension Migration {
    /// Every job says which record moved it last (``LatestMove``): jobs of before are made anew from the
    /// journal, by a later step that makes all projections anew.
    static let latestMoves = Migration(6, "latest moves")
}
