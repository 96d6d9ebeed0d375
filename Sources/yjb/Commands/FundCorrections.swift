import ArgumentParser
import Kernel

struct FundCorrect: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "correct", "更正", "Take a wrong grant, transfer, recall, receipt, return or bank entry back in red, and enter it right.",
        example: """
            yjb fund correct 1653 --as sun.yan --amount 45,000 --reason 金额录错
            yjb fund correct 1654 --as sun.yan --document 宁财预〔2026〕101号 --amount 30000.00 --reason 文号录错
            yjb fund correct 1656 --as sun.yan --reason 重复录入
            """,
        notes: """
            Without an amount it should not have been. A record is corrected once; what corrects it can be corrected.
            """)
    static let does = "fund.correct"

    @Argument(help: "The number of the record that is wrong: fund documents shows it.")
    var record: Int

    @OptionGroup var ordering: Ordering

    @Option(help: "The right amount, in yuan.")
    var amount: String?

    @Option(help: "The right number of the document.")
    var document: String?

    @Option(help: "The right day of what the bank booked; of a grant the day on which it is corrected.")
    var day: String?

    @Option(help: "Why.")
    var reason: String

    func form() throws(Refusal) -> JSON {
        .members([
            "record": record.json, "amount": amount?.json, "documentNo": document?.json, "day": day?.json,
            "reason": reason.json,
        ])
    }
}

struct FundReturn: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "return", "缴回", "Give bank-held money back to the treasury.",
        example: """
            yjb fund return MS-2026-10 --as feng.jie --amount 5000.00 --day 2026-12-31 \
            --payment-no JH20261231-01 --document 宁财收〔2026〕61号
            """)
    static let does = "fund.return"

    @Argument(help: "The code of the appropriation; its channel is bank.")
    var appropriation: String

    @OptionGroup var ordering: Ordering

    @Option(help: "In yuan.")
    var amount: String

    @Option(help: "The day on which the bank booked it.")
    var day: String

    @Option(help: "The number of the transfer. Unique in the street.")
    var paymentNo: String

    @Option(help: "The number of the document.")
    var document: String

    func form() throws(Refusal) -> JSON {
        .members([
            "appropriation": appropriation.json, "amount": amount.json, "day": day.json, "paymentNo": paymentNo.json,
            "documentNo": document.json,
        ])
    }
}
