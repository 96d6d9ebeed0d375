import Kernel

/// A statement that the server has compiled for one connection.
struct PostgresStatement {
    let name: String
    let parameters: Int
    /// Whether rows come in the binary format.
    let binary: Bool
}

/// The compiled statements of one connection, by their text.
final class PostgresStatements {
    /// More than the program has; the one that was not used for longest makes room.
    static let limit = 256

    private let link: PostgresLink
    private var kept: [String: (statement: PostgresStatement, used: Int)] = [:]
    private var made = 0
    private var uses = 0

    init(_ link: PostgresLink) { self.link = link }

    /// The statement of a text, compiled at its first use.
    func statement(_ sql: String) throws(PostgresFault) -> PostgresStatement {
        uses += 1
        if let known = kept[sql]?.statement {
            kept[sql]?.used = uses
            return known
        }
        if kept.count >= Self.limit { try dropOldest() }
        made += 1
        let name = "s\(made)"
        try link.prepare(sql, as: name)
        let description = try link.describe(prepared: name)
        let types = description.types
        let statement = PostgresStatement(
            name: name, parameters: description.parameters, binary: types.allSatisfy(\.hasBinary))
        kept[sql] = (statement, uses)
        return statement
    }

    private func dropOldest() throws(PostgresFault) {
        guard let oldest = kept.min(by: { $0.value.used < $1.value.used }) else { return }
        try link.command("DEALLOCATE " + oldest.value.statement.name)
        kept[oldest.key] = nil
    }
}
