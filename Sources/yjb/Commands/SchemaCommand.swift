import ArgumentParser
import Kernel
import Store

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "schema", "数据库结构", "Print the schema of a store, as SQL.", example: "yjb schema > schema.sql")

    @OptionGroup var options: Options

    func run() async throws {
        try await running(options) { (_) throws(Refusal) in
            try Console.out(try Migrations.schemaText())
            return Exit.done
        }
    }
}
