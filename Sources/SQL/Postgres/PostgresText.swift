/// What the text of a statement shows without being understood.
enum PostgresText {
    private static let queries: Set<String> = ["SELECT", "VALUES", "TABLE", "WITH"]
    private static let changes: Set<String> = ["INSERT", "UPDATE", "DELETE", "MERGE"]

    /// Whether the server compiles it ahead with parameters; everything else (DDL, settings) is run as it
    /// stands.
    static func isPreparable(_ sql: String) -> Bool {
        let word = firstWord(sql)
        return queries.contains(word) || changes.contains(word)
    }

    /// Whether a cursor can stand on it: a query without a change inside. A word that only looks like a
    /// change costs the streaming, nothing else.
    static func isQuery(_ sql: String) -> Bool {
        let word = firstWord(sql)
        guard word == "WITH" else { return queries.contains(word) }
        return !sql.split { !$0.isLetter && $0 != "_" }.contains { changes.contains($0.uppercased()) }
    }

    /// When it is run. A query that locks rows is a writer's, and is refused as writing is.
    static func moment(of sql: String) -> PostgresFaults.Moment {
        isQuery(sql) && !sql.contains(" FOR UPDATE") ? .reading : .working
    }

    /// A name as it stands in a statement.
    static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

    private static func firstWord(_ sql: String) -> String {
        sql.drop { !$0.isLetter }.prefix { $0.isLetter }.uppercased()
    }
}
