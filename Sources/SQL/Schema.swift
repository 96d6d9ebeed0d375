package import Kernel

/// The steps from an empty database to the present schema, and what brings a database up to it. Whoever
/// opens a database says which schema it is.
package struct Schema: Sendable {
    /// In the order of their versions.
    package let steps: [Migration]

    package init(_ steps: [Migration]) { self.steps = steps }

    /// The version that this program writes, and the newest that it can read.
    package var current: Int { steps.last?.version ?? 0 }

    /// Which steps a database has had.
    package static let register = SQLTable("migration", .apart, """
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL
        """)

    /// Takes every missing step, inside the caller's transaction, and returns the versions taken.
    ///
    /// Throws what the database answers (`store.…`); the caller's transaction then undoes everything.
    @discardableResult
    package func apply(to connection: any SQLConnection) throws(Refusal) -> [Int] {
        var taken: [Int] = []
        while let version = try applyNext(to: connection) { taken.append(version) }
        return taken
    }

    /// Takes the first missing step, if any, and returns its version. The version is looked up inside the
    /// caller's transaction, so that two programs that start together do not take the same step.
    func applyNext(to connection: any SQLConnection) throws(Refusal) -> Int? {
        try connection.run(connection.dialect.create(Self.register, unlessThere: true))
        let version = try Self.version(of: connection)
        guard let next = steps.first(where: { $0.version > version }) else { return nil }
        for statement in next.statements(for: connection.dialect) { try connection.run(statement) }
        try next.fill(connection)
        try connection.run(
            "INSERT INTO migration (version, name) VALUES ($1, $2)",
            [SQLValue(next.version), SQLValue(next.name)])
        return next.version
    }

    /// The last step that a database has had; 0 when there was none yet. Throws when `migration` is not there
    /// at all.
    package static func version(of connection: any SQLConnection) throws(Refusal) -> Int {
        let last = try connection.first("SELECT MAX(version) FROM migration")
        return Int(try last?.intOrNil(0) ?? 0)
    }
}
