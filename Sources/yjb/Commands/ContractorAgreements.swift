import ArgumentParser
import Documents
import Intake
import Jobs
import Journal
import Kernel
import Reports
import Store

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

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            let firm: Code? = if let code { try Code(code) } else { nil }
            return try await options.list(language) { (queries, state, _) throws(Refusal) in
                guard let street = state.street else { throw Refusal(.orgUnknown) }
                let firms = try queries.registers(street.code).contractors
                let rows = try queries.agreements(street.code, of: firm).flatMap { agreement in
                    Self.rows(agreement, firms.first { $0.code == agreement.contractor }?.name)
                }
                return try state.list(
                    "agreements", Phrase("单价协议", "Rate agreements"), columns: Self.columns, rows: rows)
            }
        }
    }

    private static func rows(_ agreement: RateAgreement, _ firm: Label?) -> [Table.Row] {
        let name = firm?.text ?? agreement.contractor.text
        return agreement.lines.map { line in
            Table.Row(.detail, [
                .named(agreement.contractor.text, Phrase(name, name)), .text(agreement.agreement.text), .day(agreement.from),
                .day(agreement.to), .text(line.item.text), .text(line.unit.text), .money(line.unitPrice),
            ])
        }
    }

    private static let columns: [Table.Column] = [
        .init("contractor", Phrase("施工单位", "contractor"), .name),
        .init("agreement", Phrase("协议", "agreement"), .label),
        .init("from", Phrase("起", "from"), .day),
        .init("to", Phrase("止", "to"), .day),
        .init("item", Phrase("项目", "item"), .label),
        .init("unit", Phrase("单位", "unit"), .text),
        .init("unitPrice", Phrase("单价", "unit price"), .money),
    ]
}
