package import Kernel

extension SQLiteDatabase {
    /// Looks at a schema in a database in memory that passes away with the question. Throws `store.io` when
    /// a step of the schema has a mistake.
    package static func passing<T>(
        _ schema: Schema, _ body: (any SQLConnection) throws(Refusal) -> T
    ) throws(Refusal) -> T {
        let handle = try SQLiteHandle(nil, path: ":memory:", readOnly: false, patience: 0)
        return try SQLiteSession(handle).transaction { (connection) throws(Refusal) in
            try schema.apply(to: connection)
            return try body(connection)
        }
    }
}
