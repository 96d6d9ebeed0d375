import Kernel

/// A statement that the server has compiled for one connection.
struct PostgresStatement {
    let name: String
    let parameters: Int
    /// Whether rows come in the binary format.
    let binary: Bool
    /// When it is run, by its text.
    let moment: PostgresFaults.Moment
}

/// The compiled statements of one connection, by their text.
final class PostgresStatements {
    /// More than the program has; the one that was not used for longest makes room.
    static let limit = 256

    private let link: PostgresLink
    private var kept: [String: Kept] = [:]
    private var made = 0
    private var uses = 0

    private final class Kept {
        let statement: PostgresStatement
        var used: Int

        init(_ statement: PostgresStatement, used: Int) { (self.statement, self.used) = (statement, used) }
    }

    init(_ link: PostgresLink) { self.link = link }

    /// The statement of a text, compiled at its first use.
    func statement(_ sql: String) throws(PostgresFault) -> PostgresStatement {
        if let known = known(sql) { return known }
        try compile([sql], after: [])
        guard let made = known(sql) else { throw link.fault(nil, "a statement is lost", false, .working) }
        return made
    }

    /// Compiles the texts that are new, in one flight after `steps`. False when none is, and nothing was
    /// sent.
    @discardableResult
    func compile(_ texts: [String], after steps: [PostgresStep]) throws(PostgresFault) -> Bool {
        var new: [String] = []
        for text in texts where kept[text] == nil && !new.contains(text) { new.append(text) }
        if new.isEmpty { return false }
        while kept.count + new.count > Self.limit, !kept.isEmpty { try dropOldest() }
        let names = new.map { _ in
            made += 1
            return "s\(made)"
        }
        let flight = steps + zip(new, names).flatMap { [PostgresStep.prepare($0, name: $1), .describe(name: $1)] }
        try link.fly(flight) { place, answer in
            let (index, isDescription) = (place - steps.count).quotientAndRemainder(dividingBy: 2)
            guard place >= steps.count, isDescription == 1 else { return }
            uses += 1
            let types = answer.types
            let statement = PostgresStatement(
                name: names[index], parameters: answer.parameters, binary: types.allSatisfy(\.hasBinary),
                moment: PostgresText.moment(of: new[index]))
            kept[new[index]] = Kept(statement, used: uses)
        }
        return true
    }

    /// A statement that was compiled before.
    func known(_ sql: String) -> PostgresStatement? {
        guard let known = kept[sql] else { return nil }
        uses += 1
        known.used = uses
        return known.statement
    }

    private func dropOldest() throws(PostgresFault) {
        guard let oldest = kept.min(by: { $0.value.used < $1.value.used }) else { return }
        try link.command("DEALLOCATE " + oldest.value.statement.name)
        kept[oldest.key] = nil
    }
}
