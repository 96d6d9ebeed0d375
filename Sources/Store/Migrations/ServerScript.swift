package import SQL

extension Migrations {
    /// The whole schema for PostgreSQL as one script: what `yjb schema --dialect postgres` prints. It makes
    /// the tables in the first schema of the search path, makes the two roles, which each step gives their
    /// rights, and notes the steps taken.
    package static var postgresScript: String {
        let dialect = SQLDialect.postgres
        let steps = schema.steps.flatMap { step in
            step.statements(for: dialect)
                + ["INSERT INTO migration (version, name) VALUES (\(step.version), '\(step.name)')"]
        }
        let parts = [dialect.create(Schema.register)] + ServerRole.allCases.map(\.creation) + steps
        return """
            -- The schema of a store in PostgreSQL, version \(schema.current). Run it once, in an empty schema, as its owner.
            BEGIN;

            \(parts.map { $0 + ";\n" }.joined(separator: "\n"))
            COMMIT;

            """
    }

    /// What makes every table a distributed table on `org` in Citus: what `yjb schema --dialect citus`
    /// prints, to be run once after the script of PostgreSQL while the tables are empty. Everything of one
    /// street lies on one node; the register of steps is the one reference table.
    package static var citusScript: String {
        let first = tables.first?.name ?? ""
        let calls = tables.map { table in
            let with = table.name == first ? "" : ", colocate_with => '\(first)'"
            return "SELECT create_distributed_table('\(table.name)', 'org'\(with));"
        }
        return """
            -- Distribution of a store in Citus, schema version \(schema.current). Run it once, after \
            `yjb schema --dialect postgres`.
            -- The triggers that guard the journal look at no other table, so they are safe on every node.
            SET citus.enable_unsafe_triggers = on;
            SELECT create_reference_table('\(Schema.register.name)');
            \(calls.joined(separator: "\n"))

            """
    }

    /// Every table of streets, in the order of making.
    package static var tables: [SQLTable] { schema.steps.flatMap(\.tables) }
}
