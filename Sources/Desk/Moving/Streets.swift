import Jobs
import Kernel
import SQL
import Store

/// The streets of a database, as far as any table knows them.
enum Streets {
    /// Throws `org.unknown` when there is none.
    static func all(of database: any SQLDatabase) async throws(Refusal) -> [Code] {
        let known = try await known(to: database)
        if known.isEmpty { throw Refusal(.orgUnknown, ["org": "—"]) }
        return known
    }

    /// Those named, each once; without a name, all. Throws `org.unknown`.
    static func chosen(_ names: [String], of database: any SQLDatabase) async throws(Refusal) -> [Code] {
        if names.isEmpty { return try await all(of: database) }
        let known = try await known(to: database)
        var chosen: [Code] = []
        for name in names {
            let code = try Code(name)
            guard known.contains(code) else { throw Refusal(.orgUnknown, ["org": name]) }
            if !chosen.contains(code) { chosen.append(code) }
        }
        return chosen
    }

    static func known(to database: any SQLDatabase) async throws(Refusal) -> [Code] {
        try await database.read { (connection) throws(Refusal) in try Queries(connection).traces() }
    }

    /// The photos that the records of all streets name.
    static func photos(of database: any SQLDatabase) async throws(Refusal) -> [Photo] {
        try await database.read { (connection) throws(Refusal) in
            let reader = JournalReader(connection)
            var photos: [Photo] = []
            for org in try Queries(connection).traces() { photos += try reader.photos(org) }
            return photos
        }
    }
}
