import GRDB
package import Kernel

extension SQLiteDatabase {
    /// Looks at a schema in a database in memory that passes away with the question. Throws `store.io` when
    /// a step of the schema has a mistake.
    package static func passing<T>(
        _ schema: Schema, _ body: (any SQLConnection) throws(Refusal) -> T
    ) throws(Refusal) -> T {
        do {
            return try DatabaseQueue().write { database in
                let session = SQLiteSession(database, path: ":memory:")
                try schema.apply(to: session)
                return try body(session)
            }
        } catch {
            throw Faults.refusal(error, path: ":memory:")
        }
    }
}
