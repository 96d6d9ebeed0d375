import ArgumentParser
import Kernel
import Store

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "schema", "数据库结构", "Print the schema of a store, as SQL.",
        example: "yjb schema > schema.sql\nyjb schema --dialect postgres | psql postgres://owner@db1/yjb")

    enum Dialect: String, ExpressibleByArgument, CaseIterable {
        case sqlite, postgres, citus
    }

    @OptionGroup var options: Options

    @Option(help: "sqlite; postgres, with the roles yjb_app and yjb_auditor; citus: what to run after postgres.")
    var dialect = Dialect.sqlite

    func run() async throws {
        try await running(options) { (_) throws(Refusal) in
            switch dialect {
            case .sqlite: try Console.out(try Migrations.schemaText())
            case .postgres: try Console.out(Migrations.postgresScript)
            case .citus: try Console.out(Migrations.citusScript)
            }
            return Exit.done
        }
    }
}
