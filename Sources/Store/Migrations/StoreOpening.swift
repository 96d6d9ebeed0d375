package import Kernel
package import SQL

/// A store is a database of the present schema.
extension SQLiteDatabase {
    /// ``open(path:schema:create:readOnly:patience:)`` for a store.
    package static func open(
        path: String, create: Bool, readOnly: Bool = false, patience: Int = 5000
    ) throws(Refusal) -> SQLiteDatabase {
        try open(path: path, schema: Migrations.schema, create: create, readOnly: readOnly, patience: patience)
    }
}

extension PostgresDatabase {
    /// ``open(url:schema:create:readOnly:connections:)`` for a store.
    package static func open(
        url: String, create: Bool, readOnly: Bool = false, connections: Int = 8
    ) throws(Refusal) -> PostgresDatabase {
        try open(url: url, schema: Migrations.schema, create: create, readOnly: readOnly, connections: connections)
    }
}

extension PostgresTools {
    /// The schema that a dump of a store holds. Throws `tool.…`, `store.notDatabase` when there is no store
    /// in it.
    package static func schema(of file: String) async throws(Refusal) -> String {
        try await schema(of: file, with: "record")
    }

    /// Gives the roles of the program and of auditors, if the server has them, their rights to the restored
    /// tables, which must be of the present schema.
    package func grant() throws(Refusal) { try run(Migrations.schema.steps.flatMap { $0.grants }) }
}
