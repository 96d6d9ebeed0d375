import ArgumentParser
import Kernel
import Desk

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "schema", "数据库结构", "Print the schema of a store, as SQL.",
        example: "yjb schema > schema.sql\nyjb schema --dialect postgres | psql postgres://owner@db1/yjb")

    @OptionGroup var options: Options

    @Option(help: "sqlite; postgres, with the roles yjb_app and yjb_auditor; citus: what to run after postgres.")
    var dialect = SchemaScript.sqlite

    func run() async throws {
        try await running(options) { (_) throws(Refusal) in
            try Console.out(try dialect.text())
            return Exit.done
        }
    }
}

extension SchemaScript: ExpressibleByArgument {}
