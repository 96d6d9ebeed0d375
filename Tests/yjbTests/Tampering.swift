import Testing

extension Program {
    /// Changes the database as its own shell does, with all its guards: one text for both kinds, or one for each.
    func change(_ sqlite: String, _ postgres: String? = nil) async throws {
        let command = address.hasPrefix("postgres:")
            ? ["psql", "-qX", "-v", "ON_ERROR_STOP=1", address, "-c", postgres ?? sqlite] : ["sqlite3", address, sqlite]
        let outcome = try await shell(["/usr/bin/env"] + command)
        #expect(outcome.code == 0, "\(outcome.messages)")
    }

    /// Changes the database behind the program's back, as its own shell does: without triggers and foreign keys.
    func tamper(_ sql: String) async throws {
        let guards = ["record", "line"].flatMap { ["\($0)_no_update", "\($0)_no_delete", "\($0)_no_replace"] }
            .map { "DROP TRIGGER \($0); " }.joined()
        let shell = address.hasPrefix("postgres:")
            ? ["psql", "-q", "-v", "ON_ERROR_STOP=1", address, "-c", "SET session_replication_role = replica; " + sql]
            : ["sqlite3", address, guards + sql]
        let change = try await self.shell(["/usr/bin/env"] + shell)
        #expect(change.code == 0, "\(change.messages)")
    }
}
