package import Jobs
package import Journal
package import Kernel
package import SQL

/// Verifies a whole database: every street that any table knows, each in one unchanging view.
package enum StoreCheck {
    /// The streets, by code. Throws `store.unclean` at the first one that is not clean, and when the schema
    /// is not what it must be; `store.damaged`.
    package static func verify(_ database: any SQLDatabase) async throws(Refusal) -> [CleanStreet] {
        let path = database.path
        let streets = try await database.read { (connection) throws(Refusal) in
            try connection.checkPages(of: path)
            return try Queries(connection).traces()
        }
        var clean: [CleanStreet] = []
        for org in streets {
            clean.append(try await database.read { (connection) throws(Refusal) in
                let verdict = try Audit(connection, org: org).verify().clean(org, in: path)
                return CleanStreet(org: org, verdict: verdict, photos: try JournalReader(connection).photos(org))
            })
        }
        if let finding = try await database.read({ (connection) throws(Refusal) in try SchemaCheck(connection).finding }) {
            _ = try Result<AuditVerdict, Finding>.failure(finding).clean(nil, in: path)
        }
        return clean
    }
}

extension SQLConnection {
    /// What no audit of a street looks at: the pages of a file, down to the callers'. A server checks its
    /// own.
    fileprivate func checkPages(of path: String) throws(Refusal) {
        switch dialect {
        case .postgres: return
        case .sqlite:
            let answer = try first("PRAGMA quick_check(1)")?.text(0) ?? "?"
            if answer != "ok" { throw Refusal(.storeDamaged, ["path": path, "detail": answer]) }
        }
    }
}
