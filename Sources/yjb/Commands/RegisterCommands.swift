import ArgumentParser
import Desk
import Documents
import Jobs
import Journal
import Kernel
import Reports

struct ContractorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "contractor", "施工单位", "The contractors of a street.", [
            ContractorAdd.self, ContractorList.self, ContractorUpdate.self, ContractorAgree.self,
            ContractorAgreements.self,
        ])
}

struct ContractorAdd: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "add", "登记施工单位", "Register a contractor.",
        example: """
            yjb contractor add JS01 --as li.wei --name 南京宁安市政工程有限公司 \
            --credit-code 91320199MA4EXMPL4E --bank 工商银行 --account 4301000000000001
            """)
    static let does = "contractor.add"

    @Argument(help: "A code of the street's own.")
    var code: String

    @OptionGroup var ordering: Ordering

    @Option(help: "The firm's name.")
    var name: String

    @Option(help: "Its unified social credit code, 18 characters.")
    var creditCode: String

    @OptionGroup var account: AccountOptions

    func form() throws(Refusal) -> JSON {
        .members(["code": code.json, "name": name.json, "creditCode": creditCode.json, "bank": account.json])
    }
}

struct ContractorList: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "list", "施工单位名单", "The contractors of a street.", example: "yjb contractor list")

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws { try await listing(.contractors, options, showing) }
}

struct EstateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "estate", "小区", "The housing estates of a street.", [EstateAdd.self, EstateList.self])
}

struct EstateAdd: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "add", "登记小区", "List an estate; --transferred for one handed over by a state firm.",
        example: """
            yjb estate add E01 --as li.wei --name 机械厂宿舍 --community 北阴阳营 --transferred
            """)
    static let does = "estate.add"

    @Argument(help: "A code of the street's own.")
    var code: String

    @OptionGroup var ordering: Ordering

    @Option(help: "The estate's name.")
    var name: String

    @Option(help: "Its community.")
    var community: String

    @Flag(help: "It came to the street with 三供一业.")
    var transferred = false

    func form() throws(Refusal) -> JSON {
        .members([
            "code": code.json, "name": name.json, "community": community.json, "transferred": .bool(transferred),
        ])
    }
}

struct EstateList: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "list", "小区名单", "The estates of a street.", example: "yjb estate list")

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws { try await listing(.estates, options, showing) }
}
