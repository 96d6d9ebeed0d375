import ArgumentParser
import Kernel

struct FinanceVoid: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "void-import", "作废导入", "Take the lines of one import out; the file may be imported again.",
        example: """
            yjb finance void-import 1508 --reason 资金所在填错 --as wu.fang
            yjb import statement samples/statements/treasury.csv --bank treasury --new-account --as wu.fang
            """,
        notes: "The import is named by its record: the lines 57.1, 57.2 … came with the record 57.")
    static let does = "bank.void"

    @Argument(help: "The record of the import.")
    var record: Int

    @OptionGroup var ordering: Ordering

    @Option(help: "Why.")
    var reason: String

    func form() throws(Refusal) -> JSON { .members(["record": record.json, "reason": reason.json]) }
}
