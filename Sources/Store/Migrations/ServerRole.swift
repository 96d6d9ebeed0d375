import SQL

/// The roles of a store on a server: the program, which cannot change or delete what is in the journal, and
/// auditors, who only read, and no caller.
enum ServerRole: String, CaseIterable {
    case app = "yjb_app"
    case auditor = "yjb_auditor"

    /// The journal's tables: nothing in them is ever changed.
    private static let journal: Set<String> = ["record", "line"]

    /// The only columns of a table that an auditor may see: no caller, not even sealed, and nothing by which
    /// somebody could sign in.
    private static let shown = [
        "caller": "org, job, erase_after",
        "draft": "org, who, path, job, seen, saved, ends, held",
        "credential": "org, who, changed, failed, failed_at, locked_until, invite_until, last_in",
        "session": "org, who, roles, made, seen, ends, strong_until",
    ]

    /// Makes the role. It belongs to the whole server: another database may have made it.
    var creation: String {
        """
        DO $$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(rawValue)') THEN
                CREATE ROLE \(rawValue) NOLOGIN;
            END IF;
        END $$
        """
    }

    /// Gives the role its rights to these tables, and to the schema and the register of steps, if the role
    /// is there. The schema's name is known only on the server.
    func grant(_ tables: [String]) -> String {
        let grants = ["GRANT SELECT ON \(Schema.register.name) TO \(rawValue);"] + tables.map(right)
        return """
            DO $$
            BEGIN
                IF EXISTS (SELECT FROM pg_roles WHERE rolname = '\(rawValue)') THEN
                    EXECUTE format('GRANT USAGE ON SCHEMA %I TO \(rawValue)', current_schema());
                    \(grants.joined(separator: "\n        "))
                END IF;
            END $$
            """
    }

    private func right(to table: String) -> String {
        let rights = switch self {
        case .app where Self.journal.contains(table): "SELECT, INSERT"
        case .app: "SELECT, INSERT, UPDATE, DELETE"
        case .auditor: "SELECT" + (Self.shown[table].map { " (\($0))" } ?? "")
        }
        return "GRANT \(rights) ON \(table) TO \(rawValue);"
    }
}

extension Migration {
    /// What gives the roles their rights to the tables that the step makes: nobody has rights to a table by
    /// default.
    var grants: [String] { ServerRole.allCases.map { $0.grant(tables.map(\.name)) } }

    /// The step with these as its last statements on a server.
    func granting() -> Migration {
        Migration(version, name, tables: tables, sqlite: sqlite, postgres: postgres + grants, fill: fill)
    }
}
