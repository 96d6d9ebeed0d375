import ArgumentParser
import Kernel

struct FundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "fund", "资金指标", "Appropriations: grant, transfer, recall, receive, return, correct, list, documents, ledger.",
        [
            FundAppropriate.self, FundTransfer.self, FundRecall.self, FundReceive.self, FundReturn.self, FundCorrect.self,
            FundList.self, FundDocuments.self, FundLedger.self,
        ])
}

struct FundAppropriate: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "appropriate", "下达、追加指标", "Grant an appropriation, or add to it.",
        example: """
            yjb fund appropriate MS-2026-09 --as zheng.li --source minsheng --kind original \
            --amount 50,000 --document 宁财预〔2026〕99号
            yjb fund appropriate MS-2026-10 --as zheng.li --source minsheng --kind original \
            --amount 30000.00 --document 宁财预〔2026〕100号 --channel bank --function 2120399 --dept-economic 30213 \
            --project JJ2026=共有部位急修
            """,
        notes: """
            carried is what earlier years left, taken over in the street's first year; --cash is what of a bank-held \
            one lies in the bank.
            """)
    static let does = "fund.appropriate"

    @Argument(help: "The code of the appropriation.")
    var appropriation: String

    @OptionGroup var ordering: Ordering

    @Option(help: "A source of the policy.")
    var source: String

    @Option(help: ArgumentHelp(
        "Granted at the year's start, added, or left by earlier years.", valueName: "original|supplement|carried"))
    var kind: String

    @Option(help: "In yuan.")
    var amount: String

    @Option(help: "The number of the document.")
    var document: String

    @Option(help: "The year it is of. Default: this year.")
    var originYear: Int?

    @Option(help: ArgumentHelp("How it is paid. Default: the source's.", valueName: "direct|authorized|bank"))
    var channel: String?

    @Option(help: ArgumentHelp("Of a carried, bank-held one: what of it lies in the bank.", valueName: "yuan"))
    var cash: String?

    @OptionGroup var classifying: Classifying

    func form() throws(Refusal) -> JSON {
        .members([
            "appropriation": appropriation.json, "source": source.json, "kind": kind.json, "amount": amount.json,
            "documentNo": document.json, "originYear": originYear?.json, "channel": channel?.json,
            "cash": cash?.json, "classification": classifying.form,
        ])
    }
}

struct FundTransfer: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "transfer", "调剂", "Move available money to another appropriation of the same source.",
        example: """
            yjb fund transfer --as zheng.li --from MS-2026-09 --to MS-2026-01 --amount 10000.00 \
            --document 宁财调〔2026〕30号
            """)
    static let does = "fund.transfer"

    @OptionGroup var ordering: Ordering

    @Option(help: "The appropriation that gives.")
    var from: String

    @Option(help: "The appropriation that gets.")
    var to: String

    @Option(help: "In yuan.")
    var amount: String

    @Option(help: "The number of the document.")
    var document: String

    func form() throws(Refusal) -> JSON {
        .members([
            "from": from.json, "to": to.json, "amount": amount.json, "documentNo": document.json,
        ])
    }
}

struct FundRecall: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "recall", "收回", "Give available money of an appropriation back.",
        example: """
            yjb fund recall MS-2026-09 --as zheng.li --amount 20000.00 --document 宁财收〔2026〕80号
            """)
    static let does = "fund.recall"

    @Argument(help: "The code of the appropriation.")
    var appropriation: String

    @OptionGroup var ordering: Ordering

    @Option(help: "In yuan.")
    var amount: String

    @Option(help: "The number of the document.")
    var document: String

    func form() throws(Refusal) -> JSON {
        .members([
            "appropriation": appropriation.json, "amount": amount.json, "documentNo": document.json,
        ])
    }
}

struct FundReceive: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "receive", "登记到账", "Register that bank-held money of an appropriation has arrived.",
        example: """
            yjb fund receive MS-2026-10 --as wu.fang --amount 30000.00 --day 2026-12-31 --receipt 宁行到〔2026〕0931
            """)
    static let does = "fund.receive"

    @Argument(help: "The code of the appropriation; its channel is bank.")
    var appropriation: String

    @OptionGroup var ordering: Ordering

    @Option(help: "In yuan.")
    var amount: String

    @Option(help: "The day on which the bank booked it.")
    var day: String

    @Option(help: "The number of the bank's receipt.")
    var receipt: String

    func form() throws(Refusal) -> JSON {
        .members([
            "appropriation": appropriation.json, "amount": amount.json, "day": day.json, "receiptNo": receipt.json,
        ])
    }
}
