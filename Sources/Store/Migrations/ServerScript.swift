extension Migrations {
    /// The whole schema for PostgreSQL as one script: what `yjb schema --dialect postgres` prints. It makes the tables in
    /// the first schema of the search path, notes the steps taken, and gives two roles their rights: `yjb_app`, which
    /// cannot change or delete what is in the journal, and `yjb_auditor`, which only reads, and no caller.
    package static var postgresScript: String {
        let dialect = SQLDialect.postgres
        let steps = all.flatMap { step in
            step.statements(for: dialect)
                + ["INSERT INTO migration (version, name) VALUES (\(step.version), '\(step.name)')"]
        }
        let parts = [dialect.create(register)] + steps + roles
        return """
            -- The schema of a store in PostgreSQL, version \(current). Run it once, in an empty schema, as its owner.
            BEGIN;

            \(parts.map { $0 + ";\n" }.joined(separator: "\n"))
            COMMIT;

            """
    }

    /// What makes every table a distributed table on `org` in Citus: what `yjb schema --dialect citus` prints, to be run
    /// once after the script of PostgreSQL while the tables are empty. Everything of one street lies on one node; the
    /// register of steps is the one reference table.
    package static var citusScript: String {
        let first = tables.first?.name ?? ""
        let calls = tables.map { table in
            let with = table.name == first ? "" : ", colocate_with => '\(first)'"
            return "SELECT create_distributed_table('\(table.name)', 'org'\(with));"
        }
        return """
            -- Distribution of a store in Citus, schema version \(current). Run it once, after `yjb schema --dialect postgres`.
            -- The triggers that guard the journal look at no other table, so they are safe on every node.
            SET citus.enable_unsafe_triggers = on;
            SELECT create_reference_table('\(register.name)');
            \(calls.joined(separator: "\n"))

            """
    }

    /// Every table of streets, in the order of making.
    package static var tables: [SQLTable] { all.flatMap(\.tables) }

    /// The journal's tables: nothing in them is ever changed.
    static let journal = ["record", "line"]

    private static var roles: [String] {
        ServerRole.allCases.map(\.creation) + ServerRole.allCases.flatMap(grants)
    }

    /// What a role may do with the tables in the first schema of the search path. It must be there.
    static func grants(to role: ServerRole) -> [String] {
        let names = tables.map(\.name)
        let changing = names.filter { !journal.contains($0) }.joined(separator: ", ")
        let shown = (names.filter { $0 != "caller" } + [register.name]).joined(separator: ", ")
        let rights = switch role {
        case .app: [
            "GRANT SELECT, INSERT ON \(journal.joined(separator: ", ")) TO yjb_app",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON \(changing) TO yjb_app",
            "GRANT SELECT ON \(register.name) TO yjb_app",
            // Tables of later steps.
            "ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO yjb_app",
        ]
        case .auditor: [
            "GRANT SELECT ON \(shown) TO yjb_auditor",
            "GRANT SELECT (org, job, erase_after) ON caller TO yjb_auditor",
            "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO yjb_auditor",
        ]
        }
        return [role.schemaUse] + rights
    }
}

/// The roles of a store on a server: the program, which cannot change or delete what is in the journal, and auditors, who
/// only read, and no caller.
enum ServerRole: String, CaseIterable {
    case app = "yjb_app"
    case auditor = "yjb_auditor"

    /// A role belongs to the whole server: another database may have made it.
    fileprivate var creation: String {
        """
        DO $$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(rawValue)') THEN
                CREATE ROLE \(rawValue) NOLOGIN;
            END IF;
        END $$
        """
    }

    /// The schema's name is known only there.
    fileprivate var schemaUse: String {
        """
        DO $$
        BEGIN
            EXECUTE format('GRANT USAGE ON SCHEMA %I TO \(rawValue)', current_schema());
        END $$
        """
    }
}
