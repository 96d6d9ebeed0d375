package import Kernel

/// A store on a server for PostgreSQL's own programs: dump, restore, and what an administrator does around
/// them.
///
/// The tools are given the settings of the URL, but no password: that goes into their environment.
package struct PostgresTools: Sendable {
    let address: PostgresAddress
    let settings: [String: String]

    /// Throws `setting.invalid`.
    package init(_ url: String) throws(Refusal) {
        address = try PostgresAddress(url)
        settings = Dictionary(address.settings.map { ($0.keyword, $0.value) }, uniquingKeysWith: { $1 })
    }

    /// The URL without passwords.
    package var path: String { address.shown }

    /// Writes one schema to a file in pg_dump's custom format, as it is at this moment, while others go on
    /// writing. Throws `tool.…`.
    package func dump(schema: String, to file: String) async throws(Refusal) {
        // The option takes a pattern; in quotes it is a name.
        let name = PostgresText.quoted(schema)
        _ = try await tool("pg_dump", ["--format=custom", "--schema=" + name, "--file=" + file]).run()
    }

    /// Makes what a dump holds, in one transaction, in the schema of the same name. Throws `tool.…`.
    package func restore(_ file: String, schema: String) async throws(Refusal) {
        try work { (runner) throws(Refusal) in
            try runner.perform(.write) { (connection) throws(Refusal) in
                try PostgresPlace(runner, path: path).makePlace(connection)
            }
        }
        _ = try await tool("pg_restore", [
            "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--schema=" + schema, file,
        ]).run()
    }

    /// The schema that a dump holds, told by a table that must be in it. Throws `tool.…`,
    /// `store.notDatabase` when it is not.
    package static func schema(of file: String, with table: String) async throws(Refusal) -> String {
        let list = try await ToolProcess(
            tool: "pg_restore", arguments: ["--list", file], environment: [:], secrets: []).run()
        for line in list.split(separator: "\n") {
            guard let start = line.firstRange(of: " TABLE ")?.upperBound,
                  let end = line.firstRange(of: " \(table) ")?.lowerBound, start < end else { continue }
            return String(line[start..<end])
        }
        throw Refusal(.storeNotDatabase, ["path": file, "detail": "no table `\(table)` in the dump"])
    }

    /// The schema that the URL leads to, whether it is there or not. Throws `store.missing` when it leads
    /// to none.
    package func schema() throws(Refusal) -> String {
        try work { (runner) throws(Refusal) in
            try runner.perform(.read) { (connection) throws(Refusal) in
                try SearchPath.schema(of: connection, path: path).name
            }
        }
    }

    /// Runs statements on what was restored, in one transaction.
    package func run(_ statements: [String]) throws(Refusal) {
        try work { (runner) throws(Refusal) in
            try runner.perform(.write) { (connection) throws(Refusal) in
                for statement in statements { try connection.run(statement) }
            }
        }
    }

    func work<T>(_ body: (PostgresRunner) throws(Refusal) -> T) throws(Refusal) -> T {
        let runner = PostgresRunner(address)
        do throws(PostgresFault) { _ = try runner.connect() } catch { throw error.refusal }
        defer { runner.disconnect() }
        return try body(runner)
    }

    private func tool(_ name: String, _ arguments: [String]) -> ToolProcess {
        let password = settings["password"] ?? ""
        return ToolProcess(
            tool: name, arguments: ["--no-password", "--dbname=" + conninfo] + arguments,
            environment: password.isEmpty ? [:] : ["PGPASSWORD": password], secrets: [password])
    }

    /// The settings as libpq reads them from one text, without secrets.
    private var conninfo: String {
        settings.filter { !Self.secret.contains($0.key) }.sorted { $0.key < $1.key }.map { name, value in
            name + "='" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
        }.joined(separator: " ")
    }

    /// Whoever looks at the list of processes sees arguments.
    private static let secret: Set<String> = ["password", "sslpassword"]
}
