import Glibc

/// The PostgreSQL server that tests may use: `Tests/postgres.sh` starts one and names it in
/// `YJB_TEST_POSTGRES`, a URL of a superuser without `options`.
package enum PostgresServer {
    package static let base: String? = getenv("YJB_TEST_POSTGRES").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }

    package static var isAvailable: Bool { base != nil }

    /// For `.enabled(if: PostgresServer.isAvailable, PostgresServer.absent)`.
    package static let absent = "PostgreSQL is not there: run the tests through Tests/postgres.sh"

    /// A schema of its own for one test. It is made by the store that is created at its URL; whoever made it
    /// drops it with ``drop``, unless the server ends anyway.
    package struct Place: Sendable {
        package let schema: String
        package let url: String

        /// The statement that removes the schema with all that is in it.
        package var drop: String { "DROP SCHEMA IF EXISTS \(schema) CASCADE" }

        /// The same place for another user, or with more settings (`connect_timeout=1`).
        package func url(with settings: String) -> String { url + "&" + settings }
    }

    /// A new place; nil without a server.
    package static func fresh() -> Place? {
        guard let base else { return nil }
        let schema = "t_" + String(UInt64.random(in: 0 ... .max), radix: 16)
        let mark = base.contains("?") ? "&" : "?"
        return Place(schema: schema, url: base + mark + "options=-csearch_path%3D" + schema)
    }
}
