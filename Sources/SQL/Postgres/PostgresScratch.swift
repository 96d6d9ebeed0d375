package import Kernel

/// Places in which a dump is restored only to be verified.
extension PostgresTools {
    /// Makes an empty database on the same server, lends its URL and drops it, also when `body` throws.
    /// Throws `tool.failed` when that cannot be done.
    package func withScratch<T>(_ body: (String) async throws(Refusal) -> T) async throws(Refusal) -> T {
        let name = "yjb_verify_" + String(UInt64.random(in: 0 ... .max), radix: 16)
        do throws(Refusal) {
            try command("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'")
        } catch {
            throw Refusal(.toolFailed, [
                "tool": "CREATE DATABASE", "detail": (error["detail"] ?? error.code.rawValue) + " (--scratch, --no-verify)",
            ])
        }
        let result: T
        do throws(Refusal) {
            result = try await body(url(database: name))
        } catch {
            try? command("DROP DATABASE \(name) WITH (FORCE)")
            throw error
        }
        try command("DROP DATABASE \(name) WITH (FORCE)")
        return result
    }

    /// Lends the place that the URL leads to, and drops whatever has come to be there meanwhile, also when
    /// `body` throws: a dump may hold more than our tables. What was there before stays.
    package func cleared<T>(_ body: () async throws(Refusal) -> T) async throws(Refusal) -> T {
        let before = try contents()
        let result: T
        do throws(Refusal) {
            result = try await body()
        } catch {
            try? clear(but: before)
            throw error
        }
        try clear(but: before)
        return result
    }

    /// Drops whatever is there and was not before (``contents()``).
    package func clear(but before: Set<String>) throws(Refusal) {
        let drops = try contents().filter { !before.contains($0) }.joined(separator: "; ")
        // Several commands in one text are one transaction.
        if !drops.isEmpty { try command(drops) }
    }

    /// The statements that drop the schema, and each thing in it.
    package func contents() throws(Refusal) -> Set<String> {
        try work { (runner) throws(Refusal) in
            try runner.perform(.read) { (connection) throws(Refusal) in
                Set(try connection.rows(Self.contents).map { (row) throws(Refusal) in try row.text(0) })
            }
        }
    }

    private static let contents = """
        SELECT 'DROP ' || CASE c.relkind
                WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END
            || ' IF EXISTS ' || c.oid::regclass || ' CASCADE'
        FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
            AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
        UNION ALL SELECT 'DROP ROUTINE IF EXISTS ' || p.oid::regprocedure || ' CASCADE'
        FROM pg_proc p WHERE p.pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
        UNION ALL SELECT 'DROP TYPE IF EXISTS ' || t.oid::regtype || ' CASCADE'
        FROM pg_type t WHERE t.typtype IN ('d', 'e', 'r')
            AND t.typnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
        UNION ALL SELECT 'DROP SCHEMA IF EXISTS ' || quote_ident(current_schema()) || ' CASCADE'
        WHERE current_schema() IS NOT NULL
        """

    /// The same server and settings with another database.
    private func url(database: String) -> String {
        let query = settings.merging(["dbname": database]) { $1 }.sorted { $0.key < $1.key }
            .map { $0.key + "=" + Self.escaped($0.value) }.joined(separator: "&")
        return "postgres:///?" + query
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let letter = Unicode.Scalar(byte)
            let isPlain = byte < 0x80 && (letter.properties.isAlphabetic || letter.properties.numericType != nil)
            return isPlain ? String(Character(letter)) : "%" + Hex.encode([byte])
        }.joined()
    }

    /// Outside of any transaction of ours: databases are made and dropped by themselves.
    private func command(_ sql: String) throws(Refusal) {
        do throws(PostgresFault) {
            try PostgresLink.connect(to: address).command(sql)
        } catch {
            throw error.refusal
        }
    }
}
