import ArgumentParser
import Desk
import Documents
import Intake
import Jobs
import Journal
import Kernel
import Reports

struct ContractorUpdate: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "update", "变更施工单位", "Change a contractor's name or account; settled sheets keep the old one.",
        example: "yjb contractor update JS01 --as zheng.li --bank 工商银行 --account 4301000000000002")
    static let does = "contractor.update"

    @Argument(help: "The contractor's code.")
    var code: String

    @OptionGroup var ordering: Ordering

    @Option(help: "Its new name.")
    var name: String?

    @OptionGroup var account: AccountOptions

    func form() throws(Refusal) -> JSON {
        .members(["code": code.json, "name": name?.json, "bank": account.json])
    }
}

/// A contractor's bank, and the account kept apart from it.
struct AccountOptions: ParsableArguments {
    @Option(help: "Its bank; without --account, bank and account in one text.")
    var bank: String?

    @Option(help: "Its account at the bank.")
    var account: String?

    /// nil when neither was given; the form refuses an account without its bank.
    var json: JSON? {
        guard let account else { return bank?.json }
        return .members(["bank": bank?.json, "account": account.json])
    }
}

struct ContractorAgree: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "agree", "登记单价协议", "Register a rate agreement: a claimed line above it needs a reason at review.",
        example: """
            yjb contractor agree JS01 --as zheng.li --number KJ2026-01 --from 2026-01-01 --to 2026-12-31 \
            --line "疏通工|工日|300.00"
            """)
    static let does = "contractor.agree"

    @Argument(help: "The contractor's code.")
    var code: String

    @OptionGroup var ordering: Ordering

    @Option(help: "The agreement's number.")
    var number: String

    @Option(help: ArgumentHelp("Its first day.", valueName: "day"))
    var from: String

    @Option(help: ArgumentHelp("Its last day.", valueName: "day"))
    var to: String

    @Option(help: ArgumentHelp("An agreed price. Repeat it.", valueName: "item|unit|unitPrice"))
    var line: [String]

    func form() throws(Refusal) -> JSON {
        .members([
            "contractor": code.json, "agreement": number.json, "lines": try line.json(Shorthand.rate) ?? .array([]),
            "from": from.json, "to": to.json,
        ])
    }
}

struct ContractorAgreements: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "agreements", "单价协议", "The rate agreements, line by line.", example: "yjb contractor agreements JS01")

    @Argument(help: "One contractor. Default: all.")
    var code: String?

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let firm: Code? = if let code { try Code(code) } else { nil }
            try options.show(as: showing, try await session.ask(.agreements(of: firm)), language)
            return Exit.done
        }
    }
}
