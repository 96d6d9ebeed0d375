package import Jobs
package import Kernel
package import SQL

/// A list of jobs under a name: whoever kept it, and for which role when it is not that person's own.
package struct StoredView: Sendable, Equatable {
    package let id: Code
    package let who: Code
    package let role: Role?
    package let name: Label
    package let query: String
    package let made: Instant

    package init(id: Code, who: Code, role: Role?, name: Label, query: String, made: Instant) {
        (self.id, self.who, self.role, self.name, self.query, self.made) = (id, who, role, name, query, made)
    }
}

/// Lists that were given a name, beside the journal.
package struct SavedViewStore {
    private let connection: any SQLConnection
    private let org: Code

    package init(_ connection: any SQLConnection, org: Code) { (self.connection, self.org) = (connection, org) }

    /// All of a street, those of roles first, each by its name.
    package func all() throws(Refusal) -> [StoredView] {
        var all: [StoredView] = []
        let sql = "SELECT id, who, role, name, query, made FROM saved_view WHERE org = $1 ORDER BY role IS NULL, role, name, id"
        for row in try connection.rows(sql, [SQLValue(org.text)]) {
            let role = try row.textOrNil(2)
            guard let known = role.map({ Role(rawValue: $0) }) ?? .some(nil) else {
                throw Refusal(.storeDamaged, ["detail": "saved_view.role"])
            }
            all.append(StoredView(
                id: try Code(try row.text(0)), who: try Code(try row.text(1)), role: known,
                name: try Label(try row.text(3)), query: try row.text(4), made: Instant(milliseconds: try row.int(5))))
        }
        return all
    }

    package func write(_ view: StoredView) throws(Refusal) {
        try connection.run(
            "INSERT INTO saved_view (org, id, who, role, name, query, made) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            [SQLValue(org.text), SQLValue(view.id.text), SQLValue(view.who.text), SQLValue(view.role?.rawValue),
             SQLValue(view.name.text), SQLValue(view.query), SQLValue(view.made.milliseconds)])
    }

    package func remove(_ id: Code) throws(Refusal) {
        try connection.run("DELETE FROM saved_view WHERE org = $1 AND id = $2", [SQLValue(org.text), SQLValue(id.text)])
    }
}
